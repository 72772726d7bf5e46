import Formats

/// What kind of thing a metric's value is, as far as values of one kind can be compared.
enum MetricKind: Equatable {
  case number, truth, text

  /// The kind of a single value; nothing for one that is missing, and for many.
  ///
  /// A text that is a number counts as one: DVCLive writes `"nan"` (`records.md` §11).
  init?(_ value: DataValue) {
    switch value {
    case .number: self = .number
    case .bool: self = .truth
    case .string(let text): self = Double(text) == nil ? .text : .number
    case .date: self = .text
    case .null, .list, .map: return nil
    }
  }

  /// With its article, as in `became a text`.
  var words: String {
    switch self {
    case .number: "a number"
    case .truth: "true or false"
    case .text: "a text"
    }
  }
}
