/// A commit object: its tree, its ancestry, and who made it.
package struct CommitObject: Sendable {
  package let tree: ObjectID
  package let parents: [ObjectID]
  package let author: GitIdentity?
  package let committer: GitIdentity?

  /// The message as it stands, decoded leniently where it is not UTF-8.
  package let message: String

  /// The first line of the message.
  package var subject: String {
    String(message.drop(while: \.isNewline).prefix { !$0.isNewline })
  }

  /// Reads a commit object; nothing where it has no tree.
  package init?(parsing data: Span<UInt8>) {
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
    message = String(decoding: data.bytes((body ?? data.count)..<data.count), as: UTF8.self)
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
