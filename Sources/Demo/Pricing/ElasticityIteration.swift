/// One estimate of how customers answer to prices: a regression small enough for Git.
struct ElasticityIteration {
  let version: String
  let change: String

  /// Per cent of customers lost for one per cent more in price, by segment.
  let coefficients: [(segment: String, elasticity: Double, error: Double)]
  let rSquared: Double

  /// On the price round after the estimate, in percentage points.
  let meanAbsoluteError: Double
  let rounds: Int

  /// How far segments are drawn towards the mean, from 0 to 1.
  var shrinkage = 0.0

  static let first = ElasticityIteration(
    version: "v1.0.0", change: "One figure for all households.",
    coefficients: [("household", -0.412, 0.038)], rSquared: 0.418, meanAbsoluteError: 1.92,
    rounds: 6)

  static let regions = ElasticityIteration(
    version: "v1.1.0", change: "Households by region.",
    coefficients: [("household-north", -0.366, 0.041), ("household-south", -0.478, 0.044)],
    rSquared: 0.487, meanAbsoluteError: 1.71, rounds: 8)

  static let business = ElasticityIteration(
    version: "v2.0.0", change: "Business customers, estimated together with households.",
    coefficients: [
      ("household-north", -0.359, 0.035), ("household-south", -0.463, 0.037),
      ("business", -0.684, 0.072),
    ], rSquared: 0.553, meanAbsoluteError: 1.44, rounds: 10)

  static let shrunk = ElasticityIteration(
    version: "v2.1.0", change: "Segments with few customers are drawn towards the mean.",
    coefficients: [
      ("household-north", -0.371, 0.029), ("household-south", -0.452, 0.031),
      ("business-small", -0.631, 0.048), ("business-large", -0.827, 0.066),
    ], rSquared: 0.591, meanAbsoluteError: 1.27, rounds: 12,
    shrinkage: 0.25)

  var outcome: [StoryFile] {
    [model, metrics, parameters, curve, card].map { $0.below("elasticity") }
  }

  private var model: StoryFile {
    let rows = coefficients.map {
      "    {\"segment\": \"\($0.segment)\", \"elasticity\": \($0.elasticity), \"se\": \($0.error)}"
    }
    return StoryFile(
      "model.json",
      """
      {
        "version": "\(version)",
        "coefficients": [
      \(rows.joined(separator: ",\n"))
        ]
      }
      """)
  }

  private var metrics: StoryFile {
    StoryFile(
      "metrics.json",
      """
      {
        "r2": \(rSquared),
        "mae": \(meanAbsoluteError),
        "segments": \(coefficients.count)
      }
      """)
  }

  private var parameters: StoryFile {
    StoryFile(
      "params.yaml",
      """
      price_rounds: \(rounds)
      segments: [\(coefficients.map(\.segment).joined(separator: ", "))]
      shrinkage: \(shrinkage)
      """)
  }

  /// What share stays after a rise in price, by segment.
  private var curve: StoryFile {
    let segments = coefficients.map(\.segment)
    let rows = stride(from: 0, through: 20, by: 2).map { rise in
      ["\(rise)"] + coefficients.map { "\((100 + $0.elasticity * Double(rise)).rounded(to: 2))" }
    }
    return StoryFile("response.csv", DataTable(columns: ["price_rise"] + segments, rows: rows).csv)
  }

  private var card: StoryFile {
    StoryFile(
      "README.md",
      """
      # Price elasticity

      How many customers leave when the price rises by one per cent. **In this version:** \(change)

      | Segment | Elasticity | Standard error |
      | --- | ---: | ---: |
      \(coefficients.map { "| \($0.segment) | \($0.elasticity) | \($0.error) |" }
        .joined(separator: "\n"))

      Estimated on \(rounds) price rounds; valid for rises of up to 20 %. Not for contracts with a
      fixed price.
      """)
  }
}
