import GitStore
import Records

extension RecordsReader {
  /// The iterations that nobody registered, of artifacts that are registered.
  mutating func readCandidates(
    _ facts: Facts, _ subjects: [Subject], _ heads: [CandidateFinder.Found],
    _ history: CommitHistory, _ commits: inout CommitReader, _ objects: inout ObjectReader
  ) async throws(GitError) {
    let finder = CandidateFinder(settings: settings.candidates)
    let byArtifact = Dictionary(grouping: subjects, by: \.artifact)
    for artifact in facts.artifacts where artifact.isRegistered {
      let own = byArtifact[artifact.name] ?? []
      let known = own.map { reading.records(artifact.name, $0.version ?? "") }
      let paths = Set(known.flatMap { $0.metrics.filter(\.isOwn).map(\.path) })
      let choice = finder.choice(
        heads + finder.commits(touching: paths, history), registered: Set(own.map(\.commit)))
      try await commits.read(choice.map(\.commit), &objects)
      let candidates = choice.compactMap { found -> (CandidateFinder.Found, CommitObject)? in
        commits.commits[found.commit].map { (found, $0) }
      }
      let subjects = candidates.map { found, commit in
        Subject(
          artifact: artifact.name, version: nil, commit: found.commit, tree: commit.tree,
          annotation: own.first?.annotation)
      }
      let records = try await self.records(of: subjects, &objects)
      let iterations = zip(candidates, records).filter { _, records in
        let metrics = records.metrics.filter(\.isOwn)
        return !metrics.isEmpty && !known.contains { $0.metrics.filter(\.isOwn) == metrics }
      }
      reading.candidates[artifact.name] = iterations.map { candidate, records in
        Candidate(
          source: candidate.0.source, commit: candidate.0.commit, commitObject: candidate.1,
          records: records)
      }.stablySorted { one, two in
        (one.commitObject?.committer?.time.seconds ?? 0)
          > (two.commitObject?.committer?.time.seconds ?? 0)
      }.prefix(settings.candidates.limit).map(\.self)
    }
  }
}
