import Subprocess

/// What the repository answered when asked for an object.
package enum ObjectAnswer: Equatable, Sendable {
  case found(ObjectKind, size: Int)
  /// Git has no such object, or cannot read it.
  case missing
}

/// One long-lived `cat-file`, asked by object id only.
///
/// Requests go out in portions that fit into the pipe, one portion ahead of the answers that are
/// being read: Git is never idle, and neither side can wait for the other for ever.
package struct ObjectReader: ~Copyable {
  private let writer: StandardInputWriter
  private var output: SubprocessOutputSequence.Iterator
  private var buffer: [UInt8] = []
  private var position = 0
  private let path: String

  private let askable: AskableObjects
  private let waiting: Waiting

  /// Two portions of requests (at most 9 + 64 + 1 bytes each) stay below the 64 KiB of a pipe.
  private static let portion = 400

  init(
    writer: StandardInputWriter, output: SubprocessOutputSequence.Iterator, path: String,
    askable: AskableObjects, waiting: Waiting
  ) {
    self.writer = writer
    self.output = output
    self.path = path
    self.askable = askable
    self.waiting = waiting
  }

  /// Asks for the contents of `ids` and gives each to `visit` with its index, in order.
  ///
  /// The bytes are valid only during the call; they are empty unless the answer is `found`.
  package mutating func contents(
    of ids: [ObjectID], _ visit: (Int, ObjectAnswer, Span<UInt8>) -> Void
  ) async throws(GitError) {
    try await ask("contents ", ids, withContents: true, visit)
  }

  /// Asks for the kind and size of `ids` without reading them.
  package mutating func kinds(
    of ids: [ObjectID], _ visit: (Int, ObjectAnswer) -> Void
  ) async throws(GitError) {
    try await ask("info ", ids, withContents: false) { index, answer, _ in visit(index, answer) }
  }

  private mutating func ask(
    _ verb: StaticString, _ ids: [ObjectID], withContents: Bool,
    _ visit: (Int, ObjectAnswer, Span<UInt8>) -> Void
  ) async throws(GitError) {
    let indices = ids.indices.filter { askable.contains(ids[$0]) }
    var next = 0
    var sent = 0
    var answered = 0
    while answered < indices.count {
      while sent < indices.count, sent - answered <= Self.portion {
        let end = min(sent + Self.portion, indices.count)
        try await send(verb, ids, indices[sent..<end])
        sent = end
      }
      let target = min(answered + Self.portion, indices.count)
      while answered < target {
        let index = indices[answered]
        // What is not asked for is answered here, each in its place.
        for skipped in next..<index { visit(skipped, .missing, Span<UInt8>()) }
        try await readAnswer(withContents: withContents) { visit(index, $0, $1) }
        next = index + 1
        answered += 1
      }
    }
    for skipped in next..<ids.count { visit(skipped, .missing, Span<UInt8>()) }
  }

  private func send(
    _ verb: StaticString, _ ids: [ObjectID], _ indices: ArraySlice<Int>
  ) async throws(GitError) {
    var request: [UInt8] = []
    request.reserveCapacity(indices.count * 80)
    for index in indices {
      unsafe request.append(
        contentsOf: UnsafeBufferPointer(start: verb.utf8Start, count: verb.utf8CodeUnitCount))
      ids[index].appendHex(to: &request)
      request.append(UInt8(ascii: "\n"))
    }
    request.append(contentsOf: "flush\n".utf8)
    do {
      _ = try await writer.write(request)
    } catch {
      throw .readerDied(path: path, message: "\(error)")
    }
  }

  private mutating func readAnswer(
    withContents: Bool, _ visit: (ObjectAnswer, Span<UInt8>) -> Void
  ) async throws(GitError) {
    var lineEnd = buffer.span.firstIndex(of: UInt8(ascii: "\n"), from: position)
    while lineEnd == nil {
      try await fill()
      lineEnd = buffer.span.firstIndex(of: UInt8(ascii: "\n"), from: position)
    }
    guard let lineEnd else { return }
    let answer = Self.parse(buffer.span.extracting(position..<lineEnd))
    position = lineEnd + 1
    guard withContents, case .found(_, let size) = answer else {
      return visit(answer, Span<UInt8>())
    }
    while buffer.count - position < size + 1 { try await fill() }
    visit(answer, buffer.span.extracting(position..<position + size))
    position += size + 1
  }

  /// Takes in what Git has written next, after dropping what was already read.
  private mutating func fill() async throws(GitError) {
    if position > 1 << 16 || position == buffer.count {
      buffer.removeSubrange(0..<position)
      position = 0
    }
    let next: SubprocessOutputSequence.Buffer?
    waiting.begin()
    defer { waiting.end() }
    do { next = try await output.next() } catch {
      throw .readerDied(path: path, message: "\(error)")
    }
    guard let next else { throw .readerDied(path: path, message: "no more output") }
    unsafe next.withUnsafeBytes { unsafe buffer.append(contentsOf: $0) }
  }

  private static func parse(_ line: Span<UInt8>) -> ObjectAnswer {
    let words = line.fields(separatedBy: UInt8(ascii: " "))
    guard words.count == 3, let kind = line.text(words[1]).flatMap(ObjectKind.init(rawValue:)),
      let size = line.text(words[2]).flatMap({ Int($0) })
    else { return .missing }
    return .found(kind, size: size)
  }
}
