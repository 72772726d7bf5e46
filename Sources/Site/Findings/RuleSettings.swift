package import Registry

/// What a team demands of its models (`cli.md`, `rules`).
package struct RuleSettings: Sendable {
  package var metrics: [MetricDemand] = []

  /// Nothing where no card is asked for.
  package var card: CardDemand?

  /// Nothing where no licence is asked for; any licence will do where the list is empty.
  package var licenses: [String]?

  /// The stages that may be assigned; nothing where all may.
  package var stages: [String]?

  /// Stages that a version has to go through, one after the other.
  package var promotion: [String] = []

  /// How much breaking a rule weighs, by code; an error where nothing is said.
  package var severities: [String: Diagnostic.Severity] = [:]

  /// Makes rules that demand nothing.
  package init() {}

  /// What is demanded of a metric of the latest version.
  package struct MetricDemand: Sendable {
    /// The metric's name or last key, or a pattern of it with `*` and `?`.
    package var pattern: String

    /// How much worse it may be than in the version in production.
    package var tolerance: RuleNumber?
    package var atLeast: RuleNumber?
    package var atMost: RuleNumber?

    /// Demands nothing yet of metrics that fit `pattern`.
    package init(pattern: String) { self.pattern = pattern }
  }

  /// What is demanded of the latest version's card.
  package struct CardDemand: Sendable {
    /// Headings that it has to have, in any case of letters.
    package var sections: [String] = []

    /// Whether nothing in it may say that more information is needed.
    package var isComplete = false

    /// Demands that there is a card.
    package init() {}
  }
}

/// A number of a rule, in the digits of the configuration.
package struct RuleNumber: Sendable {
  package let text: String
  let value: DecimalNumber

  /// Takes a decimal number; nothing for any other text.
  package init?(_ text: String) {
    guard let value = DecimalNumber(text) else { return nil }
    self.text = text
    self.value = value
  }
}
