/// The tables of a TOML document while it is read: each may be added to until it is closed.
struct TOMLTables {
  /// The table of the whole document.
  static let root = 0

  private var tables = [TOMLTable(kind: .header, depth: 1)]

  /// The elements of every array of tables.
  private var arrays: [[Int]] = []
  private var count = 0

  /// How deep a table lies; the root at 1.
  func depth(of table: Int) -> Int { tables[table].depth }

  /// Counts a value; throws where there are too many.
  mutating func count(_ scanner: TextScanner) throws(FormatError) {
    count += 1
    guard count <= TOMLReader.nodeLimit else {
      throw scanner.error("L003", "holds more than \(TOMLReader.nodeLimit) values")
    }
  }

  /// Makes the table of a value in braces.
  mutating func makeInline(depth: Int) -> Int {
    tables.append(TOMLTable(kind: .dotted, depth: depth))
    return tables.count - 1
  }

  /// Opens the table that a header names.
  mutating func open(
    _ path: [TOMLKey], isElement: Bool, _ scanner: TextScanner
  ) throws(FormatError) -> Int {
    var table = Self.root
    for key in path.dropLast() { table = try step(to: key, from: table, .implicit, scanner) }
    guard let key = path.last else { return table }
    guard let entry = tables[table].entry(key.text) else {
      let made = try make(.header, below: table, steps: isElement ? 2 : 1, key, scanner)
      if isElement { arrays.append([made]) }
      tables[table].add(key, isElement ? .tables(arrays.count - 1) : .table(made))
      return made
    }
    switch entry.content {
    case .tables(let array) where isElement:
      let made = try make(.header, below: table, steps: 2, key, scanner)
      arrays[array].append(made)
      return made
    case .table(let existing) where !isElement && tables[existing].kind == .implicit:
      tables[existing].kind = .header
      return existing
    default: throw duplicate(key, first: entry.offset, scanner)
    }
  }

  /// The table that the last part of a dotted key belongs to.
  mutating func parent(
    of path: [TOMLKey], in start: Int, _ scanner: TextScanner
  ) throws(FormatError) -> (table: Int, key: TOMLKey) {
    var table = start
    for key in path.dropLast() { table = try step(to: key, from: table, .dotted, scanner) }
    guard let key = path.last else { throw scanner.error("L001", "a key is missing here") }
    return (table, key)
  }

  /// Adds a value.
  mutating func add(
    _ key: TOMLKey, _ value: DataValue, to table: Int, _ scanner: TextScanner
  ) throws(FormatError) {
    if let entry = tables[table].entry(key.text) {
      throw duplicate(key, first: entry.offset, scanner)
    }
    tables[table].add(key, .value(value))
  }

  /// The value of a table with all below it, no deeper than the limit.
  func value(of table: Int) -> DataValue {
    .map(
      tables[table].entries.map { entry in
        switch entry.content {
        case .value(let value): DataMember(entry.key, value)
        case .table(let table): DataMember(entry.key, value(of: table))
        case .tables(let array):
          DataMember(entry.key, .list(arrays[array].map { element in value(of: element) }))
        }
      })
  }

  /// The table below another one, made where it is not there yet.
  private mutating func step(
    to key: TOMLKey, from table: Int, _ kind: TOMLTable.Kind, _ scanner: TextScanner
  ) throws(FormatError) -> Int {
    guard let entry = tables[table].entry(key.text) else {
      let made = try make(kind, below: table, steps: 1, key, scanner)
      tables[table].add(key, .table(made))
      return made
    }
    switch (entry.content, kind) {
    case (.table(let next), .dotted):
      // A dotted key may not add to a table that has a header of its own.
      guard tables[next].kind != .header else { break }
      tables[next].kind = .dotted
      return next
    case (.table(let next), _): return next
    case (.tables(let array), .implicit):
      if let last = arrays[array].last { return last }
    default: break
    }
    throw duplicate(key, first: entry.offset, scanner)
  }

  private mutating func make(
    _ kind: TOMLTable.Kind, below table: Int, steps: Int, _ key: TOMLKey, _ scanner: TextScanner
  ) throws(FormatError) -> Int {
    try count(scanner)
    let depth = tables[table].depth + steps
    guard depth <= TOMLReader.depthLimit else {
      throw scanner.error(
        "L003", at: key.offset, "nested deeper than \(TOMLReader.depthLimit) levels")
    }
    tables.append(TOMLTable(kind: kind, depth: depth))
    return tables.count - 1
  }

  private func duplicate(_ key: TOMLKey, first: Int, _ scanner: TextScanner) -> FormatError {
    let place = TextPlace(of: first, in: scanner.bytes)
    return scanner.error(
      "L002", at: key.offset,
      "duplicate key “\(key.text.excerpt)”, first at \(place.line):\(place.column)",
      help: "keep one of the two")
  }
}

/// A table of a TOML document.
struct TOMLTable {
  /// How a table came to be, which decides what may still be added to it.
  enum Kind {
    /// By the header of a table below it.
    case implicit
    /// By its own header.
    case header
    /// By a dotted key, or in braces.
    case dotted
  }

  enum Content {
    case value(DataValue)
    case table(Int)
    /// An array of tables.
    case tables(Int)
  }

  struct Entry {
    let key: String
    let offset: Int
    let content: Content
  }

  var kind: Kind
  let depth: Int
  private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]

  init(kind: Kind, depth: Int) {
    self.kind = kind
    self.depth = depth
  }

  /// The entry of a key.
  func entry(_ key: String) -> Entry? { places[key].map { entries[$0] } }

  /// Adds an entry whose key is new.
  mutating func add(_ key: TOMLKey, _ content: Content) {
    places[key.text] = entries.count
    entries.append(Entry(key: key.text, offset: key.offset, content: content))
  }
}
