/// The text of a churn model's card, section by section.
extension ChurnIteration {
  var cardText: String {
    let sections = [
      introduction, intendedUse, usage, dataSection, evaluationSection,
      isMonotone ? constraints : nil, limits, roadmap, contact,
    ]
    return sections.compactMap(\.self).joined(separator: "\n\n")
  }

  private var introduction: String {
    """
    \(CardParts.logo("A northern light over hills"))

    # Churn

    \(badges)

    Gives every household contract a score from 0 to 1: the chance that the customer leaves within
    \(window) days. The retention team calls the customers with the highest scores, see
    [what it is for](#intended-use) and [what it can't do](#limits).

    > [!NOTE]
    > **In this version:** \(change)
    """
  }

  private var badges: String {
    [
      CardParts.badge("licence", "internal", "lightgrey", to: "LICENSE"),
      CardParts.badge("library", library.rawValue, "blue", to: site),
      CardParts.badge("AUC", "\(auc)", "green", to: metricsPath),
    ].joined(separator: "\n")
  }

  private var site: String {
    library == .lightGBM ? "https://lightgbm.readthedocs.io/" : "https://scikit-learn.org/"
  }

  private var intendedUse: String {
    """
    ## Intended use

    - Weekly ranking of household contracts for the retention team, by batch.
    - One score at a time on the service desk's screen, through the scoring service.

    Not for credit decisions, for prices, or for contracts of less than three months: there is no
    history to read.
    """
  }

  private var usage: String {
    """
    ## How to use

    ```python
    import joblib
    import pandas as pd

    model = joblib.load("models/churn.pkl")
    contracts = pd.read_parquet("data/contracts.parquet")
    scores = model.\(library == .lightGBM ? "predict(contracts)" : "predict_proba(contracts)[:, 1]")
    print(scores[scores > \(isBaseline ? 0.3 : 0.35)].size, "customers to call")
    ```

    \(CardParts.details("All \(featureNames.count) columns, in their order", columns))
    """
  }

  private var columns: String {
    featureNames.enumerated().map { "\($0 + 1). `\($1)`" }.joined(separator: "\n")
  }

  private var dataSection: String {
    """
    ## Data

    | | |
    | --- | --- |
    | Source | \(dataSources.joined(separator: ", ")) |
    | Newest snapshot | \(snapshot) |
    | Contracts | \(rows) |
    | Columns | \(featureNames.count), listed in [`params.yaml`](params.yaml) |
    | Split | \(splitsByDate ? "by the date of the snapshot" : "at random") |

    Names, addresses and bank details never reach the training table.
    """
  }

  private var dataSources: [String] {
    let later = [(place: 8, "contact centre"), (place: 12, "smart meters")]
    return ["contract ledger", "tariff changes"] + later.filter { features > $0.place }.map(\.1)
  }

  private var evaluationSection: String {
    """
    ## Evaluation

    On the quarter after the training months. Ranking ten customers in a hundred finds
    \((topDecileRecall * 100).rounded(to: 1)) % of those who leave.

    | Measure | Test | Validation | Better |
    | :--- | ---: | ---: | :---: |
    | AUC | **\(auc)** | \(validationAUC) | ↑ |
    | Log loss | \(logLoss) | \(validationLoss) | ↓ |
    | F1 at the threshold | \(f1) | | ↑ |
    | Calibration error | \(calibrationError) | | ↓ |

    All numbers are in [`\(metricsPath)`](\(metricsPath)).
    """
  }

  private var constraints: String {
    """
    ## Constraints

    Four columns can move a score in one direction only:

    | Column | A higher value |
    | --- | :---: |
    | `price_gap_to_market` | raises the score |
    | `complaint_open` | raises the score |
    | `tenure_months` | lowers the score |
    | `is_dual_fuel` | lowers the score |
    """
  }

  private var limits: String {
    """
    ## Limits

    - Scores drift when competitors change their prices; the model sees that a month late.
    - Customers who moved within the last 60 days are scored too high.\(businessLimit)
    """
  }

  private var businessLimit: String {
    guard library == .lightGBM else { return "\n- Business contracts have no score." }
    return
      "\n\n> [!WARNING]\n> Scores are for \(window) days and can't be compared with those of v1."
  }

  private var roadmap: String {
    let tasks = [
      ("Early stopping on a held-out tenth", true),
      ("Calls and mails to the contact centre", features > 8),
      ("LightGBM instead of scikit-learn", library == .lightGBM),
      ("Monotone constraints, as Model Risk asked for", isMonotone),
      ("Smart meters", features > 12),
      ("What competitors charge, week by week", false),
    ]
    return """
      ## Roadmap

      \(CardParts.tasks(tasks))
      - ~~A neural network for tables~~ was no better, and forty times slower.
      """
  }

  private var contact: String {
    """
    ## Contact

    Customer Analytics, Inês Carvalho, <customer-analytics@northlight.example>. The review of this
    model is MRM-2025-014: https://wiki.northlight.example/mrm/2025-014
    """
  }
}
