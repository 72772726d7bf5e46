import FoundationEssentials
import TestSupport
import Testing

/// What the source text and the released binary promise.
@Suite(.timeLimit(.minutes(30)))
struct ManufactureTests {
  /// Which modules of ours and of others each target may import.
  static let allowed: [String: Set<String>] = [
    "Formats": ["CYAML", "FoundationEssentials"],
    "Mustache": ["FoundationEssentials"],
    "Locks": ["Glibc"],
    "GitStore": ["FoundationEssentials", "Glibc", "Locks", "Subprocess"],
    "Digests": [],
    "Explanations": [],
    "Records": ["Formats"],
    "Markdown": ["CCMark", "Formats", "Glibc"],
    "Cards": ["Formats", "Glibc", "Locks", "Markdown", "Subprocess"],
    "Storage": [
      "Digests", "Formats", "FoundationEssentials", "Glibc", "Records", "Subprocess",
    ],
    "Registry": [
      "Cards", "Digests", "Formats", "GitStore", "Markdown", "Records", "Storage",
      "FoundationEssentials",
    ],
    "FactStore": ["Cards", "Formats", "Glibc", "Locks", "Registry"],
    "Drawing": ["Glibc", "Mustache"],
    "Theme": ["FoundationEssentials"],
    "Site": [
      "Cards", "Digests", "Drawing", "Explanations", "Formats", "GitStore", "Markdown", "Mustache",
      "Records", "Registry", "Theme", "FoundationEssentials",
    ],
    "Publishing": ["Digests", "Glibc", "FoundationEssentials"],
    "Demo": ["Digests", "GitStore", "Glibc", "FoundationEssentials"],
    "CLI": [
      "ArgumentParser", "Cards", "Demo", "Digests", "Dispatch", "Explanations", "FactStore",
      "Formats", "GitStore", "Glibc", "Locks", "Markdown", "Mustache", "Publishing", "Records",
      "Registry", "Site", "Storage", "Theme",
    ],
  ]

  @Test(arguments: allowed.keys.sorted())
  func importsOnlyWhatItMay(_ target: String) throws {
    let folder = "\(Vitrine.root)/Sources/\(target)"
    var count = 0
    for path in try filesBelow(folder) where path.hasSuffix(".swift") {
      let text = String(decoding: try readFile("\(folder)/\(path)"), as: UTF8.self)
      count += 1
      for module in Self.imports(text) {
        #expect(Self.allowed[target]?.contains(module) == true, "\(target)/\(path): \(module)")
      }
    }
    #expect(count > 0)
  }

  /// The modules in the lines before a file's first declaration.
  private static func imports(_ text: String) -> [String] {
    let head = text.split(separator: "\n").prefix { line in
      line.hasPrefix("//") || line.split(separator: " ").prefix(2).contains("import")
    }
    return head.filter { !$0.hasPrefix("//") }
      .compactMap { $0.split(separator: " ").last.map(String.init) }
  }

  /// Whoever reads the catalog must not need what built it.
  @Test(.enabled(if: Vitrine.optimised != nil))
  func worksAlone() async throws {
    let release = try #require(Vitrine.optimised)
    let libraries = try await require(["ldd", release]).text
    for library in ["libcmark", "libyaml", "libswift", "libFoundation", "libdispatch"] {
      #expect(!libraries.contains(library), "\(libraries)")
    }
    try await withTemporaryFolder { folder in
      try await require(["cp", release, "\(folder)/vitrine"])
      // Without network and without anything in the environment but a path to git.
      let result = try await runTool(
        ["env", "-i", "PATH=/usr/bin:/bin", "\(folder)/vitrine", "demo", "\(folder)/demo"],
        in: "/")
      #expect(result.status == 0, "\(result.errors)")
      #expect(fileExists("\(folder)/demo/site/index.html"))
    }
  }

  @Test(.enabled(if: Vitrine.isRoot))
  func readsWithoutNetwork() async throws {
    try await withTemporaryFolder { folder in
      let result = try await runTool(
        ["unshare", "-n", Vitrine.binary, "demo", "\(folder)/demo"])
      #expect(result.status == 0, "\(result.errors)")
    }
  }
}
