import Testing

@testable import Site

struct MetricTraitsTests {
  @Test(
    "The direction is guessed by the words of the last key",
    arguments: [
      ("acc", .higher), ("val_acc", .higher), ("test-accuracy", .higher), ("ROC_AUC", .higher),
      ("f1-score", .higher), ("f1_macro", .higher), ("mAP50-95(B)", .higher), ("r2", .higher),
      ("precision@5", .higher), ("BLEU4", .higher), ("train/loss", .lower), ("valLoss", .lower),
      ("testMAE", .lower), ("rmse", .lower), ("latency_ms", .lower), ("error rate", .lower),
      ("precision_loss", .lower), ("perplexity", .lower), ("WER", .lower),
    ] as [(String, BetterDirection)])
  func guesses(key: String, direction: BetterDirection) {
    #expect(BetterDirection(guessedFrom: key) == direction)
  }

  @Test(
    "Where words tell nothing, or of something else, nothing is guessed",
    arguments: [
      "", "rows", "step", "learning_rate", "loss_weight", "map_size", "accuracy_std", "terror",
      "glossary", "acct", "recall_threshold", String(repeating: "acc_", count: 100),
    ])
  func noGuess(key: String) { #expect(BetterDirection(guessedFrom: key) == nil) }

  @Test("The first entry of the configuration that fits speaks for a metric")
  func settings() {
    var first = MetricSettings(pattern: "eval.*")
    (first.better, first.unit, first.title) = (.lower, "ms", "Evaluated")
    var second = MetricSettings(pattern: "?uc")
    (second.format, second.isPrimary) = (.percent, true)
    let rules = MetricRule.all([first, second])
    let traits = { (keys: [String]) in
      MetricTraits(file: "m.json", keys: keys, name: keys.joined(separator: "."), settings: rules)
    }
    let evaluated = traits(["eval", "auc"])
    #expect(evaluated.direction == .lower && !evaluated.isAssumed && evaluated.title == "Evaluated")
    #expect(evaluated.unit == "ms" && !evaluated.isPercent && evaluated.primaryRank == nil)
    let tested = traits(["test", "auc"])
    #expect(tested.isPercent && tested.primaryRank == 1)
    #expect(tested.directionWords == "higher is better, assumed")
  }

  @Test("The direction “none” keeps the name from being believed")
  func noDirection() {
    var settings = MetricSettings(pattern: "*")
    settings.better = MetricSettings.Direction.none
    let traits = MetricTraits(
      file: "m.json", keys: ["loss"], name: "loss", settings: MetricRule.all([settings]))
    #expect(traits.direction == nil && traits.directionWords == nil)
  }

  @Test("DVCLive's step is hidden, unless the configuration speaks of it")
  func step() {
    let hidden = { (file: String, keys: [String], rules: [MetricSettings]) in
      MetricTraits(
        file: file, keys: keys, name: keys.joined(separator: "."), settings: MetricRule.all(rules)
      ).isHidden
    }
    #expect(hidden("dvclive/metrics.json", ["step"], []))
    #expect(!hidden("dvclive/metrics.json", ["train", "step"], []))
    #expect(!hidden("results.json", ["step"], []))
    #expect(!hidden("dvclive/metrics.json", ["step"], [MetricSettings(pattern: "step")]))
  }

  @Test("Where the file is one value, its name tells")
  func wholeFile() {
    let traits = MetricTraits(file: "out/accuracy.json", keys: [], name: "", settings: [])
    #expect(traits.direction == .higher)
  }
}

struct GlobPatternTests {
  @Test(
    "Patterns",
    arguments: [
      ("auc", "auc", true), ("auc", "auc2", false), ("*", "", true), ("val.*", "val.auc", true),
      ("*auc", "val.auc", true), ("?uc", "auc", true), ("?uc", "uc", false),
      ("a*b*c", "axxbc", true),
      ("a*b*c", "axxb", false), ("**", "x", true), ("", "", true), ("", "x", false),
      ("?", "é", true), ("[a]", "[a]", true), ("Auc", "auc", false),
    ])
  func matching(pattern: String, text: String, fits: Bool) {
    #expect(GlobPattern(pattern).matches(text) == fits)
  }

  @Test("Many stars take no time to speak of", .timeLimit(.minutes(30)))
  func stars() {
    let pattern = GlobPattern(String(repeating: "a*", count: 100) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
  }
}
