/// Who did something and when: the value of a `tagger`, `author` or `committer` header.
package struct GitIdentity: Hashable, Sendable {
  /// The name with its inner and outer blanks.
  package let name: String
  package let email: String
  package let time: GitTime

  /// Makes an identity from its parts.
  package init(name: String, email: String, time: GitTime) {
    self.name = name
    self.email = email
    self.time = time
  }
}

/// Why an identity header cannot be read (`tags.md` §1.5).
package enum GitIdentityProblem: Error, Equatable, Sendable {
  /// There is no ` <`…`> `, or the name in front of it is empty.
  case malformed
  case notUTF8
  /// The zone is a day or more away from UTC.
  case zoneOutOfRange
  /// The moment lies outside the years 1 to 9999.
  case timeOutOfRange
}

extension GitIdentity {
  /// Parses `Name <e-mail> seconds zone`.
  ///
  /// The name ends at the *last* ` <`, so `A < B <c@d>` is a name with an angle bracket.
  package init(parsing header: Span<UInt8>) throws(GitIdentityProblem) {
    guard let close = header.lastIndex(of: UInt8(ascii: ">")),
      let open = Self.addressStart(in: header, before: close)
    else { throw .malformed }
    guard let name = header.text(0..<open - 1), let email = header.text(open + 1..<close) else {
      throw .notUTF8
    }
    guard !name.isEmpty, !email.isEmpty else { throw .malformed }
    self.init(
      name: name, email: email, time: try Self.time(header.extracting(close + 1..<header.count)))
  }

  /// The place of the last `<` that follows a blank.
  private static func addressStart(in header: Span<UInt8>, before end: Int) -> Int? {
    var limit = end
    while let open = header.lastIndex(of: UInt8(ascii: "<"), before: limit) {
      if open > 0, header[open - 1] == UInt8(ascii: " ") { return open }
      limit = open
    }
    return nil
  }

  private static func time(_ text: Span<UInt8>) throws(GitIdentityProblem) -> GitTime {
    let parts = text.fields(separatedBy: UInt8(ascii: " "))
    guard parts.count == 2 else { throw .malformed }
    guard let seconds = integer(text.extracting(parts[0])) else { throw .timeOutOfRange }
    let zone = text.extracting(parts[1])
    guard let digits = integer(zone), digits.magnitude < 1_000_000 else { throw .zoneOutOfRange }
    let hours = digits / 100
    let minutes = Int(hours * 60 + digits % 100)
    guard abs(minutes) < 24 * 60 else { throw .zoneOutOfRange }
    let time = GitTime(seconds: seconds, zone: minutes)
    guard time.isRepresentable else { throw .timeOutOfRange }
    return time
  }

  private static func integer(_ text: Span<UInt8>) -> Int64? {
    guard let string = text.text(0..<text.count) else { return nil }
    return Int64(string)
  }
}
