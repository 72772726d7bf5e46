import Cards
import Formats
import GitStore

@testable import Registry

/// Everything that facts hold, found by reflection and not by their coding.
struct FactsText {
  private(set) var text = ""

  /// Properties that have no value, or their type's usual one, wherever they occur.
  var empty: [String] { seen.filter { !$0.value }.map(\.key).sorted() }

  var properties: Int { seen.count }

  /// By type and property, whether it has a value that is not the usual one.
  private var seen: [String: Bool] = [:]
  private let spool: Spool

  init(_ facts: RepositoryFacts, _ spool: Spool) {
    self.spool = spool
    add(facts, "facts")
  }

  private mutating func add(_ value: Any, _ name: String) {
    if let place = value as? Spool.Place {
      return text += "\(name): \((try? spool.bytes(at: place)) ?? [0])\n"
    }
    if let id = value as? ObjectID { return text += "\(name): \(id.hex)\n" }
    let mirror = Mirror(reflecting: value)
    guard !mirror.children.isEmpty else { return text += "\(name): \(value)\n" }
    text += "\(name) {\n"
    let isStruct = mirror.displayStyle == .struct
    var children = mirror.children.map { ($0.label ?? "", $0.value) }
    if mirror.displayStyle == .dictionary {
      children.sort { "\($0.1)" < "\($1.1)" }
    }
    for (label, child) in children {
      if isStruct {
        let key = "\(mirror.subjectType).\(label)"
        seen[key] = (seen[key] ?? false) || !Self.isUsual(child)
      }
      add(child, label)
    }
    text += "}\n"
  }

  private static func isUsual(_ value: Any) -> Bool {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional, .collection, .dictionary: return mirror.children.isEmpty
    default: return (value as? Bool) == false
    }
  }
}
