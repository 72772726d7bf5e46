import GitStore

/// Finds the commits of a repository that a model could be registered at (`cli.md`, `candidates`).
struct CandidateFinder {
  let settings: CandidateSettings

  /// A commit and what made it visible.
  struct Found: Hashable {
    let source: Candidate.Source
    let commit: ObjectID
  }

  /// Where the refs lie that the settings ask for, besides branches and tags.
  var prefixes: [String] { settings.experiments ? ["refs/exps"] : [] }

  /// Heads of branches and experiments, in the order of their refs.
  func heads(_ references: [GitReference]) -> [Found] {
    references.compactMap { reference in
      if settings.branches, reference.name.hasPrefix("refs/heads/") {
        let name = String(reference.name.dropFirst("refs/heads/".count))
        return Found(source: .branch(name), commit: reference.id)
      }
      return settings.experiments ? Self.experiment(reference) : nil
    }
  }

  /// `refs/exps/<2 digits>/<38 digits>/<name>`, whose digits are the commit that it is based on
  /// (`records.md` §11). DVC keeps other things of its own beside them.
  private static func experiment(_ reference: GitReference) -> Found? {
    let parts = reference.name.split(separator: "/", maxSplits: 4)
    guard parts.count == 5, parts[0] == "refs", parts[1] == "exps", parts[2].count == 2,
      let base = ObjectID(String(parts[2] + parts[3]))
    else { return nil }
    return Found(source: .experiment(String(parts[4]), base: base), commit: reference.id)
  }

  /// Commits of the history that touched one of the paths, the newest first.
  func commits(touching paths: Set<String>, _ history: CommitHistory) -> [Found] {
    guard settings.commits, !paths.isEmpty else { return [] }
    var found: [Found] = []
    for entry in history.entries where found.count < settings.limit * 2 {
      if entry.paths.contains(where: { InputPaths.contains($0, paths) }) {
        found.append(Found(source: .commit, commit: entry.id))
      }
    }
    return found
  }

  /// What remains for a model: each commit once, by the first thing that made it visible, without
  /// those that have a version.
  func choice(_ found: [Found], registered: Set<ObjectID>) -> [Found] {
    var seen = registered
    return found.filter { seen.insert($0.commit).inserted }
  }
}
