import Formats

extension PlotRows {
  /// The first byte, by which a form of another release is told apart.
  private static let form: UInt8 = 1

  /// As bytes, for a file.
  package var coded: [UInt8] {
    var writer = CodedWriter()
    writer.write(byte: Self.form)
    writer.write(x.count)
    for column in [x, y] { PlotColumnForm(of: column).write(column, to: &writer) }
    return writer.bytes
  }

  /// Reads what `coded` wrote; nothing for other bytes.
  package init?(coded: some Collection<UInt8>) {
    var reader = CodedReader(coded)
    guard reader.byte() == Self.form, let count = reader.number(),
      (0...Self.countLimit).contains(count),
      let x = PlotColumnForm.column(of: count, from: &reader),
      let y = PlotColumnForm.column(of: count, from: &reader),
      reader.isAtEnd
    else { return nil }
    self.init(x: x, y: y)
  }
}

/// How a column is written: a run of whole numbers in equal steps, as most are that count steps or
/// rows, by its start and step; any other one value by value.
private enum PlotColumnForm {
  case run(start: Int, step: Int)
  case values

  /// Fewer values than this are no run: what they save is nothing.
  private static let shortestRun = 3

  private enum Tag: UInt8 { case values, run }

  init(of column: [String?]) {
    self = .values
    guard column.count >= Self.shortestRun, let start = Self.number(column[0]),
      let second = Self.number(column[1])
    else { return }
    let (step, overflow) = second.subtractingReportingOverflow(start)
    guard !overflow else { return }
    var expected = start
    for value in column {
      guard Self.number(value) == expected else { return }
      let (next, overflow) = expected.addingReportingOverflow(step)
      if overflow { return }
      expected = next
    }
    self = .run(start: start, step: step)
  }

  func write(_ column: [String?], to writer: inout CodedWriter) {
    switch self {
    case .run(let start, let step):
      writer.write(byte: Tag.run.rawValue)
      writer.write(start)
      writer.write(step)
    case .values:
      writer.write(byte: Tag.values.rawValue)
      for value in column {
        writer.write(byte: value == nil ? 0 : 1)
        if let value { writer.write(value) }
      }
    }
  }

  /// Reads a column of so many values.
  static func column(of count: Int, from reader: inout CodedReader) -> [String?]? {
    switch reader.byte().flatMap(Tag.init(rawValue:)) {
    case .values: values(count, from: &reader)
    case .run: run(of: count, from: &reader)
    case nil: nil
    }
  }

  private static func values(_ count: Int, from reader: inout CodedReader) -> [String?]? {
    var column: [String?] = []
    for _ in 0..<count {
      switch reader.byte() {
      case 0: column.append(nil)
      case 1:
        guard let text = reader.text() else { return nil }
        column.append(text)
      default: return nil
      }
    }
    // Each column has one form only.
    if case .run = PlotColumnForm(of: column) { return nil }
    return column
  }

  private static func run(of count: Int, from reader: inout CodedReader) -> [String?]? {
    guard count >= shortestRun, let start = reader.number(), let step = reader.number() else {
      return nil
    }
    var column: [String?] = []
    column.reserveCapacity(count)
    var next = start
    for _ in 0..<count {
      column.append(String(next))
      let (following, overflow) = next.addingReportingOverflow(step)
      if overflow { return nil }
      next = following
    }
    return column
  }

  /// The number that a text spells in the only way in which it will be spelled again.
  private static func number(_ text: String?) -> Int? {
    guard let text, let number = Int(text), String(number) == text else { return nil }
    return number
  }
}
