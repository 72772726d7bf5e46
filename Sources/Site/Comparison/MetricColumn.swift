/// One metric over all versions of a model.
struct MetricColumn: Sendable {
  /// What people read: the configured title, or the keys.
  private(set) var label: String

  /// The keys, where something else is read.
  let name: String?

  /// The path of the file in the version that the column starts from.
  let file: String
  let traits: MetricTraits

  /// By version; nothing where a version lacks it.
  let values: [LoggedValue?]

  /// By version, why it lacks it; nothing where it has it.
  let reasons: [MissingReason?]

  /// The one precision of the column.
  let format: NumberFormat

  /// The versions that no active one beats; none where the direction isn't known or nothing differs.
  let best: Set<Int>

  /// By version, the place of its number in order, counted from 1: what tables sort by.
  let ranks: [Int?]

  /// Follows an entry of one version through all others.
  ///
  /// - Parameter isActive: By version, whether it counts.
  init(
    _ entry: RecordSheet.Entry, of anchor: Int, traits: MetricTraits, isActive: [Bool],
    in book: RecordBook
  ) {
    let sheet = book.sheets[anchor]
    let (path, isOwn) = (book.path(of: entry), sheet.files[entry.file].isOwn)
    let keys = book.identities.labels[entry.number]
    label = traits.title.map { SiteText.singleLine($0, limit: 200) } ?? keys
    name = label == keys ? nil : keys
    file = path
    self.traits = traits
    let values = book.sheets.map { other in
      sheet.place(of: entry, in: other, by: book.identities).map { other.entries[$0].value }
    }
    self.values = values
    reasons = book.sheets.indices.map { index in
      values[index] == nil ? book.sheets[index].reasonForMissing(file: path, isOwn: isOwn) : nil
    }
    let numbers = values.map { $0?.finite }
    format = NumberFormat(of: numbers.compactMap(\.self), isPercent: traits.isPercent)
    let order = numbers.indices.filter { numbers[$0] != nil }.sorted { one, other in
      guard let left = numbers[one], let right = numbers[other] else { return false }
      return left.precedes(right)
    }
    ranks = Self.ranks(order, numbers)
    best = Self.best(of: order.filter { isActive[$0] }, ranks: ranks, traits.direction)
  }

  /// The columns, those of one name told apart by their files (`bad-input.md`, P010).
  static func distinct(_ columns: [MetricColumn]) -> [MetricColumn] {
    let names = Dictionary(grouping: columns, by: \.label)
    return columns.map { column in
      guard let others = names[column.label], others.count > 1 else { return column }
      let areNamesEnough = Set(others.map(\.fileName)).count == others.count
      let file = areNamesEnough ? column.fileName : column.file
      var column = column
      column.label += " (\(SiteText.singleLine(file, limit: 100)))"
      return column
    }
  }

  /// The last part of the file's path.
  private var fileName: String {
    file.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? file
  }

  private static func ranks(_ order: [Int], _ numbers: [LoggedNumber?]) -> [Int?] {
    var ranks: [Int?] = numbers.map { _ in nil }
    var (rank, last) = (0, nil as LoggedNumber?)
    for index in order {
      if let number = numbers[index], last.map({ $0.precedes(number) }) ?? true {
        (rank, last) = (rank + 1, number)
      }
      ranks[index] = rank
    }
    return ranks
  }

  private static func best(
    of order: [Int], ranks: [Int?], _ direction: BetterDirection?
  ) -> Set<Int> {
    guard let direction, let low = order.first, let high = order.last, ranks[low] != ranks[high]
    else { return [] }
    let winner = ranks[direction == .higher ? high : low]
    return Set(order.filter { ranks[$0] == winner })
  }
}
