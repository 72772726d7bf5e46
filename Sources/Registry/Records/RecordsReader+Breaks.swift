import Records

/// What breaks off between versions: each is looked at beside the active one below it.
extension RecordsReader {
  /// A version and the one that pages compare it with.
  struct Neighbours {
    let version: Subject
    let below: Subject
  }

  /// Tells of metrics that became another kind of thing, and of configured patterns that fit nothing.
  mutating func tellOfBreaks(_ neighbours: [Neighbours]) {
    for pair in neighbours {
      let (version, below) = (pair.version.version ?? "", pair.below.version ?? "")
      let artifact = pair.version.artifact
      let gone = Set(unmetPatterns[.init(artifact: artifact, version: version)] ?? [])
        .subtracting(unmetPatterns[.init(artifact: artifact, version: below)] ?? [])
      let problems =
        RecordProblem.changedKinds(
          from: reading.records(artifact, below), of: below,
          to: reading.records(artifact, version))
        + gone.sorted().map { .nothingFits($0, since: below) }
      if !problems.isEmpty { tell(problems, pair.version, version) }
    }
    tellOfUselessPatterns(settings.metricsFiles) { !$0.metrics.isEmpty }
    tellOfUselessPatterns(settings.paramsFiles) { !$0.params.isEmpty }
  }

  /// Tells of paths and patterns that fit no file of any version; of a pattern, which may be meant for
  /// other repositories, only where nothing else gives such records.
  private mutating func tellOfUselessPatterns(
    _ patterns: [String], _ hasRecords: (VersionRecords) -> Bool
  ) {
    guard !unmetPatterns.isEmpty else { return }
    let hasOthers = reading.versions.values.contains(where: hasRecords)
    for pattern in patterns where unmetPatterns.values.allSatisfy({ $0.contains(pattern) }) {
      if hasOthers, pattern.contains(where: { "*?".contains($0) }) { continue }
      let place = DiagnosticPlace(repository: id, file: pattern)
      reading.diagnostics.append(RecordProblem.nothingEverFits(pattern).diagnostic(at: place))
    }
  }
}

extension RecordProblem {
  /// A configured pattern that fits no file of a version, but fitted one of the version below.
  static func nothingFits(_ pattern: String, since version: String) -> RecordProblem {
    RecordProblem(
      "P001", .warning, file: pattern,
      problem: "no file fits what vitrine.yaml names, and in \(version) one did",
      consequence: "the version is shown without it",
      help: "commit the file again, or name its new place under records in vitrine.yaml")
  }

  /// A configured pattern that fits no file of any version.
  static func nothingEverFits(_ pattern: String) -> RecordProblem {
    RecordProblem(
      "P001", .note, file: pattern,
      problem: "no file of any version fits what vitrine.yaml names",
      consequence: "nothing is shown of it",
      help: "mend the pattern under records in vitrine.yaml if it is meant for this repository")
  }

  /// For each file the metrics that are another kind of thing than before.
  static func changedKinds(
    from before: VersionRecords, of version: String, to now: VersionRecords
  ) -> [RecordProblem] {
    let earlier = Dictionary(
      before.metrics.map { ($0.path, $0) }, uniquingKeysWith: { one, _ in one })
    return now.metrics.compactMap { file in
      guard let old = earlier[file.path], old.value != file.value else { return nil }
      let changes = MetricKindChanges(from: old.value, to: file.value)
      guard let (entry, was) = changes.first, let kind = MetricKind(entry.value) else { return nil }
      let name = entry.keys.isEmpty ? "its value" : String(entry.name.prefix(100))
      let more = changes.count > 1 ? "; so did \(changes.count - 1) more" : ""
      return RecordProblem(
        "J010", .warning, file: file.path,
        problem: "\(name) became \(kind.words) and was \(was.words) in \(version)\(more)",
        consequence: "no difference is shown",
        help: "log the same kind of value in every version, or use another name")
    }
  }
}
