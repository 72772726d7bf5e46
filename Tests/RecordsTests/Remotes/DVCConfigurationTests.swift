import Formats
import Testing

@testable import Records

struct DVCConfigurationTests {
  private func read(
    _ text: String, _ level: DVCConfiguration.Level = .repository
  ) -> DVCConfiguration {
    DVCConfiguration(Array(text.utf8), level: level)
  }

  private func url(_ configuration: DVCConfiguration, _ name: String) -> String? {
    configuration.remotes[name]?.url?.text
  }

  @Test(arguments: [
    "['remote \"store\"']\nurl = s3://Bucket/Pre",
    "[remote \"store\"]\nurl = s3://Bucket/Pre",
    "[ 'remote \"Store\"' ] # mine\r\n\tURL=s3://Bucket/Pre\r\n",
    "[remote \"STORE\"]\n  'url' = \"s3://Bucket/Pre\" # not this",
    "\u{FEFF}[\"remote \"store\"\"]\nurl = '''s3://Bucket/Pre''' # c",
    "# url = no\n['remote \"store\"']\nfuture_option = 1, 2\nurl = s3://Bucket/Pre# no blank needed",
  ])
  func headersAndValues(text: String) {
    let configuration = read(text)
    #expect(url(configuration, "store") == "s3://Bucket/Pre")
    #expect(configuration.problems == [])
  }

  @Test func linesThatCannotBeReadAreNamed() {
    let problems = read("[core]\nremote = store\n[remote \"store\nurl = x\n").problems
    #expect(problems.map(\.code) == ["P013"])
  }

  @Test(arguments: [
    ("a = 1", "1"), ("a = \"b # c, d\" # e", "b # c, d"), ("a = 'b'", "b"),
    ("a = \"b\"c\"", "b\"c"),
    ("a =", ""), ("a = # b", ""), ("a = b = c", "b = c"), ("a = 100%", "100%"),
    ("a = %(b)s", "%(b)s"), ("a = \"\"\"b\nc\"\"\" # d", "b\nc"), ("a = \"\"", ""),
  ])
  func values(line: String, value: String) {
    let reader = INIReader(Array("[s]\n\(line)\n[t]\nx = y\n".utf8))
    #expect(reader.sections.first?.options.map(\.value) == [.text(value)])
    #expect(reader.sections.last?.options.map(\.name) == ["x"])
    #expect(reader.problems == [])
  }

  @Test(arguments: [
    ("[core\nremote = hunter2", 1), ("[[core]\nremote = hunter2", 1), ("[core]\nhunter2", 2),
    ("[core]\n; hunter2", 2), ("[core]\n= hunter2", 2), ("[core]\nremote = a\nremote = hunter2", 3),
    ("[core]\nremote = \"hunter2", 2), ("[core]\nremote = '''hunter2", 2),
    ("[core]\nremote = hunter2, b", 2), ("[]\nremote = hunter2", 1), ("['core]\nx = hunter2", 1),
  ])
  func problemsHaveALineAndNoSecret(text: String, line: Int) {
    let configuration = read(text + "\n[cache]\ndir = /c\n")
    #expect(configuration.problems.map(\.line) == [line])
    #expect(configuration.problems.map(\.code) == ["P013"])
    #expect(!configuration.problems.contains { "\($0)".contains("hunter2") })
    #expect(configuration.defaultRemote != "hunter2")
    #expect(configuration.cacheFolder == ConfiguredPath("/c", in: .project))
  }

  @Test func aBrokenHeaderTakesItsOptionsWithIt() {
    let text = "['remote \"a\"']\nurl = /a\n['remote \"b\"\npassword = x\nregion = eu\n"
    let configuration = read(text)
    #expect(configuration.remotes.keys.sorted() == ["a"])
    #expect(configuration.remotes["a"]?.region == nil)
    #expect(configuration.remotes["a"]?.credentials.isEmpty == true)
  }

  @Test func coreRemoteIsLowerCase() {
    #expect(read("[core]\n    remote = Store\n").defaultRemote == "store")
    #expect(read("['remote \"only\"']\nurl = /x\n").defaultRemote == nil)
  }

  @Test func levelsLieOverEachOtherInWhateverOrderTheyAreMerged() {
    let user = read("[core]\nremote = u\n['remote \"s\"']\nurl = /user\nregion = r1\n", .user)
    let repository = read("[core]\nremote = r\n['remote \"s\"']\nurl = /repository\n")
    let local = read("['remote \"s\"']\npassword = p\n[cache]\ndir = /c\n", .local)
    for merged in [
      user.merged(with: repository).merged(with: local),
      local.merged(with: user).merged(with: repository),
      repository.merged(with: local.merged(with: user)),
    ] {
      #expect(merged.defaultRemote == "r")
      #expect(url(merged, "s") == "/repository")
      #expect(merged.remotes["s"]?.region == "r1")
      #expect(merged.remotes["s"]?.credentials.password?.text == "p")
      #expect(merged.cacheFolder?.written == "/c")
    }
  }

  @Test func noSecretIsEverPrinted() throws {
    let text = """
      [core]
      remote = s
      ['remote "s"']
      url = https://ann:hunter2@host/path?sig=hunter2
      user = hunter2user
      password = hunter2
      token = hunter2
      auth = basic
      access_key_id = hunter2
      connection_string = hunter2
      """
    let configuration = read(text)
    let remote = try configuration.remote(named: "s")
    var dumped = ""
    dump(configuration, to: &dumped)
    dump(remote, to: &dumped)
    let address = remote.address(
      md5: String(repeating: "a", count: 32), isFolder: false, isLegacy: false)
    dump(address, to: &dumped)
    let all = "\(configuration) \(remote) \(String(reflecting: configuration)) \(dumped)"
    #expect(!all.contains("hunter2"))
    #expect(remote.publicURL == "https://host/path")
    #expect(configuration.secrets.map(\.text).contains("hunter2"))
  }

  @Test func hostileSizeStaysCheap() {
    let brackets = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let closing = "[a" + String(repeating: " ] x", count: 100_000)
    let quotes = "[core]\nremote = \"" + String(repeating: "\" ", count: 100_000) + "x"
    let lines = String(repeating: "junk\n", count: 100_000)
    for text in [brackets, closing, quotes, lines] {
      let configuration = read(text)
      #expect(configuration.problems.count <= INIReader.problemLimit + 1)
      #expect(configuration.defaultRemote == nil)
    }
    let large = DVCConfiguration([UInt8](repeating: 10, count: DVCConfiguration.sizeLimit + 1))
    #expect(large.problems.count == 1)
  }

  @Test func bytesThatAreNoUTF8AreTold() {
    let configuration = DVCConfiguration(Array("[core]\nremote = a\n# ".utf8) + [0xFF, 10])
    #expect(configuration.problems.map(\.code) == ["E003"])
    #expect(configuration.defaultRemote == "a")
  }
}
