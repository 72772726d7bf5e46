/// One training of the model that reads photographed meters.
struct ReaderIteration {
  let version: String
  let change: String
  let architecture: String
  let epochs: Int
  let learningRate: Double
  let photos: Int

  /// The share of photos read without a mistake, by kind of meter.
  let exact: [(meter: String, share: Double, photos: Int)]

  /// Wrong characters in a hundred, over all kinds.
  let characterErrors: Double
  let validationLoss: Double

  /// The share of photos that the model dares to read.
  let coverage: Double
  let size: Int

  /// Whether the repository trains the model that turns photos upright, too.
  var hasOrienter = false

  static let first = ReaderIteration(
    version: "v1.0.0", change: "First model, for rotating-disc and digital meters.",
    architecture: "crnn", epochs: 18, learningRate: 0.001, photos: 12_400,
    exact: [("disc", 0.8714, 1_312), ("digital", 0.9203, 1_104)],
    characterErrors: 2.94, validationLoss: 0.1873, coverage: 0.882, size: 34_201_600)

  static let sharedCode = ReaderIteration(
    version: "v1.1.0", change: "Colour correction shared with the blade model.",
    architecture: "crnn", epochs: 18, learningRate: 0.001, photos: 14_950,
    exact: [("disc", 0.8896, 1_312), ("digital", 0.9311, 1_104)],
    characterErrors: 2.47, validationLoss: 0.1622, coverage: 0.897, size: 34_201_600)

  static let gas = ReaderIteration(
    version: "v1.2.0", change: "Reads gas meters too.",
    architecture: "crnn", epochs: 22, learningRate: 0.0008, photos: 19_308,
    exact: [("disc", 0.8951, 1_312), ("digital", 0.9338, 1_104), ("gas", 0.8427, 718)],
    characterErrors: 2.61, validationLoss: 0.1688, coverage: 0.889, size: 34_873_344)

  static let beta = ReaderIteration(
    version: "v2.0.0-beta.1", change: "A transformer reads the whole display at once.",
    architecture: "trocr-small", epochs: 16, learningRate: 0.00005, photos: 23_116,
    exact: [("disc", 0.9327, 1_312), ("digital", 0.9629, 1_104), ("gas", 0.8914, 718)],
    characterErrors: 1.58, validationLoss: 0.1094, coverage: 0.921, size: 246_153_216,
    hasOrienter: true)

  static let transformer = ReaderIteration(
    version: "v2.0.0", change: "The transformer, trained to the end and quantised to 8 bits.",
    architecture: "trocr-small", epochs: 24, learningRate: 0.00005, photos: 23_116,
    exact: [("disc", 0.9412, 1_312), ("digital", 0.9667, 1_104), ("gas", 0.9067, 718)],
    characterErrors: 1.37, validationLoss: 0.0981, coverage: 0.934, size: 63_275_008,
    hasOrienter: true)

  /// A number of its own for everything that only has to look random.
  var seed: Int { version.utf8.reduce(13) { $0 &* 31 &+ Int($1) } }

  /// The share of all photos read without a mistake.
  var exactOverall: Double {
    let read = exact.reduce(0.0) { $0 + $1.share * Double($1.photos) }
    return (read / Double(exact.reduce(0) { $0 + $1.photos })).rounded(to: 4)
  }
}
