import GitStore
import Records
import Storage

/// The texts of a published site, at an address or in a folder, as far as downloads need them.
struct SiteIndex: Sendable {
  /// The address or path of the site, without a slash at its end.
  private let base: String
  private let commands: [String: [String]]

  /// - Parameter commands: those of `storage`, by the scheme of an address.
  init(_ place: String, commands: [String: [String]]) {
    var base = place
    while base.count > 1, base.hasSuffix("/") { base.removeLast() }
    self.base = base
    self.commands = commands
  }

  static func isWeb(_ place: String) -> Bool {
    place.hasPrefix("https://") || place.hasPrefix("http://")
  }

  /// Whether a folder is a site.
  static func isSite(_ folder: String) -> Bool {
    FileStatus.exists("\(folder)/api/v1/models.txt")
  }

  func find(_ choice: ModelChoice) async throws -> FoundVersion {
    let models = "\(base)/api/v1/models.txt"
    let list = try await list(models, "vitrine-models")
    let (model, selection) = try choice.resolved { name throws(TransferChoiceError) in
      try Self.model(name, in: list)
    }
    let versions = Self.joined(models, model.way)
    let way = try Self.listing(
      selection, of: model.id, in: try await self.list(versions, "vitrine-versions"))
    let place = Self.joined(versions, way)
    let listing: FileListing
    do {
      listing = try FileListing(try await bytes(place))
    } catch let error as FileListingError {
      throw TransferFailure(.refusedList, "\(place): \(error.problem)")
    }
    return FoundVersion(
      model: listing.model, version: listing.version, commit: listing.commit,
      withdrawal: listing.withdrawal, notes: listing.notes,
      files: listing.files.map { file in
        WantedFile(
          path: file.path, size: file.size, hashes: file.hashes,
          sources: sources(file.urls, in: place))
      })
  }

  /// A model by its id, or by its name where only one is called so.
  private static func model(
    _ name: String, in list: LineList
  ) throws(TransferChoiceError) -> (id: String, way: String)? {
    let models = list.lines.filter { $0.first == "model" && $0.count >= 4 }
    let exact = models.filter { $0[1] == name }
    let found = exact.isEmpty ? models.filter { $0[2] == name } : exact
    guard found.count <= 1 else {
      let ids = found.map { $0[1] }.joined(separator: ", ")
      throw TransferChoiceError("several models are called \(name): \(ids)", isUnknown: false)
    }
    return found.first.map { ($0[1], $0[3]) }
  }

  /// The way to the files of a version.
  private static func listing(
    _ selection: ModelChoice.Selection, of model: String, in list: LineList
  ) throws(TransferChoiceError) -> String {
    let (kind, value, words): (String, String?, String) =
      switch selection {
      case .latest: ("latest", nil, "no latest version")
      case .version(let name): ("version", name, "no version \(name)")
      case .stage(let name): ("stage", name, "no version in stage \(name)")
      }
    let line = list.lines.first {
      $0.first == kind && $0.count >= 3 && (value == nil || $0[1] == value)
    }
    guard let way = line?.last else {
      throw TransferChoiceError("\(model) has \(words)", isUnknown: true)
    }
    guard way != "-" else {
      throw TransferChoiceError(
        "what \(model) has in that stage is a commit, and no registered version", isUnknown: true)
    }
    return way
  }

  /// The places that have a file: a command that is configured for its scheme before the open web.
  private func sources(_ urls: [String], in place: String) -> [TransferSource] {
    var own: [TransferSource] = []
    var web: [TransferSource] = []
    for url in urls {
      guard let mark = url.firstRange(of: "://") else {
        let joined = Self.joined(place, url)
        if !url.hasPrefix("/") {
          web.append(Self.isWeb(joined) ? .web(joined, nil) : .file(joined))
        }
        continue
      }
      if let command = commands[url[..<mark.lowerBound].lowercased()] {
        own.append(.command(command, url: url))
      } else if Self.isWeb(url) {
        web.append(.web(url, nil))
      }
    }
    return own + web
  }

  private func list(_ place: String, _ word: String) async throws -> LineList {
    do {
      return try LineList(try await bytes(place), word: word)
    } catch let error as FileListingError {
      throw TransferFailure(.refusedList, "\(place): \(error.problem)")
    }
  }

  private func bytes(_ place: String) async throws(TransferFailure) -> [UInt8] {
    if Self.isWeb(place) { return try await WebText().read(place) }
    guard let bytes = FileStatus.contents(of: place) else {
      throw TransferFailure(.notFound, "there is no \(place), or it can't be read")
    }
    return bytes
  }

  /// The place that a relative address in the text of another place means.
  static func joined(_ place: String, _ way: String) -> String {
    guard !way.contains("://") else { return way }
    let start = isWeb(place) ? (place.firstRange(of: "://")?.upperBound ?? place.startIndex) : nil
    var parts = place[(start ?? place.startIndex)...].split(
      separator: "/", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
    for part in way.split(separator: "/") {
      if part == ".." {
        // The first part is the server's name, or nothing before the root.
        if parts.count > 1 { parts.removeLast() }
      } else if part != "." {
        parts.append(start == nil ? percentDecoded(part) : String(part))
      }
    }
    return place[..<(start ?? place.startIndex)] + parts.joined(separator: "/")
  }

  private static func percentDecoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(Substring(rest.prefix(2))), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
