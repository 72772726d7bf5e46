import GitStore

/// A commit of a story, by its place among the commits.
struct Commit: Hashable, Sendable {
  /// Counted from 1.
  let mark: Int
}

/// A registered version of an artifact.
struct Version: Hashable, Sendable {
  let artifact: String
  let name: String
  let commit: Commit
}

/// What happened in a repository, told in order: commits, and tags as GTO 1.10.1 writes them
/// (`tags.md` §4.2).
struct RepositoryStory: Sendable {
  /// The name of the repository's folder.
  let name: String

  /// Where the team would keep it: an address that nobody answers, so that pages can show how to
  /// fetch a version.
  var origin: String { "https://git.northlight.example/models/\(name).git" }

  /// Every tag object in the order of telling: name, commit and tagger.
  private(set) var tags: [(name: String, commit: Commit, tagger: GitIdentity)] = []

  /// Who made each commit, and when; the first one's mark is 1.
  private(set) var commits: [GitIdentity] = []

  /// The files as of the last commit.
  private(set) var files: [String: [UInt8]] = [:]

  private var writing = FastImportStream()
  private var counters: [String: Int] = [:]

  /// A repository without commits.
  init(name: String) { self.name = name }

  /// The whole story for `git fast-import`.
  var stream: [UInt8] {
    var stream = writing
    stream.end()
    return stream.bytes
  }
}

extension RepositoryStory {
  /// Commits `files` to `main`; those that are as they were may be among them.
  @discardableResult
  mutating func commit(
    _ message: String, by author: Person, at moment: Moment, files changed: [StoryFile],
    removing removed: [String] = []
  ) -> Commit {
    let identity = author.identity(at: moment)
    let commit = Commit(mark: commits.count + 1)
    commits.append(identity)
    let written = changed.filter { files[$0.path] != $0.bytes }
    for path in removed { files[path] = nil }
    for file in written { files[file.path] = file.bytes }
    writing.commit(commit, message: message, by: identity, writing: written, removing: removed)
    return commit
  }

  /// `gto register ARTIFACT COMMIT --version VERSION`.
  mutating func register(
    _ artifact: String, _ version: String, on commit: Commit, by tagger: Person,
    at moment: Moment, message: String? = nil
  ) -> Version {
    tag(
      "\(Self.tagName(of: artifact))@\(version)", on: commit, by: tagger, at: moment,
      message: message ?? "Registering artifact \(artifact) version \(version)")
    return Version(artifact: artifact, name: version, commit: commit)
  }

  /// `gto assign ARTIFACT --version VERSION --stage STAGE`.
  mutating func assign(
    _ version: Version, to stage: String, by tagger: Person, at moment: Moment,
    message: String? = nil
  ) {
    assign(
      version.artifact, on: version.commit, to: stage, by: tagger, at: moment,
      message: message
        ?? "Assigning stage \(stage) to artifact \(version.artifact) version \(version.name)")
  }

  /// `gto assign ARTIFACT COMMIT --stage STAGE --sr`: the commit need not have a version.
  mutating func assign(
    _ artifact: String, on commit: Commit, to stage: String, by tagger: Person,
    at moment: Moment, message: String
  ) {
    let name = "\(Self.tagName(of: artifact))#\(stage)#\(nextCounter(of: artifact))"
    tag(name, on: commit, by: tagger, at: moment, message: message)
  }

  /// `gto deprecate ARTIFACT VERSION STAGE`.
  mutating func unassign(
    _ version: Version, from stage: String, by tagger: Person, at moment: Moment,
    message: String? = nil
  ) {
    let artifact = version.artifact
    let name = "\(Self.tagName(of: artifact))#\(stage)!#\(nextCounter(of: artifact))"
    tag(
      name, on: version.commit, by: tagger, at: moment,
      message: message
        ?? "Unassigning stage '\(stage)' to artifact '\(artifact)' version '\(version.name)'")
  }

  /// `gto deprecate ARTIFACT VERSION`.
  mutating func deregister(
    _ version: Version, by tagger: Person, at moment: Moment, message: String
  ) {
    let name = "\(Self.tagName(of: version.artifact))@\(version.name)!"
    tag(name, on: version.commit, by: tagger, at: moment, message: message)
  }

  /// `gto deprecate ARTIFACT`, where `commit` is that of the artifact's newest event.
  mutating func deprecate(
    _ artifact: String, on commit: Commit, by tagger: Person, at moment: Moment, message: String
  ) {
    let name = "\(Self.tagName(of: artifact))@deprecated"
    tag(name, on: commit, by: tagger, at: moment, message: message)
  }

  /// `git tag -a NAME COMMIT`.
  mutating func tag(
    _ name: String, on commit: Commit, by tagger: Person, at moment: Moment, message: String
  ) {
    let identity = tagger.identity(at: moment)
    tags.append((name, commit, identity))
    writing.tag(name, on: commit, message: message, by: identity)
  }

  /// `git tag NAME COMMIT`, which GTO does not read.
  mutating func lightweightTag(_ name: String, on commit: Commit) {
    writing.lightweightTag(name, on: commit)
  }

  /// One more than the greatest counter among the artifact's tags, whatever their stage.
  private mutating func nextCounter(of artifact: String) -> Int {
    counters[artifact, default: 0] += 1
    return counters[artifact, default: 0]
  }

  /// A folder's colon is an equals sign in a tag: Git forbids colons in refs.
  private static func tagName(of artifact: String) -> String {
    String(artifact.map { $0 == ":" ? "=" : $0 })
  }
}
