import Formats
import Testing

/// Values of record files as our own JSON has them.
struct JSONWriterDataTests {
  private func written(_ value: DataValue) -> String {
    var json = JSONWriter(style: .line)
    json.value(value)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(arguments: ["0", "-0.0", "0.10", "1e-05", "12345678901234567890123", "1e-400"])
  func numbersKeepTheirDigits(_ text: String) {
    #expect(written(.number(DataNumber(text: text))) == text)
  }

  @Test(arguments: ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
  func whatIsNotFiniteIsNull(_ text: String) {
    #expect(written(.number(DataNumber(text: text))) == "null")
  }

  @Test func valuesOfEveryKind() {
    let value = DataValue.map([
      DataMember("b", .list([.bool(true), .null, .string("x\"")])),
      DataMember("a", .map([DataMember("d", .date("2024-01-02"))])), DataMember("e", .list([])),
    ])
    #expect(written(value) == #"{"b":[true,null,"x\""],"a":{"d":"2024-01-02"},"e":[]}"#)
  }

  @Test func members() {
    var json = JSONWriter(style: .line)
    json.object { json in
      json.member("one", DataValue.number(DataNumber(text: "1.0")))
      json.member("two", DataValue.null)
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == #"{"one":1.0,"two":null}"#)
  }
}
