import Formats

/// What has to hold for whatever the readers of record files make of an input.
enum RecordCheck {
  static func json(_ bytes: [UInt8]) {
    check(bytes) { bytes throws(FormatError) in try JSONReader.read(bytes) }
  }
  static func toml(_ bytes: [UInt8]) { check(bytes, TOMLReader.read) }
  static func python(_ bytes: [UInt8]) { check(bytes, PythonParamsReader.read) }

  static func yaml(_ bytes: [UInt8]) {
    check(bytes) { bytes throws(FormatError) in try YAMLReader.document(bytes) }
  }

  static func legacyYAML(_ bytes: [UInt8]) {
    check(bytes) { bytes throws(FormatError) in
      try YAMLReader.document(bytes, schema: .version11)
    }
  }

  private static func check(
    _ bytes: [UInt8], _ read: ([UInt8]) throws(FormatError) -> DataDocument
  ) {
    do throws(FormatError) {
      let document = try read(bytes)
      for problem in document.problems { check(problem, in: bytes) }
      if let value = document.value { check(value) }
    } catch {
      check(error, in: bytes)
    }
  }

  /// An error names a place that is in the text, or right after it.
  static func check(_ error: FormatError, in bytes: [UInt8]) {
    let lines = bytes.reduce(1) { $1 == 10 || $1 == 13 || $1 >= 0x80 ? $0 + 1 : $0 }
    expect(error.line >= 1 && error.line <= lines + 1, "no such line: \(error)")
    expect(error.column >= 1 && error.column <= bytes.count + 1, "no such column: \(error)")
    expect(!error.code.isEmpty && !error.problem.isEmpty, "an error without words: \(error)")
  }

  /// What is written of a value reads back as that value, in both layouts.
  static func check(_ value: DataValue) {
    let expected = asJSON(value)
    for style in [JSONWriter.Style.line, .document, .python] {
      var json = JSONWriter(style: style)
      json.value(value)
      do throws(FormatError) {
        let again = try JSONReader.read(json.bytes)
        expect(again.value == expected, "read back as another value")
      } catch {
        fatalError("what was written cannot be read: \(error)")
      }
    }
  }

  /// The value as JSON can say it: dates are text, what is not finite is null, NUL is left out.
  private static func asJSON(_ value: DataValue) -> DataValue {
    switch value {
    case .null, .bool: return value
    case .number(let number):
      expect(!number.double.isNaN || number.text == "NaN", "no number: \(number.text)")
      return number.isFinite ? value : .null
    case .string(let text), .date(let text): return .string(withoutNUL(text))
    case .list(let items): return .list(items.map { item in asJSON(item) })
    case .map(let members):
      var places: [String: Int] = [:]
      var written: [DataMember] = []
      for member in members {
        let new = DataMember(withoutNUL(member.key), asJSON(member.value))
        if let place = places[new.key] {
          written[place] = new
        } else {
          places[new.key] = written.count
          written.append(new)
        }
      }
      expect(Set(members.map(\.key)).count == members.count, "a key twice")
      return .map(written)
    }
  }

  private static func withoutNUL(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\0" }))
  }
}
