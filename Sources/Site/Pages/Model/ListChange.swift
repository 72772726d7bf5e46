import Formats
import Mustache

/// What came into a long list, and what left it: among many equal items nobody finds that by eye.
struct ListChange: TemplateModel {
  /// The items that only the later list has; nothing where there are none.
  let added: String?

  /// The items that only the earlier list has.
  let removed: String?

  /// What else there is to say of lists with the same items.
  let note: String?

  /// Shorter texts are read at a glance, longer ones are cut.
  private static let (shortest, limit) = (60, 200)

  /// Nothing where one isn't a list, or both are short.
  init?(from before: LoggedValue, to after: LoggedValue) {
    guard case .list(let old) = before, case .list(let new) = after,
      max(Self.length(before), Self.length(after)) > Self.shortest
    else { return nil }
    added = Self.text(Self.items(of: new, without: old))
    removed = Self.text(Self.items(of: old, without: new))
    note = added == nil && removed == nil ? "other order" : nil
  }

  private static func length(_ value: LoggedValue) -> Int {
    ValueText.text(of: value, limit: shortest).utf8.count
  }

  /// What is left of a list when each item of another one is taken out once.
  private static func items(of list: [DataValue], without others: [DataValue]) -> [DataValue] {
    var left = others.reduce(into: [DataValue: Int]()) { $0[$1, default: 0] += 1 }
    return list.filter { item in
      guard let count = left[item], count > 0 else { return true }
      left[item] = count - 1
      return false
    }
  }

  /// The items without the brackets around them.
  private static func text(_ items: [DataValue]) -> String? {
    guard !items.isEmpty else { return nil }
    let text = ValueText.text(of: .list(items), limit: limit).dropFirst().dropLast()
    return ValueText.cut(String(text), to: limit) ?? String(text)
  }

  static let fields: [TemplateField<Self>] = [
    .text("added") { $0.added },
    .text("removed") { $0.removed },
    .text("note") { $0.note },
  ]
}
