import ArgumentParser
import Formats
import GitStore
import Records
import Registry
import Storage

/// Downloads a version from a published site or a repository, and checks it.
struct GetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "get", abstract: "Download a version of a model, and check every byte of it.",
    discussion: """
      Prints the path of what it has fetched. An interrupted download goes on where it ended; \
      nothing stands under the final name before all of it has been checked.

      Exit codes: 0 fetched, or there already · 64 usage · 65 a list or file is not to be trusted · \
      66 no such model, version, stage or file · 69 a program is missing, or nothing is known that \
      has it · 73 something else is there · 74 transfer or disk failed · 75 another download of it \
      runs · 76 the bytes are not those recorded or locked · 77 access refused · 130, 143 interrupted
      """)

  @Argument(
    help: "MODEL, MODEL@VERSION, MODEL@latest or MODEL#STAGE; without one, all of --locked.")
  var model: String?
  @Option(
    help: "A site's address or folder, or a Git repository by path or address (default: this one).")
  var from: String?
  @Option(name: .shortAndLong, help: "The folder that it is put in.")
  var output = "."
  @Option(help: "Write version, commit and hashes of what was fetched into this file.")
  var lock: String?
  @Option(help: "Fetch just what this file says, and fail on any difference.")
  var locked: String?
  @Flag(help: "Replace what is there under its name.") var force = false
  @Option(help: "How many transfers run at a time.") var jobs = 4
  @Option(help: "How often a failed transfer is tried again.") var retries = 5
  @Option(
    name: .shortAndLong,
    help:
      "The configuration file with commands of storage (default: vitrine.yaml, if there is one).")
  var config: String?
  @Flag(help: "Never leave this machine.") var offline = false
  @Option(help: "Colours: auto, always or never.") var color = Console.Choice.auto
  @Option(help: "Progress: auto, always or never.") var progress = Console.Choice.auto
  @Flag(name: .shortAndLong, help: "Say nothing but errors.") var quiet = false

  func validate() throws {
    if model == nil, locked == nil { throw ValidationError("Name a model, or give --locked FILE.") }
    if lock != nil, locked != nil {
      throw ValidationError("--lock and --locked exclude each other.")
    }
    if jobs < 1 || retries < 0 {
      throw ValidationError("--jobs takes 1 or more, --retries 0 or more.")
    }
  }

  func run() async throws {
    let console = Console(color: color, isQuiet: quiet)
    do {
      if let locked { try await fetchLocked(locked, console) } else { try await fetch(console) }
    } catch let error as ConfigurationError {
      console.complain(error.description)
      throw ExitCode(CommandFailure.refusedData)
    } catch {
      let failure = CommandFailure(get: error)
      console.complain(TerminalText.safe(failure.description))
      throw ExitCode(failure.status)
    }
  }

  private func fetch(_ console: Console) async throws {
    let place = from ?? "."
    let found = try await source(place).find(ModelChoice(model ?? ""))
    let outcome = try await runner(console).fetch(found)
    guard let lock else { return }
    var models = try readLock(lock, mustExist: false)
    models.put(
      try LockedModels.Entry(
        found, at: outcome.path, source: SiteIndex.isWeb(place) ? place : nil))
    guard WholeFile.replace(lock, with: models.bytes) else {
      throw CommandFailure(status: CommandFailure.failedOutput, "\(lock) can't be written")
    }
  }

  private func fetchLocked(_ file: String, _ console: Console) async throws {
    let models = try readLock(file, mustExist: true)
    let wanted = models.entries.filter { entry in
      model == nil || entry.model == model || entry.model.hasSuffix("/\(model ?? "")")
    }
    guard !wanted.isEmpty else {
      throw CommandFailure(
        status: CommandFailure.unreadableRepository, "\(file) has no model \(model ?? "at all")")
    }
    for entry in wanted {
      let found = try await source(from ?? entry.source ?? ".").find(locked: entry)
      if let difference = entry.difference(from: found) {
        throw CommandFailure(
          status: CommandFailure.mismatch, "\(entry.model) differs from \(file): \(difference)")
      }
      _ = try await runner(console).fetch(entry.demanding(found))
    }
  }

  private func readLock(_ file: String, mustExist: Bool) throws -> LockedModels {
    guard let bytes = FileStatus.contents(of: file) else {
      guard mustExist else { return LockedModels() }
      throw CommandFailure(
        status: CommandFailure.unreadableRepository, "\(file) can't be read")
    }
    do {
      return try LockedModels(bytes)
    } catch {
      throw CommandFailure(status: CommandFailure.refusedData, "\(file): \(error.problem)")
    }
  }

  private func runner(_ console: Console) -> GetRunner {
    var settings = Delivery.Settings()
    (settings.jobs, settings.retries, settings.replaces) = (jobs, retries, force)
    return GetRunner(console: console, progress: progress, output: output, settings: settings)
  }

  /// A site by its address, a folder that is one, or a repository.
  private func source(_ place: String) async throws -> GetSource {
    let configuration = try Configuration.read(config)
    var records = configuration.records
    records.storage.isOffline = offline
    records.storage.configurationFolders = DVCFolders.configuration(Console.variable)
    let commands = offline ? [:] : records.storage.commands
    if GitAddress.isMeant(by: place), GitAddress.isRepository(place) {
      return .repository(try await downloads(GitAddress(meantBy: place), configuration, records))
    }
    if SiteIndex.isWeb(place) {
      if offline {
        throw CommandFailure(
          status: CommandFailure.missingProgram, "\(place) is not asked with --offline")
      }
      return .site(SiteIndex(place, commands: commands))
    }
    let folder = place.hasPrefix("file://") ? String(place.dropFirst("file://".count)) : place
    if SiteIndex.isSite(folder) { return .site(SiteIndex(folder, commands: commands)) }
    return .repository(
      RepositoryDownloads(try await GitRepository.open(folder), settings: records))
  }

  /// What the newest copy of a repository that lies elsewhere has.
  private func downloads(
    _ address: GitAddress, _ configuration: Configuration, _ records: RecordSettings
  ) async throws -> RepositoryDownloads {
    let copies = try MirrorFolder.standard()
    let mirrors = RepositoryMirrors(
      in: copies.path, isOffline: offline, patience: configuration.gitSeconds)
    let configured = configuration.repositories.first { $0.remote?.address == address }
    let place = try await mirrors.place(of: configured?.remote ?? RemoteRepository(address))
    if let error = place.staleness { throw error }
    return RepositoryDownloads(
      try await GitRepository.open(place.path, patience: configuration.gitSeconds),
      settings: records, name: address.name, copies: copies)
  }
}

