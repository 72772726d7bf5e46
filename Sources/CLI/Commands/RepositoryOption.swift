import ArgumentParser
import GitStore
import Registry

/// The repository that GTO's commands take.
struct RepositoryOption: ParsableArguments {
  @Option(name: [.customShort("r"), .customLong("repo")], help: "A local Git repository.")
  var repository = "."

  func reader() async throws(GitError) -> RegistryReader {
    let opened = try await GitRepository.open(repository)
    return RegistryReader(opened, id: RepositorySource.name(ofPath: repository))
  }
}

/// Runs a command that answers in text or JSON, and says what went wrong in the same form.
func answering(
  inJSON: Bool, _ body: () async throws -> Void
) async throws {
  let failure: CommandFailure
  do {
    return try await body()
  } catch let error as GitError {
    failure = CommandFailure(error)
  } catch let error as CommandFailure {
    failure = error
  } catch let error as WritingError {
    failure = CommandFailure(status: CommandFailure.problems, error.description)
  }
  if inJSON {
    Console.write(ErrorDocument.bytes(failure))
  } else {
    Console().complain(TerminalText.safe(failure.description))
  }
  throw ExitCode(failure.status)
}
