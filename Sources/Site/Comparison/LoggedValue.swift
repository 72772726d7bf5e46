import Formats

/// A value of a record file as comparisons tell values apart (`records.md` §4.1), fit to be published.
enum LoggedValue: Hashable, Sendable {
  /// A number, or a text that is nothing but a number.
  case number(LoggedNumber)
  case text(String)
  case bool(Bool)

  /// A date or a time as it was written.
  case date(String)
  case list([DataValue])
  case map([DataMember])
  case null

  init(_ value: DataValue) {
    self =
      switch value {
      case .number(let number): .number(LoggedNumber(number))
      case .string(let text):
        LoggedNumber(numericText: text).map(Self.number)
          ?? .text(PublicAddress.cleanedWords(in: text))
      case .bool(let flag): .bool(flag)
      case .date(let text): .date(text)
      case .list(let items): .list(items.map { PublicAddress.cleaned($0) })
      case .map(let members):
        .map(members.map { DataMember($0.key, PublicAddress.cleaned($0.value)) })
      case .null: .null
      }
  }

  var number: LoggedNumber? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The number where it is finite: NaN and what is infinite have no place in an order.
  var finite: LoggedNumber? { number.flatMap { $0.isFinite ? $0 : nil } }
}

/// Why a version has no value where another one has.
enum MissingReason: Sendable {
  /// The file is named, but its contents could not be had.
  case unavailable
  /// The file does not hold it, or there is no such file.
  case notLogged

  var words: String {
    switch self {
    case .unavailable: "file unavailable"
    case .notLogged: "not logged"
    }
  }
}
