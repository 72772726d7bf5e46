/// The model card of the meter reader and its logo.
extension ReaderIteration {
  var logo: StoryFile { LogoPicture(light: (112, 176, 248)).file }

  var card: StoryFile { StoryFile("MODEL_CARD.md", "\(frontMatter)\n\n\(text)") }

  private var isTransformer: Bool { architecture != "crnn" }

  private var frontMatter: String {
    """
    ---
    language: [de, sv, pt]
    license: other
    license_name: northlight-internal
    license_link: ../LICENSE
    pipeline_tag: image-to-text
    library_name: onnx
    tags: [meters, ocr]
    datasets: [northlight/meter-photos]\(baseModel)
    metrics: [cer, exact_match]
    model-index:
    - name: reader
      results:
    \(exact.map { result(of: $0.meter, share: $0.share) }.joined(separator: "\n"))
    ---
    """
  }

  private var baseModel: String {
    guard isTransformer else { return "" }
    let isQuantised = version == "v2.0.0"
    return """

      base_model: microsoft/trocr-small-printed
      base_model_relation: \(isQuantised ? "quantized" : "finetune")
      """
  }

  private func result(of meter: String, share: Double) -> String {
    """
      - task: {type: image-to-text}
        dataset: {type: northlight/meter-photos, name: Photos of meters, config: \(meter), split: test}
        metrics: [{type: exact_match, value: \(share), name: Read exactly}]
    """
  }

  private var text: String {
    """
    \(CardParts.logo("A northern light over hills, in blue"))

    # Meter reader

    \(CardParts.badge("licence", "internal", "lightgrey", to: "../LICENSE"))
    \(CardParts.badge("runs on", "ONNX", "blue", to: "https://onnxruntime.ai/"))

    Reads the count from a photo that a customer took of the meter. What it is not sure of goes to
    the service desk: \(((1 - coverage) * 100).rounded(to: 1)) % of the photos.

    > [!NOTE]
    > **In this version:** \(change)

    \(usage)

    ## Evaluation

    | Meter | Photos | Read exactly |
    | :--- | ---: | ---: |
    \(exact.map { "| \($0.meter) | \($0.photos) | \($0.share) |" }.joined(separator: "\n"))

    Wrong characters: \(characterErrors) in a hundred. See [the evaluation](eval/summary.yaml).

    \(limits)
    """
  }

  private var usage: String {
    """
    ## How to use

    ```python
    import onnxruntime
    from northlight.vision import meters

    session = onnxruntime.InferenceSession("models/reader.onnx")
    reading, sureness = meters.read(session, "photo.jpg")
    ```

    \(CardParts.details("How it was trained", trainingText))
    """
  }

  private var trainingText: String {
    """
    A \(isTransformer ? "transformer" : "recurrent network") (`\(architecture)`) on \(photos) photos,
    \(epochs) epochs; see [`params.yaml`](params.yaml).
    """
  }

  private var limits: String {
    """
    ## Limits

    > [!IMPORTANT]
    > A reading decides a bill, so every reading that differs from the forecast by more than a third
    > is looked at by a person, however sure the model is.

    - ~~Gas meters~~\(exact.count > 2 ? " are read since v1.2.0" : " can't be read yet").
    - Photos that are not upright\(hasOrienter ? " are turned before, by `orient.py`" : " are refused").
    """
  }
}
