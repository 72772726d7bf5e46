import Registry

/// The words of an event's sentence: "Ann *assigned* prod *to* v1.2.0".
extension RegistryEvent.Kind {
  var verb: String {
    switch self {
    case .registration: "registered"
    case .deregistration: "deregistered"
    case .assignment: "assigned"
    case .unassignment: "unassigned"
    case .deprecation: "deprecated"
    }
  }

  /// The word between stage and version.
  var preposition: String? {
    switch self {
    case .assignment: "to"
    case .unassignment: "from"
    case .deprecation, .registration, .deregistration: nil
    }
  }
}
