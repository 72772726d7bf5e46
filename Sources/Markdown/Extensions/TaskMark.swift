/// The box that a task begins with.
struct TaskMark: Hashable {
  /// The bytes of the box and the blank after it.
  static let length = 4

  let isDone: Bool

  /// Reads the box at the start of a line (`hostile-input.md` §6): on the bytes as they are written,
  /// so that an escaped bracket is none.
  init?(_ line: ArraySlice<UInt8>) {
    let mark = Array(line.prefix(4))
    guard mark.count == 4, mark[0] == UInt8(ascii: "["), mark[2] == UInt8(ascii: "]"),
      mark[3] == UInt8(ascii: " ") || mark[3] == UInt8(ascii: "\t")
    else { return nil }
    switch mark[1] {
    case UInt8(ascii: " "): isDone = false
    case UInt8(ascii: "x"), UInt8(ascii: "X"): isDone = true
    default: return nil
    }
  }
}

extension MarkdownDocument {
  /// The box of an item of a list, if it is a task.
  func taskMark(ofItem item: Int) -> TaskMark? {
    let first = item + 1
    guard first < tree.nodes[item].end, tree.nodes[first].kind == .paragraph else { return nil }
    return TaskMark(firstLine(of: first))
  }

  /// The first line of a block, as it is written from the block's first character on.
  func firstLine(of block: Int) -> ArraySlice<UInt8> {
    let position = tree.nodes[block].position
    return source.lines.content(
      line: position.startLine - linesBefore, column: position.startColumn)
  }
}

extension DocumentRenderer {
  /// Writes the box of a paragraph, if it begins with one.
  mutating func write(_ task: TaskMark, of paragraph: Int) {
    var attributes: [(name: StaticString, value: String)] = [
      ("type", "checkbox"), ("disabled", ""),
    ]
    if task.isDone { attributes.append(("checked", "")) }
    attributes.append(("aria-label", task.isDone ? "Done" : "Not done"))
    writer.void(.input, attributes)
    writer.text(CollectionOfOne(UInt8(ascii: " ")))
    let first = paragraph + 1
    if tree.nodes.indices.contains(first), tree.nodes[first].kind == .link {
      // The text defines `[x]` as a link.
      dropped = first..<tree.nodes[first].end
    } else {
      hide(TaskMark.length, atStartOf: paragraph)
    }
  }
}
