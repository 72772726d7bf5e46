import Records
import Testing

@testable import Registry
@testable import Site

/// The commands that fit where an artifact's bytes lie.
struct StorageCommandTests {
  private static let md5 = "8277e0910d750195b448797616e091ad"
  private static let key = "files/md5/82/77e0910d750195b448797616e091ad"
  private static let check = " && echo '8277e0910d750195b448797616e091ad  m.pkl' | md5sum -c"

  @Test(arguments: [
    ("url = s3://bkt/pre", "aws s3 cp s3://bkt/pre/\(key) m.pkl"),
    (
      "url = s3://bkt\nendpointurl = https://minio.local:9000\nregion = eu-west-1",
      "aws --endpoint-url https://minio.local:9000 --region eu-west-1 s3 cp s3://bkt/\(key) m.pkl"
    ),
    (
      "url = azure://cont/pre\naccount_name = acme",
      "az storage blob download --account-name acme --container-name cont --name pre/\(key) "
        + "--file m.pkl --auth-mode login"
    ),
    (
      "url = azure://cont",
      "az storage blob download --container-name cont --name \(key) --file m.pkl --auth-mode login"
    ),
    ("url = gs://bkt/pre", "gcloud storage cp gs://bkt/pre/\(key) m.pkl"),
    ("url = ssh://me@host:2222/srv/dvc", "scp -P 2222 host:/srv/dvc/\(key) m.pkl"),
    ("url = ssh://host/srv/d v", "scp 'host:/srv/d v/\(key)' m.pkl"),
    ("url = https://me:secret@host/dvc", "curl -fLo m.pkl https://host/dvc/\(key)"),
  ])
  func remotes(_ options: String, _ command: String) throws {
    let remote = try remote(options)
    let output = TrackedOutput(
      path: "models/m.pkl", file: "m.pkl.dvc", stage: nil, hash: ContentHash(.md5, Self.md5),
      isFolder: false, size: 5)
    let lines = try lines(stored(output, in: remote))
    #expect(lines.first == command + Self.check, "\(lines)")
  }

  @Test("A scheme of which no program is known has no command of its own")
  func none() throws {
    let output = TrackedOutput(
      path: "models/m.pkl", file: "m.pkl.dvc", stage: nil, hash: ContentHash(.md5, Self.md5),
      isFolder: false, size: 5)
    #expect(try lines(stored(output, in: try remote("url = oss://bkt/pre"))).count == 1)
  }

  @Test("A bucket that keeps versions is asked for one of them") func versions() throws {
    let output = TrackedOutput(
      path: "models/m.pkl", file: "m.pkl.dvc", stage: nil, hash: ContentHash(.md5, Self.md5),
      isFolder: false, size: 5, versions: [.init(remote: "store", versionID: "V1")])
    let lines = try lines(
      stored(output, in: try remote("url = s3://bkt/pre\nversion_aware = true")))
    let command =
      "aws s3api get-object --bucket bkt --key pre/models/m.pkl --version-id V1 m.pkl" + Self.check
    #expect(lines.first == command, "\(lines)")
  }

  @Test("What DVC 1 and 2 named can't be held against its digest") func legacy() throws {
    let output = TrackedOutput(
      path: "models/m.pkl", file: "m.pkl.dvc", stage: nil,
      hash: ContentHash(.md5DOSToUnix, Self.md5), isFolder: false, size: 5)
    let lines = try lines(stored(output, in: try remote("url = https://host/dvc")))
    #expect(
      lines.first == "curl -fLo m.pkl https://host/dvc/82/77e0910d750195b448797616e091ad",
      "\(lines)")
  }

  @Test("The site's own lines stand first, and only where it can keep their promise")
  func site() throws {
    let output = TrackedOutput(
      path: "models/m.pkl", file: "m.pkl.dvc", stage: nil, hash: ContentHash(.md5, Self.md5),
      isFolder: false, size: 5)
    let site = "https://models.example/sub/"
    let web = try lines(stored(output, in: try remote("url = https://host/dvc")), site: site)
    #expect(
      web.prefix(3) == [
        "curl -fsSL https://models.example/sub/get-model.sh | sh -s -- "
          + "--from https://models.example/sub/ x/m@v1.0.0",
        "curl -fsSL https://models.example/sub/get_model.py | python3 - "
          + "--from https://models.example/sub/ x/m@v1.0.0",
        "vitrine get --from https://models.example/sub/ x/m@v1.0.0",
      ])
    let ssh = try lines(stored(output, in: try remote("url = ssh://host/dvc")), site: site)
    #expect(ssh.first == "vitrine get --from https://models.example/sub/ x/m@v1.0.0")
    let folder = try lines(stored(output, in: try remote("url = /mnt/dvc")), site: site)
    #expect(!folder.contains { $0.contains("--from") }, "\(folder)")
  }

  private func remote(_ options: String) throws -> DVCRemote {
    let text = "[core]\nremote = store\n['remote \"store\"']\n\(options)\n"
    return try #require(try DVCConfiguration(Array(text.utf8)).remote(for: nil))
  }

  private func stored(_ output: TrackedOutput, in remote: DVCRemote) -> ArtifactContents {
    var files = ArtifactFiles()
    files.add(
      .init(
        output: output, project: "", rest: "", remote: remote,
        files: [
          .init(path: "", hash: output.hash, size: output.size, versions: output.versions)
        ]), as: "m.pkl")
    return ArtifactContents(storage: .dvc, files: files)
  }

  private func lines(_ contents: ArtifactContents, site: String? = nil) throws -> [String] {
    let commit = try SampleRegistry.commit(1)
    let event = SampleRegistry.event(
      .registration, "m", "v1.0.0", at: commit, day: 0, tag: "m@v1.0.0")
    var version = Version(
      name: "v1.0.0", commit: commit, commitObject: nil, isActive: true, events: [event],
      stages: [], annotation: nil, otherCommits: [])
    version.records = VersionRecords(contents: contents)
    let artifact = SampleRegistry.artifact("m", [version], latest: 0, events: [event])
    let repository = Repository(
      id: "x", url: nil, webURL: nil, defaultBranch: nil, head: nil, artifacts: [artifact],
      stages: [], ignoredTags: [], tagCount: 1, diagnostics: [])
    let scope = FetchCommand.Scope(
      artifact: artifact, repository: repository, site: site, files: Array(contents.files))
    return FetchCommand.all(for: version, in: scope).map(\.line)
  }
}
