/// The files of the pricing repository: models without DVC, annotated as GTO did before 0.3.
enum PricingRepository {
  static let readme = StoryFile(
    "README.md",
    """
    # pricing

    The models behind our tariffs. Small files are in Git; forecasts lie in Energy Trading's bucket.

    Annotations are in `artifacts.yaml`, from the time when GTO kept them there.
    """)

  /// `artifacts.yaml` with some of the three models.
  static func annotations(_ models: Annotation...) -> StoryFile {
    StoryFile("artifacts.yaml", models.map(\.yaml).joined(separator: "\n"))
  }

  /// What `artifacts.yaml` says of one model.
  struct Annotation {
    let yaml: String

    static let elasticity = Annotation(
      yaml: """
        elasticity:
          type: model
          path: elasticity/model.json
          virtual: false
          labels: [pricing, regression]
          description: How many customers a price change moves, by segment
          custom: {owner: pricing, review: yearly}
        """)

    static let discountPolicy = Annotation(
      yaml: """
        discount-policy:
          type: model
          path: discount-policy/policy.json
          virtual: false
          labels: [pricing, rules]
          description: Which discount a customer is offered who wants to leave
        """)

    /// The forecast of one month.
    static func loadForecast(_ month: String) -> Annotation {
      Annotation(
        yaml: """
          load-forecast:
            type: model
            path: s3://models.northlight.example/load-forecast/\(month).onnx
            virtual: true
            labels: [pricing, forecasting]
            description: Consumption by hour for the next seven days
            custom: {owner: energy-trading, month: "\(month)"}
          """)
    }
  }

  /// The rules as a table of steps.
  static func discounts(limit: Int, steps: [(score: Double, percent: Int)]) -> StoryFile {
    let rows = steps.map { "    {\"score\": \($0.score), \"percent\": \($0.percent)}" }
    return StoryFile(
      "discount-policy/policy.json",
      """
      {
        "yearly_limit_eur": \(limit),
        "steps": [
      \(rows.joined(separator: ",\n"))
        ]
      }
      """)
  }

  /// A month of the load forecast: its parameters, and its errors in per cent.
  static func forecast(
    month: String, lags: Int, calendar: Bool, dayAhead: Double, weekAhead: Double
  ) -> [StoryFile] {
    [
      StoryFile(
        "load-forecast/params.yaml",
        """
        month: "\(month)"
        lags_h: [1, 24, \(lags)]
        weather: true
        calendar: \(calendar)
        """),
      StoryFile(
        "load-forecast/metrics.json",
        "{\"mape\": {\"day_ahead\": \(dayAhead), \"week_ahead\": \(weekAhead)}}"),
    ]
  }
}
