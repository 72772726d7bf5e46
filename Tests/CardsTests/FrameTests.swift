import Markdown
import Testing

@testable import Cards

@Suite("Messages between the processes")
struct FrameTests {
  static let messages: [[UInt8]] = [
    [], [1], Array(repeating: 2, count: 300), Array(repeating: 3, count: 70_000), [],
    Array(repeating: 4, count: 200_000), [5, 6],
  ]

  @Test("come out as they went in, in pieces of any size", arguments: [1, 3, 4, 1000, 1 << 20])
  func pieces(_ size: Int) throws {
    let stream = Self.messages.flatMap(Frame.framing)
    var buffer = FrameBuffer()
    var found: [[UInt8]] = []
    for start in stride(from: 0, to: stream.count, by: size) {
      let piece = Array(stream[start..<min(start + size, stream.count)])
      unsafe piece.withUnsafeBytes { unsafe buffer.append($0) }
      while let message = try buffer.next() { found.append(message) }
    }
    #expect(found == Self.messages)
    #expect(buffer.isEmpty)
  }

  @Test("are refused by their length before they are read")
  func length() {
    var buffer = FrameBuffer()
    unsafe [UInt8](repeating: 0xFF, count: 4).withUnsafeBytes { unsafe buffer.append($0) }
    #expect(throws: FrameBuffer.LengthError.self) { try buffer.next() }
  }

  @Test("carry the text and the options of a request")
  func request() {
    var options = MarkdownOptions()
    options.html = .none
    options.remoteImages = .drop
    options.headingShift = 2
    options.idPrefix = "é-"
    let request = CardRequest(text: CardText([0xFF, 10, 0], firstLine: 17), options: options)
    #expect(CardRequest(coded: request.coded) == request)
    for count in request.coded.indices {
      #expect(CardRequest(coded: Array(request.coded.prefix(count))) == nil)
    }
    #expect(CardRequest(coded: request.coded + [0]) == nil)
  }

  @Test(
    "carry every outcome that a worker can tell of",
    arguments: [
      CardOutcome.rendered(RenderedMarkdown(pieces: [.markup([60]), .linkEnd])),
      .refused(.nesting(line: 3)), .refused(.brackets(line: 400)),
      .refused(.longLine(line: 70_000)),
    ])
  func answer(_ outcome: CardOutcome) throws {
    let answer = try #require(outcome.answer)
    #expect(CardOutcome(answer: answer) == outcome)
    for count in answer.indices {
      #expect(CardOutcome(answer: Array(answer.prefix(count))) == nil)
    }
    #expect(CardOutcome(answer: answer + [0]) == nil)
  }

  @Test("carry no outcome that a worker can't tell of")
  func otherOutcomes() {
    #expect(CardOutcome.overran.answer == nil)
    #expect(CardOutcome.failed("x").answer == nil)
    #expect(CardOutcome(answer: [9, 1]) == nil)
    #expect(CardOutcome(answer: []) == nil)
  }
}
