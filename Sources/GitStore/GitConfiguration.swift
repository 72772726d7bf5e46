/// The settings in a repository's own configuration file.
package struct GitConfiguration: Sendable {
  private let settings: [String: String]

  /// Reads the records of `git config --list -z`: a key, a line feed, a value, and a NUL.
  init(listing: [UInt8]) {
    var settings: [String: String] = [:]
    for record in listing.split(separator: 0) {
      let parts = record.split(separator: UInt8(ascii: "\n"), maxSplits: 1)
      guard let key = parts.first else { continue }
      let value = parts.count > 1 ? parts[1] : []
      settings[String(decoding: key, as: UTF8.self)] = String(decoding: value, as: UTF8.self)
    }
    self.settings = settings
  }

  /// The value of a key, its section and name in lower case.
  package subscript(key: String) -> String? { settings[key] }

  /// Whether objects may be missing because the clone left them on the server.
  package var isPartialClone: Bool {
    settings.contains { key, value in
      key == "extensions.partialclone"
        || key.hasPrefix("remote.") && key.hasSuffix(".promisor") && value != "false"
    }
  }

  /// The address of `origin`, or of the only remote there is; credentials still in it.
  package var remoteAddress: String? {
    if let origin = settings["remote.origin.url"] { return origin }
    let remotes = settings.filter { $0.key.hasPrefix("remote.") && $0.key.hasSuffix(".url") }
    return remotes.count == 1 ? remotes.first?.value : nil
  }
}
