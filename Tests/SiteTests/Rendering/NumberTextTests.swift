import Formats
import Testing

@testable import Site

struct NumberTextTests {
  @Test(
    "A column has the decimals that its closest two numbers need",
    arguments: [
      (["0.93412999"], ["0.934"]), (["0.9341", "0.9221"], ["0.934", "0.922"]),
      (["0.93412999", "0.9340"], ["0.93413", "0.93400"]),
      (["0.0192", "0.0187"], ["0.0192", "0.0187"]), (["0.4380", "0.4381"], ["0.4380", "0.4381"]),
      (["0.5", "0.50000001"], ["0.500000", "0.500000"]),
      (["0.1", "1"], ["0.100", "1.000"]), (["0.00021"], ["0.00021"]),
      (["3.0", "4"], ["3.000", "4.000"]), (["-0.5"], ["\u{2212}0.500"]), ([], []),
      (["1e-05", "0.5"], ["1.000e\u{2212}5", "0.500"]), (["-0.0"], ["\u{2212}0.000"]),
      (["1e-400"], ["1.000e\u{2212}400"]), (["2500000.5"], ["2.500e6"]),
      (["1234567.891", "1234567.892"], ["1.234568e6", "1.234568e6"]),
      (["9999", "12345"], ["9999", "12\u{202F}345"]),
      (["-1250000"], ["\u{2212}1\u{202F}250\u{202F}000"]),
      (
        ["12345678901234567890"],
        ["12\u{202F}345\u{202F}678\u{202F}901\u{202F}234\u{202F}567\u{202F}890"]
      ),
      (["5000000", "0.5"], ["5\u{202F}000\u{202F}000", "0.500"]),
      (["NaN", "Infinity", "-Infinity", "1e999"], ["NaN", "∞", "\u{2212}∞", "∞"]),
    ])
  func columns(numbers: [String], texts: [String]) {
    let numbers = numbers.map { LoggedNumber(DataNumber(text: $0)) }
    let format = NumberFormat(of: numbers)
    #expect(numbers.map(format.text) == texts)
  }

  @Test("A number of very many digits is written by its power of ten")
  func manyDigits() {
    let number = LoggedNumber(DataNumber(text: "1" + String(repeating: "0", count: 5_000)))
    #expect(NumberFormat(of: [number]).text(number) == "1.000e5000")
  }

  @Test(
    "Percents only where they are asked for",
    arguments: [
      (["0.9341", "0.9221"], ["93.4%", "92.2%"]), (["0.9341", "0.9339"], ["93.41%", "93.39%"]),
      (["1"], ["100.0%"]), (["-0.051"], ["\u{2212}5.1%"]),
    ])
  func percents(numbers: [String], texts: [String]) {
    let numbers = numbers.map { LoggedNumber(DataNumber(text: $0)) }
    #expect(numbers.map(NumberFormat(of: numbers, isPercent: true).text) == texts)
  }

  @Test(
    "A difference is never nothing",
    arguments: [
      ("0.592686002522068", "0.5688073394495413", false, "0.024"),
      ("0.5", "0.50000001", false, "< 0.000001"),
      ("1250000", "125000", false, "1\u{202F}125\u{202F}000"),
      ("0.9341", "0.9221", true, "1.2 pp"), ("3", "4", false, "1"),
      ("1e8", "0.5", false, "1.000e8"),
      ("9e-5", "8e-5", false, "1.000e\u{2212}5"), ("9e-5", "0.0002", false, "0.0001"),
    ])
  func differences(one: String, other: String, isPercent: Bool, expected: String) throws {
    let (left, right) = (LoggedNumber(DataNumber(text: one)), LoggedNumber(DataNumber(text: other)))
    let difference = try #require(left.difference(from: right))
    let format = NumberFormat(of: [left, right], isPercent: isPercent)
    #expect(format.size(of: difference) == expected)
  }
}

struct NumberAlignmentTests {
  @Test("Scores in one table have one precision; long ones and numbers beyond one keep theirs")
  func scores() {
    let rows = [
      ["0.588", "0.611"], ["0.8573", "0.86"], ["5.7"], ["0.12345678", "0.12345"], ["3"],
    ]
    let numbers = rows.map { $0.map { LoggedNumber(DataNumber(text: $0)) } }
    var formats = numbers.map { NumberFormat(of: $0) }
    NumberFormat.align(&formats)
    let texts = zip(numbers, formats).compactMap { numbers, format in numbers.first.map(format.text)
    }
    #expect(texts == ["0.5880", "0.8573", "5.700", "0.123457", "3"])
  }
}

struct ValueTextTests {
  @Test("Lists and maps are compact JSON in their source's digits")
  func compact() {
    let value = DataValue.map([
      DataMember("a", .list([SampleRecords.number("0.10"), .null, .string("x\"y")])),
      DataMember("b", .bool(false)),
    ])
    #expect(
      ValueText.text(of: LoggedValue(value), limit: 200)
        == #"{"a": [0.10, null, "x\"y"], "b": false}"#)
  }

  @Test("Long, wide and deep values end somewhere")
  func limits() {
    let wide = DataValue.list(Array(repeating: .null, count: 100_000))
    let deep = (0..<200).reduce(DataValue.null) { value, _ in .list([value]) }
    for value in [wide, deep, .list([.string(String(repeating: "x", count: 100_000))])] {
      let text = ValueText.text(of: LoggedValue(value), limit: 200)
      #expect(text.utf8.count < 500 && text.contains("…"))
    }
    #expect(ValueText.cut("12345", to: 5) == nil && ValueText.cut("123456", to: 5) == "12345…")
  }
}
