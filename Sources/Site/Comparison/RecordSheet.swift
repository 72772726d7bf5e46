import Formats
import Records
import Registry

/// The metrics or the params of one version, laid out once for all comparisons.
struct RecordSheet: Sendable {
  /// A single value.
  struct Entry: Sendable {
    /// What it is, among the model's identities.
    let number: Int
    let keys: Int

    /// The place of its file in the sheet.
    let file: Int
    let value: LoggedValue
  }

  /// A file that could be read.
  struct File: Sendable {
    /// Among the model's identities.
    let number: Int
    let isOwn: Bool
  }

  private(set) var files: [File] = []
  private(set) var entries: [Entry] = []
  private(set) var unavailable: [UnavailableRecord] = []
  private var places: [Int: Int] = [:]

  /// The only entry of some keys, among the artifact's own files and among all; -1 where there are
  /// several.
  private var soleOwn: [Int: Int] = [:]
  private var sole: [Int: Int] = [:]

  /// Lays out the files of a version; `pick` takes what counts from each.
  init(
    _ files: [RecordFile], unavailable: [UnavailableRecord], in book: inout RecordIdentities,
    pick: (RecordFile) -> [RecordEntry]
  ) {
    self.unavailable = unavailable
    for file in files {
      let number = book.number(ofFile: file.path)
      self.files.append(File(number: number, isOwn: file.isOwn))
      for entry in pick(file) { add(entry, of: file, numbered: number, in: &book) }
    }
  }

  private mutating func add(
    _ entry: RecordEntry, of file: RecordFile, numbered fileNumber: Int,
    in book: inout RecordIdentities
  ) {
    let number = book.number(of: entry, inFile: fileNumber)
    guard places[number] == nil else { return }
    let (keys, place) = (book.identities[number].keys, entries.count)
    places[number] = place
    sole[keys] = sole[keys] == nil ? place : -1
    if file.isOwn { soleOwn[keys] = soleOwn[keys] == nil ? place : -1 }
    entries.append(
      Entry(
        number: number, keys: keys, file: self.files.count - 1, value: LoggedValue(entry.value)))
  }

  /// The place of what is the same in another sheet of the model: the same keys in the same file, or
  /// in another one where they stand in one file only on either side (`pages.md`, comparing).
  func place(of entry: Entry, in other: RecordSheet, by book: RecordIdentities) -> Int? {
    if let place = other.places[entry.number] { return place }
    let isOwn = files[entry.file].isOwn
    return (isOwn ? moved(entry, to: other, soleOwn, other.soleOwn, by: book) : nil)
      ?? moved(entry, to: other, sole, other.sole, by: book)
  }

  private func moved(
    _ entry: Entry, to other: RecordSheet, _ mine: [Int: Int], _ others: [Int: Int],
    by book: RecordIdentities
  ) -> Int? {
    guard mine[entry.keys] ?? -1 >= 0, let place = others[entry.keys], place >= 0 else {
      return nil
    }
    let file = other.files[other.entries[place].file].number
    // What stands there in both versions hasn't moved.
    let isTaken = book.number(ofKeys: entry.keys, inFile: file).map { places[$0] != nil } ?? false
    // A file that is one value is named by itself.
    let isNamed =
      !book.keys[entry.keys].isEmpty
      || book.fileName(of: file) == book.fileName(of: files[entry.file].number)
    return !isTaken && isNamed ? place : nil
  }

  /// Why a version lacks something that another one has in a file.
  func reasonForMissing(file path: String, isOwn: Bool) -> MissingReason {
    let isGone = unavailable.contains { $0.path == path }
    let hasNone = isOwn && !files.contains(where: \.isOwn) && unavailable.contains(where: \.isOwn)
    return isGone || hasNone ? .unavailable : .notLogged
  }
}

/// The metrics or the params of all versions of a model.
struct RecordBook: Sendable {
  private(set) var identities = RecordIdentities()

  /// One for each version, in their order.
  private(set) var sheets: [RecordSheet] = []

  /// Lays out what every version has of one kind.
  ///
  /// - Parameter keys: Takes only what these keys lead to, where the rest isn't needed.
  init(_ versions: [Version], of kind: UnavailableRecord.Kind, only keys: [String]? = nil) {
    sheets.reserveCapacity(versions.count)
    for version in versions {
      let records = version.records
      let files = kind == .metrics ? records.metrics : records.params
      let sheet = RecordSheet(
        files, unavailable: records.unavailable.filter { $0.kind == kind }, in: &identities
      ) { file in
        if let keys { return file.metric(at: keys).map { [$0] } ?? [] }
        return kind == .metrics ? file.metrics : file.params
      }
      sheets.append(sheet)
    }
  }

  /// The path of an entry's file.
  func path(of entry: RecordSheet.Entry) -> String {
    identities.files[identities.identities[entry.number].file]
  }
}

extension RecordFile {
  /// The metric that keys lead to; nothing where they lead to none.
  fileprivate func metric(at keys: [String]) -> RecordEntry? {
    var value = value
    for key in keys {
      if let member = value[key] {
        value = member
      } else if let items = value.items, let index = Int(key), items.indices.contains(index) {
        value = items[index]
      } else {
        return nil
      }
    }
    return switch value {
    case .null, .list, .map: nil
    case .bool, .number, .string, .date: RecordEntry(keys: keys, value: value)
    }
  }
}
