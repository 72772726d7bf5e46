import Testing

@testable import Records

struct DVCRemoteTests {
  private static let md5 = "ab56b4d92b40713acc5af89985d4b786"

  private func remote(_ options: String, more: String = "") throws -> DVCRemote {
    let text = "['remote \"store\"']\n\(options)\n\(more)"
    return try DVCConfiguration(Array(text.utf8)).remote(named: "Store")
  }

  @Test(arguments: [
    ("url = s3://bkt/pre/fix\nendpointurl = https://m:9000\nregion = eu", "s3://bkt/pre/fix"),
    ("url = s3://bkt", "s3://bkt"), ("url = s3://bkt/", "s3://bkt"),
    ("url = S3://Bkt/P/", "s3://Bkt/P"),
    ("url = s3://bkt/models@v1", "s3://bkt/models@v1"),
    ("url = gs://bkt/pre", "gs://bkt/pre"), ("url = azure://cont/pre", "azure://cont/pre"),
    ("url = oss://bkt/pre", "oss://bkt/pre"), ("url = gdrive://id/pre", "gdrive://id/pre"),
    ("url = hdfs://user@host:9/d", "hdfs://host:9/d"),
    ("url = ssh://user@host:2222/home/d", "ssh://host:2222/home/d"),
    ("url = ssh://user:pass@host/home/d\nport = 2200", "ssh://host:2200/home/d"),
    ("url = https://host/path/", "https://host/path"), ("url = http://h:80//", "http://h:80"),
    ("url = https://u:p@host/a b/c?x=1#y", "https://host/a%20b/c"),
    ("url = https://host/a%20b", "https://host/a%20b"),
    ("url = webdavs://host/remote.php/dav/", "https://host/remote.php/dav"),
    ("url = webdav://u@host/dav", "http://host/dav"),
  ])
  func objectsOfServers(options: String, root: String) throws {
    let remote = try remote(options)
    func url(_ isFolder: Bool, _ isLegacy: Bool) -> String? {
      remote.address(md5: Self.md5, isFolder: isFolder, isLegacy: isLegacy)?.publicURL
    }
    let rest = "ab/56b4d92b40713acc5af89985d4b786"
    #expect(remote.publicURL == root)
    #expect(url(false, false) == "\(root)/files/md5/\(rest)")
    #expect(url(true, false) == "\(root)/files/md5/\(rest).dir")
    #expect(url(false, true) == "\(root)/\(rest)")
    #expect(url(true, true) == "\(root)/\(rest).dir")
  }

  @Test(arguments: [
    ("../../rem", "/rem/files/md5/ab/56b4d92b40713acc5af89985d4b786"),
    ("store/", "/w/.dvc/store/files/md5/ab/56b4d92b40713acc5af89985d4b786"),
    ("/abs//rem", "/abs/rem/files/md5/ab/56b4d92b40713acc5af89985d4b786"),
    ("~/rem", "/home/ann/rem/files/md5/ab/56b4d92b40713acc5af89985d4b786"),
    ("file:///abs", "/abs/files/md5/ab/56b4d92b40713acc5af89985d4b786"),
  ])
  func objectsOfFolders(url: String, path: String) throws {
    let remote = try remote("url = \(url)")
    let address = try #require(remote.address(md5: Self.md5, isFolder: false, isLegacy: false))
    guard case .file(let file) = address.place else {
      Issue.record("not a file")
      return
    }
    #expect(file.resolved(projectFolder: "/w", homeFolder: "/home/ann") == path)
    #expect(address.publicURL == nil && address.webURL == nil)
    #expect(remote.publicURL == nil)
    #expect(remote.published == ArtifactContents.Remote(name: "store", url: nil))
  }

