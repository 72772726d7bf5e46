import Cards
import Digests
import Formats
import FoundationEssentials
import GitStore
import Markdown
import Records
import TestSupport
import Testing

@testable import Registry

/// Cards of whole repositories, which lie where they may lie.
@Suite(.timeLimit(.minutes(30)))
struct CardReadingTests {
  /// A GIF of one pixel, all of it ASCII.
  private static let gif = "GIF89a\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0};"

  private static func load(
    _ repo: RegistryScript, _ settings: RecordSettings = RecordSettings()
  ) async throws -> (versions: [Version], diagnostics: [Diagnostic], spool: Spool) {
    let spool = try Spool()
    let output = CardOutput(
      renderer: DirectRenderer(options: settings.cards.markdown), spool: spool)
    let registry = try await RegistryLoader(
      [RepositorySource(path: repo.script.path)], records: settings, cards: output, jobs: 1
    ).load()
    let versions = registry.repositories.flatMap { $0.artifacts.flatMap(\.versions) }
    return (versions, registry.diagnostics, spool)
  }

  /// One version of `m`, whose artifact is `path`, in a repository of `files`.
  private static func load(
    _ files: [String: String], path: String = "models/m/m.bin", in file: String = "dvc.yaml",
    settings: RecordSettings = RecordSettings()
  ) async throws -> (version: Version, codes: [String], text: RenderedMarkdown?) {
    var result: (Version, [String], RenderedMarkdown?)?
    try await RegistryScript.make { repo in
      var files = files
      files[file] = "artifacts:\n  m: {path: \(path)}\n"
      files["models/m/m.bin"] = "x"
      try await repo.script.commit(files)
      let folder = RepositoryPath.folder(of: file)
      try await repo.tag(folder.isEmpty ? "m@v1.0.0" : "\(folder)=m@v1.0.0")
      let found = try await load(repo, settings)
      let version = try #require(found.versions.first)
      let bytes = try version.card.map { card throws(SpoolError) in
        try found.spool.bytes(at: card.text)
      }
      result = (
        version, found.diagnostics.map(\.code), bytes.flatMap { RenderedMarkdown(coded: $0) }
      )
    }
    return try #require(result)
  }

  private static let card = "---\nlicense: mit\n---\n# A card\n"

  @Test(
    "The card is the nearest file with metadata, else the nearest that is about a model",
    arguments: [
      (["README.md": "# All"], "README.md", VersionCard.Kind.repository),
      (["README.md": "# All", "models/m/README.md": "# M"], "models/m/README.md", .model),
      (["README.md": card, "models/m/README.md": "# M"], "README.md", .model),
      (["README.md": card, "models/m/README.md": card], "models/m/README.md", .model),
      (["README.md": "# All", "MODEL_CARD.md": "# M"], "MODEL_CARD.md", .model),
      (
        ["models/m/README.md": "# M", "models/m/MODEL_CARD.md": "# M"], "models/m/MODEL_CARD.md",
        .model
      ),
      (["docs/model-card.md": "# M"], "docs/model-card.md", .model),
      (["readme.md": "# All"], "readme.md", .repository),
    ])
  func choosesTheCard(files: [String: String], path: String, kind: VersionCard.Kind) async throws {
    let card = try #require(try await Self.load(files).version.card)
    #expect(card.path == path)
    #expect(card.kind == kind)
  }

  @Test("HTML that the configuration keeps out is told of, and the text stays")
  func tellsOfHTMLThatIsNotShown() async throws {
    var settings = RecordSettings()
    settings.cards.markdown.html = .none
    let found = try await Self.load(
      ["MODEL_CARD.md": "# M\n\n<b>bold</b> text\n"], settings: settings)
    #expect(found.codes == ["M006"])
    #expect(found.version.card != nil)
  }

  @Test("A renderer that broke is an error of the card alone")
  func tellsOfABrokenRenderer() {
    let problem = RecordProblem.plainCard(.failed("it was killed"))
    let diagnostic = problem?.diagnostic(at: DiagnosticPlace(repository: "r"))
    #expect(diagnostic?.code == "O020")
    #expect(diagnostic?.severity == .error)
  }

  @Test("A model that is described in a folder of its own has the card of that folder")
  func looksBesideTheDescription() async throws {
    let found = try await Self.load(
      ["README.md": "# All", "team/a/README.md": "# M"], path: "../../models/m/m.bin",
      in: "team/a/dvc.yaml")
    #expect(found.version.card?.path == "team/a/README.md")
  }

