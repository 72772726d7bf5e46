/// A model repository over eighteen months: from a baseline to the third generation, with a
/// promotion that had to be taken back.
enum ChurnStory {
  static func tell() -> RepositoryStory {
    var story = RepositoryStory(name: "churn")
    tellBaselines(in: &story)
    tellFirstGeneration(in: &story)
    let ninetyDays = tellSecondGeneration(in: &story)
    tellLeak(in: &story, after: ninetyDays)
    tellThirdGeneration(in: &story)
    return story
  }

  private static func tellBaselines(in story: inout RepositoryStory) {
    story.commit(
      "Start from the retention study of 2024", by: .ines, at: .on(2025, 3, 4, 9, 42),
      files: ChurnRepository.files)
    let first = story.commit(
      "Add a logistic regression as the baseline", by: .ines, at: .on(2025, 3, 11, 15, 8),
      files: ChurnIteration.baseline.outcome)
    let baseline = story.register(
      "churn", "v0.1.0", on: first, by: .ines, at: .on(2025, 3, 11, 16, 20),
      message: "Baseline on contract and tariff data; everything later is measured against it.")
    story.assign(baseline, to: "dev", by: .ines, at: .on(2025, 3, 11, 16, 24))

    let second = story.commit(
      "Read tariff changes from the contract ledger", by: .arjun, at: .on(2025, 4, 8, 17, 31),
      files: ChurnIteration.withTariffs.outcome)
    let tariffs = story.register(
      "churn", "v0.2.0", on: second, by: .arjun, at: .on(2025, 4, 9, 11, 2))
    story.assign(tariffs, to: "dev", by: .arjun, at: .on(2025, 4, 9, 11, 5))
  }

  private static func tellFirstGeneration(in story: inout RepositoryStory) {
    let boosting = story.commit(
      """
      Boost trees instead of fitting a line

      Early stopping on a held-out tenth. The evaluation moves to its own folder, and the model gets
      a card for the risk review.
      """, by: .ines, at: .on(2025, 5, 20, 14, 47), files: ChurnIteration.boosted.outcome,
      removing: ["metrics.json", "plots/confusion.csv", "plots/roc.csv"])
    let boosted = story.register(
      "churn", "v1.0.0", on: boosting, by: .ines, at: .on(2025, 5, 21, 10, 15),
      message: "First model fit for production: gradient boosting, calibrated, with a card.")
    story.assign(boosted, to: "dev", by: .ines, at: .on(2025, 5, 21, 10, 19))
    story.assign(
      boosted, to: "staging", by: .maren, at: .on(2025, 5, 22, 13, 30),
      message: "Shadow scoring until 5 June.")
    story.assign(
      boosted, to: "prod", by: .joerg, at: .on(2025, 6, 5, 9, 12),
      message: "Two weeks of shadow scoring without surprises. Approved for Retention.")

    let reading = story.commit(
      "Read calls and mails to the contact centre", by: .arjun, at: .on(2025, 7, 15, 18, 3),
      files: ChurnIteration.withContacts.outcome)
    let contacts = story.register(
      "churn", "v1.1.0", on: reading, by: .arjun, at: .on(2025, 7, 16, 12, 40))
    story.assign(contacts, to: "dev", by: .arjun, at: .on(2025, 7, 16, 12, 44))
    story.assign(contacts, to: "staging", by: .maren, at: .on(2025, 7, 21, 8, 55))
    story.assign(
      contacts, to: "prod", by: .maren, at: .on(2025, 8, 5, 9, 4),
      message: "AUC 0.823 against 0.811 on the same customers; latency within budget.")
  }

  private static func tellSecondGeneration(in story: inout RepositoryStory) -> Version {
    let widening = story.commit(
      "Predict leaving within 90 days, with LightGBM", by: .ines, at: .on(2025, 10, 21, 16, 12),
      files: ChurnIteration.candidate.outcome)
    let candidate = story.register(
      "churn", "v2.0.0-rc.1", on: widening, by: .ines, at: .on(2025, 10, 22, 9, 30),
      message: "Release candidate of the 90-day model. Scores are not comparable with v1.")
    story.assign(candidate, to: "dev", by: .ines, at: .on(2025, 10, 22, 9, 33))
    story.assign(candidate, to: "staging", by: .maren, at: .on(2025, 10, 28, 10, 20))
    story.unassign(
      candidate, from: "staging", by: .maren, at: .on(2025, 11, 18, 15, 41),
      message: "Taken off staging: no scores for business contracts, 11 % of the book.")

    let completing = story.commit(
      "Score business contracts too", by: .arjun, at: .on(2025, 11, 25, 19, 26),
      files: ChurnIteration.ninetyDays.outcome)
    let ninetyDays = story.register(
      "churn", "v2.0.0", on: completing, by: .ines, at: .on(2025, 11, 26, 10, 2),
      message: "The 90-day model, complete. Retention starts earlier and calls fewer people.")
    story.assign(ninetyDays, to: "staging", by: .maren, at: .on(2025, 11, 26, 14, 18))
    story.assign(
      ninetyDays, to: "prod", by: .maren, at: .on(2025, 12, 10, 9, 7),
      message: "Replaces v1.1.0. Approved by Jörg; the thresholds of the campaign are adapted.")
    return ninetyDays
  }

