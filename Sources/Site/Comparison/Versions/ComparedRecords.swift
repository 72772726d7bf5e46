import Registry

/// Lays out the metrics or params of several versions, merged by key where a file moved.
struct ComparedRecords {
  /// The place of each version among the sheets of the book.
  let places: [Int]
  let baseline: Int
  let book: RecordBook

  /// What is known of each metric, by its number; nothing for params.
  let traits: [MetricTraits]?

  /// What is one row, and where it stands in each version.
  private struct Match {
    /// Among the identities, in the version that leads the row.
    let number: Int
    let isOwn: Bool

    /// By version, the place in its sheet.
    var entries: [Int?]
  }

  /// The rows by file: the artifact's own files first.
  func section() -> ComparedSection {
    var files: [Int] = []
    var matches: [Int: [Match]] = [:]
    var hidden = 0
    for match in self.matches() {
      if traits?[match.number].isHidden == true {
        hidden += 1
        continue
      }
      let file = book.identities.identities[match.number].file
      if matches[file] == nil { files.append(file) }
      matches[file, default: []].append(match)
    }
    let groups = files.map { group(of: $0, matches[$0] ?? []) }
    return ComparedSection(
      kind: traits == nil ? .params : .metrics,
      groups: groups.filter(\.isOwn) + groups.filter { !$0.isOwn }, hidden: hidden)
  }

  /// The last version leads: what it lacks follows from those before it.
  private func matches() -> [Match] {
    var matches: [Match] = []
    var taken = places.map { [Bool](repeating: false, count: book.sheets[$0].entries.count) }
    for column in places.indices.reversed() {
      let sheet = book.sheets[places[column]]
      for (place, entry) in sheet.entries.enumerated() where !taken[column][place] {
        var match = Match(
          number: entry.number, isOwn: sheet.files[entry.file].isOwn,
          entries: places.map { _ in nil })
        match.entries[column] = place
        for other in places.indices.prefix(column) {
          let found = sheet.place(of: entry, in: book.sheets[places[other]], by: book.identities)
          guard let found, !taken[other][found] else { continue }
          taken[other][found] = true
          match.entries[other] = found
        }
        matches.append(match)
      }
    }
    return matches
  }

  private func group(of file: Int, _ matches: [Match]) -> ComparedSection.Group {
    let path = book.identities.files[file]
    var rows = matches.map(row)
    if traits != nil {
      let places = rows.indices.filter { rows[$0].format != nil }
      var formats = places.compactMap { rows[$0].format }
      NumberFormat.align(&formats)
      for (place, format) in zip(places, formats) { rows[place].format = format }
    }
    return ComparedSection.Group(
      file: SiteText.singleLine(path, limit: 500), isOwn: matches.contains(where: \.isOwn),
      elsewhere: places.indices.map { elsewhere(in: $0, than: file, matches) }, rows: rows)
  }

  /// Where a version has the rows of a file, if that is one other file.
  private func elsewhere(in column: Int, than file: Int, _ matches: [Match]) -> String? {
    let sheet = book.sheets[places[column]]
    var found: Set<Int> = []
    for case let place? in matches.lazy.map({ $0.entries[column] }) {
      found.insert(sheet.files[sheet.entries[place].file].number)
    }
    found.remove(file)
    return found.count == 1
      ? found.first.map { SiteText.singleLine(book.identities.files[$0], limit: 500) } : nil
  }

  private func row(_ match: Match) -> ComparedRow {
    let files = Set(
      places.indices.compactMap { column in
        match.entries[column].map { place in
          let sheet = book.sheets[places[column]]
          return sheet.files[sheet.entries[place].file].number
        }
      })
    let cells = places.indices.map { column in
      let sheet = book.sheets[places[column]]
      guard let place = match.entries[column] else {
        return ComparedCell(nil, absence: absence(in: sheet, files, isOwn: match.isOwn))
      }
      return ComparedCell(sheet.entries[place].value)
    }
    return ComparedRow(
      label: book.identities.labels[match.number], traits: traits?[match.number], cells: cells,
      baseline: baseline, isNumeric: true, keepsTypes: traits == nil)
  }

  /// Why a version lacks what others have in some files.
  private func absence(
    in sheet: RecordSheet, _ files: Set<Int>, isOwn: Bool
  ) -> ComparedCell.Absence {
    let isUnavailable = files.contains { file in
      sheet.reasonForMissing(file: book.identities.files[file], isOwn: isOwn) == .unavailable
    }
    if isUnavailable { return .unavailable }
    return sheet.files.contains { files.contains($0.number) } ? .notLogged : .noFile
  }
}

extension MetricTraits {
  /// What is known of every metric of a book, by its number.
  static func all(in book: RecordBook, rules: [MetricRule]) -> [MetricTraits] {
    let identities = book.identities
    return identities.identities.map { identity in
      MetricTraits(
        file: identities.files[identity.file], keys: identities.keys[identity.keys],
        name: identities.names[identity.keys], settings: rules)
    }
  }
}
