/// What is known of a metric besides its values: by configuration, else by its name.
struct MetricTraits: Sendable {
  /// Which way it gets better; nothing where nobody says and the name tells nothing.
  let direction: BetterDirection?

  /// Whether the direction was guessed.
  let isAssumed: Bool
  let unit: String?
  let isPercent: Bool

  /// What people read instead of the name.
  let title: String?
  let isHidden: Bool

  /// The place of the entry of the configuration that calls it primary.
  let primaryRank: Int?

  /// - Parameters:
  ///   - file: The file that it stands in; it names the metric where there are no keys.
  ///   - name: The keys as people read them.
  ///   - settings: The first entry that fits speaks for the metric.
  init(file: String, keys: [String], name: String, settings: [MetricRule]) {
    let fileName = file.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) }
    let last = keys.last { Int($0) == nil } ?? keys.last ?? fileName ?? ""
    let names = [name, keys.joined(separator: "."), keys.last ?? fileName ?? ""]
    let place = settings.firstIndex { rule in names.contains(where: rule.pattern.matches) }
    let own = place.map { settings[$0].settings }
    let guess = own?.better == nil ? BetterDirection(guessedFrom: last) : nil
    direction =
      switch own?.better {
      case .higher: .higher
      case .lower: .lower
      case .some(.none): nil
      case nil: guess
      }
    isAssumed = guess != nil
    unit = own?.unit
    isPercent = own?.format == .percent
    title = own?.title
    // DVCLive's counter of steps is no metric (`records.md` §11).
    isHidden = own?.isHidden ?? (keys == ["step"] && fileName == "metrics.json")
    primaryRank = own?.isPrimary == true ? place : nil
  }

  /// The direction in words: "higher is better, assumed"; nothing where it isn't known.
  var directionWords: String? {
    direction.map { $0.words + (isAssumed ? ", assumed" : "") }
  }
}

/// An entry of the configuration with its pattern made ready.
struct MetricRule: Sendable {
  let pattern: GlobPattern
  let settings: MetricSettings

  static func all(_ settings: [MetricSettings]) -> [MetricRule] {
    settings.map { MetricRule(pattern: GlobPattern($0.pattern), settings: $0) }
  }
}
