import ArgumentParser
import Glibc

/// Options that every building command has.
struct BuildOptions: ParsableArguments {
  @Option(help: "How many tasks share the work (default: one for each processor).")
  var jobs: Int?
  @Option(help: "Colours: auto, always or never.")
  var color = Console.Choice.auto
  @Option(help: "Progress: auto, always or never.")
  var progress = Console.Choice.auto
  @Flag(name: .shortAndLong, help: "Say nothing but errors.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes 1 or more.") }
  }

  var console: Console { Console(color: color, isQuiet: quiet) }

  var jobCount: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
