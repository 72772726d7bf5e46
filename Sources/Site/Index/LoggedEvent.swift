import GitStore
import Registry

/// An event and the repository that it happened in.
struct LoggedEvent {
  let event: RegistryEvent
  let repository: String

  /// Oldest first; events of one second by repository, then in GTO's order of kinds, then by tag.
  static func all(in registry: Registry) -> [LoggedEvent] {
    var entries: [LoggedEvent] = []
    for repository in registry.repositories {
      for artifact in repository.artifacts {
        for event in artifact.events {
          entries.append(LoggedEvent(event: event, repository: repository.id))
        }
      }
    }
    entries.sort { $0.precedes($1) }
    return entries
  }

  private func precedes(_ other: LoggedEvent) -> Bool {
    let (one, two) = (event, other.event)
    if one.time.seconds != two.time.seconds { return one.time.seconds < two.time.seconds }
    if repository != other.repository {
      return repository.utf8.lexicographicallyPrecedes(other.repository.utf8)
    }
    if one.kind != two.kind { return one.kind.rawValue < two.kind.rawValue }
    return one.tag.utf8.lexicographicallyPrecedes(two.tag.utf8)
  }
}
