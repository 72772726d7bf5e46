/// The model card of a churn model.
extension ChurnIteration {
  var card: StoryFile { StoryFile("MODEL_CARD.md", "\(frontMatter)\n\n\(cardText)") }

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
    metrics:
    - roc_auc
    - f1
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
    ---
    """
  }

  private var cardText: String {
    """
    # Churn

    Gives every household contract a score from 0 to 1: the chance that the customer leaves within
    \(window) days. The retention team calls the customers with the highest scores.

    **In this version:** \(change)

    ## Intended use

    - Weekly ranking of household contracts for the retention team, by batch.
    - One score at a time on the service desk's screen, through the scoring service.

    Not for credit decisions, for prices, or for contracts of less than three months: there is no
    history to read.

    ## Data

    | | |
    | --- | --- |
    | Source | \(dataSources.joined(separator: ", ")) |
    | Newest snapshot | \(snapshot) |
    | Contracts | \(rows) |
    | Columns | \(featureNames.count), listed in [`params.yaml`](params.yaml) |

    Names, addresses and bank details never reach the training table.

    ## Evaluation

    On the quarter after the training months. Ranking ten customers in a hundred finds
    \((topDecileRecall * 100).rounded(to: 1)) % of those who leave.

    | Measure | Test | Validation |
    | --- | ---: | ---: |
    | AUC | \(auc) | \(validationAUC) |
    | Log loss | \(logLoss) | \(validationLoss) |
    | F1 at the threshold | \(f1) | |
    | Calibration error | \(calibrationError) | |

    All numbers are in [`\(metricsPath)`](\(metricsPath)).

    ## Limits

    - Scores drift when competitors change their prices; the model sees that a month late.
    - Customers who moved within the last 60 days are scored too high.

    ## Contact

    Customer Analytics, Inês Carvalho. Model risk review MRM-2025-014.
    """
  }

  private var dataSources: [String] {
    let later = [(place: 8, "contact centre"), (place: 12, "smart meters")]
    return ["contract ledger", "tariff changes"] + later.filter { features > $0.place }.map(\.1)
  }
}
