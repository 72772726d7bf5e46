import Glibc

/// A reader of hostile input that the fuzzer feeds.
struct FuzzTarget: Sendable {
  /// The name of its folder in `Corpus`, and what the environment variable names that chooses it.
  let name: String

  /// Reads an input; must not crash or take long, and ends the process where the outcome is wrong.
  let run: @Sendable ([UInt8]) -> Void

  /// All of them: a new one is a line here and a folder of seeds.
  static let all = [
    FuzzTarget(name: "json", run: RecordCheck.json),
    FuzzTarget(name: "yaml", run: RecordCheck.yaml),
    FuzzTarget(name: "legacy-yaml", run: RecordCheck.legacyYAML),
    FuzzTarget(name: "toml", run: RecordCheck.toml),
    FuzzTarget(name: "python", run: RecordCheck.python),
    FuzzTarget(name: "table", run: TableCheck.run),
    FuzzTarget(name: "plot-values", run: PlotCheck.values),
    FuzzTarget(name: "plot-rows", run: PlotCheck.rows),
    FuzzTarget(name: "plot-template", run: PlotCheck.template),
    FuzzTarget(name: "front-matter", run: FrontMatterCheck.run),
    FuzzTarget(name: "markdown", run: MarkdownCheck.card),
    FuzzTarget(name: "card-html", run: MarkdownCheck.html),
    FuzzTarget(name: "dvc-project", run: ProjectCheck.run),
    FuzzTarget(name: "dvc-config", run: ConfigurationCheck.run),
    FuzzTarget(name: "folder-list", run: FolderListCheck.run),
    FuzzTarget(name: "lfs-pointer", run: LFSPointerCheck.run),
    FuzzTarget(name: "file-listing", run: FileListingCheck.run),
    FuzzTarget(name: "glob", run: GlobCheck.run),
    FuzzTarget(name: "ignore-rules", run: IgnoreRulesCheck.run),
    FuzzTarget(name: "tag-name", run: TagNameCheck.run),
    FuzzTarget(name: "git-history", run: HistoryCheck.run),
    FuzzTarget(name: "git-objects", run: ObjectCheck.run),
    FuzzTarget(name: "facts", run: FactsCheck.run),
  ]

  /// The one that this process feeds.
  static let chosen: FuzzTarget = {
    let name = unsafe getenv("VITRINE_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
    guard let target = all.first(where: { $0.name == name }) else {
      fatalError("VITRINE_FUZZ_TARGET is none of \(all.map(\.name)): “\(name)”")
    }
    return target
  }()
}

/// What libFuzzer calls for every input.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.chosen.run(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Ends the process, which libFuzzer takes for a find and keeps the input of.
func expect(_ holds: Bool, _ message: @autoclosure () -> String) {
  if !holds { fatalError(message()) }
}
