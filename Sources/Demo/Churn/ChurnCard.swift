/// The model card of a churn model and what lies beside it; its text is in `ChurnCardText.swift`.
extension ChurnIteration {
  /// The card, its logo and, since LightGBM, the results that the risk review reports.
  var documentation: [StoryFile] {
    let card = StoryFile("MODEL_CARD.md", "\(frontMatter)\n\n\(cardText)")
    let logo = LogoPicture(light: (92, 224, 160)).file
    return [card, logo] + (library == .lightGBM ? [reportedResults] : [])
  }

  private var frontMatter: String {
    """
    ---
    language: en
    license: other
    license_name: northlight-internal
    license_link: LICENSE
    library_name: \(library == .lightGBM ? "lightgbm" : "sklearn")
    pipeline_tag: tabular-classification
    tags:
    - churn
    - retention
    - energy
    - \(window)-days\(isMonotone ? "\n- monotone" : "")
    datasets:
    \(datasets.map { "- \($0)" }.joined(separator: "\n"))
    metrics:
    - roc_auc
    - f1
    co2_eq_emissions:
      emissions: \(emissions)
      source: codecarbon
      training_type: from scratch
      geographical_location: Luleå, Sweden
      hardware_used: 16 cores of an EPYC 7543
    \(modelIndex)
    ---
    """
  }

  private var modelIndex: String {
    """
    model-index:
    - name: churn
      results:
      - task:
          type: tabular-classification
          name: Leaving within \(window) days
        dataset:
          type: northlight/contracts
          name: Household contracts
          split: test
          revision: "\(snapshot)"
        metrics:
        - type: roc_auc
          value: \(auc)
          name: AUC
        - type: f1
          value: \(f1)
          name: F1
        - type: expected_calibration_error
          value: "\(calibrationError) ± 0.002"
          name: Calibration error
    """
  }

  private var datasets: [String] {
    let later = [(place: 8, "northlight/contact-centre"), (place: 12, "northlight/smart-meters")]
    return ["northlight/contracts"] + later.filter { features > $0.place }.map(\.1)
  }

  /// What training emitted, in grams of CO₂ equivalents.
  private var emissions: Double { (Double(rounds * leaves * features) / 2_600).rounded(to: 1) }

  /// What others measured: the first result is in the card, too, the second one only here.
  private var reportedResults: StoryFile {
    StoryFile(
      ".eval_results/risk-review.yaml",
      """
      - dataset:
          id: northlight/contracts
          revision: "\(snapshot)"
        value: \(auc)
        date: "\(snapshot)-28"
        source:
          url: https://wiki.northlight.example/mrm/2025-014
          name: Model risk review
      - dataset:
          id: northlight/churn-challenge
          task_id: top_decile_recall
        value: \(topDecileRecall)
        date: "\(snapshot)-28"
        source:
          url: https://wiki.northlight.example/mrm/2025-014
          name: Model risk review
        notes: Scored by the reviewers on their own sample
      """)
  }
}
