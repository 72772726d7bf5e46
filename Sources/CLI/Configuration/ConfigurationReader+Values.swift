import Formats
import GitStore

/// The kinds of value that a configuration holds.
extension ConfigurationReader {
  /// Lets every entry of a mapping change `target` in the way that its key says.
  func fill<Target>(
    _ target: inout Target, from node: YAMLNode, _ keys: [ConfigurationKey<Target>]
  ) throws(ConfigurationError) {
    for entry in try entries(of: node) {
      guard let key = keys.first(where: { $0.name == entry.key }) else {
        throw unknown(entry, among: keys.map(\.name))
      }
      try key.take(self, entry.value, &target)
    }
  }

  func entries(of node: YAMLNode) throws(ConfigurationError) -> [YAMLEntry] {
    guard let entries = node.entries else {
      throw failure(node, "expected a mapping, found \(node.kind)")
    }
    return entries
  }

  func list<Element>(
    _ node: YAMLNode, _ element: (YAMLNode) throws(ConfigurationError) -> Element
  ) throws(ConfigurationError) -> [Element] {
    guard let items = node.items else {
      throw failure(node, "expected a list, found \(node.kind)")
    }
    var elements: [Element] = []
    for item in items { elements.append(try element(item)) }
    return elements
  }

  func text(_ node: YAMLNode) throws(ConfigurationError) -> String {
    guard case .scalar(let text, _) = node.content, !node.isNull else {
      throw failure(node, "expected text, found \(node.kind)")
    }
    return text
  }

  func flag(_ node: YAMLNode) throws(ConfigurationError) -> Bool {
    guard case .bool(let flag) = node.scalar else {
      throw failure(node, "expected true or false, found \(node.kind)")
    }
    return flag
  }

  func count(
    _ node: YAMLNode, in range: ClosedRange<Int>
  ) throws(ConfigurationError) -> Int {
    guard case .integer(let digits) = node.scalar else {
      throw failure(node, "expected a whole number, found \(node.kind)")
    }
    guard let count = Int(digits), range.contains(count) else {
      throw failure(
        node, "\(digits) is out of range", help: "from \(range.lowerBound) to \(range.upperBound)")
    }
    return count
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode
  ) throws(ConfigurationError) -> Choice {
    let word = try text(node)
    guard let choice = Choice(rawValue: word) else {
      let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw failure(node, "unknown value “\(word)”", help: "one of \(allowed)")
    }
    return choice
  }

  /// A path, relative to the folder of the configuration file.
  func folder(_ node: YAMLNode) throws(ConfigurationError) -> String {
    let path = try text(node)
    return path.hasPrefix("/") ? path : base + path
  }

  func webAddress(_ node: YAMLNode) throws(ConfigurationError) -> String {
    try webAddress(node, code: "F011")
  }

  /// An address of the web; any other could run something where a reader clicks on it.
  func webAddress(_ node: YAMLNode, code: String) throws(ConfigurationError) -> String {
    let address = try text(node)
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      throw failure(
        node, "expected an address that begins with https:// or http://", code: code)
    }
    return address
  }
}

/// What is said of a value that does not fit.
extension ConfigurationReader {
  func require(
    _ node: YAMLNode, _ holds: Bool, _ problem: String
  ) throws(ConfigurationError) {
    if !holds { throw failure(node, problem) }
  }

  func failure(
    _ node: YAMLNode, _ problem: String, code: String = "F004", help: String? = nil
  ) -> ConfigurationError {
    failure(code, node.line, node.column, problem, help: help)
  }

  private func unknown(_ entry: YAMLEntry, among known: [String]) -> ConfigurationError {
    let nearest = NearestName.among(known, to: entry.key)
    return failure(
      "F003", entry.line, entry.column, "unknown key “\(entry.key)”",
      help: nearest.map { "did you mean “\($0)”?" } ?? "one of \(known.joined(separator: ", "))")
  }
}