  private static func tellLeak(in story: inout RepositoryStory, after ninetyDays: Version) {
    let leaking = story.commit(
      "Read the status of the contract", by: .arjun, at: .on(2026, 1, 20, 17, 55),
      files: ChurnIteration.leaking.outcome)
    let leak = story.register(
      "churn", "v2.1.0", on: leaking, by: .arjun, at: .on(2026, 1, 21, 11, 20),
      message: "Validation AUC 0.902, the best so far.")
    story.assign(leak, to: "dev", by: .arjun, at: .on(2026, 1, 21, 11, 24))
    story.assign(leak, to: "staging", by: .arjun, at: .on(2026, 1, 21, 11, 31))
    story.assign(
      leak, to: "prod", by: .ines, at: .on(2026, 2, 3, 16, 48),
      message: "Ahead of the spring campaign. Shadow scoring cut short, numbers look excellent.")
    story.assign(
      ninetyDays, to: "prod", by: .maren, at: .on(2026, 2, 11, 8, 26),
      message: """
        Roll back to v2.0.0 (INC-2026-031)

        v2.1.0 calls customers who stay: calibration error 0.081, and half of February's budget is \
        spent. Its test AUC was below v2.0.0 from the start.
        """)
    story.unassign(leak, from: "staging", by: .maren, at: .on(2026, 2, 11, 8, 34))
    story.deregister(
      leak, by: .ines, at: .on(2026, 2, 17, 10, 9),
      message: """
        Do not use: contract_status is written after the customer has left (DATA-412), so the \
        model reads its own answer. Use v2.0.0 until v2.1.1.
        """)

    let mending = story.commit(
      "Drop the contract status and split by snapshot date", by: .arjun,
      at: .on(2026, 3, 10, 18, 14), files: ChurnIteration.withoutLeak.outcome)
    let mended = story.register(
      "churn", "v2.1.1", on: mending, by: .arjun, at: .on(2026, 3, 11, 12, 36),
      message: "Without the leak. Validation and test agree again: 0.865 and 0.862.")
    story.assign(mended, to: "staging", by: .maren, at: .on(2026, 3, 11, 14, 2))
    story.assign(
      mended, to: "prod", by: .joerg, at: .on(2026, 3, 25, 9, 10),
      message: "Full two weeks of shadow scoring this time. Approved for Retention.")
  }

  private static func tellThirdGeneration(in story: inout RepositoryStory) {
    let constraining = story.commit(
      "Constrain four features to one direction", by: .ines, at: .on(2026, 5, 26, 15, 37),
      files: ChurnIteration.monotone.outcome)
    let monotone = story.register(
      "churn", "v3.0.0", on: constraining, by: .ines, at: .on(2026, 5, 27, 9, 58),
      message: "Monotone constraints, as Model Risk asked for: a higher price never lowers a score."
    )
    story.assign(monotone, to: "dev", by: .ines, at: .on(2026, 5, 27, 10, 1))
    story.assign(monotone, to: "staging", by: .maren, at: .on(2026, 6, 2, 8, 47))
    story.assign(
      monotone, to: "prod", by: .maren, at: .on(2026, 6, 16, 9, 3),
      message: "Replaces v2.1.1 after the review of MRM-2025-014.")

    let metering = story.commit(
      "Read smart meters", by: .arjun, at: .on(2026, 8, 25, 17, 22),
      files: ChurnIteration.withMeters.outcome)
    let meters = story.register(
      "churn", "v3.1.0", on: metering, by: .arjun, at: .on(2026, 8, 26, 11, 45))
    story.assign(meters, to: "dev", by: .arjun, at: .on(2026, 8, 26, 11, 49))
    story.assign(
      meters, to: "staging", by: .maren, at: .on(2026, 9, 1, 10, 33),
      message: "Shadow scoring. Watch the latency: 5.7 ms against 4.3 ms.")
    story.commit(
      "Pin the newest LightGBM that we tested", by: .maren, at: .on(2026, 9, 3, 13, 16),
      files: [
        StoryFile(
          "requirements.txt", "dvc[http]>=3.50\ngto>=1.7\nlightgbm==4.6.0\nscikit-learn>=1.4")
      ])
  }
}
