import Formats
import GitStore
import Registry
import Site

/// Reads a configuration file; anything that it does not know is an error with the nearest name.
struct ConfigurationReader {
  /// The path of the file, as messages name it.
  let file: String
  private let folder: String
  private let lines: [Substring]
  private let bytes: [UInt8]

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    let slash = file.lastIndex(of: "/")
    folder = slash.map { String(file[...$0]) } ?? ""
    lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  func read() throws(ConfigurationError) -> Configuration {
    let root: YAMLNode?
    do throws(FormatError) { root = try YAMLReader.read(bytes) } catch {
      throw failure("F002", error.line, error.column, error.problem, help: error.help)
    }
    var configuration = Configuration()
    guard let root, !root.isNull else { return configuration }
    for entry in try entries(of: root) { try take(entry, &configuration) }
    return configuration
  }

  private static let keys = [
    "title", "description", "base_url", "language", "footer", "noindex", "links", "repositories",
    "stages", "authors", "templates", "assets",
  ]

  private func take(
    _ entry: YAMLEntry, _ configuration: inout Configuration
  ) throws(ConfigurationError) {
    switch entry.key {
    case "title": configuration.settings.title = try text(entry.value)
    case "description": configuration.settings.description = try text(entry.value)
    case "base_url": configuration.settings.baseURL = try baseURL(entry.value)
    case "language": configuration.settings.language = try text(entry.value)
    case "footer": configuration.settings.footer = try text(entry.value)
    case "noindex": configuration.settings.noindex = try flag(entry.value)
    case "links": configuration.settings.links = try list(entry.value, link)
    case "repositories": configuration.repositories = try list(entry.value, repository)
    case "stages": configuration.settings.stages = try list(entry.value, stage)
    case "authors": configuration.settings.authors = try choice(entry.value)
    case "templates": configuration.templates = try folder(entry.value)
    case "assets": configuration.assets = try folder(entry.value)
    default: throw unknown(entry, among: Self.keys)
    }
  }

  private func link(_ node: YAMLNode) throws(ConfigurationError) -> SiteSettings.Link {
    var link = SiteSettings.Link(text: "", url: "")
    for entry in try entries(of: node) {
      switch entry.key {
      case "text": link.text = try text(entry.value)
      case "url": link.url = try webAddress(entry.value)
      default: throw unknown(entry, among: ["text", "url"])
      }
    }
    try require(node, !link.text.isEmpty && !link.url.isEmpty, "a link needs text and url")
    return link
  }

  private func repository(_ node: YAMLNode) throws(ConfigurationError) -> RepositorySource {
    if node.string != nil { return RepositorySource(path: try folder(node)) }
    var path: String?
    var id: String?
    var web: String?
    for entry in try entries(of: node) {
      switch entry.key {
      case "path": path = try folder(entry.value)
      case "id": id = try text(entry.value)
      case "web": web = try webAddress(entry.value)
      default: throw unknown(entry, among: ["id", "path", "web"])
      }
    }
    guard let path else { throw failure(node, "a repository needs a path") }
    return RepositorySource(path: path, id: id, webURL: web)
  }

  private static let styles = ["prod", "staging", "dev", "other", "archived"]

  private func stage(_ node: YAMLNode) throws(ConfigurationError) -> StageSettings {
    if let name = node.string { return StageSettings(name: try stageName(name, node)) }
    var stage = StageSettings(name: "")
    for entry in try entries(of: node) {
      switch entry.key {
      case "name": stage.name = try stageName(try text(entry.value), entry.value)
      case "title": stage.title = try text(entry.value)
      case "production": stage.isProduction = try flag(entry.value)
      case "style":
        let style = try text(entry.value)
        guard Self.styles.contains(style) else {
          throw failure(
            entry.value, "unknown style “\(style)”",
            help: "one of \(Self.styles.joined(separator: ", "))")
        }
        stage.style = style
      default: throw unknown(entry, among: ["name", "title", "style", "production"])
      }
    }
    try require(node, !stage.name.isEmpty, "a stage needs a name")
    return stage
  }

  private func stageName(_ name: String, _ node: YAMLNode) throws(ConfigurationError) -> String {
    try require(
      node, ArtifactName.isStage(name),
      "“\(name)” is no stage name: letters, digits, - _ / only, a letter or digit at both ends")
    return name
  }
}

/// The kinds of value that a configuration holds.
extension ConfigurationReader {
  private func entries(of node: YAMLNode) throws(ConfigurationError) -> [YAMLEntry] {
    guard let entries = node.entries else {
      throw failure(node, "expected a mapping, found \(node.kind)")
    }
    return entries
  }

  private func list<Element>(
    _ node: YAMLNode, _ element: (YAMLNode) throws(ConfigurationError) -> Element
  ) throws(ConfigurationError) -> [Element] {
    guard let items = node.items else {
      throw failure(node, "expected a list, found \(node.kind)")
    }
    var elements: [Element] = []
    for item in items { elements.append(try element(item)) }
    return elements
  }

  private func text(_ node: YAMLNode) throws(ConfigurationError) -> String {
    guard case .scalar(let text, _) = node.content, !node.isNull else {
      throw failure(node, "expected text, found \(node.kind)")
    }
    return text
  }

  private func flag(_ node: YAMLNode) throws(ConfigurationError) -> Bool {
    guard case .bool(let flag) = node.scalar else {
      throw failure(node, "expected true or false, found \(node.kind)")
    }
    return flag
  }

  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
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
  private func folder(_ node: YAMLNode) throws(ConfigurationError) -> String {
    let path = try text(node)
    return path.hasPrefix("/") ? path : folder + path
  }

  private func webAddress(_ node: YAMLNode) throws(ConfigurationError) -> String {
    let address = try text(node)
    let isWeb = address.hasPrefix("https://") || address.hasPrefix("http://")
    try require(node, isWeb, "expected an address that begins with https:// or http://")
    return address
  }

  private func baseURL(_ node: YAMLNode) throws(ConfigurationError) -> String {
    let address = try webAddress(node)
    try require(
      node, !address.contains("?") && !address.contains("#"),
      "the base address takes no query and no fragment")
    return address.hasSuffix("/") ? address : address + "/"
  }

  private func require(
    _ node: YAMLNode, _ holds: Bool, _ problem: String
  ) throws(ConfigurationError) {
    if !holds { throw failure(node, problem) }
  }

  private func unknown(_ entry: YAMLEntry, among known: [String]) -> ConfigurationError {
    let nearest = NearestName.among(known, to: entry.key)
    return failure(
      "F003", entry.line, entry.column, "unknown key “\(entry.key)”",
      help: nearest.map { "did you mean “\($0)”?" } ?? "one of \(known.joined(separator: ", "))")
  }

  private func failure(
    _ node: YAMLNode, _ problem: String, help: String? = nil
  )
    -> ConfigurationError
  {
    failure("F004", node.line, node.column, problem, help: help)
  }

  private func failure(
    _ code: String, _ line: Int, _ column: Int, _ problem: String, help: String?
  ) -> ConfigurationError {
    ConfigurationError(
      file: file, line: line, column: column, code: code, problem: problem, help: help,
      source: line >= 1 && line <= lines.count ? String(lines[line - 1]) : "")
  }
}
