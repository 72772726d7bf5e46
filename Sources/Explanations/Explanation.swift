/// What one diagnostic code means: the words of `vitrine explain`, of the report and of SARIF.
package struct Explanation: Sendable {
  /// What a code does to a build.
  package enum Weight: Hashable, Sendable {
    case note, warning, error

    /// The program ends with this status before anything is published.
    case stop(Int)

    /// No message: the input is read as it is, and a test keeps it so.
    case fine
  }

  /// The stable code, such as `T001`.
  package let code: String

  /// The weight that it has as a rule; a particular case may weigh less.
  package let weight: Weight

  /// What it is, in one line.
  package let title: String

  /// What is wrong, and why it matters.
  package let meaning: String

  /// What of the item is still read and shown.
  package let kept: String

  /// What a person can do.
  package let help: String

  /// Every code, sorted.
  package static let all: [Explanation] =
    (cards + configuration + csv + encodings + git + json + output + paths + program + python
    + rules + tags + toml + yaml).sorted { $0.code < $1.code }

  /// The explanation of a code, in capital or small letters.
  package static func of(_ code: String) -> Explanation? {
    byCode[code.uppercased()]
  }

  private static let byCode = Dictionary(
    all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
}

/// How the lists of the catalogue are written: one line for the code, then what it means, what is
/// kept, and how to mend it.
extension Explanation {
  static func error(
    _ code: String, _ title: String, _ meaning: String, kept: String, help: String
  ) -> Explanation {
    Explanation(
      code: code, weight: .error, title: title, meaning: meaning, kept: kept, help: help)
  }

  static func warning(
    _ code: String, _ title: String, _ meaning: String, kept: String, help: String
  ) -> Explanation {
    Explanation(
      code: code, weight: .warning, title: title, meaning: meaning, kept: kept, help: help)
  }

  static func note(
    _ code: String, _ title: String, _ meaning: String, kept: String, help: String
  ) -> Explanation {
    Explanation(
      code: code, weight: .note, title: title, meaning: meaning, kept: kept, help: help)
  }

  static func stop(
    _ code: String, _ status: Int, _ title: String, _ meaning: String, help: String
  ) -> Explanation {
    Explanation(
      code: code, weight: .stop(status), title: title, meaning: meaning,
      kept: "nothing is published; a site that is there stays as it is", help: help)
  }

  /// Input that looks dangerous and is read like any other.
  static func fine(_ code: String, _ title: String, _ meaning: String) -> Explanation {
    Explanation(
      code: code, weight: .fine, title: title, meaning: meaning, kept: "everything",
      help: "nothing needs mending")
  }
}

extension Explanation.Weight {
  /// The weight in words, as `explain` prints it.
  package var words: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    case .stop(let status): "stops the build with status \(status)"
    case .fine: "no message"
    }
  }
}