  @Test("Without any of the files there is no card, and nothing is wrong")
  func livesWithoutACard() async throws {
    let found = try await Self.load(["notes.md": "# Notes"])
    #expect(found.version.card == nil)
    #expect(found.codes.isEmpty)
  }

  @Test("The names that are looked for are a team's own")
  func followsTheSettings() async throws {
    var settings = RecordSettings()
    settings.cards.paths = ["CARD.txt"]
    let found = try await Self.load(
      ["README.md": Self.card, "models/m/CARD.txt": "# M"], settings: settings)
    #expect(found.version.card?.path == "models/m/CARD.txt")
  }

  @Test("Metadata, results and text are read")
  func readsAllOfIt() async throws {
    let found = try await Self.load([
      "models/m/README.md": "---\nlicense: mit\nlanguage: no\n---\n# Title\n\nText.\n",
      ".eval_results/a.yaml": "- dataset: {id: imdb, task_id: t}\n  value: 0.5\n",
    ])
    let card = try #require(found.version.card)
    #expect(card.facts.license == "mit")
    #expect(card.facts.languages == ["no"])
    #expect(card.evaluations.map(\.datasetType) == ["imdb"])
    #expect(card.note == nil)
    #expect(found.text?.headings.map(\.text) == ["Title"])
    #expect(found.text?.headings.map(\.line) == [5])
    #expect(found.codes.isEmpty)
  }

  @Test(
    "Relative addresses lead to files of the commit",
    arguments: [
      ("[a](m.bin)", "m.bin", CardTarget.file("models/m/m.bin"), []),
      ("[a](../../dvc.yaml#L1)", "../../dvc.yaml", .file("dvc.yaml"), []),
      ("[a](/models)", "/models", .file("models"), []),
      ("[a](no.md)", "no.md", .missing("there is no such file at this commit"), ["M013"]),
      ("[a](../../../x)", "../../../x", .missing("it leaves the repository"), ["M013"]),
      (
        "![a](m.bin)", "m.bin",
        .missing("its bytes are not those of a PNG, JPEG, GIF, WebP or AVIF image"), ["M011"]
      ),
      (
        "![a](a.svg)", "a.svg",
        .missing("it is an SVG, which may hold scripts; commit it as PNG"), ["M012"]
      ),
      ("![a](no.png)", "no.png", .missing("there is no such file at this commit"), ["M010"]),
      ("![a](..)", "..", .missing("it is a folder"), ["M010"]),
    ])
  func findsTargets(
    text: String, reference: String, target: CardTarget, codes: [String]
  ) async throws {
    let found = try await Self.load(["models/m/README.md": text, "models/m/a.svg": "<svg/>"])
    #expect(found.version.card?.targets[reference] == target)
    #expect(found.codes == codes)
  }

  @Test(
    "The text of a licence is looked for, where it is a file",
    arguments: [
      ("LICENSE", CardTarget.missing("there is no such file at this commit"), ["M013"]),
      ("m.bin", .file("models/m/m.bin"), []), ("https://x.example/l", nil, []),
    ])
  func findsLicences(link: String, target: CardTarget?, codes: [String]) async throws {
    let metadata = "---\nlicense: other\nlicense_name: own\nlicense_link: \(link)\n---\n"
    let found = try await Self.load(["models/m/README.md": metadata])
    #expect(found.version.card?.targets[link] == target)
    #expect(found.codes == codes)
  }