extension GetSource {
  /// The version that a lock file names, by its full id or, in a clone of another name, by its name.
  func find(locked entry: LockedModels.Entry) async throws -> FoundVersion {
    guard case .repository(let repository) = self else {
      return try await find(ModelChoice("\(entry.model)@\(entry.version)"))
    }
    let name = entry.model.firstIndex(of: "/").map { entry.model[entry.model.index(after: $0)...] }
    return try await repository.find(
      ModelChoice("\(name ?? entry.model[...])@\(entry.version)"))
  }
}

extension LockedModels.Entry {
  /// Takes down what was fetched to `path`.
  init(_ found: FoundVersion, at path: String, source: String?) throws(CommandFailure) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    var files: [LockedModels.File] = []
    for file in found.files {
      guard let digest = FileCheck.digest(of: "\(folder)/\(file.path)") else {
        throw CommandFailure(
          status: CommandFailure.failedOutput, "\(folder)/\(file.path) can't be read")
      }
      files.append(
        LockedModels.File(
          path: file.path, size: digest.size, sha256: digest.sha256,
          hashes: file.hashes.filter { ![.etag, .checksum].contains($0.algorithm) }))
    }
    self.init(
      model: found.model, version: found.version, commit: found.commit, source: source,
      files: files)
  }
}
