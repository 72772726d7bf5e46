/// What a training of the damage model commits, below `defects/`.
extension DefectsIteration {
  var outcome: [StoryFile] {
    ([script, model.tracking, pipeline, card, logo] + live).map { $0.below("defects") }
  }

  private var model: DVCEntry {
    DVCEntry(stored: "models/segmenter.pt", edition: version, size: size)
  }

  private var script: StoryFile {
    StoryFile(
      "train.py",
      """
      \"\"\"Trains the segmenter and logs every epoch.\"\"\"
      from dvclive import Live
      from northlight.vision import blades

      settings = dict(encoder="\(encoder)", lr=\(learningRate), size=\(imageSize))
      with Live("dvclive", dvcyaml="dvc.yaml") as live:
          live.log_params(settings)
          for epoch in blades.training(epochs=\(epochs), **settings):
              live.log_metric("train/loss", epoch.train_loss)
              live.log_metric("val/loss", epoch.loss)
              live.log_metric("val/iou", epoch.iou)
              live.log_metric("val/dice", epoch.dice)
              if epoch.number % 8 == 0:
                  live.log_image("mask/%d.png" % epoch.number, epoch.mask)
              live.next_step()
          live.log_artifact("models/segmenter.pt", type="model", name="segmenter")
      """)
  }

  private var pipeline: StoryFile {
    StoryFile(
      "dvc.yaml",
      """
      params:
      - dvclive/params.yaml
      metrics:
      - dvclive/metrics.json
      plots:
      - dvclive/plots/metrics:
          x: step
      - dvclive/plots/images
      - dvclive/plots/sklearn/roc.json:
          template: simple
          x: fpr
          y: tpr
          title: Receiver operating characteristic (ROC)
          x_label: False Positive Rate
          y_label: True Positive Rate
      - dvclive/plots/sklearn/precision_recall.json:
          template: simple
          x: recall
          y: precision
          title: Precision-Recall Curve
          x_label: Recall
          y_label: Precision
      - dvclive/plots/sklearn/confusion_matrix.json:
          template: confusion
          x: actual
          y: predicted
          title: Confusion Matrix
          x_label: True Label
          y_label: Predicted Label
      artifacts:
        segmenter:
          path: models/segmenter.pt
          type: model
          desc: Marks cracks, erosion and lightning strikes on photos of rotor blades
          labels:
          - vision
          - segmentation
          - wind
          meta:
            owner: asset-inspection
            framework: pytorch
            encoder: \(encoder)
            input: [3, \(imageSize), \(imageSize)]
      """)
  }
}
