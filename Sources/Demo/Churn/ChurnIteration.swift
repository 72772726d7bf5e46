/// One trained model of the churn repository: how it was made and what it scored.
struct ChurnIteration {
  let version: String
  let library: Library

  /// What the version changed, for its card.
  let change: String

  /// How many of `ChurnIteration.allFeatures` it reads.
  let features: Int

  /// The days within which a customer has to leave to count.
  var window = 90

  /// The month of the newest contract in the training table.
  let snapshot: String
  let rows: Int
  var rounds = 0
  var learningRate = 0.0
  var leaves = 0

  /// Whether training and test are split by date, and not at random.
  var splitsByDate = false

  /// Whether four features may only raise a score, or only lower it.
  var isMonotone = false

  /// A column that only this version reads.
  var extraFeature: String?

  /// On customers of the following quarter, whom training never saw.
  let auc: Double
  let averagePrecision: Double
  let precision: Double
  let recall: Double
  let logLoss: Double

  /// Expected calibration error: how far scores and frequencies lie apart.
  let calibrationError: Double

  /// The share of leavers among the tenth with the highest scores.
  let topDecileRecall: Double

  /// On customers of the training months, held out.
  let validationAUC: Double
  let validationLoss: Double

  /// The 95th percentile for one request, in milliseconds.
  let latency: Double

  /// What the model is built with.
  enum Library: String {
    case scikitLearn = "scikit-learn"
    case lightGBM = "lightgbm"
  }

  /// Whether it is one of the two linear models of the beginning.
  var isBaseline: Bool { rounds == 0 }

  /// The harmonic mean of precision and recall.
  var f1: Double { (2 * precision * recall / (precision + recall)).rounded(to: 4) }

  /// Where its evaluation is written; the baselines wrote to the root.
  var metricsPath: String { isBaseline ? "metrics.json" : "evaluation/metrics.json" }

  /// A number of its own for everything that only has to look random.
  var seed: Int { version.utf8.reduce(7) { $0 &* 31 &+ Int($1) } }

  /// The columns it reads, in the order in which the team added them.
  var featureNames: [String] {
    Self.allFeatures.prefix(features) + (extraFeature.map { [$0] } ?? [])
  }

  /// Every column that some version reads.
  static let allFeatures = [
    "tenure_months", "tariff_change_last_year", "price_gap_to_market", "payment_method",
    "annual_consumption_kwh", "is_dual_fuel", "contact_count_90d", "last_contact_reason",
    "complaint_open", "days_to_contract_end", "household_moves", "app_logins_30d",
    "meter_is_smart", "night_use_share",
  ]
}
