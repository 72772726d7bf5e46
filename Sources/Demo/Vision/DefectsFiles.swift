/// What a training of the damage model commits, below `defects/`.
extension DefectsIteration {
  var outcome: [StoryFile] {
    ([script, model.tracking, pipeline, card] + live).map { $0.below("defects") }
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

  private var card: StoryFile {
    StoryFile(
      "README.md",
      """
      ---
      license: other
      license_name: northlight-internal
      library_name: pytorch
      pipeline_tag: image-segmentation
      tags: [wind, inspection, drones]
      model-index:
      - name: segmenter
        results:
        - task: {type: image-segmentation}
          dataset: {type: northlight/blades, name: Rotor blades, split: validation}
          metrics:
          - {type: mean_iou, value: \(iou), name: IoU}
          - {type: dice, value: \(dice), name: Dice}
      ---

      # Blade damage

      Marks damage on drone photos of rotor blades, so that an inspector looks at twenty photos of a
      turbine and not at four hundred.

      **In this version:** \(change)

      - Input: photos of \(imageSize) × \(imageSize) pixels, \(photos) of them for training.
      - Output: a mask with the classes \(Self.classes.dropFirst().joined(separator: ", ")).
      - IoU \(iou) and Dice \(dice) on blades of turbines that training never saw.

      ## Limits

      Wet blades and low sun bring false alarms. A photo without a finding is not a certificate:
      every blade is still looked at once a year.
      """)
  }
}
