import Formats
import Registry
import Storage

/// `limits`: how much of a repository's records, plots and cards is read, and how long Git may take.
extension ConfigurationReader {
  private static let limitKeys: [ConfigurationKey<Configuration>] = [
    ConfigurationKey("file_size", Self.fileSize),
    ConfigurationKey("values_per_file", \.records.limits.valuesPerFile, Self.itemLimit),
    ConfigurationKey("files_per_commit", \.records.limits.filesPerCommit, Self.itemLimit),
    ConfigurationKey("plots_per_version", \.records.limits.plotsPerVersion, Self.itemLimit),
    ConfigurationKey("images_per_version", \.records.limits.imagesPerVersion, Self.itemLimit),
    ConfigurationKey("card_size", \.records.cards.sizeLimit, Self.cardSize),
    ConfigurationKey("references", \.records.limits.references, Self.referenceLimit),
    ConfigurationKey("git_seconds", \.gitSeconds, Self.seconds),
  ]

  /// A size and how people write it.
  typealias Size = (bytes: Int, text: String)

  /// A file is read whole, and several at a time.
  static let largestFile: Size = (1 << 30, "1GiB")

  /// A page holds a card whole.
  private static let largestCard: Size = (16 << 20, "16MiB")

  func limits(
    _ node: YAMLNode, _ configuration: inout Configuration
  ) throws(ConfigurationError) {
    try fill(&configuration, from: node, Self.limitKeys)
  }

  /// What may be read of a file in Git may be fetched of one outside.
  private func fileSize(
    _ node: YAMLNode, _ configuration: inout Configuration
  ) throws(ConfigurationError) {
    let size = try byteCount(node, upTo: Self.largestFile)
    configuration.records.limits.fileSize = size
    configuration.records.storage.sizeLimit = size
  }

  private func cardSize(_ node: YAMLNode) throws(ConfigurationError) -> Int {
    try byteCount(node, upTo: Self.largestCard)
  }

  private func referenceLimit(_ node: YAMLNode) throws(ConfigurationError) -> Int {
    try count(node, in: 1...10_000_000)
  }

  private func seconds(_ node: YAMLNode) throws(ConfigurationError) -> Int {
    try count(node, in: 1...86_400)
  }

  private func itemLimit(_ node: YAMLNode) throws(ConfigurationError) -> Int {
    try count(node, in: 1...100_000)
  }

  /// A number of bytes, or text with a unit such as `16MiB`.
  func byteCount(
    _ node: YAMLNode, upTo largest: Size
  ) throws(ConfigurationError) -> Int {
    guard let written = node.string else { return try count(node, in: 1...largest.bytes) }
    let digits = written.prefix { $0.isASCII && $0.isNumber }
    let unit = written.dropFirst(digits.count).drop { $0 == " " }
    guard !digits.isEmpty, let factor = Self.factor(of: unit) else {
      throw failure(
        node, "“\(written)” is no size",
        help: "a whole number of bytes, kB, MB, GB, KiB, MiB or GiB")
    }
    let size = Int(digits)?.multipliedReportingOverflow(by: factor)
    guard let size, !size.overflow, (1...largest.bytes).contains(size.partialValue) else {
      throw failure(node, "\(written) is out of range", help: "from 1 byte to \(largest.text)")
    }
    return size.partialValue
  }

  private static func factor(of unit: Substring) -> Int? {
    switch unit {
    case "", "B": 1
    case "kB", "KB": 1_000
    case "MB": 1_000_000
    case "GB": 1_000_000_000
    case "KiB": 1 << 10
    case "MiB": 1 << 20
    case "GiB": 1 << 30
    default: nil
    }
  }
}
