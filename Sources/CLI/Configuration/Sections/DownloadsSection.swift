import Formats
import Registry

/// `downloads`: which bytes of artifacts the site itself hands out.
extension ConfigurationReader {
  private enum Publication: String, CaseIterable { case none, git }

  private struct Downloads {
    var publish = Publication.none
    var limit = 16 << 20
  }

  private static let downloadKeys: [ConfigurationKey<Downloads>] = [
    ConfigurationKey("publish", \.publish, Self.choice),
    ConfigurationKey("limit", \.limit, Self.publishedSize),
  ]

  func downloads(
    _ node: YAMLNode, _ configuration: inout Configuration
  ) throws(ConfigurationError) {
    var downloads = Downloads()
    try fill(&downloads, from: node, Self.downloadKeys)
    configuration.records.publishedSize = downloads.publish == .git ? downloads.limit : nil
  }

  private func publishedSize(_ node: YAMLNode) throws(ConfigurationError) -> Int {
    try byteCount(node, upTo: Self.largestFile)
  }
}
