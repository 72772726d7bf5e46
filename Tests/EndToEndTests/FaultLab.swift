import TestSupport
import Testing

/// An old site, and the facts and the configuration from which a new one is built in its place.
///
/// Facts, since then a build starts no other process: what goes wrong, goes wrong while publishing.
struct FaultLab: Sendable {
  let folder: String
  let mode: String

  /// Digests of the files of the whole sites, by path.
  let old: [Substring: Substring]
  let new: [Substring: Substring]

  /// Gives `body` a lab whose sites are published in the way that `--publish` names.
  static func with(_ mode: String, _ body: (FaultLab) async throws -> Void) async throws {
    try await CheckTests.withRepository { folder, script in
      func collect(_ name: String) async throws {
        try await require(
          [binary, "collect", "repo", "-o", "\(name).facts", "--offline"],
          in: folder)
      }
      try await collect("old")
      try await CheckTests.addVersion(script, ["m.json": #"{"auc": 0.91}"#])
      try await collect("new")
      try writeFile("\(folder)/old.yaml", "title: Old\n")
      try writeFile("\(folder)/new.yaml", "title: New\n")
      var digests: [[Substring: Substring]] = []
      for name in ["old", "new"] {
        try await require(["mkdir", name], in: folder)
        let result = try await runTool(
          build(name, mode, folder: folder), in: "\(folder)/\(name)")
        try #require(result.status == 0, "\(result.errors)")
        try writeFile("\(folder)/\(name)/site/CNAME", "a file of somebody else\n")
        digests.append(try await self.digests("\(folder)/\(name)"))
      }
      try await body(FaultLab(folder: folder, mode: mode, old: digests[0], new: digests[1]))
    }
  }

  /// A build is killed or hindered a hundred times: better one that is quick.
  private static let binary = Vitrine.optimised ?? Vitrine.binary

  /// The command that builds a site in the current folder.
  private static func build(_ name: String, _ mode: String, folder: String) -> [String] {
    [
      binary, "build", "-o", "site", "-c", "\(folder)/\(name).yaml", "--publish", mode,
      "--no-cache", "--offline", "--jobs", "1", "-q", "--from", "\(folder)/\(name).facts",
    ]
  }

  /// The command that builds the new site, or the old one.
  func building(_ name: String = "new") -> [String] { Self.build(name, mode, folder: folder) }

  /// A copy of the old site; `place` is the folder around it.
  func withOldSite(_ body: (_ place: String) async throws -> Void) async throws {
    let place = "\(folder)/place"
    try await require(["rm", "-rf", place])
    try await require(["cp", "-a", "\(folder)/old", place])
    try await body(place)
  }

  static func digests(_ place: String) async throws -> [Substring: Substring] {
    let list = try await require(
      ["sh", "-ec", "cd site; find . -type f -exec sha256sum {} +"], in: place)
    return Dictionary(
      list.text.split(separator: "\n").map { ($0.dropFirst(66), $0.prefix(64)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a failed build has left beside the site.
  func leftovers(_ place: String) async throws -> [Substring] {
    let names = try await require(["ls", "-A", place]).text.split(separator: "\n")
    return names.filter { $0 != "site" && $0 != ".site.releases" }
  }

  /// Expects that one of the sites is there, whole; in place a file may be of either.
  func expectWhole(
    _ place: String, _ expected: [[Substring: Substring]], _ what: String
  ) async throws {
    let found = try await Self.digests(place)
    guard mode == "in-place" else {
      let differing = expected.map { site in
        found.filter { site[$0.key] != $0.value }.keys.sorted().prefix(3)
      }
      #expect(expected.contains(found), "\(what): neither site, \(found.count) \(differing)")
      return
    }
    let own = ["./.vitrine-site.json", "./.vitrine-site.new"]
    for (path, digest) in found where !own.contains(String(path)) {
      #expect([old[path], new[path]].contains(digest), "\(what): \(path)")
    }
  }

  /// Expects that the next build puts everything right.
  func expectMended(_ place: String, _ what: String) async throws {
    let next = try await runTool(building(), in: place)
    #expect(next.status == 0, "\(what): \(next.errors)")
    #expect(try await Self.digests(place) == new, "\(what)")
    #expect(try await leftovers(place).isEmpty, "\(what)")
  }
}
