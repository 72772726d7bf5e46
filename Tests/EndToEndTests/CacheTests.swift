import TestSupport
import Testing

/// What is kept between builds never shows in the site (`cli.md`, `--cache`; `bad-input.md`, O018).
@Suite(.timeLimit(.minutes(30)))
struct CacheTests {
  /// Builds once with the cache and once without, compares, and gives the closing line of the first.
  @discardableResult
  private func buildBoth(
    _ lab: CacheLab, _ more: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    let cached = try await lab.build("site", ["--cache", "\(lab.folder)/cache"] + more)
    let fresh = try await lab.build("fresh", ["--no-cache"] + more)
    #expect(
      cached.status == 0 && fresh.status == 0, "\(cached.errors)", sourceLocation: sourceLocation)
    let difference = try await runTool(
      ["diff", "-rq", "\(lab.folder)/site", "\(lab.folder)/fresh"])
    #expect(difference.succeeded, "\(difference.text)", sourceLocation: sourceLocation)
    let told = [cached, fresh].map { result in
      result.errors.split(separator: "\n").filter { !$0.hasPrefix("Built ") }
    }
    #expect(told[0] == told[1], sourceLocation: sourceLocation)
    return cached.errors.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test("After every change, the site is the one that is built anew", arguments: [1, 2, 3])
  func staysTheSame(seed: UInt64) async throws {
    try await CacheLab.with { lab in
      var lab = lab
      var generator = SplitMix(state: seed)
      try await buildBoth(lab)
      for _ in 0..<12 {
        guard let change = CacheLab.Change.allCases.randomElement(using: &generator) else { return }
        try await lab.make(change, &generator)
        let jobs = Bool.random(using: &generator) ? "1" : "2"
        let line = try await buildBoth(lab, ["--jobs", jobs])
        #expect(line.hasPrefix("Built "), "\(change)")
      }
    }
  }

  @Test("Each kind of change alone", arguments: CacheLab.Change.allCases)
  func singleChanges(change: CacheLab.Change) async throws {
    try await CacheLab.with { lab in
      var lab = lab
      var generator = SplitMix(state: 9)
      try await buildBoth(lab)
      try await lab.make(change, &generator)
      try await buildBoth(lab)
      let again = try await buildBoth(lab)
      #expect(again.contains(": 0 files written"), "\(again)")
    }
  }

  @Test("With nothing new, no file is touched, not even the site's list")
  func leavesEverythingAlone() async throws {
    try await CacheLab.with { lab in
      try await buildBoth(lab)
      let times = ["find", "\(lab.folder)/site", "-printf", "%p %T@ %C@ %i %n\\n"]
      let before = try await require(times).text
      let line = try await buildBoth(lab)
      #expect(line.contains(": 0 files written"), "\(line)")
      #expect(try await require(times).text == before)
    }
  }

  @Test("One new tag changes the files that tell of it")
  func touchesLittle() async throws {
    try await CacheLab.with { lab in
      try await buildBoth(lab)
      let before = try await require(
        ["find", "\(lab.folder)/site/models", "-printf", "%p %T@ %i\\n"]
      ).text.split(separator: "\n")
      try await lab.script("one").tag("a#prod#9", at: 1_800_000_000)
      try await buildBoth(lab)
      let after = Set(
        try await require(["find", "\(lab.folder)/site/models", "-printf", "%p %T@ %i\\n"]).text
          .split(separator: "\n"))
      let touched = before.filter { !after.contains($0) && $0.contains(".html") }
      #expect(touched.allSatisfy { $0.contains("/models/one/a/") }, "\(touched)")
      #expect(!touched.isEmpty)
    }
  }

  @Test("Files of the site that somebody has changed are written again (O014)")
  func mendsTheSite() async throws {
    try await CacheLab.with { lab in
      try await buildBoth(lab)
      for file in ["models/one/a/index.html", "index.html", "api/v1/models/two/b/model.json"] {
        let path = "\(lab.folder)/site/\(file)"
        let bytes = try readFile(path)
        // In place and of the same size, which only its date tells.
        try await require(["dd", "of=\(path)", "conv=notrunc", "bs=1"], input: [0x20])
        #expect(try readFile(path) != bytes)
        let line = try await buildBoth(lab)
        #expect(line.contains(": 1 file written"), "\(line)")
        try await require(["rm", path])
        #expect(try await buildBoth(lab).contains(": 1 file written"))
      }
    }
  }

  @Test("A cache that is damaged, foreign or read-only costs time, and nothing else")
  func survivesDamage() async throws {
    try await CacheLab.with { lab in
      try await buildBoth(lab)
      let cache = "\(lab.folder)/cache"
      for file in try filesBelow(cache) where file != "lock" {
        let bytes = try readFile("\(cache)/\(file)")
        for place in [20, bytes.count / 3, bytes.count / 2, bytes.count - 1] {
          var damaged = bytes
          damaged[place] ^= 0xFF
          try await require(["tee", "\(cache)/\(file)"], input: damaged)
          // Something else has changed, so that the contents of cards are read.
          try writeFile("\(lab.folder)/vitrine.yaml", "title: \(file.suffix(3)) \(place)\n")
          try await buildBoth(lab)
        }
      }
      try await require(["rm", "-rf", cache])
      try writeFile(cache, "no folder")
      let result = try await lab.build("site", ["--cache", cache])
      #expect(result.status == 0 && result.errors.contains("[O018]"), "\(result.errors)")
    }
  }

  @Test("Without a home there is no cache, and no word of it")
  func needsNoHome() async throws {
    try await CacheLab.with { lab in
      let result = try await lab.build("site", [], ["HOME": nil, "XDG_CACHE_HOME": nil])
      #expect(result.status == 0 && !result.errors.contains("O018"), "\(result.errors)")
      let kept = try await lab.build("site", [], ["XDG_CACHE_HOME": "\(lab.folder)/caches"])
      #expect(kept.status == 0)
      #expect(fileExists("\(lab.folder)/caches/vitrine/facts"))
    }
  }

  @Test("What no published site was made from is dropped")
  func staysSmall() async throws {
    try await CacheLab.with { lab in
      try await buildBoth(lab)
      let cache = "\(lab.folder)/cache"
      #expect(try filesBelow("\(cache)/facts").count == 2)
      try writeFile("\(cache)/facts/old", "of an older version")
      try await lab.script("one").tag("a#dev#9", at: 1_800_000_000)
      try await buildBoth(lab)
      #expect(try filesBelow("\(cache)/facts").count == 2)
      #expect(try filesBelow("\(cache)/sites").count == 1)
    }
  }

  @Test("Two builds with one cache at once are both right")
  func isShared() async throws {
    try await CacheLab.with { lab in
      let cache = ["--cache", "\(lab.folder)/cache"]
      try await lab.build("fresh", ["--no-cache"])
      for _ in 0..<3 {
        try await withThrowingTaskGroup(of: Void.self) { group in
          for name in ["x", "y", "z"] {
            group.addTask {
              let result = try await lab.build(name, cache)
              #expect(result.status == 0, "\(result.errors)")
              try await require(["diff", "-r", "\(lab.folder)/fresh", "\(lab.folder)/\(name)"])
            }
          }
          try await group.waitForAll()
        }
      }
    }
  }
}
