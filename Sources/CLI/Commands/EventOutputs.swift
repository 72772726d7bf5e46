import Digests
import GitStore
import Registry

/// What a job of CI is told of a tag: the names are those of GTO's action.
struct EventOutputs {
  private let values: [(name: String, text: String)]

  /// Everything is empty for a tag that is none of the registry's.
  init(_ event: RegistryEvent?, _ reading: RegistryReading) {
    let annotation = event.flatMap { event in
      let commit = reading.tags.commits[event.commit] ?? event.commit
      return reading.annotations.annotation(event.artifact, at: commit)
    }
    values = [
      ("event", event?.kind.name ?? ""), ("name", event?.artifact ?? ""),
      ("version", event?.version ?? ""), ("stage", event?.stage ?? ""),
      ("type", annotation?.type ?? ""), ("path", annotation?.path ?? ""),
      ("description", annotation?.description ?? ""), ("commit", event?.commit.hex ?? ""),
    ]
  }

  /// Lines for the file that GITHUB_OUTPUT names; between marks that no value holds, so that none can
  /// set another output.
  var githubLines: [UInt8] {
    var text = ""
    for (name, value) in values {
      let mark = "vitrine-\(SHA256(value).hex)"
      text += "\(name)<<\(mark)\n\(value)\n\(mark)\n"
    }
    return Array(text.utf8)
  }

  /// `VITRINE_EVENT=assignment` and so on, each on one line.
  var variables: [UInt8] {
    Array(
      values.map { "VITRINE_\($0.name.uppercased())=\(TerminalText.safe($0.text))\n" }.joined().utf8
    )
  }
}
