import Registry

extension RegistryEvent {
  /// The message that a person wrote: nothing where there is none, or only the words that GTO
  /// writes by itself (`tags.md` §4.2).
  var note: String? { message.isEmpty || message == standardMessage ? nil : message }

  private var standardMessage: String {
    let (version, stage) = (version ?? "", stage ?? "")
    return switch kind {
    case .registration: "Registering artifact \(artifact) version \(version)"
    case .deregistration: "Deregistering artifact \(artifact) version \(version)"
    case .assignment: "Assigning stage \(stage) to artifact \(artifact) version \(version)"
    case .unassignment:
      "Unassigning stage '\(stage)' to artifact '\(artifact)' version '\(version)'"
    case .deprecation: "Deprecating artifact '\(artifact)'"
    }
  }
}
