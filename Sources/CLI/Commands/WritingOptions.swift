import ArgumentParser
import GitStore
import Glibc
import Registry

/// Options of GTO's writing commands.
struct WritingOptions: ParsableArguments {
  enum Simple: String, CaseIterable, ExpressibleByArgument { case auto, `true`, `false` }

  @OptionGroup var repository: RepositoryOption
  @Option(name: .shortAndLong, help: "The tag's message, instead of GTO's words.")
  var message: String?
  @Option(help: "Leave out the counter at the tag's end: auto, true or false.")
  var simple = Simple.auto
  @Flag(help: "Make the tag although what it says is so already.") var force = false
  @Flag(help: "Push the tag to origin.") var push = false

  var wish: TagWish {
    var wish = TagWish()
    wish.message = message
    wish.isForced = force
    wish.style =
      switch simple {
      case .auto: .automatic
      case .true: .simple
      case .false: .counted
      }
    return wish
  }

  /// Reads what is known of an artifact.
  func opened(_ name: String) async throws -> OpenedRegistry {
    let opened = try await GitRepository.open(repository.repository)
    let (references, warnings) = try await opened.references()
    let reading = try await RegistryReader(opened, id: name).read(
      .artifact(name), references: references, warnings: warnings, isPartialClone: false)
    return OpenedRegistry(
      repository: opened, planner: try TagPlanner(name, in: reading, references: references),
      newest: reading.state.artifact(name)?.events.first?.time.seconds, pushes: push)
  }
}

/// A registry that is written to.
struct OpenedRegistry {
  let repository: GitRepository
  let planner: TagPlanner

  /// The second of the artifact's newest tag.
  let newest: Int64?
  let pushes: Bool

  /// The commit that a revision means.
  func commit(of revision: String) async throws -> ObjectID {
    guard let commit = try await repository.commit(of: revision) else {
      throw CommandFailure(
        status: CommandFailure.problems, "unknown Git revision '\(revision)'")
    }
    return commit
  }

  /// Makes tags one after the other, and says so in GTO's words.
  func write(_ tags: [PlannedTag]) async throws {
    await waitForNextSecond()
    let writer = TagWriter(repository)
    for tag in tags {
      try await writing { () async throws(GitError) in
        try await writer.write(tag.name, at: tag.commit, message: tag.message)
      }
      Console.line("Created git tag '\(tag.name)' that \(tag.effect)")
      try await finish(tag.name, deleting: false, writer)
    }
  }

  /// Takes something back, and says so in GTO's words.
  func write(_ withdrawal: TagPlanner.Withdrawal) async throws {
    switch withdrawal {
    case .tag(let tag): try await write([tag])
    case .deletion(let names):
      let writer = TagWriter(repository)
      for name in names {
        try await writing { () async throws(GitError) in try await writer.delete(name) }
        Console.line("Deleted git tag '\(name)'")
        try await finish(name, deleting: true, writer)
      }
    }
  }

  private func finish(_ tag: String, deleting: Bool, _ writer: TagWriter) async throws {
    let verb = deleting ? "git push --delete" : "git push"
    guard pushes else {
      Console.line("To push the changes upstream, run:")
      Console.line("    \(verb) origin \(ShellQuote.quoted(tag))")
      return
    }
    Console.line("Running `\(verb) origin \(tag)`")
    try await writing { () async throws(GitError) in
      try await writer.push(tag, deleting: deleting)
    }
    Console.line("Successfully \(deleting ? "deleted" : "pushed") git tag \(tag) on remote.")
  }

  /// Here the repository could be read, so that a failure is none of those that reading has.
  private func writing(_ body: () async throws(GitError) -> Void) async throws(CommandFailure) {
    do throws(GitError) {
      try await body()
    } catch {
      throw CommandFailure(status: CommandFailure.problems, error.problem)
    }
  }

  /// Among tags of one second, GTO's order is no longer that of time (`tags.md` §2.5).
  private func waitForNextSecond() async {
    guard let newest, Console.variable("GIT_COMMITTER_DATE") == nil else { return }
    while Int64(time(nil)) == newest { try? await Task.sleep(for: .milliseconds(50)) }
  }
}

/// Writes words for a shell as Python's `shlex.quote` does.
enum ShellQuote {
  static func quoted(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
        || "_@%+=:,./-".utf8.contains(byte)
    }
    if isPlain, !text.isEmpty { return text }
    let inner = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + inner.joined(separator: "'\"'\"'") + "'"
  }
}
