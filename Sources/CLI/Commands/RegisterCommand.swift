import ArgumentParser
import Registry

/// GTO's `register`: gives a commit a version (`tags.md` §4.2).
struct RegisterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register", abstract: "Register a version of an artifact.",
    discussion: "Takes gto's arguments and makes gto's tags.")

  @Argument(help: "The artifact.") var name: String
  @Argument(help: "The commit.") var ref = "HEAD"
  @Option(
    name: [.customLong("version"), .customLong("ver")],
    help: "The version's name; else the latest with its patch gone up.")
  var version: String?
  @Flag(help: "Raise the major number.") var bumpMajor = false
  @Flag(help: "Raise the minor number.") var bumpMinor = false
  @Flag(help: "Raise the patch number.") var bumpPatch = false
  @OptionGroup var options: WritingOptions

  func run() async throws {
    try await answering(inJSON: false) {
      let registry = try await options.opened(name)
      let bumps: [VersionBump] =
        (bumpMajor ? [.major] : []) + (bumpMinor ? [.minor] : []) + (bumpPatch ? [.patch] : [])
      let commit = try await registry.commit(of: ref)
      let tag = try registry.planner.registration(
        at: commit, version: version.flatMap { $0.isEmpty ? nil : $0 }, bumps: bumps, options.wish)
      try await registry.write([tag])
    }
  }
}
