/// A commit object: its tree, its ancestry, and who made it.
package struct CommitObject: Sendable {
  package let tree: ObjectID
  package let parents: [ObjectID]
  package let author: GitIdentity?
  package let committer: GitIdentity?

  /// The first MiB of the message, decoded leniently where it is not UTF-8.
  package let message: String

  /// What could not be taken as it stands.
  package let flaws: [Flaw]

  /// Something in a commit that is not shown as it is.
  package enum Flaw: Sendable {
    /// Only the first MiB of the message was taken.
    case longMessage
    /// A name or the message is not in the encoding that the commit says.
    case undecodable
  }

  /// The first line of the message.
  package var subject: String {
    String(message.drop(while: \.isNewline).prefix { !$0.isNewline })
  }

  /// Makes a commit of its parts.
  package init(
    tree: ObjectID, parents: [ObjectID], author: GitIdentity?, committer: GitIdentity?,
    message: String, flaws: [Flaw] = []
  ) {
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer
    self.message = message
    self.flaws = flaws
  }

  /// The longest part of a message that is taken, in bytes.
  package static let messageLimit = 1 << 20

  /// Reads a commit object; nothing where it has no tree.
  ///
  /// Git writes an `encoding` header where the text is not UTF-8; of those, Latin-1 is understood.
  package init?(parsing data: Span<UInt8>) {
    if TextOfCommits.isLatin1(data) {
      let text = TextOfCommits.utf8(latin1: data)
      self.init(utf8: text.span)
    } else {
      self.init(utf8: data)
    }
  }

  private init?(utf8 data: Span<UInt8>) {
    var tree: ObjectID?
    var parents: [ObjectID] = []
    var author: GitIdentity?
    var committer: GitIdentity?
    let body = data.eachHeader { key, value in
      let field = data.extracting(value)
      if data.matches(key, "tree") {
        tree = ObjectID(hex: field)
      } else if data.matches(key, "parent") {
        if let parent = ObjectID(hex: field) { parents.append(parent) }
      } else if data.matches(key, "author") {
        author = Self.identity(field)
      } else if data.matches(key, "committer") {
        committer = Self.identity(field)
      }
    }
    guard let tree else { return nil }
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer
    let start = body ?? data.count
    let end = min(data.count, start + Self.messageLimit)
    message = String(decoding: data.bytes(start..<end), as: UTF8.self)
    var flaws: [Flaw] = end < data.count ? [.longMessage] : []
    if data.text(0..<start) == nil || end == data.count && data.text(start..<end) == nil {
      flaws.append(.undecodable)
    }
    self.flaws = flaws
  }

  /// A commit may lack a name or an e-mail address and still be one, so this reading is lenient
  /// where a tagger's is strict.
  private static func identity(_ field: Span<UInt8>) -> GitIdentity? {
    if let strict = try? GitIdentity(parsing: field) { return strict }
    guard let close = field.lastIndex(of: UInt8(ascii: ">")),
      let open = field.lastIndex(of: UInt8(ascii: "<"), before: close)
    else { return nil }
    let rest = field.fields(separatedBy: UInt8(ascii: " ")).filter { $0.lowerBound > close }
    let numbers = rest.compactMap { field.text($0).flatMap(Int64.init) }
    let zone = numbers.count > 1 ? Int(numbers[1] / 100 * 60 + numbers[1] % 100) : 0
    let name = String(decoding: field.bytes(0..<max(open - 1, 0)), as: UTF8.self)
    let email = String(decoding: field.bytes(open + 1..<close), as: UTF8.self)
    return GitIdentity(
      name: name, email: email,
      time: GitTime(seconds: numbers.first ?? 0, zone: abs(zone) < 1440 ? zone : 0))
  }
}
