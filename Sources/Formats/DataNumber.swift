/// A number that keeps the digits of its source (`records.md` §4.2, `bad-input.md` J002–J006).
package struct DataNumber: Hashable, Sendable {
  /// A number as JSON spells it, in the source's own digits: `0.10`, `1e-05`, `12345678901234567890`;
  /// or one of `NaN`, `Infinity` and `-Infinity`.
  package let text: String

  /// Takes a spelling that JSON accepts, or one of the three special ones.
  package init(text: String) { self.text = text }

  /// Whether it was written as a whole number: without point and exponent.
  package var isInteger: Bool {
    text.utf8.allSatisfy { ($0 >= 48 && $0 <= 57) || $0 == UInt8(ascii: "-") }
  }

  /// Whether it is NaN or an infinity by its own words.
  package var isSpecial: Bool {
    guard let last = text.utf8.last else { return true }
    return last < 48 || last > 57
  }

  /// The nearest floating-point number; infinite where the digits say more than it can hold.
  package var double: Double {
    switch text {
    case "NaN": .nan
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: Double(text) ?? .nan
    }
  }

  /// Whether JSON has a number for it and a computer can calculate with it.
  package var isFinite: Bool { double.isFinite }
}
