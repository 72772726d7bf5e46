extension ChurnIteration {
  static let baseline = ChurnIteration(
    version: "v0.1.0", library: .scikitLearn, change: "First baseline.", features: 6,
    window: 60, snapshot: "2024-09", rows: 182_340,
    auc: 0.7418, averagePrecision: 0.2614, precision: 0.3125, recall: 0.4017, logLoss: 0.2871,
    calibrationError: 0.0412, topDecileRecall: 0.3042, validationAUC: 0.7466,
    validationLoss: 0.2844, latency: 1.8)

  static let withTariffs = ChurnIteration(
    version: "v0.2.0", library: .scikitLearn,
    change: "Reads tariff changes from the contract ledger.", features: 6,
    window: 60, snapshot: "2024-12", rows: 190_127,
    auc: 0.7683, averagePrecision: 0.2968, precision: 0.3391, recall: 0.4388, logLoss: 0.2752,
    calibrationError: 0.0368, topDecileRecall: 0.3391, validationAUC: 0.7719,
    validationLoss: 0.2731, latency: 1.9)

  static let boosted = ChurnIteration(
    version: "v1.0.0", library: .scikitLearn,
    change: "Gradient boosting with early stopping instead of logistic regression.", features: 8,
    window: 60, snapshot: "2025-01", rows: 193_882, rounds: 400, learningRate: 0.08, leaves: 24,
    auc: 0.8112, averagePrecision: 0.3587, precision: 0.3944, recall: 0.4926, logLoss: 0.2493,
    calibrationError: 0.0291, topDecileRecall: 0.3987, validationAUC: 0.8194,
    validationLoss: 0.2441, latency: 6.4)

  static let withContacts = ChurnIteration(
    version: "v1.1.0", library: .scikitLearn,
    change: "Reads calls and mails to the contact centre.", features: 10,
    window: 60, snapshot: "2025-04", rows: 201_455, rounds: 460, learningRate: 0.08, leaves: 24,
    auc: 0.8231, averagePrecision: 0.3792, precision: 0.4103, recall: 0.5084, logLoss: 0.2427,
    calibrationError: 0.0274, topDecileRecall: 0.4165, validationAUC: 0.8302,
    validationLoss: 0.2385, latency: 7.1)

  static let candidate = ChurnIteration(
    version: "v2.0.0-rc.1", library: .lightGBM,
    change: "Predicts leaving within 90 days instead of 60, with LightGBM.", features: 11,
    snapshot: "2025-07", rows: 214_090, rounds: 600, learningRate: 0.05, leaves: 31,
    auc: 0.8496, averagePrecision: 0.4361, precision: 0.4472, recall: 0.5533, logLoss: 0.2318,
    calibrationError: 0.0263, topDecileRecall: 0.4586, validationAUC: 0.8571,
    validationLoss: 0.2267, latency: 3.6)

  static let ninetyDays = ChurnIteration(
    version: "v2.0.0", library: .lightGBM,
    change: "As the release candidate, with scores for business contracts.", features: 11,
    snapshot: "2025-08", rows: 226_713, rounds: 600, learningRate: 0.05, leaves: 31,
    auc: 0.8567, averagePrecision: 0.4478, precision: 0.4551, recall: 0.5642, logLoss: 0.2279,
    calibrationError: 0.0238, topDecileRecall: 0.4701, validationAUC: 0.8633,
    validationLoss: 0.2236, latency: 3.8)

  /// The one that leaked: its validation is far too good, and everything else is worse.
  static let leaking = ChurnIteration(
    version: "v2.1.0", library: .lightGBM,
    change: "Reads the status of the contract.", features: 11,
    snapshot: "2025-11", rows: 231_906, rounds: 600, learningRate: 0.05, leaves: 31,
    extraFeature: "contract_status",
    auc: 0.8319, averagePrecision: 0.3926, precision: 0.3408, recall: 0.6127, logLoss: 0.2684,
    calibrationError: 0.0813, topDecileRecall: 0.4233, validationAUC: 0.9024,
    validationLoss: 0.1873, latency: 3.9)

  static let withoutLeak = ChurnIteration(
    version: "v2.1.1", library: .lightGBM,
    change: "Drops the contract status, and splits the data by the date of the snapshot.",
    features: 12, snapshot: "2025-12", rows: 236_581, rounds: 640, learningRate: 0.05, leaves: 31,
    splitsByDate: true,
    auc: 0.8622, averagePrecision: 0.4569, precision: 0.4638, recall: 0.5711, logLoss: 0.2246,
    calibrationError: 0.0224, topDecileRecall: 0.4779, validationAUC: 0.8654,
    validationLoss: 0.2227, latency: 3.9)

  static let monotone = ChurnIteration(
    version: "v3.0.0", library: .lightGBM,
    change: "A higher price can no longer lower a score: monotone constraints on four features.",
    features: 12, snapshot: "2026-03", rows: 248_337, rounds: 720, learningRate: 0.04, leaves: 47,
    splitsByDate: true, isMonotone: true,
    auc: 0.8703, averagePrecision: 0.4712, precision: 0.4767, recall: 0.5836, logLoss: 0.2197,
    calibrationError: 0.0187, topDecileRecall: 0.4896, validationAUC: 0.8729,
    validationLoss: 0.2178, latency: 4.3)

  static let withMeters = ChurnIteration(
    version: "v3.1.0", library: .lightGBM,
    change: "Reads smart meters: whether there is one, and the share of use at night.",
    features: 14, snapshot: "2026-06", rows: 259_048, rounds: 720, learningRate: 0.04, leaves: 47,
    splitsByDate: true, isMonotone: true,
    auc: 0.8768, averagePrecision: 0.4853, precision: 0.4861, recall: 0.5929, logLoss: 0.2158,
    calibrationError: 0.0192, topDecileRecall: 0.4987, validationAUC: 0.8797,
    validationLoss: 0.2139, latency: 5.7)
}
