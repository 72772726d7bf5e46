/// Finds the texts that may have come of a template, with any text in place of each `${…}`.
struct TemplatePattern {
  /// What has to stand in this order; the first one at the start and the last one at the end, so that
  /// either may be empty.
  private let literals: [[UInt8]]

  /// How many comparisons a text costs.
  var cost: Int { literals.count }

  init(_ template: TextTemplate) {
    var literals: [[UInt8]] = [[]]
    for piece in template.pieces {
      switch piece {
      case .literal(let text):
        literals[literals.count - 1] = Array(TextTemplate.unescaped(text).utf8)
      case .expression, .broken: literals.append([])
      }
    }
    self.literals = literals
  }

  /// Whether a text may have come of the template.
  func fits(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    guard let first = literals.first, let last = literals.last else { return false }
    guard literals.count > 1 else { return rest.elementsEqual(first) }
    guard rest.starts(with: first) else { return false }
    rest = rest.dropFirst(first.count)
    for literal in literals.dropFirst().dropLast() {
      guard let start = rest.firstStart(of: literal) else { return false }
      rest = rest[(start + literal.count)...]
    }
    return rest.suffix(last.count).elementsEqual(last)
  }
}

extension ArraySlice<UInt8> {
  /// Where `wanted` begins for the first time.
  fileprivate func firstStart(of wanted: [UInt8]) -> Int? {
    guard let first = wanted.first else { return startIndex }
    var position = startIndex
    while let start = self[position...].firstIndex(of: first) {
      if self[start...].starts(with: wanted) { return start }
      position = start + 1
    }
    return nil
  }
}
