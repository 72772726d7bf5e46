import Formats
import TestSupport
import Testing

/// A registry of the collection, with what GTO answered when asked in its default form.
struct GTOCase: Sendable, CustomTestStringConvertible {
  let title: String
  let registry: PlumbingRegistry
  let showJSON: JSONValue?
  let historyJSON: JSONValue?
  let stagesJSON: JSONValue?
  let artifacts: [JSONMember]

  /// Whether GTO failed on the registry as a whole.
  let failsInGTO: Bool

  var id: String { String(title.prefix { $0 != ":" }) }

  var testDescription: String { title }

  static let all = PlumbingRegistry.collection().map(GTOCase.init)

  private init(_ json: JSONValue, _ registry: PlumbingRegistry) {
    title = json["case"]?.string ?? ""
    self.registry = registry
    let isError: (JSONValue?) -> Bool = { $0 == nil || $0 == .null || $0?["error"] != nil }
    let show = json["show_json"]
    failsInGTO = show == .null || json["error"].map { $0 != .null } ?? false
    showJSON = failsInGTO ? nil : show
    historyJSON = isError(json["history_json"]) ? nil : json["history_json"]
    stagesJSON = isError(json["stages_json"]) ? nil : json["stages_json"]
    artifacts = json["artifacts"]?.members.filter { !isError($0.value) } ?? []
  }
}
