import Mustache

/// A metric's name with what is known of its direction.
struct MetricsName: TemplateModel {
  let text: String

  /// What else it is called.
  var title: String?
  var direction: BetterDirection?
  var words: String?

  init(_ text: String) { self.text = text }

  init(_ column: MetricColumn) {
    text = column.label
    title = column.name
    direction = column.traits.direction
    words = column.traits.directionWords
  }

  static let fields: [TemplateField<Self>] = [
    .text("text") { Self.parts(of: $0.text).first },
    .list("parts") { Self.parts(of: $0.text).dropFirst().map(NamePart.init) },
    .text("title") { $0.title },
    .text("arrow") { $0.direction.map { $0 == .higher ? "↑" : "↓" } },
    .text("words") { $0.words },
  ]

  /// Shorter names stay on one line.
  private static let unbrokenLimit = 12

  /// The name cut behind the marks that join its words: where a narrow column may break it.
  static func parts(of name: String) -> [String] {
    guard name.utf8.count > unbrokenLimit else { return [name] }
    var parts = [""]
    for character in name {
      parts[parts.count - 1].append(character)
      if "._/-".contains(character) { parts.append("") }
    }
    return parts.filter { !$0.isEmpty }
  }

  /// A part of a name.
  struct NamePart: TemplateModel {
    let text: String

    static let fields: [TemplateField<Self>] = [.text("text") { $0.text }]
  }
}
