import Formats
import Records

/// What has to hold for DVC's configuration: the input's first file is a repository's, the next one
/// that of somebody's machine.
///
/// What may be published says the same whatever the users, passwords and tokens are: so none of them
/// is in it, nor anything that was made of one.
enum ConfigurationCheck {
  static func run(_ bytes: [UInt8]) {
    let shown = published(bytes)
    // A value over several lines may hold what looks like an option.
    for quote in ["\"\"\"", "'''"] where contains(Array(quote.utf8), in: bytes) { return }
    expect(published(SecretChange.changed(bytes)) == shown, "a secret is published: \(shown)")
  }

  private static func published(_ bytes: [UInt8]) -> [String] {
    let files = InputParts(bytes).files.map(\.bytes)
    let repository = DVCConfiguration(files.first ?? [])
    let machine = DVCConfiguration(files.dropFirst().first ?? [], level: .local)
    let all = machine.merged(with: repository)
    let trusting = all.trustingServers(of: machine)
    for problem in repository.problems { RecordCheck.check(problem, in: files.first ?? []) }
    expect(all.remotes.count <= repository.remotes.count + machine.remotes.count, "made up")
    _ = all.cacheFolder?.resolved(projectFolder: "/p", homeFolder: "/h")
    var texts = all.problems.map { "\($0) \($0.help ?? "")" }
    for name in all.remotes.keys.sorted().prefix(12) {
      texts += published(name, in: all) + published(name, in: trusting)
    }
    return texts + published(nil, in: all)
  }

  private static func published(_ name: String?, in configuration: DVCConfiguration) -> [String] {
    do throws(RemoteError) {
      guard let remote = try configuration.remote(for: name) else { return [] }
      check(remote)
      if let password = remote.credentials?.password {
        expect(configuration.secrets.contains(password), "a password that is not masked")
      }
      let md5 = "d41d8cd98f00b204e9800998ecf8427e"
      let object = remote.address(md5: md5, isFolder: true, isLegacy: false)
      let file = remote.address(
        path: "a b/ü#?.csv", versions: [.init(remote: remote.name, versionID: "v 1")])
      let texts = [
        remote.published.name, remote.published.url, remote.scheme, object?.publicURL,
        object?.webURL, file?.publicURL, file?.webURL, String(reflecting: remote.credentials),
      ]
      return texts.compactMap(\.self)
    } catch {
      return ["\(error)", RemoteError.shown(name ?? "")]
    }
  }

  private static func check(_ remote: DVCRemote) {
    let object = remote.address(
      md5: "d41d8cd98f00b204e9800998ecf8427e", isFolder: false, isLegacy: true)
    for url in [remote.publicURL, object?.publicURL, object?.webURL].compactMap(\.self) {
      expect(ExternalAddress.withoutCredentials(url) == url || isBucketKey(url), "a user: \(url)")
      expect(url.utf8.allSatisfy { $0 >= 32 && $0 != 127 }, "control characters: \(url)")
    }
  }

  /// Whether an at sign stands behind the bucket's name, where it is part of a key.
  private static func isBucketKey(_ url: String) -> Bool {
    let server = url.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
    return !server.prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: "@"))
  }

  private static func contains(_ wanted: [UInt8], in bytes: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }
}
