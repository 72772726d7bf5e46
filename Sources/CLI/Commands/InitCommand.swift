import ArgumentParser
import GitStore

/// Writes a configuration and a CI workflow to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a configuration and a CI workflow to begin with.",
    discussion: "Files that are there stay as they are.")

  enum Service: String, CaseIterable, ExpressibleByArgument { case github, gitlab, none }

  @Argument(help: "The folder to write to.") var folder = "."
  @Option(help: "Write the workflow of github, gitlab or none.") var ci = Service.none

  func run() throws {
    let console = Console()
    var files = [(path: Configuration.fileName, text: StarterConfiguration.text)]
    switch ci {
    case .github: files.append((GitHubWorkflow.path, GitHubWorkflow.text))
    case .gitlab: files.append((GitLabPipeline.path, GitLabPipeline.text))
    case .none: break
    }
    do throws(CommandFailure) {
      for file in files {
        let path = "\(folder)/\(file.path)"
        let isNew = try NewFile.write(file.text, to: path)
        Console.line(isNew ? "Wrote \(file.path)" : "Kept \(file.path), which is there")
      }
    } catch {
      console.complain(error.description)
      throw ExitCode(error.status)
    }
  }
}
