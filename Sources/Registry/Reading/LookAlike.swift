/// Tells tags that somebody meant for GTO from other people's tags (`bad-input.md`, T001 and T002).
enum LookAlike {
  /// What is wrong with a name that GTO's grammar does not take; nothing where it looks like
  /// something else altogether.
  static func problem(of name: String) -> TagProblem? {
    let parts = name.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, let problem = versionProblem(String(parts[0]), String(parts[1])) {
      return problem
    }
    return stageProblem(name)
  }

  private static func versionProblem(_ artifact: String, _ rest: String) -> TagProblem? {
    let version = String(rest.prefix { $0 != "#" && $0 != "!" })
    guard !version.isEmpty else { return .lookAlike("the version after @ is missing") }
    let isWord = version == "deprecated" || version == "created"
    let digits = version.drop { $0 == "v" || $0 == "V" }
    guard isWord || digits.first?.isNumber == true else { return nil }
    if artifact.isEmpty { return .lookAlike("the name before @ is missing") }
    if !isArtifact(artifact) { return .badName(artifact) }
    if isWord { return .lookAlike("nothing but a counter may follow @\(version)") }
    if version.first != "v" {
      return .lookAlike("a version begins with a lower-case v, as in \(artifact)@v1.2.3")
    }
    if SemanticVersion(tag: version) == nil {
      return .lookAlike(
        "“\(version)” is no SemVer version with three numbers, as in \(artifact)@v1.2.3")
    }
    return .lookAlike("only ! and a counter may follow the version, as in \(artifact)@v1.2.3!")
  }

  private static func stageProblem(_ name: String) -> TagProblem? {
    let parts = name.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 || parts.count == 3 else { return nil }
    if parts[0].isEmpty { return .lookAlike("the name before # is missing") }
    if !isArtifact(parts[0]) { return .badName(parts[0]) }
    let stage = parts[1].hasSuffix("!") ? String(parts[1].dropLast()) : parts[1]
    if stage.isEmpty { return .lookAlike("the stage after # is missing") }
    if !ArtifactName.isStage(stage) { return .badName(stage) }
    return .lookAlike(
      "only ! and a counter of digits may follow the stage, as in \(parts[0])#\(stage)#1")
  }

  private static func isArtifact(_ text: String) -> Bool {
    ArtifactName.decode(Array(text.utf8)[...]) != nil
  }
}