  @Test("An image is kept once, with its size, however it is referred to")
  func keepsImages() async throws {
    let found = try await Self.load([
      "models/m/README.md": "[![a](a.gif)](a.gif) ![b](/models/m/a.gif)",
      "models/m/a.gif": Self.gif,
    ])
    let card = try #require(found.version.card)
    let images = card.targets.values.compactMap { target -> CardImage? in
      guard case .image(let image) = target else { return nil }
      return image
    }
    #expect(images.count == 2)
    #expect(Set(images.map(\.bytes)).count == 1)
    #expect(
      images.first.map { [$0.width, $0.height, $0.bytes.count] } == [1, 1, Self.gif.utf8.count])
    #expect(images.first?.format == .gif)
    #expect(found.codes.isEmpty)
  }

  @Test("An image beyond the limit is not read")
  func refusesLargeImages() async throws {
    var settings = RecordSettings()
    settings.cards.imageLimit = 8
    let found = try await Self.load(
      ["models/m/README.md": "![a](a.gif)", "models/m/a.gif": Self.gif], settings: settings)
    #expect(
      found.version.card?.targets["a.gif"]
        == .missing("it has \(Self.gif.utf8.count) bytes, and 8 are shown at most"))
    #expect(found.codes == ["M010"])
  }

  @Test("A card of several versions is rendered once and told of once, each at its own commit")
  func sharesCards() async throws {
    try await RegistryScript.make { repo in
      try await repo.script.commit([
        "dvc.yaml": "artifacts:\n  m: {path: m.bin}\n", "m.bin": "1",
        "MODEL_CARD.md": "![a](a.gif) <script>x</script>",
      ])
      try await repo.tag("m@v1.0.0")
      try await repo.script.commit(["m.bin": "2", "a.gif": Self.gif])
      try await repo.tag("m@v2.0.0", minute: 1)
      let found = try await Self.load(repo)
      let cards = found.versions.compactMap(\.card)
      #expect(cards.count == 2)
      #expect(Set(cards.map(\.identity)).count == 1)
      #expect(Set(cards.map(\.text)).count == 1)
      #expect(found.diagnostics.map(\.code).sorted() == ["M007", "M010"])
      let images = cards.map { card in
        if case .image? = card.targets["a.gif"] { true } else { false }
      }
      #expect(images.sorted { $0 && !$1 } == [true, false])
    }
  }

  @Test(
    "One broken part costs that part",
    arguments: [
      ("---\nlicense: [\n---\n# T\n", "M002"), ("---\nlicense: mit\n# T\n", "M002"),
      (String(repeating: "> ", count: 200) + "T", "M005"),
      (String(repeating: "x", count: 200_000), "M003"), ("[a](javascript:x)", "M008"),
    ])
  func tellsOfFlaws(text: String, code: String) async throws {
    let found = try await Self.load(["models/m/README.md": text])
    #expect(found.version.card != nil)
    #expect(found.codes == [code])
    let isPlain = ["M003", "M005"].contains(code)
    #expect((found.version.card?.note != nil) == isPlain)
    #expect((found.version.card?.original?.bytes.count == text.utf8.count) == isPlain)
  }

  @Test("A card and its image that DVC keeps are read from its cache, or their absence is told of")
  func readsFromTheCache() async throws {
    let card = "---\nlicense: mit\n---\n![a](a.gif)\n"
    try await RegistryScript.make { repo in
      var files = [
        ".dvc/config": "", "dvc.yaml": "artifacts:\n  m: {path: models/m/m.bin}\n",
        "models/m/m.bin": "x",
      ]
      for (name, text) in [("README.md", card), ("a.gif", Self.gif)] {
        let md5 = MD5.hex(of: Array(text.utf8))
        files["models/m/\(name).dvc"] =
          "outs:\n- {md5: \(md5), size: \(text.utf8.count), hash: md5, path: \(name)}\n"
        try writeFile(
          "\(repo.script.path)/.dvc/cache/files/md5/\(md5.prefix(2))/\(md5.dropFirst(2))", text)
      }
      try await repo.script.commit(files)
      try await repo.tag("m@v1.0.0")
      let found = try await Self.load(repo)
      let version = try #require(found.versions.first)
      #expect(version.card?.path == "models/m/README.md")
      #expect(version.card?.facts.license == "mit")
      #expect(
        version.card.map { card in
          if case .image? = card.targets["a.gif"] { true } else { false }
        } == true)
      #expect(found.diagnostics.map(\.code) == [])
      try FileManager.default.removeItem(atPath: "\(repo.script.path)/.dvc/cache")
      let without = try await Self.load(repo)
      #expect(without.versions.map { $0.card == nil } == [true])
      #expect(without.diagnostics.map(\.code) == ["M001"])
    }
  }

  @Test("What is longer than the limit is cut, and told of")
  func cutsLongTexts() async throws {
    var settings = RecordSettings()
    settings.cards.sizeLimit = 1_000
    let text = String(repeating: "Some words.\n\n", count: 200)
    let found = try await Self.load(["models/m/README.md": text], settings: settings)
    #expect(found.codes == ["M003"])
    #expect(found.version.card?.note == nil)
    #expect(found.version.card?.original?.bytes.count == text.utf8.count)
  }

  @Test("A link in place of a card, or a pointer of Git LFS, is told of and not followed")
  func refusesWhatIsNoText() async throws {
    let pointer = """
      version https://git-lfs.github.com/spec/v1
      oid sha256:\(String(repeating: "a", count: 64))
      size 12345

      """
    let found = try await Self.load(["models/m/README.md": pointer, "README.md": "# All"])
    #expect(found.version.card?.path == "README.md")
    #expect(found.codes == ["P004"])
  }
}
