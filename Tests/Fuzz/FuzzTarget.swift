/// A reader of hostile input that the fuzzer feeds.
struct FuzzTarget: Sendable {
  /// The name of its folder in `Corpus`; inputs for it begin with the first letter, which no other
  /// target has.
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
    FuzzTarget(name: "front-matter", run: FrontMatterCheck.run),
  ]
}

/// What libFuzzer calls for every input; -1 keeps inputs that are for no target out of the corpus.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let letter = input.first,
    let target = FuzzTarget.all.first(where: { $0.name.utf8.first == letter })
  else { return -1 }
  target.run(Array(input.dropFirst()))
  return 0
}

/// Ends the process, which libFuzzer takes for a find and keeps the input of.
func expect(_ holds: Bool, _ message: @autoclosure () -> String) {
  if !holds { fatalError(message()) }
}
