import TestSupport
import Testing

/// The recipes of the README, as they stand there.
@Suite(.timeLimit(.minutes(30)))
struct HostingTests {
  /// The block of code in the README that holds `words`.
  static func recipe(_ words: String) throws -> String {
    let text = String(decoding: try readFile("\(Vitrine.root)/README.md"), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let blocks = lines.split { $0.hasPrefix("```") }
    let block = try #require(
      blocks.first { $0.joined(separator: "\n").hasPrefix(words) }, "no recipe “\(words)”")
    return block.joined(separator: "\n") + "\n"
  }

  @Test(arguments: [
    ("collect-github.yml", "vendor.github-workflows"), ("collect-gitlab.yml", "vendor.gitlab-ci"),
  ])
  func workflowsFitTheirSchemas(_ name: String, _ schema: String) async throws {
    let path = "\(Vitrine.root)/.github/recipes/\(name)"
    let check = try await runTool([
      "\(Vitrine.environment)/bin/check-jsonschema", "--builtin-schema", schema, path,
    ])
    #expect(check.succeeded, "\(check.text) \(check.errors)")
    try await Vitrine.expectSound("check_scripts", [path])
  }

  /// The headers that a server answers with.
  private static func headers(_ address: String) async throws -> String {
    try await require(["curl", "-fsS", "-D", "-", "-o", "/dev/null", address]).text.lowercased()
  }

  @Test("nginx shows a whole site at any moment while a link is switched")
  func nginx() async throws {
    try await PublishModeTests.withLab { lab in
      func build(_ title: String) async throws {
        let result = try await lab.build(title, "--publish", "switch", "-o", "www/models")
        #expect(result.status == 0, "\(result.errors)")
      }
      try await build("Site 0")
      let locations = "\(lab.folder)/locations"
      try writeFile(
        locations,
        try Self.recipe("location").replacing("/srv/www", with: "\(lab.folder)/www"))
      try await serving("nginx", locations, scratch: "\(lab.folder)/nginx") { address in
        let page = try await Self.headers("\(address)/models/index.html")
        #expect(page.contains("cache-control: no-cache"))
        #expect(page.contains("frame-ancestors 'none'") && page.contains("nosniff"))
        let assets = try await require(["ls", "\(lab.folder)/www/models/assets"]).text
        let style = try #require(assets.split(separator: "\n").first { $0.hasSuffix(".css") })
        let kept = try await Self.headers("\(address)/models/assets/\(style)")
        #expect(kept.contains("cache-control: max-age=31536000, immutable"), "\(kept)")

        let stop = "\(lab.folder)/stop"
        let script = """
          until [ -e "$1" ]; do curl -sS -w '%{http_code}\\n' "$2" | grep -Eo '^[0-9]+$|<title>[^<]*'; done
          """
        async let seen = runTool(
          ["sh", "-c", script, "sh", stop, "\(address)/models/index.html"], isServer: true)
        for number in 1...5 { try await build("Site \(number)") }
        try writeFile(stop, "")
        let lines = Set(try await seen.text.split(separator: "\n"))
        #expect(lines.contains("200") && lines.count > 2, "\(lines)")
        #expect(lines.allSatisfy { $0 == "200" || $0.hasPrefix("<title>Site ") }, "\(lines)")
      }
    }
  }

  /// Programs that fill buckets.
  enum Copier: String, CaseIterable, Sendable {
    case rclone, aws

    var recipe: String { self == .rclone ? "cd ../site\nrclone" : "cd ../site\naws" }

    /// The command that gets the whole bucket back.
    var fetching: [String] {
      self == .rclone
        ? ["rclone", "copy", "remote:models", "back"]
        : ["aws", "s3", "sync", "s3://models", "back", "--only-show-errors"]
    }

    func variables(_ address: String) -> [String: String?] {
      [
        "PATH": "\(Vitrine.environment)/bin:\(Vitrine.variable("PATH") ?? "")",
        "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_DEFAULT_REGION": "us-east-1", "AWS_ENDPOINT_URL": address, "AWS_CA_BUNDLE": nil,
        "RCLONE_CONFIG": "/dev/null", "RCLONE_CONFIG_REMOTE_TYPE": "s3",
        "RCLONE_CONFIG_REMOTE_PROVIDER": "Other", "RCLONE_CONFIG_REMOTE_ENV_AUTH": "true",
        "RCLONE_CONFIG_REMOTE_ENDPOINT": address,
      ]
    }
  }

  @Test("Buckets are filled in an order that suits readers, with what caches need to know")
  func buckets() async throws {
    try await withTemporaryFolder { folder in
      let site = try await SiteFixture.demo.build(in: folder, ["--offline"])
      try await serving("s3", folder, scratch: "\(folder)/rclone") { first in
        try await serving("s3", folder, scratch: "\(folder)/aws") { second in
          let buckets = [
            Bucket(copier: .rclone, address: first, folder: folder),
            Bucket(copier: .aws, address: second, folder: folder),
          ]
          for bucket in buckets { try await fill(bucket, from: site) }
          // One repository less: what is gone goes, and what is the same is not sent again.
          try await require([
            Vitrine.binary, "build", "\(folder)/demo/repositories/churn",
            "\(folder)/demo/repositories/pricing", "-o", site, "--fail-on", "never", "--offline",
          ])
          for bucket in buckets { try await refresh(bucket, from: site) }
        }
      }
    }
  }

  /// A bucket on a server of its own.
  struct Bucket: Sendable {
    let copier: Copier
    let address: String
    let folder: String

    /// Follows the recipe; returns what was sent, in its order.
    func upload() async throws -> [String] {
      let log = "\(folder)/\(copier)/port.log"
      try await require(["truncate", "-s", "0", log])
      // It begins beside the site's folder.
      try await require(
        ["sh", "-ec", try HostingTests.recipe(copier.recipe)], in: "\(folder)/demo",
        environment: copier.variables(address))
      let sent = "s|.*\"PUT /models/\\([^? ]*\\)[? ].* 200 -$|\\1|p"
      let lines = try await require(["sed", "-n", sent, log])
      return lines.text.split(separator: "\n").map(String.init)
    }
  }

  private func fill(_ bucket: Bucket, from site: String) async throws {
    let order = try await bucket.upload()
    let file = "\(bucket.folder)/\(bucket.copier)/order"
    try writeFile(file, order.map { "\($0)\n" }.joined())
    try await Vitrine.expectSound("check_upload_order", [site, file])
    let page = try await Self.headers("\(bucket.address)/models/index.html")
    #expect(page.contains("cache-control: no-cache"), "\(page)")
    #expect(page.contains("content-type: text/html"), "\(page)")
    let style = try #require(order.first { $0.hasSuffix(".css") })
    let kept = try await Self.headers("\(bucket.address)/models/\(style)")
    #expect(kept.contains("cache-control: max-age=31536000, immutable"), "\(kept)")
  }

  private func refresh(_ bucket: Bucket, from site: String) async throws {
    let order = try await bucket.upload()
    #expect(!order.isEmpty && order.count < 200, "\(bucket.copier) sent \(order.count) files")
    let place = "\(bucket.folder)/\(bucket.copier)"
    try await require(
      bucket.copier.fetching, in: place, environment: bucket.copier.variables(bucket.address))
    try await require(["diff", "-r", site, "\(place)/back"])
  }
}
