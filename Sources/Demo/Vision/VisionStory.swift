/// A repository of several models: one logged by DVCLive, one with a pipeline, and one that is
/// annotated but was never registered.
enum VisionStory {
  private static let segmenter = "defects:segmenter"
  private static let reader = "ocr:reader"

  static func tell() -> RepositoryStory {
    var story = RepositoryStory(name: "vision")
    story.commit(
      "Set up a repository for everything that looks at photos", by: .maren,
      at: .on(2025, 5, 6, 10, 11), files: VisionRepository.files)
    tellBeginnings(in: &story)
    tellSharedCode(in: &story)
    tellWinter(in: &story)
    tellTransformers(in: &story)
    return story
  }

  private static func tellBeginnings(in story: inout RepositoryStory) {
    let training = story.commit(
      "Train a U-Net on three wind farms", by: .arjun, at: .on(2025, 6, 10, 18, 52),
      files: DefectsIteration.first.outcome)
    let first = story.register(
      segmenter, "v1.0.0", on: training, by: .arjun, at: .on(2025, 6, 11, 12, 9),
      message: "Good enough to sort photos for the inspectors; not yet to write reports.")
    story.assign(first, to: "canary", by: .maren, at: .on(2025, 6, 12, 9, 40))
    story.assign(
      first, to: "prod", by: .maren, at: .on(2025, 6, 26, 9, 18),
      message: "Canary on the Hornsö farm without a missed crack.")

    let reading = story.commit(
      "Read meters with a CRNN", by: .ines, at: .on(2025, 7, 1, 14, 33),
      files: ReaderIteration.first.outcome)
    let readerOne = story.register(
      reader, "v1.0.0", on: reading, by: .ines, at: .on(2025, 7, 2, 10, 4))
    story.assign(readerOne, to: "prod", by: .maren, at: .on(2025, 7, 9, 9, 22))
  }

  private static func tellSharedCode(in story: inout RepositoryStory) {
    let sharing = story.commit(
      """
      Share colour correction between blades and meters

      Both models are trained anew with it, the blades with photos of two offshore farms.
      """, by: .arjun, at: .on(2025, 9, 16, 19, 5),
      files: DefectsIteration.moreBlades.outcome + ReaderIteration.sharedCode.outcome)
    let blades = story.register(
      segmenter, "v1.1.0", on: sharing, by: .arjun, at: .on(2025, 9, 17, 11, 14))
    let meters = story.register(
      reader, "v1.1.0", on: sharing, by: .arjun, at: .on(2025, 9, 17, 11, 17))
    story.assign(blades, to: "canary", by: .maren, at: .on(2025, 9, 18, 9, 31))
    story.assign(meters, to: "canary", by: .maren, at: .on(2025, 9, 18, 9, 36))
    story.assign(
      blades, to: "prod", by: .maren, at: .on(2025, 10, 2, 9, 6),
      message: "IoU 0.683 against 0.642; inspectors overrule it half as often.")
    story.assign(meters, to: "prod", by: .maren, at: .on(2025, 10, 2, 9, 14))
  }

  private static func tellWinter(in story: inout RepositoryStory) {
    let warming = story.commit(
      "Train with thermal photos and a larger encoder", by: .arjun, at: .on(2025, 12, 2, 18, 27),
      files: DefectsIteration.thermal.outcome)
    let thermal = story.register(
      segmenter, "v1.2.0", on: warming, by: .arjun, at: .on(2025, 12, 3, 11, 50))
    story.assign(thermal, to: "canary", by: .maren, at: .on(2025, 12, 4, 10, 2))
    story.unassign(
      thermal, from: "canary", by: .maren, at: .on(2025, 12, 16, 14, 37),
      message: "Memory of the edge boxes runs out at resnet50, and the gain is 0.007 IoU.")

    let widening = story.commit(
      "Read gas meters", by: .ines, at: .on(2026, 1, 13, 15, 20),
      files: ReaderIteration.gas.outcome)
    let gas = story.register(
      reader, "v1.2.0", on: widening, by: .ines, at: .on(2026, 1, 14, 9, 45),
      message: "Gas meters. Slightly more wrong characters over all, since gas is the hard kind.")
    story.assign(gas, to: "canary", by: .maren, at: .on(2026, 1, 15, 9, 12))
    story.assign(gas, to: "prod", by: .maren, at: .on(2026, 1, 29, 9, 8))
  }

  private static func tellTransformers(in story: inout RepositoryStory) {
    let attending = story.commit(
      "Replace the U-Net by SegFormer", by: .arjun, at: .on(2026, 3, 17, 19, 41),
      files: DefectsIteration.transformer.outcome)
    let attentive = story.register(
      segmenter, "v2.0.0", on: attending, by: .arjun, at: .on(2026, 3, 18, 12, 22),
      message: "SegFormer: IoU 0.749. Needs tiles of 768 pixels, see the card.")
    story.assign(attentive, to: "canary", by: .maren, at: .on(2026, 3, 19, 9, 27))

    let orienting = story.commit(
      "Read the whole display at once, and turn photos upright first", by: .ines,
      at: .on(2026, 4, 7, 16, 9),
      files: ReaderIteration.beta.outcome + [VisionRepository.orientScript.below("ocr")])
    let beta = story.register(
      reader, "v2.0.0-beta.1", on: orienting, by: .ines, at: .on(2026, 4, 8, 9, 54),
      message: "Beta for the service desk's own tests; 246 MB, so not for the canary.")
    story.assign(
      attentive, to: "prod", by: .maren, at: .on(2026, 4, 9, 9, 16),
      message: "Three weeks of canary. The nightly batch takes 40 minutes instead of 25.")

    let finishing = story.commit(
      "Train to the end and quantise", by: .ines, at: .on(2026, 5, 19, 14, 58),
      files: ReaderIteration.transformer.outcome)
    let finished = story.register(
      reader, "v2.0.0", on: finishing, by: .ines, at: .on(2026, 5, 20, 10, 31))
    story.deregister(
      beta, by: .ines, at: .on(2026, 5, 20, 10, 38), message: "Superseded by v2.0.0.")
    story.assign(finished, to: "canary", by: .maren, at: .on(2026, 5, 21, 9, 5))
    story.assign(
      finished, to: "prod", by: .maren, at: .on(2026, 6, 4, 9, 21),
      message: "Four in a hundred fewer photos for the service desk.")

    let overlapping = story.commit(
      "Let tiles overlap", by: .arjun, at: .on(2026, 6, 9, 18, 36),
      files: DefectsIteration.tiling.outcome)
    let tiled = story.register(
      segmenter, "v2.0.1", on: overlapping, by: .arjun, at: .on(2026, 6, 10, 11, 33))
    story.assign(tiled, to: "canary", by: .maren, at: .on(2026, 6, 11, 9, 48))
  }
}
