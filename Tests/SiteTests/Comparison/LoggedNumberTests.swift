import Formats
import Testing

@testable import Site

struct LoggedNumberTests {
  @Test(
    "A text that is nothing but a number is compared as one",
    arguments: [
      ("0.69", "0.69"), ("+1e-5", "1e-5"), (".5", "0.5"), ("5.", "5"), ("-007", "-7"),
      (" 3 ", "3"), ("nan", "NaN"), ("-inf", "-Infinity"), ("Infinity", "Infinity"),
      ("1E5", "1E5"),
    ])
  func numericTexts(text: String, spelling: String) throws {
    let number = try #require(LoggedNumber(numericText: text))
    #expect(number.text == spelling && number.isText)
  }

  @Test(
    "Other texts are no numbers",
    arguments: ["", " ", ".", "-", "1e", "1 2", "v1", "0x10", "1_000", "12%", "infinite", "-nana"])
  func otherTexts(text: String) { #expect(LoggedNumber(numericText: text) == nil) }

  @Test("Differences beyond the exact ones are those of floating-point numbers")
  func inexact() throws {
    let (one, other) = (
      LoggedNumber(DataNumber(text: "1e30")), LoggedNumber(DataNumber(text: "1e-30"))
    )
    let difference = try #require(one.difference(from: other))
    #expect(difference.magnitude == 30 && !difference.isNegative)
    let beyond = LoggedNumber(DataNumber(text: String(repeating: "9", count: 400)))
    #expect(beyond.isFinite && beyond.difference(from: one) == nil)
  }

  @Test(
    "What a number is",
    arguments: [
      ("NaN", false), ("1e999", false), ("-Infinity", false), ("1e-400", true), ("0", true),
    ])
  func finite(text: String, isFinite: Bool) {
    #expect(LoggedNumber(DataNumber(text: text)).isFinite == isFinite)
  }

  @Test("Numbers that one floating-point number stands for still have an order")
  func order() {
    let low = LoggedNumber(DataNumber(text: "12345678901234567890"))
    let high = LoggedNumber(DataNumber(text: "12345678901234567891"))
    #expect(low.precedes(high) && !high.precedes(low) && !low.precedes(low))
  }
}

struct ValueChangeTests {
  @Test(
    "Values are told apart by what they are",
    arguments: [
      (.number(DataNumber(text: "0.10")), .number(DataNumber(text: "0.1")), .unchanged),
      (.string("0.69"), .number(DataNumber(text: "0.69")), .unchanged),
      (.number(DataNumber(text: "1")), .string("one"), .replaced),
      (.number(DataNumber(text: "1")), .bool(true), .replaced),
      (.number(DataNumber(text: "NaN")), .number(DataNumber(text: "NaN")), .unchanged),
      (.number(DataNumber(text: "NaN")), .number(DataNumber(text: "0.5")), .replaced),
      (.number(DataNumber(text: "Infinity")), .number(DataNumber(text: "1e999")), .unchanged),
      (.number(DataNumber(text: "Infinity")), .number(DataNumber(text: "-Infinity")), .replaced),
      (.string("a"), .string("a"), .unchanged),
      (.string("2024-01-02"), .date("2024-01-02"), .replaced),
      (.null, .null, .unchanged), (.list([.null]), .list([.bool(true)]), .replaced),
    ] as [(DataValue, DataValue, ValueChange)])
  func kinds(before: DataValue, after: DataValue, change: ValueChange) {
    #expect(ValueChange(from: LoggedValue(before), to: LoggedValue(after)) == change)
  }

  @Test("A number that grew or shrank has a difference")
  func difference() throws {
    let (one, other) = (LoggedValue(.string("0.3")), LoggedValue(.number(DataNumber(text: "0.1"))))
    guard case .difference(let down) = ValueChange(from: one, to: other) else {
      Issue.record("no difference")
      return
    }
    #expect(down.isNegative && down.fixed(decimals: 3) == "0.200")
  }
}
