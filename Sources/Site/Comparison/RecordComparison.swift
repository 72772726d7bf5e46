/// The metrics or params of one version beside those of others: what stands in a table.
struct RecordComparison: Sendable {
  /// One metric or param.
  struct Row: Sendable {
    /// What it is, among the model's identities; in the version itself where that has it.
    let number: Int

    /// Nothing where only the earlier version has it.
    let value: LoggedValue?

    /// Its values in the baselines, in their order.
    let baselines: [LoggedValue?]
  }

  /// The rows of one file.
  struct Group: Sendable {
    /// The file, among the model's identities.
    let file: Int
    let isOwn: Bool

    /// Whether the version itself has the file.
    let isPresent: Bool
    var rows: [Row]
  }

  /// The artifact's own files first.
  let groups: [Group]

  /// Compares a version with others.
  ///
  /// - Parameter earlier: The baseline whose metrics have a row even where the version lacks them.
  init(_ index: Int, with baselines: [Int], earlier: Int?, in book: RecordBook) {
    let sheet = book.sheets[index]
    var groups = sheet.files.map {
      Group(file: $0.number, isOwn: $0.isOwn, isPresent: true, rows: [])
    }
    var found = Set<Int>()
    for entry in sheet.entries {
      let values = baselines.map { baseline -> LoggedValue? in
        let other = book.sheets[baseline]
        guard let place = sheet.place(of: entry, in: other, by: book.identities) else { return nil }
        if baseline == earlier { found.insert(place) }
        return other.entries[place].value
      }
      groups[entry.file].rows.append(
        Row(number: entry.number, value: entry.value, baselines: values))
    }
    if let earlier {
      Self.addGone(from: earlier, except: found, baselines: baselines, in: book, to: &groups)
    }
    self.groups =
      groups.filter { $0.isOwn && !$0.rows.isEmpty }
      + groups.filter { !$0.isOwn && !$0.rows.isEmpty }
  }

  /// Adds what the earlier version had besides, each in its file's group.
  private static func addGone(
    from earlier: Int, except found: Set<Int>, baselines: [Int], in book: RecordBook,
    to groups: inout [Group]
  ) {
    let sheet = book.sheets[earlier]
    var places = Dictionary(
      groups.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { first, _ in first })
    for (place, entry) in sheet.entries.enumerated() where !found.contains(place) {
      let file = sheet.files[entry.file]
      let values = baselines.map { baseline -> LoggedValue? in
        if baseline == earlier { return entry.value }
        let other = book.sheets[baseline]
        return sheet.place(of: entry, in: other, by: book.identities)
          .map { other.entries[$0].value }
      }
      if places[file.number] == nil {
        places[file.number] = groups.count
        groups.append(Group(file: file.number, isOwn: file.isOwn, isPresent: false, rows: []))
      }
      guard let group = places[file.number] else { continue }
      groups[group].rows.append(Row(number: entry.number, value: nil, baselines: values))
    }
  }
}
