import Formats
import TestSupport
import Testing

/// A comparison that finds nothing proves nothing, so it has to find what is planted.
struct RecordComparisonTests {
  @Test(arguments: [
    (#"{"a": 0.10, "b": {"c": 1}}"#, #"{"a": 0.1, "b": {"c": 1, "gone": null}, "l": [1]}"#),
    (#"{"a": NaN, "i": -Infinity}"#, #"{"a": null, "i": null}"#),
    ("{}", "[1, 2]"), ("{}", "0.0"), ("0.75", "0.75"), (#"{"a": 1e-05}"#, #"{"a": 0.00001}"#),
    ("{}", #"{"day": "2024-01-02", "nothing": {}}"#),
  ])
  func acceptsMetrics(dvc: String, own: String) throws {
    let found = RecordComparison.metrics(dvc: try json(dvc), own: try json(own), at: "f")
    #expect(found == [])
  }

  @Test(arguments: [
    (#"{"a": 1}"#, "{}"), ("{}", #"{"a": 1}"#), (#"{"a": 1}"#, #"{"a": "1"}"#),
    (#"{"a": 0.1}"#, #"{"a": 0.10000001}"#), (#"{"a": 1}"#, #"{"a": null}"#),
    (#"{"a": 12345678901234567890}"#, #"{"a": 12345678901234567891}"#),
    (#"{"a": NaN}"#, #"{"a": 0}"#), (#"{"a.b": 1}"#, #"{"a": {"b": 1}}"#),
    (#"{"\u00e9": 1}"#, #"{"e\u0301": 1}"#), (#"{"a": "\u00e9"}"#, #"{"a": "e\u0301"}"#),
    (#"{"a": {"b": true}}"#, #"{"a": {"b": false}}"#), (#"{"a": {"b": 1}}"#, #"{"a": 1}"#),
    ("{}", #"{"a": {"b": {"c": "text"}}}"#), ("0.75", "{}"),
  ])
  func findsDifferentMetrics(dvc: String, own: String) throws {
    let found = RecordComparison.metrics(dvc: try json(dvc), own: try json(own), at: "f")
    #expect(found.count >= 1)
  }

  @Test(arguments: [
    (#"{"a.b": 1, "l.0": 2}"#, #"{"a": {"b": 1}, "l": [2]}"#),
    (
      #"{"l": [1, null, {"x": []}], "n": null, "e": {}}"#,
      #"{"l": [1, null, {"x": []}], "n": null, "e": {}}"#
    ),
  ])
  func acceptsParams(dvc: String, own: String) throws {
    let found = RecordComparison.params(dvc: try json(dvc), own: try json(own), at: "f")
    #expect(found == [])
  }

  @Test(arguments: [
    (#"{"l": [1, 2]}"#, #"{"l": [1]}"#), (#"{"n": null}"#, "{}"), ("{}", #"{"n": null}"#),
    (#"{"e": {}}"#, #"{"e": []}"#), (#"{"s": "1"}"#, #"{"s": 1}"#),
  ])
  func findsDifferentParams(dvc: String, own: String) throws {
    let found = RecordComparison.params(dvc: try json(dvc), own: try json(own), at: "f")
    #expect(found.count >= 1)
  }

  @Test(arguments: [
    (#"{"a": 0.10}"#, #"{"a": 0.1}"#), (#"{"a": [1, 3.0]}"#, #"{"a": [1, 3]}"#),
    (#"{"a": -0.0}"#, #"{"a": 0.0}"#), (#"{"a": [1]}"#, #"{"a": [1, 2]}"#),
  ])
  func findsLostDigits(source: String, own: String) throws {
    #expect(
      RecordComparison.digits(source: try json(source), own: try json(own), at: "f").count == 1)
    #expect(RecordComparison.digits(source: try json(source), own: try json(source), at: "f") == [])
  }

  private func json(_ text: String) throws -> JSONValue { try OrderedJSON.parse(Array(text.utf8)) }
}
