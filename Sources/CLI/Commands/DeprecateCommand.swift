import ArgumentParser
import GitStore
import Registry

/// GTO's `deprecate`: takes a stage, a version or a whole artifact back (`tags.md` §4.2).
struct DeprecateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deprecate",
    abstract: "Deprecate an artifact, deregister a version, or unassign a stage.",
    discussion: "Takes gto's arguments and makes gto's tags.")

  @Argument(help: "The artifact.") var name: String
  @Argument(help: "The version to deregister, or to take the stage from.") var version: String?
  @Argument(help: "The stage to unassign.") var stage: String?
  @Option(help: "The commit that a deprecation is put at.") var ref: String?
  @Flag(
    name: [.customShort("d"), .customLong("delete")],
    help: "Delete the tags instead; the history is lost.")
  var delete = false
  @OptionGroup var options: WritingOptions

  func run() async throws {
    try await answering(inJSON: false) {
      let registry = try await options.opened(name)
      try await registry.write(try await withdrawal(registry))
    }
  }

  private func withdrawal(_ registry: OpenedRegistry) async throws -> TagPlanner.Withdrawal {
    let (planner, wish) = (registry.planner, options.wish)
    if let version, let stage {
      return try planner.unassignment(of: stage, from: version, deleting: delete, wish)
    }
    if let version { return try planner.deregistration(of: version, deleting: delete, wish) }
    var commit: ObjectID?
    if let ref { commit = try await registry.commit(of: ref) }
    return try planner.deprecation(
      at: commit, head: registry.repository.head, deleting: delete, wish)
  }
}
