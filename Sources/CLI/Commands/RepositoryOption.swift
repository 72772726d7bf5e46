import ArgumentParser
import GitStore
import Registry

/// The repository that GTO's commands take.
struct RepositoryOption: ParsableArguments {
  @Option(
    name: [.customShort("r"), .customLong("repo")], help: "A Git repository by path or address.")
  var repository = "."

  /// Reads the repository, or the newest copy of one that lies elsewhere.
  func reading<Result>(
    _ body: (RegistryReader) async throws -> Result
  ) async throws -> Result {
    guard GitAddress.isMeant(by: repository) else {
      let opened = try await GitRepository.open(repository)
      return try await body(
        RegistryReader(opened, id: RepositorySource.name(ofPath: repository)))
    }
    let copies = try MirrorFolder.standard()
    let address = try GitAddress(meantBy: repository)
    let place = try await RepositoryMirrors(in: copies.path)
      .place(of: RemoteRepository(address))
    if let error = place.staleness { throw error }
    let opened = try await GitRepository.open(place.path)
    return try await body(RegistryReader(opened, id: address.name))
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