  @Test func relativePathsBeginAtTheirFile() throws {
    let text = Array("['remote \"store\"']\nurl = rem\n".utf8)
    let user = DVCConfiguration(text, level: .user, folder: .folder("/etc/xdg/dvc"))
    guard case .folder(let path) = try user.remote(named: "store").location else {
      Issue.record("not a folder")
      return
    }
    #expect(path.resolved(projectFolder: nil, homeFolder: nil) == "/etc/xdg/dvc/rem")
    #expect(
      ConfiguredPath("rem", in: .project).resolved(projectFolder: nil, homeFolder: nil) == nil)
    #expect(ConfiguredPath("~", in: .project).resolved(projectFolder: "/w", homeFolder: nil) == nil)
    #expect(
      ConfiguredPath("/a\0", in: .project).resolved(projectFolder: "/w", homeFolder: nil) == nil)
  }

  @Test(arguments: [
    "", "..", "../../../etc/passwd", "ab56", "ab56b4d92b40713acc5af89985d4b78g",
    "ab56b4d92b40713acc5af89985d4b7860", "ab/6b4d92b40713acc5af89985d4b7861",
    "-xb56b4d92b40713acc5af89985d4b786",
    "ab56b4d92b40713acc5af89985d4b78\n", "ａb56b4d92b40713acc5af89985d4b786",
  ])
  func whatIsNoMD5HasNoAddress(md5: String) throws {
    let remote = try remote("url = s3://bkt")
    #expect(remote.address(md5: md5, isFolder: false, isLegacy: false) == nil)
    #expect(ObjectLayout.legacy.path(md5: md5, isFolder: true) == nil)
  }

  @Test(arguments: [
    (
      "s3://bkt/p", "s3://bkt/p/data/a b.txt?versionId=V1",
      "https://bkt.s3.amazonaws.com/p/data/a%20b.txt?versionId=V1"
    ),
    (
      "gs://bkt/p", "gs://bkt/p/data/a b.txt#V1",
      "https://storage.googleapis.com/bkt/p/data/a%20b.txt?generation=V1"
    ),
    ("azure://cont/p", "azure://cont/p/data/a b.txt?versionid=V1", nil),
  ])
  func versionsOfFilesUnderTheirOwnPaths(url: String, address: String, web: String?) throws {
    let remote = try remote("url = \(url)\nversion_aware = true")
    let versions = [
      TrackedOutput.CloudVersion(remote: "other", versionID: "V0"),
      TrackedOutput.CloudVersion(remote: "STORE", versionID: "V1"),
    ]
    let output = TrackedOutput(
      path: "cv/data/a b.txt", file: "cv/dvc.lock", stage: nil, hash: ContentHash(.md5, Self.md5),
      isFolder: false, size: nil, versions: versions)
    let found = remote.address(of: output, inProject: "cv")
    #expect(found?.publicURL == address)
    #expect(found?.webURL == web)
    #expect(remote.address(of: output, inProject: "nlp") == nil)

    let file = TrackedOutput.File(path: "a b.txt", hash: nil, size: nil, versions: versions)
    let folder = TrackedOutput(
      path: "data", file: "data.dvc", stage: nil, hash: nil, isFolder: true, size: nil,
      files: [file])
    #expect(remote.address(of: file, in: folder)?.publicURL == address)
    #expect(remote.address(of: folder) == nil)
  }

  @Test(arguments: ["../x", "/etc/passwd", "a\\b"])
  func filesThatLeaveTheirFolderHaveNoAddress(path: String) throws {
    let remote = try remote("url = s3://bkt\nworktree = true")
    let version = TrackedOutput.CloudVersion(remote: "store", versionID: "V1")
    let file = TrackedOutput.File(path: path, hash: nil, size: nil, versions: [version])
    let folder = TrackedOutput(
      path: "data", file: "data.dvc", stage: nil, hash: nil, isFolder: true, size: nil,
      files: [file])
    #expect(remote.address(of: file, in: folder) == nil)
  }

  @Test(arguments: ["", "a b", "a\n", "none"])
  func withoutAVersionThereIsNoAddress(version: String) throws {
    let remote = try remote("url = s3://bkt\nworktree = true")
    let id = version == "none" ? nil : version
    let versions = [TrackedOutput.CloudVersion(remote: "store", versionID: id)]
    #expect(remote.address(path: "a", versions: versions) == nil)
    #expect(remote.address(md5: Self.md5, isFolder: false, isLegacy: false) == nil)
  }

  @Test(arguments: [
    (ContentHash.Algorithm.md5, "s3://bkt/files/md5/ab/56b4d92b40713acc5af89985d4b786" as String?),
    (.md5DOSToUnix, "s3://bkt/ab/56b4d92b40713acc5af89985d4b786"), (.etag, nil),
  ])
  func outputsChooseTheirLayout(algorithm: ContentHash.Algorithm, address: String?) throws {
    let output = TrackedOutput(
      path: "m", file: "m.dvc", stage: nil, hash: ContentHash(algorithm, Self.md5), isFolder: false,
      size: nil)
    #expect(try remote("url = s3://bkt").address(of: output)?.publicURL == address)
  }

  @Test(arguments: [
    ("url = s3://bkt/p", "https://bkt.s3.amazonaws.com/p/files"),
    ("url = s3://bkt\nregion = eu-west-1", "https://bkt.s3.eu-west-1.amazonaws.com/files"),
    ("url = s3://b.k.t/p", "https://s3.amazonaws.com/b.k.t/p/files"),
    (
      "url = s3://bkt/p\nendpointurl = https://k:s@minio.local:9000/",
      "https://minio.local:9000/bkt/p/files"
    ),
    ("url = gs://bkt", "https://storage.googleapis.com/bkt/files"),
    ("url = https://host/p", "https://host/p/files"),
  ])
  func addressesForBrowsers(options: String, start: String) throws {
    let address = try remote(options).address(md5: Self.md5, isFolder: false, isLegacy: false)
    #expect(address?.webURL == "\(start)/md5/ab/56b4d92b40713acc5af89985d4b786")
  }

  @Test(arguments: [
    "azure://cont", "ssh://host/d", "/folder", "s3://bu\u{e9}cket", "s3://bkt%2f..",
  ])
  func placesWithoutAnAddressForBrowsers(url: String) throws {
    let address = try remote("url = \(url)").address(
      md5: Self.md5, isFolder: false, isLegacy: false)
    #expect(address != nil && address?.webURL == nil)
  }

  @Test(arguments: [
    "https://user:pa/ss@host/path", "https://user:12/ss@host/path", "https://user:p?ss@host/x",
    "https://user:p#ss@host/x", "ssh://user:pa/ss@host", "s3://key:se/cret@bkt", "https://a:b/c",
    "ssh://-oProxyCommand=x/d", "https://ann@-x/d", "\"https://ho st/x\"", "https://h\\x/",
    "\"\"\"https://host/\nx\"\"\"", "\"\"\"/folder\nx\"\"\"",
  ])
  func urlsThatMayNotBeUsed(url: String) {
    #expect(throws: RemoteError.refusedURL(name: "store")) { try remote("url = \(url)") }
  }

  @Test func remotesBuildOnEachOther() throws {
    let more = """
      ['remote "Base"']
      url = ssh://user:secret@host:22/base/
      ['remote "mid"']
      url = remote://base/mid
      ['remote "rel"']
      url = ../rel
      ['remote "onrel"']
      url = remote://REL/sub/
      """
    let remote = try remote("url = remote://mid//sub/dir/\nversion_aware = false", more: more)
    #expect(remote.publicURL == "ssh://host:22/base/mid/sub/dir")
    let configuration = DVCConfiguration(Array(more.utf8))
    guard case .folder(let path) = try configuration.remote(named: "onrel").location else {
      Issue.record("not a folder")
      return
    }
    #expect(path.resolved(projectFolder: "/w", homeFolder: nil) == "/w/rel/sub")
  }

  @Test(arguments: [
    ("url = remote://store/x", RemoteError.circular(name: "store")),
    ("url = remote://b/x\n[remote \"b\"]\nurl = remote://store/", .circular(name: "store")),
    ("url = remote://none/x", .unknown(name: "none")), ("url = remote:///x", .unknown(name: "")),
    ("region = eu", .withoutURL(name: "store")), ("url =", .withoutURL(name: "store")),
    ("url = remote://b/x\n[remote \"b\"]\nregion = eu", .withoutURL(name: "b")),
  ])
  func remotesThatLeadNowhere(options: String, error: RemoteError) {
    #expect(throws: error) { try remote(options) }
  }

  @Test(arguments: ["joe:hunter2@base", "joe:hunter2", "hunter2@base", "joe:hun/ter2@base"])
  func noLoginStandsForARemote(server: String) {
    #expect(throws: RemoteError.refusedURL(name: "store")) {
      try remote("url = remote://\(server)/x")
    }
  }

  @Test func aMessageTellsNoLoginOfAnAddressInPlaceOfAName() {
    let error = RemoteError.unknown(name: "https://joe:hun/ter2@host/x?token=1")
    #expect("\(error)" == "remote \"https://host/x\" is not configured")
  }

  @Test func aLongChainEnds() {
    let chain = (0..<100).map { "[remote \"r\($0)\"]\nurl = remote://r\($0 + 1)/x\n" }.joined()
    let configuration = DVCConfiguration(Array(chain.utf8))
    #expect(throws: RemoteError.circular(name: "r0")) { try configuration.remote(named: "r0") }
  }

  @Test func theOwnRemoteGoesBeforeTheDefaultOne() throws {
    let text = "[core]\nremote = a\n[remote \"a\"]\nurl = /a\n[remote \"b\"]\nurl = /b\n"
    let configuration = DVCConfiguration(Array(text.utf8))
    #expect(try configuration.remote(for: nil)?.name == "a")
    #expect(try configuration.remote(for: "B")?.name == "b")
    #expect(throws: RemoteError.unknown(name: "c")) { try configuration.remote(for: "c") }
    #expect(try DVCConfiguration(Array("[remote \"a\"]\nurl = /a\n".utf8)).remote(for: nil) == nil)
  }

  @Test(arguments: ["x\n::error", "\u{202E}x", "\u{1b}[31m"])
  func namesInMessagesAreSpelledOut(name: String) {
    let text = RemoteError.unknown(name: name).description
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 0x202E })
  }

  @Test func credentialsOfTheMachineStayWithTheServerOfTheWorkTree() throws {
    let tree = DVCConfiguration(Array("[remote \"s\"]\nurl = https://good/a\n".utf8))
    let local = DVCConfiguration(
      Array("[remote \"s\"]\nuser = ann\npassword = p\nauth = basic\n".utf8), level: .local)
    let layers = local.trustingServers(of: local.merged(with: tree))
    func remote(_ url: String) throws -> DVCRemote {
      let commit = DVCConfiguration(Array("[remote \"s\"]\nurl = \(url)\n".utf8))
      return try commit.merged(with: layers).remote(named: "s")
    }
    #expect(try remote("https://good/b").credentials?.password?.text == "p")
    for url in ["https://evil/a", "http://good/a", "https://good:8443/a"] {
      let other = try remote(url)
      #expect(other.credentials == nil)
      #expect(other.withholdsCredentials)
    }
    #expect(try remote("https://eve:own@evil/a").credentials?.password?.text == "own")
  }

  @Test func credentialsReachTheRemotesThatTheWorkTreeBuildsOnThem() throws {
    let text = Array(
      "[remote \"s\"]\nurl = https://good/\n[remote \"t\"]\nurl = remote://s/t\n".utf8)
    let tree = DVCConfiguration(text)
    let login = Array("[remote \"s\"]\nuser = ann\npassword = p\nauth = basic\n".utf8)
    let local = DVCConfiguration(login, level: .local)
    let layers = local.trustingServers(of: local.merged(with: tree))
    #expect(try tree.merged(with: layers).remote(named: "t").credentials?.user?.text == "ann")
    let other = DVCConfiguration(Array("[remote \"s\"]\nurl = https://evil/\n".utf8))
    #expect(try other.merged(with: layers).remote(named: "s").credentials == nil)
  }
}
