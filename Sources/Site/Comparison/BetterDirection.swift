/// Which way a metric gets better.
enum BetterDirection: Hashable, Sendable {
  case higher, lower

  var words: String { self == .higher ? "higher is better" : "lower is better" }

  /// Whether a change is for the better.
  func isBetter(up: Bool) -> Bool { up == (self == .higher) }

  /// Guesses by the words of a key, such as `val_acc`, `train/loss` and `testMAE`; the last word
  /// that says something counts (`pages.md`, deltas).
  init?(guessedFrom key: String) {
    let words = Self.words(of: key)
    guard words.allSatisfy({ $0.isDisjoint(with: Self.otherSubjects) }) else { return nil }
    for forms in words.reversed() {
      if !forms.isDisjoint(with: Self.higherWords) {
        self = .higher
        return
      }
      if !forms.isDisjoint(with: Self.lowerWords) {
        self = .lower
        return
      }
    }
    return nil
  }

  private static let higherWords: Set<String> = [
    "acc", "accuracy", "auc", "f1", "precision", "recall", "r2", "map", "bleu",
  ]

  private static let lowerWords: Set<String> = [
    "loss", "error", "rmse", "mae", "mse", "latency", "perplexity", "wer",
  ]

  /// Words that make the key speak of something else: `loss_weight` isn't a loss.
  private static let otherSubjects: Set<String> = [
    "std", "stddev", "var", "variance", "weight", "weights", "size", "count", "threshold",
    "samples", "support", "scale",
  ]

  /// Longer keys tell nothing by their words.
  private static let limit = 200

  /// The words in the forms in which each may be known: `mAP50` as `map50`, `map`, `m` and `ap50`.
  private static func words(of key: String) -> [Set<String>] {
    guard key.utf8.count <= limit else { return [] }
    let words = key.utf8.split { !($0.isLetter || 48...57 ~= $0) }
    return words.map { word in
      let text = Substring(word).lowercased()
      var forms: Set = [text, text.withoutFinalDigits]
      for part in parts(of: Array(word)) {
        forms.formUnion([part.lowercased(), part.lowercased().withoutFinalDigits])
      }
      return forms
    }
  }

  /// A word cut before each capital that follows a small letter.
  private static func parts(of word: [UInt8]) -> [String] {
    var parts: [[UInt8]] = []
    for (index, byte) in word.enumerated() {
      if index == 0 || (0x41...0x5A ~= byte && 0x61...0x7A ~= word[index - 1]) { parts.append([]) }
      parts[parts.count - 1].append(byte)
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { 0x61...0x7A ~= self | 0x20 || self > 0x7F }
}

extension String {
  fileprivate var withoutFinalDigits: String {
    var text = utf8[...]
    while let last = text.last, 48...57 ~= last { text.removeLast() }
    return String(Substring(text))
  }
}
