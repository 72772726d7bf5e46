import FoundationEssentials
import TestSupport
import Testing

/// What the programs that download do where servers and networks fail: the right status, and nothing under
/// the final name that isn't whole.
@Suite(.timeLimit(.minutes(30)))
struct GetFaultTests {
  /// A way of failing, and the status that it ends with.
  struct Fault: Sendable, CustomTestStringConvertible {
    let mode: String
    let status: Int
    var testDescription: String { mode }
  }

  static let faults = [
    ("plain", 0), ("cut", 0), ("once-bad", 0), ("no-ranges", 0), ("flaky", 0), ("redirect", 0),
    ("slow", 0), ("cut-always", 74), ("500", 74), ("away", 74), ("loop", 74), ("short", 76),
    ("longer", 76), ("corrupt", 76), ("401", 77), ("403", 77), ("404", 66), ("410", 66),
  ].map { Fault(mode: $0.0, status: $0.1) }

  /// Large enough that half of it is more than any buffer.
  static let contents = String(repeating: "The weights of a model.\n", count: 20_000)

  @Test(arguments: GetClient.allCases)
  func everyFault(_ client: GetClient) async throws {
    try await withFaults { folder, site in
      for (index, fault) in Self.faults.enumerated() {
        let out = "\(folder)/out-\(index)"
        try await require(["mkdir", out])
        let result = try await client.get(
          "faults/m@v1.0.\(index)", from: site, into: out, ["--retries", "2"])
        #expect(result.status == fault.status, "\(fault.mode): \(result.errors)")
        let left = try await names(in: out).filter { !$0.hasPrefix("\(out)/.") }
        if fault.status == 0 {
          #expect(left == ["\(out)/model.pkl"], "\(fault.mode)")
          #expect(result.text.hasSuffix("\(out)/model.pkl\n"), "\(fault.mode): \(result.text)")
          let bytes = try readFile("\(out)/model.pkl")
          #expect(bytes == Array(Self.contents.utf8), "\(fault.mode)")
          #expect(try await names(in: out).count == 1, "\(fault.mode) leaves parts")
        } else {
          #expect(left.isEmpty, "\(fault.mode): \(left)")
          #expect(!result.errors.isEmpty, "\(fault.mode)")
        }
      }
    }
  }

  @Test("goes on where an interrupted download ended", arguments: GetClient.allCases)
  func resumes(_ client: GetClient) async throws {
    try await withFaults { folder, site in
      let out = "\(folder)/out"
      try await require(["mkdir", out])
      let number = try #require(Self.faults.firstIndex { $0.mode == "cut-always" })
      // Without a second try, half of it has arrived.
      let first = try await client.get(
        "faults/m@v1.0.\(number)", from: site, into: out, ["--retries", "0"])
      #expect(first.status == 74, "\(first.errors)")
      let parts = try await require(["find", out, "-type", "f", "-size", "+100k"]).text
      #expect(!parts.isEmpty, "nothing was kept")
      for _ in 0..<30 {
        let next = try await client.get(
          "faults/m@v1.0.\(number)", from: site, into: out, ["--retries", "0"])
        if next.status == 0 { break }
      }
      #expect(try readFile("\(out)/model.pkl") == Array(Self.contents.utf8))
      let log = String(decoding: try readFile("\(folder)/server/port.log"), as: UTF8.self)
      #expect(log.contains("bytes="), "\(log)")
    }
  }

  @Test("killed at any moment, leaves nothing that looks whole", arguments: GetClient.allCases)
  func killed(_ client: GetClient) async throws {
    try await withFaults { folder, site in
      let out = "\(folder)/out"
      try await require(["mkdir", out])
      let number = try #require(Self.faults.firstIndex { $0.mode == "slow" })
      let command = client.command + ["--from", site, "-o", out, "faults/m@v1.0.\(number)"]
      for seconds in ["0.1", "0.3", "0.5", "0.7"] {
        _ = try await runTool(["timeout", "-s", "KILL", seconds] + command)
        let left = try await names(in: out).filter { !$0.hasPrefix("\(out)/.") }
        if !left.isEmpty {
          #expect(try readFile("\(out)/model.pkl") == Array(Self.contents.utf8))
        }
      }
      // What the killed one had started goes on for a while, and keeps others from its part.
      var last = try await client.get("faults/m@v1.0.\(number)", from: site, into: out)
      for _ in 0..<100 where last.status == 75 {
        try await Task.sleep(for: .milliseconds(300))
        last = try await client.get("faults/m@v1.0.\(number)", from: site, into: out)
      }
      #expect(last.status == 0, "\(last.errors)")
      #expect(try readFile("\(out)/model.pkl") == Array(Self.contents.utf8))
    }
  }

