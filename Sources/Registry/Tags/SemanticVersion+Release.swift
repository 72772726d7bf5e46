extension SemanticVersion {
  /// The version that a plain release tag names: from its first digit on, with the parts that it
  /// leaves out as zero (`cli.md`, `versions`).
  package static func releaseVersion(inTag name: String) -> String? {
    let text = name.drop { !$0.isASCII || !$0.isNumber }
    guard !text.isEmpty else { return nil }
    let core = text.prefix { $0.isNumber || $0 == "." }
    let rest = text.dropFirst(core.count)
    var parts = core.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    while parts.count < 3, parts.last?.isEmpty == false { parts.append("0") }
    let version = "v" + parts.joined(separator: ".") + rest
    return SemanticVersion(tag: version) == nil ? nil : version
  }
}
