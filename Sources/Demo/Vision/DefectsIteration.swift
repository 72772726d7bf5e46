/// One training of the model that finds damage on rotor blades, logged by DVCLive.
struct DefectsIteration {
  let version: String
  let encoder: String
  let change: String
  let epochs: Int
  let imageSize: Int
  let learningRate: Double
  let photos: Int

  /// Overlap of the found and the drawn areas on validation photos.
  let iou: Double
  let dice: Double
  let trainLoss: Double
  let validationLoss: Double

  /// Whether a photo shows damage at all: the area under that ROC curve.
  let photoAUC: Double

  /// Photos, of 60, on which one kind of damage was taken for another or overlooked.
  let confused: Int

  /// The size of the model's file in bytes.
  let size: Int

  static let first = DefectsIteration(
    version: "v1.0.0", encoder: "resnet34", change: "U-Net on the photos of three wind farms.",
    epochs: 20, imageSize: 512, learningRate: 0.0003, photos: 2_140,
    iou: 0.6418, dice: 0.7821, trainLoss: 0.2614, validationLoss: 0.3027, photoAUC: 0.9187,
    confused: 14, size: 97_934_112)

  static let moreBlades = DefectsIteration(
    version: "v1.1.0", encoder: "resnet34", change: "Photos of two offshore farms added.",
    epochs: 24, imageSize: 512, learningRate: 0.0003, photos: 3_305,
    iou: 0.6834, dice: 0.8119, trainLoss: 0.2273, validationLoss: 0.2688, photoAUC: 0.9342,
    confused: 11, size: 97_934_112)

  static let thermal = DefectsIteration(
    version: "v1.2.0", encoder: "resnet50", change: "Larger encoder, trained with thermal photos.",
    epochs: 24, imageSize: 512, learningRate: 0.0002, photos: 3_780,
    iou: 0.6901, dice: 0.8166, trainLoss: 0.2018, validationLoss: 0.2671, photoAUC: 0.9318,
    confused: 11, size: 130_112_640)

  static let transformer = DefectsIteration(
    version: "v2.0.0", encoder: "mit_b2", change: "SegFormer instead of U-Net.",
    epochs: 30, imageSize: 768, learningRate: 0.00006, photos: 4_412,
    iou: 0.7486, dice: 0.8562, trainLoss: 0.1627, validationLoss: 0.2104, photoAUC: 0.9615,
    confused: 7, size: 109_731_264)

  static let tiling = DefectsIteration(
    version: "v2.0.1", encoder: "mit_b2", change: "Tiles overlap, so cracks at their edges count.",
    epochs: 30, imageSize: 768, learningRate: 0.00006, photos: 4_412,
    iou: 0.7533, dice: 0.8593, trainLoss: 0.1611, validationLoss: 0.2081, photoAUC: 0.9641,
    confused: 6, size: 109_731_264)

  /// A number of its own for everything that only has to look random.
  var seed: Int { version.utf8.reduce(11) { $0 &* 31 &+ Int($1) } }

  /// The names of the classes.
  static let classes = ["intact", "crack", "erosion", "lightning"]
}
