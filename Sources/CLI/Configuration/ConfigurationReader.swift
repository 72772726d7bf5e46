import Formats
import Registry
import Site
import Storage

/// Reads a configuration file; anything that it does not know is an error with the nearest name.
///
/// The kinds of values are in `ConfigurationReader+Values.swift`, what a key's value looks like in
/// its file in `Sections`.
struct ConfigurationReader: Sendable {
  /// The path of the file, as messages name it.
  let file: String

  /// The path of its folder with a slash at the end; empty for the current one.
  let base: String

  /// The name of the file without its folder, as the site may show it.
  var name: String { String(file.dropFirst(base.count)) }
  private let lines: [Substring]
  private let bytes: [UInt8]

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    let slash = file.lastIndex(of: "/")
    base = slash.map { String(file[...$0]) } ?? ""
    lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Every key of the file.
  private static let keys: [ConfigurationKey<Configuration>] = [
    ConfigurationKey("title", \.settings.title, Self.text),
    ConfigurationKey("description", \.settings.description, Self.text),
    ConfigurationKey("base_url", \.settings.baseURL, Self.baseURL),
    ConfigurationKey("language", \.settings.language, Self.text),
    ConfigurationKey("footer", \.settings.footer, Self.text),
    ConfigurationKey("noindex", \.settings.noindex, Self.flag),
    ConfigurationKey("links", \.settings.links, Self.links),
    ConfigurationKey("repositories", \.repositories, Self.repositories),
    ConfigurationKey("stages", \.settings.stages, Self.stages),
    ConfigurationKey("authors", \.settings.authors, Self.choice),
    ConfigurationKey("templates", \.templates, Self.folder),
    ConfigurationKey("assets", \.assets, Self.folder),
    ConfigurationKey("metrics", \.settings.metrics, Self.metrics),
    ConfigurationKey("compare", \.settings.comparison, Self.comparison),
    ConfigurationKey("cards", Self.cards),
    ConfigurationKey("records", Self.records),
    ConfigurationKey("versions", \.records.releaseTags, Self.releaseTags),
    ConfigurationKey("candidates", \.records.candidates, Self.candidates),
    ConfigurationKey("storage", \.records.storage.commands, Self.storageCommands),
    ConfigurationKey("downloads", Self.downloads),
    ConfigurationKey("limits", Self.limits),
    ConfigurationKey("rules", Self.rules),
    ConfigurationKey("publish", \.publish, Self.choice),
  ]

  func read() throws(ConfigurationError) -> Configuration {
    let root: YAMLNode?
    do throws(FormatError) { root = try YAMLReader.read(bytes) } catch {
      throw failure(
        "F002", error.line, error.column, error.problem, help: error.help ?? quotingHelp(error))
    }
    var configuration = Configuration()
    guard let root, !root.isNull else { return configuration }
    try fill(&configuration, from: root, Self.keys)
    configuration.findings = SecretSearch.diagnostics(in: root, file: name)
    return configuration
  }

  /// Text that begins with `*`, as patterns do, is an alias to YAML, whose own words help nobody.
  private func quotingHelp(_ error: FormatError) -> String? {
    let around = text(ofLine: error.line).dropFirst(max(error.column - 2, 0)).prefix(2)
    return around.contains("*") ? "put text that begins with * in quotes" : nil
  }

  private func text(ofLine line: Int) -> String {
    lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
  }

  /// The error for a place in the file.
  func failure(
    _ code: String, _ line: Int, _ column: Int, _ problem: String, help: String?
  ) -> ConfigurationError {
    ConfigurationError(
      file: file, line: line, column: column, code: code, problem: problem, help: help,
      source: text(ofLine: line))
  }
}
