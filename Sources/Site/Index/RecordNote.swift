import Formats
import Records
import Registry

/// A word on something that a version's document can't give, or not as it is.
struct RecordNote: Equatable {
  let code: String

  /// The file, and the value's name where it is about one.
  private(set) var place: String
  let message: String

  /// Where the document says `null` instead, as a JSON Pointer (RFC 6901).
  let pointer: String?

  /// So many values are told of one by one.
  private static let limit = 1_000

  /// The notes of a version's records and card, in the order of its document.
  static func all(for records: VersionRecords, _ card: VersionCard? = nil) -> [RecordNote] {
    var found = Collection()
    for file in records.metrics.oncePerPath {
      found.collect(file.value, in: file.path, at: ["metrics", file.path])
    }
    for file in records.params.oncePerPath {
      found.collect(file.value, in: file.path, at: ["params", file.path])
    }
    if let lineage = records.lineage {
      if let maker = lineage.maker { found.collect(maker, at: ["lineage"]) }
      for (index, stage) in lineage.parents.enumerated() {
        found.collect(stage, at: ["lineage", "parents", String(index)])
      }
    }
    if let card { found.collect(card) }
    return records.unavailable.map(Self.init) + found.finished
  }

  /// What could not be read.
  init(_ diagnostic: Diagnostic) {
    code = diagnostic.code
    place = diagnostic.place.description
    message = "\(diagnostic.problem); \(diagnostic.consequence)"
    pointer = nil
  }

  /// What stands between the artifact and its bytes.
  init(_ gap: ArtifactContents.Gap, at path: String?) {
    code = gap.code
    place = path ?? "the artifact"
    message = "\(gap.reason); \(gap.help)"
    pointer = nil
  }

  /// The note with the version that it is about in front of its place.
  func placed(in version: DiagnosticPlace) -> RecordNote {
    var note = self
    note.place = "\(version): \(place)"
    return note
  }

  private init(_ file: UnavailableRecord) {
    code = "P005"
    place = file.path
    let facts = [
      file.hash.map { "\($0.algorithm.rawValue) \($0.value)" }, file.size.map { "\($0) bytes" },
    ].compactMap { $0 }
    message =
      file.reason + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))") + "; \(file.help)"
    pointer = nil
  }

  private init(_ number: DataNumber, named name: String, in file: String, pointer: String) {
    let isNaN = number.double.isNaN
    code = isNaN ? "J002" : "J003"
    place = name.isEmpty ? file : "\(file): \(name)"
    message =
      isNaN
      ? "NaN is not a number of JSON; it stands as null"
      : "\(number.text.prefix(40)) is not a number of JSON, or larger than a computer's numbers; "
        + "it stands as null"
    self.pointer = pointer
  }

  private init(more count: Int) {
    code = "J002"
    place = "all files"
    message = "\(count) more values are not numbers of JSON; they stand as null"
    pointer = nil
  }

  /// The notes about values, as far as there is room for them.
  private struct Collection {
    private var notes: [RecordNote] = []
    private var more = 0

    var finished: [RecordNote] { notes + (more > 0 ? [RecordNote(more: more)] : []) }

    mutating func collect(_ stage: LineageStage, at path: [String]) {
      for group in stage.paramsByFile {
        collect(group.values, in: group.file, at: path + ["params", group.file])
      }
    }

    mutating func collect(_ card: VersionCard) {
      if let metadata = card.metadata {
        collect(metadata, in: card.path, at: ["card", "metadata"])
      }
      for (index, result) in card.evaluations.enumerated() {
        collect(result.value, in: card.path, at: ["card", "evaluations", String(index), "value"])
      }
    }

    mutating func collect(_ value: DataValue, in file: String, at path: [String]) {
      // Most files hold none, and the way to every value costs its time.
      if value.holdsSpecialNumber { collect(value, in: file, at: path, names: []) }
    }

    private mutating func collect(
      _ value: DataValue, in file: String, at path: [String], names: [String]
    ) {
      switch value {
      case .number(let number) where !number.isFinite:
        guard notes.count < RecordNote.limit else { return more += 1 }
        let entry = RecordEntry(keys: names, value: value)
        notes.append(
          RecordNote(number, named: entry.name, in: file, pointer: Self.pointer(to: path)))
      case .list(let items):
        for (index, item) in items.enumerated() {
          collect(item, in: file, at: path + [String(index)], names: names + [String(index)])
        }
      case .map(let members):
        for member in members {
          collect(member.value, in: file, at: path + [member.key], names: names + [member.key])
        }
      case .null, .bool, .number, .string, .date: break
      }
    }

    private static func pointer(to path: [String]) -> String {
      var pointer = ""
      for key in path {
        pointer += "/"
        for scalar in key.unicodeScalars {
          switch scalar {
          case "~": pointer += "~0"
          case "/": pointer += "~1"
          default: pointer.unicodeScalars.append(scalar)
          }
        }
      }
      return pointer
    }
  }
}

extension DataValue {
  /// Whether a number that JSON can't hold is in it.
  fileprivate var holdsSpecialNumber: Bool {
    switch self {
    case .number(let number): !number.isFinite
    case .list(let items): items.contains(where: \.holdsSpecialNumber)
    case .map(let members): members.contains { $0.value.holdsSpecialNumber }
    case .null, .bool, .string, .date: false
    }
  }
}
