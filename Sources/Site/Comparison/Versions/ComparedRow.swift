import Records

/// What versions have in common or don't: one metric, param, file or fact, with a cell for each version.
struct ComparedRow: Sendable {
  /// The keys as people read them, a path, or the name of a fact.
  let label: String

  /// What else is known of it; only of metrics.
  let traits: MetricTraits?

  /// How its numbers are written; nothing where values stand in the words of their source.
  var format: NumberFormat?
  let cells: [ComparedCell]

  /// Whether any version has something else than another one.
  let isDifferent: Bool

  /// What people read first: the configured title, else the label.
  var title: String {
    traits?.title.map { SiteText.singleLine($0, limit: 200) } ?? label
  }
}

/// What one version has in a row.
struct ComparedCell: Sendable {
  let value: LoggedValue?

  /// Why there is no value.
  let absence: Absence?

  /// How it differs from the baseline; nothing in the baseline itself.
  var change: Change?

  /// Whether no other version beats it.
  var isBest = false

  /// The digest that the value is, where it is one.
  var hash: ContentHash?

  init(_ value: LoggedValue?, absence: Absence? = nil, hash: ContentHash? = nil) {
    self.value = value
    self.absence = value == nil ? absence ?? .notLogged : nil
    self.hash = hash
  }

  /// Why a version has no value where another one has.
  enum Absence: Hashable, Sendable {
    /// The file is there, but does not say it.
    case notLogged
    /// There is no such file at the version's commit.
    case noFile
    /// The file is named, but its contents could not be had.
    case unavailable
  }

  /// How a cell differs from the one of the baseline.
  enum Change: Hashable, Sendable {
    case same
    /// By how much a number grew, and whether that is for the better where that is known.
    case difference(DecimalNumber, isBetter: Bool?)
    /// Another value without a difference (`bad-input.md`, J010).
    case other
    /// Only the version has a value, or only the baseline.
    case new, gone
    /// Neither has.
    case none
    /// The baseline's file, or its own, could not be had: nothing is known.
    case unknown
  }
}

extension ComparedCell.Absence {
  /// The reason in words, for a kind of row.
  func words(_ kind: ComparedSection.Kind) -> String {
    switch self {
    case .unavailable: "file unavailable"
    case .noFile: "no such file"
    case .notLogged:
      switch kind {
      case .metrics: "not logged"
      case .params: "not set"
      case .inputs: "no input"
      case .outputs: "no output"
      case .facts: "nothing said"
      }
    }
  }
}

extension ComparedRow {
  /// Compares values with those of the baseline.
  ///
  /// - Parameter keepsTypes: Whether a text that reads like a number differs from that number.
  init(
    label: String, traits: MetricTraits? = nil, cells: [ComparedCell], baseline: Int,
    isNumeric: Bool, keepsTypes: Bool
  ) {
    self.label = label
    self.traits = traits
    let numbers = cells.compactMap { $0.value?.finite }
    format =
      isNumeric && (traits != nil || !numbers.isEmpty)
      ? NumberFormat(of: numbers, isPercent: traits?.isPercent ?? false) : nil
    let winners = Self.best(of: cells, traits?.direction)
    var compared = cells
    for index in cells.indices {
      compared[index].isBest = winners.contains(index)
      guard index != baseline else { continue }
      compared[index].change = Self.change(
        from: cells[baseline], to: cells[index], traits?.direction, keepsTypes: keepsTypes)
    }
    self.cells = compared
    let changes = compared.compactMap(\.change)
    isDifferent = !changes.allSatisfy { $0 == .same || $0 == .none }
  }

  private static func change(
    from before: ComparedCell, to after: ComparedCell, _ direction: BetterDirection?,
    keepsTypes: Bool
  ) -> ComparedCell.Change {
    guard let old = before.value, let new = after.value else {
      if before.absence == .unavailable || after.absence == .unavailable { return .unknown }
      return before.value == nil ? (after.value == nil ? .none : .new) : .gone
    }
    let isText = { (value: LoggedValue) in value.number?.isText ?? false }
    if keepsTypes, isText(old) != isText(new) { return .other }
    switch ValueChange(from: old, to: new) {
    case .unchanged: return .same
    case .replaced: return .other
    case .difference(let difference):
      return .difference(
        difference, isBetter: direction.map { $0.isBetter(up: !difference.isNegative) })
    }
  }

  /// The cells that no other one beats; none where the direction isn't known or nothing differs.
  private static func best(of cells: [ComparedCell], _ direction: BetterDirection?) -> Set<Int> {
    guard let direction else { return [] }
    let numbers = cells.enumerated().compactMap { index, cell in
      cell.value?.finite.map { (index: index, number: $0) }
    }
    let beats = { (one: LoggedNumber, other: LoggedNumber) in
      direction == .higher ? other.precedes(one) : one.precedes(other)
    }
    let winners = numbers.filter { one in
      !numbers.contains { beats($0.number, one.number) }
    }
    return winners.count == numbers.count ? [] : Set(winners.map(\.index))
  }
}
