import ArgumentParser
import Registry

/// GTO's `assign`: gives a version a stage (`tags.md` §4.2).
struct AssignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Assign a stage to a version of an artifact.",
    discussion: "Takes gto's arguments and makes gto's tags.", aliases: ["promote"])

  @Argument(help: "The artifact.") var name: String
  @Argument(help: "The commit; a version is registered there if there is none.") var ref: String?
  @Option(help: "The version; with a commit, the name of the version to register there.")
  var version: String?
  @Option(help: "The stage.") var stage: String
  @Flag(
    name: [.customLong("sr"), .customLong("skip-registration")],
    help: "Register no version at the commit.")
  var skipRegistration = false
  @OptionGroup var options: WritingOptions

  func run() async throws {
    try await answering(inJSON: false) {
      let registry = try await options.opened(name)
      let target: TagPlanner.Target
      if ref == nil, let version {
        target = .version(version)
      } else {
        target = .commit(
          try await registry.commit(of: ref ?? "HEAD"), naming: version,
          registers: !skipRegistration)
      }
      try await registry.write(
        try registry.planner.assignment(of: stage, to: target, options.wish))
    }
  }
}
