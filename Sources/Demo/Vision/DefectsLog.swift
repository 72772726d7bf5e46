/// The files that DVCLive writes while the damage model trains.
extension DefectsIteration {
  var live: [StoryFile] {
    let files = [summary, parameters] + series + [roc, precisionRecall, confusion] + pictures
    return files.map { $0.below("dvclive") }
  }

  private var summary: StoryFile {
    StoryFile(
      "metrics.json",
      """
      {
          "train": {
              "loss": \(trainLoss)
          },
          "val": {
              "loss": \(validationLoss),
              "iou": \(iou),
              "dice": \(dice)
          },
          "step": \(epochs - 1)
      }
      """)
  }

  private var parameters: StoryFile {
    StoryFile(
      "params.yaml",
      """
      encoder: \(encoder)
      lr: \(learningRate)
      size: \(imageSize)
      epochs: \(epochs)
      batch_size: \(imageSize > 512 ? 6 : 12)
      classes: [\(Self.classes.joined(separator: ", "))]
      augment:
        flip: true
        rotate: 15
        brightness: 0.2
      """)
  }

  private var series: [StoryFile] {
    [
      serie("train/loss", from: 0.9134, to: trainLoss, seed: seed),
      serie("val/loss", from: 0.8871, to: validationLoss, seed: seed + 1),
      serie("val/iou", from: 0.1829, to: iou, seed: seed + 2),
      serie("val/dice", from: 0.2752, to: dice, seed: seed + 3),
    ]
  }

  /// One metric by epoch; the last value is the one of the summary.
  private func serie(_ name: String, from start: Double, to end: Double, seed: Int) -> StoryFile {
    let values = Curve.falling(from: start, to: end, steps: epochs, seed: seed, noise: 0.05)
    let column = name.split(separator: "/").last.map(String.init) ?? name
    var table = DataTable(columns: ["step", column])
    table.rows = values.enumerated().map { ["\($0)", "\($1)"] }
    return StoryFile("plots/metrics/\(name).tsv", table.tsv)
  }

  /// As scikit-learn gives it: the first threshold is infinite.
  private var roc: StoryFile {
    let points = Curve.roc(area: photoAUC, intervals: 16)
    let rows = points.enumerated().map { index, point in
      let threshold = index == 0 ? "Infinity" : "\((1 - Double(index) / 17).rounded(to: 4))"
      return """
        {"fpr": \(point.falsePositives), "tpr": \(point.recall), "threshold": \(threshold)}
        """
    }
    return StoryFile("plots/sklearn/roc.json", "{\"roc\": [\(rows.joined(separator: ", "))]}")
  }

  /// Three of five photos show damage.
  private var precisionRecall: StoryFile {
    let rows = Curve.roc(area: photoAUC, intervals: 16).dropFirst().map { point in
      let precision = (0.6 * point.recall / (0.6 * point.recall + 0.4 * point.falsePositives))
      return "{\"recall\": \(point.recall), \"precision\": \(precision.rounded(to: 4))}"
    }
    return StoryFile(
      "plots/sklearn/precision_recall.json",
      "{\"precision_recall\": [\(rows.joined(separator: ", "))]}")
  }

  /// Sixty photos, a fifth of each kind of damage and two fifths intact.
  private var confusion: StoryFile {
    let mistakes = [(1, 0), (2, 0), (0, 2), (1, 2), (3, 1), (2, 1)]
    var counts = Self.classes.indices.map { actual in
      Self.classes.indices.map { $0 == actual ? (actual == 0 ? 24 : 12) : 0 }
    }
    for mistake in 0..<confused {
      let (actual, predicted) = mistakes[mistake % mistakes.count]
      counts[actual][actual] -= 1
      counts[actual][predicted] += 1
    }
    let pairs = Self.classes.indices.flatMap { actual in
      Self.classes.indices.map {
        (actual: Self.classes[actual], predicted: Self.classes[$0], count: counts[actual][$0])
      }
    }
    let rows = DataTable.pairs(pairs).map {
      "{\"actual\": \"\($0.actual)\", \"predicted\": \"\($0.predicted)\"}"
    }
    return StoryFile(
      "plots/sklearn/confusion_matrix.json", "[\(rows.joined(separator: ", "))]")
  }

  private var pictures: [StoryFile] {
    let finished = ["crack", "erosion"].map { kind in
      let blade = BladePicture(isCrack: kind == "crack", overlap: iou, seed: seed)
      return StoryFile("plots/images/\(kind).png", bytes: blade.image.png)
    }
    return finished + masks
  }

  /// The same photo every eight epochs: the found area moves onto the crack.
  private var masks: [StoryFile] {
    stride(from: 0, to: epochs, by: 8).map { epoch in
      let overlap = 0.1829 + (iou - 0.1829) * Double(epoch) / Double(epochs - 1)
      let blade = BladePicture(isCrack: true, overlap: overlap, seed: seed)
      return StoryFile("plots/images/mask/\(epoch).png", bytes: blade.image.png)
    }
  }
}
