/// What a training of the meter reader commits, below `ocr/`.
extension ReaderIteration {
  var outcome: [StoryFile] {
    let files = [
      photosEntry.tracking, parameters, pipeline, lock, card, logo, script, summary, log,
    ]
    return (files + evaluations + [coverageCurve, byMeter]).map { $0.below("ocr") }
  }

  var photosEntry: DVCEntry {
    DVCEntry(stored: "data/photos.tar", edition: "\(photos)", size: photos * 61_440 + 10_240)
  }

  var parameters: StoryFile {
    let meters = exact.map { "- \($0.meter)" }.joined(separator: "\n")
    return StoryFile("params.yaml", "meters:\n\(meters)\ntrain:\n\(training)")
  }

  /// The part of the parameters that training reads.
  var training: String {
    """
      architecture: \(architecture)
      epochs: \(epochs)
      lr: \(learningRate)
      batch_size: \(architecture == "crnn" ? 128 : 32)
      alphabet: "0123456789,"
    """
  }

  var script: StoryFile {
    StoryFile(
      "read_meters.py",
      """
      \"\"\"Trains and evaluates the meter reader: read_meters.py train | evaluate METER.\"\"\"
      import sys

      from northlight.vision import colour, meters

      if sys.argv[1] == "train":
          meters.train("data/photos.tar", log="training/log.csv", prepare=colour.balance)
      else:
          meters.evaluate(sys.argv[2], to=f"eval/{sys.argv[2]}.json")
      """)
  }

  var summary: StoryFile {
    StoryFile(
      "eval/summary.yaml",
      """
      cer: \(characterErrors)
      exact_match: \(exactOverall)
      coverage: \(coverage)
      val_loss: \(validationLoss)
      """)
  }

  var evaluations: [StoryFile] {
    exact.map { meter in
      StoryFile(
        "eval/\(meter.meter).json",
        "{\"exact_match\": \(meter.share), \"photos\": \(meter.photos)}")
    }
  }

  var log: StoryFile {
    let train = Curve.falling(from: 2.3016, to: validationLoss * 0.78, steps: epochs, seed: seed)
    let validation = Curve.falling(from: 2.2871, to: validationLoss, steps: epochs, seed: seed + 1)
    var table = DataTable(columns: ["epoch", "train_loss", "val_loss"])
    table.rows = (0..<epochs).map { ["\($0 + 1)", "\(train[$0])", "\(validation[$0])"] }
    return StoryFile("training/log.csv", table.csv)
  }

  /// Photos that the model is less sure of are read worse.
  var coverageCurve: StoryFile {
    let rows = (0...12).map { step in
      let share = (0.4 + 0.05 * Double(step)).rounded(to: 2)
      let excess = max(share - 0.6, 0) / 0.4
      let accuracy = (1 - (1 - exactOverall) * (0.12 + 0.88 * excess * excess)).rounded(to: 4)
      return ["\(share)", "\(accuracy)"]
    }
    return StoryFile(
      "eval/coverage.csv", DataTable(columns: ["coverage", "exact"], rows: rows).csv)
  }

  var byMeter: StoryFile {
    let rows = exact.map { [$0.meter, "\($0.share)"] }
    return StoryFile(
      "eval/by_meter.csv", DataTable(columns: ["meter", "exact_match"], rows: rows).csv)
  }
}
