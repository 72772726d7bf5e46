/// `ocr/dvc.yaml` and `ocr/dvc.lock`.
extension ReaderIteration {
  var pipeline: StoryFile {
    StoryFile(
      "dvc.yaml",
      """
      stages:
        train:
          cmd: python read_meters.py train
          deps:
          - data/photos.tar
          - read_meters.py
          params:
          - train
          outs:
          - models/reader.onnx
          - training/log.csv:
              cache: false
        evaluate:
          foreach: ${meters}
          do:
            cmd: python read_meters.py evaluate ${item}
            deps:
            - models/reader.onnx
            - read_meters.py
            metrics:
            - eval/${item}.json:
                cache: false\(orienterStage)
      metrics:
      - eval/summary.yaml
      plots:
      - Loss:
          x: epoch
          y:
            training/log.csv: [train_loss, val_loss]
          x_label: Epoch
          y_label: Loss
      - eval/coverage.csv:
          x: coverage
          y: exact
          title: Read exactly, by the share of photos that are read
      - eval/by_meter.csv:
          template: bar_horizontal
          x: exact_match
          y: meter
          title: Read exactly, by kind of meter
      artifacts:
        reader:
          path: models/reader.onnx
          type: model
          desc: Reads the count of disc, digital and gas meters from customers' photos
          labels:
          - vision
          - ocr
          - metering
          meta:
            owner: metering
            framework: onnx
            architecture: \(architecture)\(orienterAnnotation)
      """)
  }

  private var orienterStage: String {
    guard hasOrienter else { return "" }
    return """

        orient:
          cmd: python orient.py
          deps:
          - data/photos.tar
          - orient.py
          outs:
          - models/orienter.onnx
      """
  }

  private var orienterAnnotation: String {
    guard hasOrienter else { return "" }
    return """

        orienter:
          path: models/orienter.onnx
          type: model
          desc: Turns photos of meters upright before they are read
          labels:
          - vision
          - preprocessing
      """
  }

  var lock: StoryFile {
    var stages = [
      LockedStage(
        name: "train", command: "python read_meters.py train",
        inputs: [photosEntry, DVCEntry(script)], parameters: "train:\n\(training)",
        outputs: [reader, DVCEntry(log)])
    ]
    stages += zip(exact, evaluations).map { meter, evaluation in
      LockedStage(
        name: "evaluate@\(meter.meter)", command: "python read_meters.py evaluate \(meter.meter)",
        inputs: [reader, DVCEntry(script)], outputs: [DVCEntry(evaluation)])
    }
    if hasOrienter {
      stages.append(
        LockedStage(
          name: "orient", command: "python orient.py",
          inputs: [photosEntry, DVCEntry(VisionRepository.orientScript)],
          outputs: [DVCEntry(stored: "models/orienter.onnx", edition: "1", size: 9_437_184)]))
    }
    return DVCLock.file(stages)
  }

  private var reader: DVCEntry {
    DVCEntry(stored: "models/reader.onnx", edition: version, size: size)
  }
}
