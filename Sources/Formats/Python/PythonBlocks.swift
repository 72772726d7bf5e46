/// The module, the classes and the `__init__` functions that are open at a line.
struct PythonBlocks {
  private struct Block {
    /// The class's name; nothing for a function, whose members belong to what is around it.
    let name: String?
    let isFunction: Bool

    /// The indentation of its first line's statement.
    let outer: Int

    /// The indentation of the lines in it, known from the first of them.
    var inner: Int?
    var members = OrderedMembers()
  }

  private var blocks = [Block(name: nil, isFunction: false, outer: -1, inner: 0)]

  /// How many blocks are open, the module among them.
  var depth: Int { blocks.count }

  /// Whether the innermost block is a function, where only attributes of `self` are params.
  var takesOnlyAttributes: Bool { blocks[blocks.count - 1].isFunction }

  /// Closes the blocks that end before a line; returns whether the line is in the innermost one,
  /// and not in a block of another kind inside it.
  mutating func enter(_ indentation: Int) -> Bool {
    while true {
      let last = blocks.count - 1
      if let inner = blocks[last].inner {
        if indentation >= inner || last == 0 { return indentation == inner }
      } else if indentation > blocks[last].outer {
        blocks[last].inner = indentation
        return true
      }
      close()
    }
  }

  /// Opens a class, or a function where there is no name.
  mutating func open(_ name: String?, below indentation: Int) {
    blocks.append(Block(name: name, isFunction: name == nil, outer: indentation))
  }

  /// Closes the innermost block but the module: its members go into the one around it.
  mutating func close() {
    guard blocks.count > 1, let block = blocks.popLast() else { return }
    if let name = block.name {
      set(name, .map(block.members.all))
    } else {
      for member in block.members.all { set(member.key, member.value) }
    }
  }

  /// Sets a member of the innermost block.
  mutating func set(_ name: String, _ value: DataValue) {
    blocks[blocks.count - 1].members.set(name, value)
  }

  /// The members of the module, all other blocks closed.
  mutating func finished() -> [DataMember] {
    while blocks.count > 1 { close() }
    return blocks[0].members.all
  }
}
