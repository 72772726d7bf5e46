import Formats
import Records
import Registry

/// Applies `rules.metrics` to the latest version of a model.
struct MetricRules {
  private let demands: [(demand: RuleSettings.MetricDemand, pattern: GlobPattern)]
  private let production: Set<String>
  private let settings: [MetricRule]

  init(
    _ demands: [RuleSettings.MetricDemand], production: Set<String>, settings: [MetricRule]
  ) {
    self.demands = demands.map { ($0, GlobPattern($0.pattern)) }
    self.production = production
    self.settings = settings
  }

  /// A number that a version logged.
  private struct Value {
    let file: String
    let keys: [String]
    let number: DecimalNumber
    let text: String

    var name: String { keys.isEmpty ? file : keys.joined(separator: ".") }

    func isSame(as other: Value) -> Bool { file == other.file && keys == other.keys }
  }

  func diagnostics(of model: JudgedModel) -> [Diagnostic] {
    guard let latest = model.artifact.latest, !demands.isEmpty else { return [] }
    let values = Self.values(of: latest)
    let holder = model.artifact.stages.first { production.contains($0.stage) }?.holder.version
    let baseline = model.artifact.versions.first { $0.name == holder && $0.name != latest.name }
    let baseValues = baseline.map(Self.values)
    return demands.flatMap { demand, pattern -> [Diagnostic] in
      let fitting = values.filter { Self.fits(pattern, $0) }
      if fitting.isEmpty {
        return [
          model.broken(
            "R003", at: model.place(latest),
            "no number is logged that the rule for \(demand.pattern) is about",
            help: "log the metric, or change the rule")
        ]
      }
      return fitting.flatMap { value in
        bounds(value, demand, latest, model)
          + regression(value, demand, latest, against: baseline, baseValues ?? [], model)
      }
    }
  }

  private func bounds(
    _ value: Value, _ demand: RuleSettings.MetricDemand, _ version: Version, _ model: JudgedModel
  ) -> [Diagnostic] {
    var broken: [String] = []
    if let least = demand.atLeast, Self.isLess(value.number, least.value) {
      broken.append("\(value.name) is \(value.text), and at least \(least.text) is demanded")
    }
    if let most = demand.atMost, Self.isLess(most.value, value.number) {
      broken.append("\(value.name) is \(value.text), and at most \(most.text) is allowed")
    }
    return broken.map {
      model.broken(
        "R002", at: model.place(version, file: value.file), $0,
        help: "train on, or change the rule's bound")
    }
  }

  private func regression(
    _ value: Value, _ demand: RuleSettings.MetricDemand, _ version: Version,
    against baseline: Version?, _ baseValues: [Value], _ model: JudgedModel
  ) -> [Diagnostic] {
    guard let tolerance = demand.tolerance, let baseline else { return [] }
    let place = model.place(version, file: value.file)
    let traits = MetricTraits(
      file: value.file, keys: value.keys, name: value.name, settings: settings)
    guard let direction = traits.direction else {
      return [
        model.broken(
          "R003", at: place, "nobody says which way \(value.name) gets better",
          help: "set metrics.\(value.name).better in the configuration")
      ]
    }
    guard
      let base = baseValues.first(where: value.isSame)
        ?? baseValues.first(where: { $0.keys == value.keys })
    else {
      return [
        model.broken(
          "R003", at: place,
          "\(value.name) is not logged by \(baseline.name), which is in production",
          help: "log the metric, or change the rule")
      ]
    }
    let (better, worse) =
      direction == .higher ? (base.number, value.number) : (value.number, base.number)
    guard let loss = better.minus(worse), Self.isLess(tolerance.value, loss) else { return [] }
    return [
      model.broken(
        "R001", at: place,
        "\(value.name) is \(value.text), and \(base.text) in \(baseline.name), which is in "
          + "production; \(tolerance.text) worse is allowed",
        help: "train on, or raise the rule's tolerance")
    ]
  }

  private static func values(of version: Version) -> [Value] {
    version.records.metrics.filter(\.isOwn).flatMap { file in
      file.metrics.compactMap { entry -> Value? in
        guard let number = entry.value.number, let decimal = DecimalNumber(number.text) else {
          return nil
        }
        return Value(file: file.path, keys: entry.keys, number: decimal, text: number.text)
      }
    }
  }

  private static func fits(_ pattern: GlobPattern, _ value: Value) -> Bool {
    pattern.matches(value.name) || value.keys.last.map(pattern.matches) == true
  }

  private static func isLess(_ one: DecimalNumber, _ other: DecimalNumber) -> Bool {
    guard let difference = other.minus(one) else { return false }
    return !difference.isNegative && !difference.isZero
  }
}

extension MetricSettings {
  /// The settings with their patterns made ready.
  static func rules(_ settings: [MetricSettings]) -> [MetricRule] { MetricRule.all(settings) }
}
