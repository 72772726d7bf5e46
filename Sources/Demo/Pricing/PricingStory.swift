/// An older repository with the mistakes that older repositories have: a tag without its patch
/// number, a lightweight one, and a stage on a commit that nobody registered.
enum PricingStory {
  private typealias Files = PricingRepository

  static func tell() -> RepositoryStory {
    var story = RepositoryStory(name: "pricing")
    tellBeginnings(in: &story)
    tellPriceRound(in: &story)
    tellForecasts(in: &story)
    return story
  }

  private static func tellBeginnings(in story: inout RepositoryStory) {
    let estimating = story.commit(
      "Move the elasticity sheet into a repository", by: .joerg, at: .on(2025, 2, 11, 11, 26),
      files: [Files.readme, Files.annotations(.elasticity)] + ElasticityIteration.first.outcome)
    story.tag(
      "elasticity@v1.0", on: estimating, by: .joerg, at: .on(2025, 2, 11, 11, 52),
      message: "The figures of the January price round.")
    let first = story.register(
      "elasticity", "v1.0.0", on: estimating, by: .joerg, at: .on(2025, 2, 11, 13, 7),
      message: "The figures of the January price round, now with three numbers in the version.")
    story.assign(first, to: "prod", by: .joerg, at: .on(2025, 2, 11, 13, 15))

    let offering = story.commit(
      "Write down the discounts that the service desk may offer", by: .joerg,
      at: .on(2025, 4, 15, 15, 44),
      files: [
        Files.annotations(.discountPolicy, .elasticity),
        Files.discounts(limit: 60, steps: [(score: 0.5, percent: 5), (score: 0.8, percent: 10)]),
      ])
    let offers = story.register(
      "discount-policy", "v1.0.0", on: offering, by: .joerg, at: .on(2025, 4, 15, 16, 3))
    story.assign(offers, to: "prod", by: .joerg, at: .on(2025, 4, 22, 9, 30))

    let splitting = story.commit(
      "Estimate the regions apart", by: .ines, at: .on(2025, 6, 17, 17, 19),
      files: ElasticityIteration.regions.outcome)
    let regions = story.register(
      "elasticity", "v1.1.0", on: splitting, by: .ines, at: .on(2025, 6, 18, 9, 25))
    story.assign(
      regions, to: "prod", by: .joerg, at: .on(2025, 7, 1, 8, 58),
      message: "For the July round. The south reacts more strongly than we thought.")
  }

  private static func tellPriceRound(in story: inout RepositoryStory) {
    let forecasting = story.commit(
      "Add the load forecast", by: .arjun, at: .on(2025, 9, 2, 18, 40),
      files: [Files.annotations(.discountPolicy, .elasticity, .loadForecast("2025-08"))]
        + Files.forecast(
          month: "2025-08", lags: 168, calendar: false, dayAhead: 4.86, weekAhead: 8.13))
    story.assign(
      story.register(
        "load-forecast", "v0.9.0", on: forecasting, by: .arjun, at: .on(2025, 9, 3, 11, 12)),
      to: "staging", by: .arjun, at: .on(2025, 9, 3, 11, 16))

    let joining = story.commit(
      "Estimate business customers too", by: .ines, at: .on(2025, 11, 4, 16, 28),
      files: ElasticityIteration.business.outcome
        + [
          Files.discounts(
            limit: 80,
            steps: [(score: 0.5, percent: 5), (score: 0.7, percent: 8), (score: 0.9, percent: 12)])
        ])
    let business = story.register(
      "elasticity", "v2.0.0", on: joining, by: .ines, at: .on(2025, 11, 5, 9, 40))
    story.assign(
      business, to: "prod", by: .joerg, at: .on(2025, 12, 1, 9, 2),
      message: "For the January round, agreed with Sales.")
    let offers = story.register(
      "discount-policy", "v1.1.0", on: joining, by: .joerg, at: .on(2025, 11, 5, 14, 11))
    story.assign(offers, to: "prod", by: .joerg, at: .on(2025, 11, 12, 9, 17))

    let retraining = story.commit(
      "Train the load forecast on the autumn", by: .arjun, at: .on(2025, 12, 9, 18, 15),
      files: [Files.annotations(.discountPolicy, .elasticity, .loadForecast("2025-11"))]
        + Files.forecast(
          month: "2025-11", lags: 168, calendar: false, dayAhead: 3.94, weekAhead: 6.72))
    let autumn = story.register(
      "load-forecast", "v1.0.0", on: retraining, by: .arjun, at: .on(2025, 12, 10, 10, 48))
    story.assign(autumn, to: "staging", by: .arjun, at: .on(2025, 12, 10, 10, 52))
    story.assign(autumn, to: "prod", by: .maren, at: .on(2025, 12, 18, 9, 33))
    story.deprecate(
      "discount-policy", on: retraining, by: .joerg, at: .on(2026, 1, 20, 10, 26),
      message: "Replaced by the offer engine of the service desk; nothing may read this any more.")
  }

  private static func tellForecasts(in story: inout RepositoryStory) {
    let shrinking = story.commit(
      "Draw small segments towards the mean; drop the discounts", by: .ines,
      at: .on(2026, 4, 28, 15, 51),
      files: [Files.annotations(.elasticity, .loadForecast("2025-11"))]
        + ElasticityIteration.shrunk.outcome,
      removing: ["discount-policy/policy.json"])
    let shrunk = story.register(
      "elasticity", "v2.1.0", on: shrinking, by: .ines, at: .on(2026, 4, 29, 9, 37),
      message: "Standard errors a fifth smaller. Large and small businesses are told apart.")
    story.assign(shrunk, to: "staging", by: .ines, at: .on(2026, 4, 29, 9, 41))
    story.assign(
      shrunk, to: "prod", by: .joerg, at: .on(2026, 6, 1, 9, 11), message: "For the July round.")

    let spring = story.commit(
      "Train the load forecast on the spring", by: .arjun, at: .on(2026, 6, 16, 18, 33),
      files: [Files.annotations(.elasticity, .loadForecast("2026-05"))]
        + Files.forecast(
          month: "2026-05", lags: 168, calendar: false, dayAhead: 3.71, weekAhead: 6.38))
    let forecast = story.register(
      "load-forecast", "v1.1.0", on: spring, by: .arjun, at: .on(2026, 6, 17, 11, 28))
    story.assign(forecast, to: "prod", by: .maren, at: .on(2026, 6, 30, 9, 19))

    let calendar = story.commit(
      "Let the load forecast know about holidays", by: .arjun, at: .on(2026, 8, 18, 17, 46),
      files: [Files.annotations(.elasticity, .loadForecast("2026-07"))]
        + Files.forecast(
          month: "2026-07", lags: 336, calendar: true, dayAhead: 3.42, weekAhead: 5.61))
    story.lightweightTag("load-forecast@v1.2.0", on: calendar)
    story.assign(
      "load-forecast", on: calendar, to: "staging", by: .joerg, at: .on(2026, 8, 19, 16, 5),
      message: "Holidays! Trading would like to see this one on staging this week.")
  }
}
