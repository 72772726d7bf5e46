/// The look of a stage's badge: colours and a mark (`pages.md`, "Stage badges").
package enum BadgeStyle: String, CaseIterable, Sendable {
  /// Serves real users: a filled circle.
  case prod
  /// On its way there: a half circle.
  case staging
  /// Being worked on: an open circle.
  case dev
  /// Any other stage: a diamond.
  case other
  /// No longer used: a dash.
  case archived
  /// Something is wrong: a triangle.
  case problem

  /// The word in class names: `badge-prod`.
  package var name: String { rawValue }

  /// The style of a stage: the configured one, else by its name.
  package init(stage: String, settings: StageSettings? = nil) {
    let configured = settings?.style.flatMap { Self.configurable[$0] }
    self = configured ?? Self.conventional[stage.lowercased()] ?? .other
  }

  /// The words that a configuration may use.
  private static let configurable: [String: BadgeStyle] = [
    "production": .prod, "staging": .staging, "development": .dev, "other": .other,
    "archived": .archived,
  ]

  /// The stage names that people use everywhere.
  private static let conventional: [String: BadgeStyle] = [
    "prod": .prod, "production": .prod,
    "staging": .staging, "stage": .staging, "uat": .staging,
    "dev": .dev, "development": .dev, "test": .dev, "qa": .dev,
    "archived": .archived, "retired": .archived,
  ]
}
