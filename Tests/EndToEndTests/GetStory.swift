import TestSupport

/// A repository in which the real DVC has put a model into every kind of storage.
struct GetStory: Sendable {
  let folder: String
  let s3: String
  let web: String

  /// Where an nginx takes what DVC pushes.
  let pushed: String

  /// A model, and who can fetch it.
  struct Model: Sendable {
    let name: String

    /// What a download is called.
    let file: String

    /// How the site's programs end.
    var siteStatus = 0

    /// Whether DVC itself can fetch it.
    var isKnownToDVC = true

    /// Whether it lies beside the work tree alone.
    var needsWorkTree = false
  }

  static let models = [
    Model(name: "local", file: "local.bin", siteStatus: 69),
    Model(name: "web", file: "web.bin"),
    Model(name: "folder", file: "bundle"),
    Model(name: "inside", file: "a.txt"),
    Model(name: "old", file: "old.txt"),
    Model(name: "pushed", file: "pushed.bin"),
    Model(name: "cloud", file: "cloud.bin"),
    Model(name: "private", file: "private.bin", siteStatus: 77),
    Model(name: "versions", file: "v.bin"),
    Model(name: "versioned-folder", file: "vdir"),
    // There is no server of Git LFS: its object lies in the clone.
    Model(
      name: "large", file: "large.bin", siteStatus: 69, isKnownToDVC: false, needsWorkTree: true),
    Model(name: "git", file: "small.txt"),
    Model(name: "git-folder", file: "parts"),
  ]

  var path: String { "\(folder)/repos/story" }

  /// The files as they were before DVC took them.
  var expected: String { "\(folder)/expected" }

  /// A configuration with a command that reads from S3.
  var commands: String { "\(folder)/commands.yaml" }

  var environment: [String: String?] {
    DVCOracle.environment(folder).merging([
      "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
      "AWS_DEFAULT_REGION": "us-east-1", "S3_ENDPOINT": s3,
    ]) { $1 }
  }

  private static let contents = [
    "local.bin": "kept on a machine\n", "web.bin": String(repeating: "web\n", count: 50_000),
    "bundle/a.txt": "a\n", "bundle/深い/b.txt": "b\n", "cloud.bin": "in a bucket\n",
    "pushed.bin": String(repeating: "pushed\n", count: 30_000),
    "private.bin": "in a bucket of ours\n", "v.bin": "a version\n", "vdir/one": "1\n",
    "vdir/two/2": "2\n", "small.txt": "kept in Git\n", "parts/x": "x\n", "parts/y/z": "z\n",
  ]

  private static let oldObject = DVCObject("one\r\ntwo\r\n", isLegacy: true)
  private static let large = "content of Git LFS\n"

  func make() async throws {
    let script = GitScript(path)
    try await script.initialize()
    try await dvc("init", "-q")
    for (file, text) in Self.contents {
      try writeFile("\(expected)/\(file)", text)
    }
    try write(["small.txt", "parts"])
    try writeFile("\(expected)/a.txt", "a\n")
    try writeFile("\(expected)/old.txt", Self.oldObject.text)
    try writeFile("\(expected)/large.bin", Self.large)
    let python = "\(Vitrine.environment)/bin/python"
    try writeFile(
      commands, "storage: {s3: '\(python) \(Vitrine.root)/Tests/Tools/read_s3.py {url}'}\n")
    try writeFile("\(path)/dvc.yaml", Self.annotations)
    try writeFile("\(path)/large.bin", try await pointer())
    try await stage("local", ["local.bin"], url: "\(folder)/local-remote")
    try Self.oldObject.write(to: "\(folder)/web-remote")
    try writeFile("\(path)/old.txt.dvc", "outs:\n- \(Self.oldObject.entry("old.txt"))\n")
    // DVC writes into the folder that the server serves.
    try await stage("web", ["web.bin", "bundle"], url: "\(folder)/web-remote")
    try writeFile("\(path)/.dvc/config", Self.config("\(web)/plain/web-remote"))
    try await release(["web", "folder", "inside", "old"])
    try await stage("pushed", ["pushed.bin"], url: pushed, "method = PUT")
    try await stage("cloud", ["cloud.bin"], url: "s3://plain/pre", "endpointurl = \(s3)")
    try await stage("private", ["private.bin"], url: "s3://private/x", "endpointurl = \(s3)")
    try await stage(
      "versions", ["v.bin", "vdir"], url: "s3://versioned/p", "endpointurl = \(s3)",
      "version_aware = true")
    try await release(["versioned-folder", "large", "git", "git-folder"])
    try await require(["git", "clone", "-q", "--mirror", path, "\(folder)/clone.git"])
  }

  /// Adds files, pushes them to a remote and registers the model.
  private func stage(
    _ model: String, _ files: [String], url: String, _ options: String...
  ) async throws {
    try writeFile("\(path)/.dvc/config", Self.config(url, options))
    try write(files)
    try await dvc(["add", "-q"] + files)
    try await push()
    if model != "web" { try await release([model]) }
  }

  /// Pushes what is new. On a busy machine a server of the tests may not answer in time at first.
  private func push() async throws {
    for _ in 0..<2 {
      let result = try await runTool(
        ["\(Vitrine.environment)/bin/dvc", "push", "-q"], in: path, environment: environment)
      if result.succeeded { return }
    }
    try await dvc("push", "-q")
  }

  /// Writes those of the contents that are files, or lie in folders, of these names.
  private func write(_ names: [String]) throws {
    for (file, text) in Self.contents
    where names.contains(String(file.prefix { $0 != "/" })) {
      try writeFile("\(path)/\(file)", text)
    }
  }

  private static func config(_ url: String, _ options: [String] = []) -> String {
    let lines = (["url = \(url)"] + options).map { "    \($0)\n" }.joined()
    return "[core]\n    remote = store\n['remote \"store\"']\n\(lines)"
  }

  private func release(_ models: [String]) async throws {
    let script = GitScript(path)
    try await script.commit(message: "Release \(models[0])")
    for model in models { try await script.tag("\(model)@v1.0.0", at: 1_704_070_000) }
  }

  @discardableResult
  private func dvc(_ arguments: String...) async throws -> ToolResult { try await dvc(arguments) }

  @discardableResult
  private func dvc(_ arguments: [String]) async throws -> ToolResult {
    try await require(
      ["\(Vitrine.environment)/bin/dvc"] + arguments, in: path, environment: environment)
  }

  /// A pointer of Git LFS, whose object lies where Git LFS keeps what it has fetched.
  private func pointer() async throws -> String {
    let sum = try await require(["sha256sum"], input: Array(Self.large.utf8)).text
    let digest = String(sum.prefix(64))
    let place = "\(digest.prefix(2))/\(digest.dropFirst(2).prefix(2))/\(digest)"
    try writeFile("\(path)/.git/lfs/objects/\(place)", Self.large)
    return "version https://git-lfs.github.com/spec/v1\noid sha256:\(digest)\nsize "
      + "\(Self.large.utf8.count)\n"
  }

  private static let annotations = """
    artifacts:
      local: {path: local.bin, type: model}
      web: {path: web.bin, type: model}
      folder: {path: bundle, type: model}
      inside: {path: bundle/a.txt, type: model}
      old: {path: old.txt, type: model}
      pushed: {path: pushed.bin, type: model}
      cloud: {path: cloud.bin, type: model}
      private: {path: private.bin, type: model}
      versions: {path: v.bin, type: model}
      versioned-folder: {path: vdir, type: model}
      large: {path: large.bin, type: model}
      git: {path: small.txt, type: model}
      git-folder: {path: parts, type: model}

    """
}
