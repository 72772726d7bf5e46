/// How a value differs from the one that it is compared with.
enum ValueChange: Hashable, Sendable {
  case unchanged

  /// By how much a number grew; negative where it shrank, never zero.
  case difference(DecimalNumber)

  /// Another value without a difference: a text, another type (`bad-input.md`, J010), NaN.
  case replaced

  init(from before: LoggedValue, to after: LoggedValue) {
    guard let old = before.number, let new = after.number else {
      self = before == after ? .unchanged : .replaced
      return
    }
    if let difference = new.difference(from: old) {
      self = difference.isZero ? .unchanged : .difference(difference)
    } else {
      // NaN is NaN here, whatever floating-point numbers say.
      self = !old.isFinite && !new.isFinite && old.kind == new.kind ? .unchanged : .replaced
    }
  }
}

extension LoggedNumber {
  /// Which of the things without an order it is.
  fileprivate var kind: FloatingPointSign? { double.isNaN ? nil : double.sign }
}
