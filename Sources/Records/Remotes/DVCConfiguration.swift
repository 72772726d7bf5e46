package import Formats

/// What DVC's configuration says about caches and remotes (`records.md` §9.1).
///
/// One file makes one configuration; `merged(with:)` lays several over each other. Options that
/// nothing here needs are left out, credentials are kept in memory and never shown.
package struct DVCConfiguration: Equatable, Sendable {
  /// Whose a configuration file is, each above those before it.
  package enum Level: Int, Hashable, Sendable {
    case system, user, repository, local
  }

  /// Lines and options that could not be read.
  package private(set) var problems: [FormatError] = []

  /// In lower case; nothing where none is set, even if there is only one remote.
  package private(set) var defaultRemote: String?

  /// By their names in lower case.
  package private(set) var remotes: [String: Remote] = [:]

  /// The cache where it isn't `.dvc/cache`.
  package private(set) var cacheFolder: ConfiguredPath?

  /// By the names of remotes, the servers that credentials of this machine are meant for.
  private(set) var trustedServers: [String: String] = [:]

  /// The files that this was made of, the lowest level first.
  private var layers: [Layer] = []

  /// What one file says.
  private struct Layer: Hashable, Sendable {
    let level: Level
    var defaultRemote: String?
    var remotes: [String: Remote] = [:]
    var cacheFolder: ConfiguredPath?
  }

  static let problemCode = "P013"

  /// The largest file that is read, in bytes.
  package static let sizeLimit = 1 << 20

  /// Makes a configuration that says nothing.
  package init() {}

  /// Reads a configuration file; what can't be read becomes a problem and costs nothing else.
  ///
  /// - Parameters:
  ///   - level: whose file it is.
  ///   - folder: what its relative paths begin at.
  package init(
    _ bytes: [UInt8], level: Level = .repository, folder: ConfigurationFolder = .project
  ) {
    guard bytes.count <= Self.sizeLimit else {
      let problem = "the file is larger than \(Self.sizeLimit) bytes"
      problems = [FormatError(code: Self.problemCode, line: 1, column: 1, problem: problem)]
      return
    }
    if String(validating: bytes, as: UTF8.self) == nil {
      problems.append(
        FormatError(
          code: "E003", line: 1, column: 1, problem: "the file is not UTF-8",
          help: "save the file as UTF-8"))
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let reader = INIReader(bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes)
    problems += reader.problems
    var layer = Layer(level: level)
    for section in reader.sections where section.depth == 1 {
      read(section, of: folder, into: &layer)
    }
    layers = [layer]
    flatten()
  }

  /// This configuration and another one together: of two that say something about the same option,
  /// the one of the higher level counts, or `other` where both are of the same level.
  package func merged(with other: DVCConfiguration) -> DVCConfiguration {
    var merged = self
    merged.problems += other.problems
    merged.trustedServers.merge(other.trustedServers) { $1 }
    merged.layers = (layers + other.layers).enumerated().sorted {
      ($0.element.level.rawValue, $0.offset) < ($1.element.level.rawValue, $1.offset)
    }.map(\.element)
    merged.flatten()
    return merged
  }

  /// The same, with the credentials that this machine holds meant only for the servers that
  /// `configuration` names.
  ///
  /// A commit's own configuration may name any server under a remote's name, and whoever can push a
  /// branch could so collect the passwords of those who build a site.
  package func trustingServers(of configuration: DVCConfiguration) -> DVCConfiguration {
    var trusting = self
    for name in Set(remotes.keys).union(configuration.remotes.keys) {
      trusting.trustedServers[name] = try? configuration.settled(name).server
    }
    return trusting
  }

  private mutating func read(
    _ section: INIReader.Section, of folder: ConfigurationFolder, into layer: inout Layer
  ) {
    let remote = Self.remoteName(section.name)
    guard remote != nil || section.name == "core" || section.name == "cache" else { return }
    if let remote, layer.remotes[remote] == nil {
      layer.remotes[remote] = Remote(isOfMachine: layer.level != .repository)
    }
    for option in section.options {
      switch (section.name, option.name, option.value) {
      case ("core", "remote", .text(let name)): layer.defaultRemote = name.lowercased()
      case ("cache", "dir", .text(let path)) where !path.isEmpty:
        layer.cacheFolder = ConfiguredPath(path, in: folder)
      case (_, _, .text(let text)):
        if let remote { layer.remotes[remote]?.set(option.name, text, in: folder) }
      case (_, let name, .list)
      where remote != nil && Remote.knows(name) || name == "remote" || name == "dir":
        problems.append(
          FormatError(
            code: Self.problemCode, line: option.line, column: 1,
            problem: "the option \(name) is a list; it is left out",
            help: "put a value with a comma in quotes"))
      case (_, _, .list): break
      }
    }
  }

  /// The name in `remote "name"`.
  private static func remoteName(_ section: String) -> String? {
    let text = section.utf8.drop { $0 == 32 || $0 == 9 }
    guard text.starts(with: "remote".utf8) else { return nil }
    let rest = text.dropFirst(6).drop { $0 == 32 || $0 == 9 }
    guard rest.first == UInt8(ascii: "\""), let last = rest.lastIndex(of: UInt8(ascii: "\"")),
      last > rest.startIndex, rest[rest.index(after: last)...].allSatisfy({ $0 == 32 || $0 == 9 })
    else { return nil }
    return String(Substring(rest[rest.index(after: rest.startIndex)..<last]))
  }

  private mutating func flatten() {
    defaultRemote = nil
    cacheFolder = nil
    remotes = [:]
    for layer in layers {
      defaultRemote = layer.defaultRemote ?? defaultRemote
      cacheFolder = layer.cacheFolder ?? cacheFolder
      remotes.merge(layer.remotes) { $1.completed(by: $0) }
    }
  }
}

extension DVCConfiguration {
  /// All that no output may hold, for whoever passes on what other programs say.
  package var secrets: [Secret] {
    remotes.values.flatMap { remote in
      let parts = remote.url.flatMap { RemoteURL($0.text) }
      return [remote.credentials.password, remote.credentials.token, parts?.password].compactMap(
        \.self)
    }
  }
}
