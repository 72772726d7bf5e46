import TestSupport
import Testing

/// Models that the real DVC has put into every kind of storage, fetched by every program.
@Suite(.timeLimit(.minutes(30)))
struct GetStorageTests {
  @Test func sameBytesByEveryWay() async throws {
    try await withTemporaryFolder { folder in
      try await serving("s3", folder, scratch: "\(folder)/s3") { s3 in
        try await serving("faults", folder, scratch: "\(folder)/web") { web in
          try await servingUploads(in: folder) { pushed in
            try await checkAll(GetStory(folder: folder, s3: s3, web: web, pushed: pushed))
          }
        }
      }
    }
  }

  /// Gives `body` the address of an nginx that takes what DVC pushes.
  private func servingUploads(
    in folder: String, _ body: (_ address: String) async throws -> Void
  ) async throws {
    let locations = "\(folder)/uploads.conf"
    try await require(["mkdir", "-p", "\(folder)/uploads/dvc"])
    try writeFile(
      locations,
      "location /dvc/ { root \(folder)/uploads; dav_methods PUT; create_full_put_path on; }\n")
    try await serving("nginx", locations, scratch: "\(folder)/uploads-port") { address in
      try await body("\(address)/dvc")
    }
  }

  private func checkAll(_ story: GetStory) async throws {
    let folder = story.folder
    try await story.make()
    try writeFile("\(folder)/vitrine.yaml", "downloads: {publish: git, limit: 1MiB}\n")
    let site = try await RecordSite.build(
      in: folder, ["-c", "\(folder)/vitrine.yaml", "--base-url", "https://m.example/"])
    try await serving("nginx", site.folder, scratch: "\(folder)/nginx") { address in
      for model in GetStory.models {
        try await check(model, story, "\(address)/shared/models", in: folder)
      }
    }
    try await checkDocuments(site, s3: story.s3)
  }

  private func check(
    _ model: GetStory.Model, _ story: GetStory, _ site: String, in folder: String
  ) async throws {
    let (choice, clone) = ("\(model.name)@v1.0.0", "\(folder)/clone.git")
    func expect(
      _ status: Int, _ way: String, sourceLocation: SourceLocation = #_sourceLocation,
      _ run: (String) async throws -> ToolResult
    ) async throws {
      let out = "\(folder)/out/\(model.name)/\(way)"
      try await require(["mkdir", "-p", out])
      let result = try await run(out)
      #expect(
        result.status == status, "\(model.name) by \(way): \(result.errors)",
        sourceLocation: sourceLocation)
      guard status == 0 else {
        let left = try await names(in: out).filter { !$0.hasPrefix("\(out)/.") }
        #expect(left.isEmpty, "\(model.name) by \(way): \(left)", sourceLocation: sourceLocation)
        return
      }
      let same = try await runTool(
        ["diff", "-r", "\(story.expected)/\(model.file)", "\(out)/\(model.file)"])
      #expect(
        same.status == 0, "\(model.name) by \(way): \(same.text)\(same.errors)",
        sourceLocation: sourceLocation)
    }
    for client in GetClient.allCases {
      try await expect(model.siteStatus, client.rawValue) { out in
        try await client.get(choice, from: site, into: out, ["--retries", "1"])
      }
    }
    try await expect(0, "repository") { out in
      try await runTool(
        [
          Vitrine.binary, "get", choice, "--from", model.needsWorkTree ? story.path : clone, "-o",
          out, "-c", story.commands,
        ], environment: story.environment)
    }
    guard model.isKnownToDVC else { return }
    try await expect(0, "dvc") { out in
      try await runTool(
        [
          "\(Vitrine.environment)/bin/dvc", "artifacts", "get", "-q", "file://\(story.path)",
          model.name,
          "--rev",
          "v1.0.0", "-o", "\(out)/\(model.file)",
        ], in: out, environment: story.environment)
    }
  }

  private func checkDocuments(_ site: RecordSite, s3: String) async throws {
    func files(_ model: String) throws -> [(path: String, urls: [String])] {
      let document = try site.document("story", model, "v1.0.0")
      return (document[["artifact", "files"]]?.items ?? []).map { file in
        (file["path"]?.string ?? "", (file["urls"]?.items ?? []).compactMap(\.string))
      }
    }
    let plain = try #require(try files("cloud").first)
    #expect(plain.urls.first?.hasPrefix("\(s3)/plain/pre/files/md5/") == true, "\(plain.urls)")
    #expect(plain.urls.last?.hasPrefix("s3://plain/pre/files/md5/") == true, "\(plain.urls)")
    let versioned = try #require(try files("versions").first)
    #expect(versioned.urls.last?.contains("s3://versioned/p/v.bin?versionId=") == true)
    let folder = try files("folder").map(\.path)
    #expect(folder == ["bundle/深い/b.txt", "bundle/a.txt"].sorted { $0 < $1 } || folder.count == 2)
    #expect(try files("local").first?.urls.isEmpty == true)
    let local = try site.document("story", "local", "v1.0.0")
    #expect(local.noteLines.contains { $0.contains("folder of a machine") }, "\(local.noteLines)")
    let large = try site.document("story", "large", "v1.0.0")
    #expect(large.noteCodes.contains("P004"), "\(large.noteLines)")
    try await Vitrine.expectSound("check_json", [site.folder])
    // The checksums are those that `md5sum -c` takes, where DVC has put the files.
    let list = "\(site.folder)/api/v1/models/story/folder/versions/v1.0.0.md5"
    let out = "\(site.folder)/../out/folder/python"
    let checked = try await runTool(["md5sum", "-c", "--strict", list], in: out)
    #expect(checked.status == 0, "\(checked.text)\(checked.errors)")
  }
}