  @Test("ends its transfers when it is asked to end", arguments: GetClient.allCases)
  func ended(_ client: GetClient) async throws {
    try await withFaults { folder, site in
      let out = "\(folder)/out"
      try await require(["mkdir", out])
      let number = try #require(Self.faults.firstIndex { $0.mode == "slow" })
      let command = client.command + ["--from", site, "-o", out, "faults/m@v1.0.\(number)"]
      for (signal, status) in [("INT", 130), ("TERM", 143)] {
        let result = try await runTool(
          ["timeout", "--preserve-status", "-s", signal, "0.5"] + command)
        // On a busy machine it may not have come that far, and on a fast one be done.
        #expect([0, status].contains(result.status), "\(signal): \(result.errors)")
      }
      // A transfer that went on would write to the part that the next one goes on with.
      let parts = ["find", out, "-name", "0", "-printf", "%s"]
      let before = try await require(parts).text
      try await Task.sleep(for: .milliseconds(400))
      #expect(try await require(parts).text == before)
    }
  }

  @Test("names what is not there, and what is meant twice", arguments: GetClient.allCases)
  func choices(_ client: GetClient) async throws {
    try await withFaults { folder, site in
      let out = "\(folder)/out"
      try await require(["mkdir", out])
      for (choice, status) in [
        ("none", 66), ("m@v9.9.9", 66), ("m#prod", 66), ("m@latest", 66), ("m#live", 0),
      ] {
        let result = try await client.get(choice, from: site, into: out, ["--retries", "0"])
        #expect(result.status == status, "\(choice): \(result.errors)")
      }
      // Something else under the name stays, unless it has to go.
      try writeFile("\(out)/model.pkl", "mine")
      let kept = try await client.get("m#live", from: site, into: out)
      #expect(kept.status == 73, "\(kept.errors)")
      #expect(try readFile("\(out)/model.pkl") == Array("mine".utf8))
      let replaced = try await client.get("m#live", from: site, into: out, ["--force"])
      #expect(replaced.status == 0, "\(replaced.errors)")
      #expect(try readFile("\(out)/model.pkl") == Array(Self.contents.utf8))
      #expect(try await names(in: out) == ["\(out)/model.pkl"])
      let again = try await client.get("m#live", from: site, into: out)
      #expect(again.status == 0)
      #expect(again.errors.contains("already"), "\(again.errors)")
    }
  }

  @Test("takes no list that is cut off or leads elsewhere", arguments: GetClient.allCases)
  func hostileLists(_ client: GetClient) async throws {
    try await withFaults { folder, site in
      let list = "\(folder)/site/api/v1/models/faults/m/versions/v1.0.0.files.txt"
      let good = String(decoding: try readFile(list), as: UTF8.self)
      let bad = [
        good.replacing("end\t1\n", with: ""), good.replacing("end\t1", with: "end\t2"),
        good.replacing("\tmodel.pkl\t", with: "\t../model.pkl\t"),
        good.replacing("\tmodel.pkl\t", with: "\t/tmp/vitrine-evil\t"),
        good.replacing("\tmodel.pkl\t", with: "\ta/../../model.pkl\t"),
        good.replacing("\tmodel.pkl\t", with: "\ta//model.pkl\t"),
        good.replacing("\tmodel.pkl\t", with: "\ta\\model.pkl\t"), "", "<html>",
        good.replacing("vitrine-files\t1", with: "vitrine-files\t2"),
      ]
      for (index, text) in bad.enumerated() {
        try writeFile(list, text)
        let out = "\(folder)/out-\(index)"
        try await require(["mkdir", out])
        let result = try await client.get("m@v1.0.0", from: "\(folder)/site", into: out)
        #expect(result.status == 65, "\(index): \(result.errors)")
        #expect(try await names(in: out).isEmpty, "\(index)")
      }
      #expect(!fileExists("/tmp/vitrine-evil"))
    }
  }

  @Test func theScriptIsClean() async throws {
    let result = try await runTool(["shellcheck", "\(Vitrine.root)/Assets/get-model.sh"])
    #expect(result.status == 0, "\(result.text)")
  }

  /// Gives `body` a folder with the site of a model whose versions each fail in a way of their own, and
  /// the address at which nginx serves that site.
  private func withFaults(
    _ body: @Sendable (_ folder: String, _ site: String) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      try await serving("faults", folder, scratch: "\(folder)/server") { server in
        let object = DVCObject(Self.contents)
        let fixture = DVCFixture(
          name: "faults", storage: .remote,
          commits: Self.faults.enumerated().map { index, fault in
            DVCCommit(
              "v1.0.\(index)",
              [
                ".dvc/config": """
                [core]
                    remote = web
                ['remote "web"']
                    url = \(server)/\(fault.mode)/remote
                """,
                "dvc.yaml": DVCFixture.artifact,
                "model.pkl.dvc": "outs:\n- \(object.entry("model.pkl"))\n",
                // Every version is a commit of its own.
                "mode": fault.mode,
              ], objects: [object])
          })
        let script = try await fixture.make(in: folder)
        try await script.tag("m#live#1", "m@v1.0.0^{commit}", at: 1_710_000_000)
        let site = try await RecordSite.build(in: folder)
        try await serving("nginx", site.folder, scratch: "\(folder)/nginx") { address in
          try await body(folder, "\(address)/shared/models/")
        }
      }
    }
  }
}
