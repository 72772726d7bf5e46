import ArgumentParser
import FactStore

/// Where a build keeps what the next one can use.
struct CacheOptions: ParsableArguments {
  @Option(
    name: .customLong("cache"),
    help: "The folder for what later builds can use (default: vitrine in the user's caches).")
  var chosen: String?
  @Flag(help: "Read everything anew, and keep nothing.")
  var noCache = false

  func validate() throws {
    if noCache, chosen != nil { throw ValidationError("--no-cache leaves no use for --cache.") }
  }

  /// The folder; nothing where nothing is kept.
  var folder: String? {
    noCache ? nil : chosen ?? CacheFolder.standard(Console.variable)
  }
}
