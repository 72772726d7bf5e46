package import Formats

/// What the front matter of a card says in the fields of the Hugging Face Hub (`records.md` §12.2).
///
/// A field of a wrong type costs that field only, with a problem told.
package struct CardFacts: Hashable, Sendable {
  package var modelName: String?

  /// The Hub's id, such as `apache-2.0`; `license_name` where it is `other`.
  package var license: String?

  /// An address, or a path in the repository.
  package var licenseLink: String?
  package var languages: [String] = []
  package var tags: [String] = []
  package var datasets: [String] = []
  package var baseModels: [String] = []

  /// `adapter`, `merge`, `quantized` or `finetune`.
  package var baseModelRelation: String?
  package var library: String?

  /// The task, such as `text-classification`.
  package var task: String?

  /// The ids of metrics, as in `metrics`.
  package var metrics: [String] = []
  package var newVersion: String?
  package var emissions: CardEmissions?

  /// Makes facts of which none is known.
  package init() {}

  /// Whether nothing is known.
  package var isEmpty: Bool { self == CardFacts() }
}

/// What training emitted, `co2_eq_emissions`.
package struct CardEmissions: Hashable, Sendable {
  /// In grams of CO₂ equivalents, as written.
  package var grams: DataNumber?
  package var source: String?
  package var trainingType: String?
  package var location: String?
  package var hardware: String?

  /// Makes emissions of which nothing is known.
  package init() {}
}
