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
    var parts: [String] = []
    var start = name.startIndex
    for place in name.utf8.indices where "._/-".utf8.contains(name.utf8[place]) {
      let end = name.utf8.index(after: place)
      // What has an accent on it is not cut off from that.
      let isASCII = end == name.endIndex || name.utf8[end] < 0x80
      guard isASCII || String.Index(end, within: name) != nil else { continue }
      parts.append(String(name[start..<end]))
      start = end
    }
    return start == name.endIndex ? parts : parts + [String(name[start...])]
  }

  /// A part of a name.
  struct NamePart: TemplateModel {
    let text: String

    static let fields: [TemplateField<Self>] = [.text("text") { $0.text }]
  }
}
