import ArgumentParser

/// The command line: every command is a line here and a file in `Commands`.
@main
struct Vitrine: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vitrine",
    abstract: "A static site and JSON index of the models that Git repositories register.",
    discussion: """
      Exit codes: 0 fine · 1 problems at or above --fail-on · 64 usage · 65 configuration or data \
      refused · 66 repository not readable, or no such model · 69 git or curl missing · 70 bug · \
      73 output folder refused · 74 input or output failed · 75 another build or download holds the \
      folder · 76 bytes are not those recorded · 77 access refused · 130, 143 interrupted
      """,
    version: ToolVersion.text,
    subcommands: [
      BuildCommand.self, CollectCommand.self, CheckCommand.self, GetCommand.self,
      CompareCommand.self, DiffCommand.self,
      InitCommand.self, DemoCommand.self, ShowCommand.self, HistoryCommand.self, StagesCommand.self,
      CheckRefCommand.self, ExplainCommand.self, RegisterCommand.self, AssignCommand.self,
      DeprecateCommand.self, CardWorkerCommand.self,
    ])
}
