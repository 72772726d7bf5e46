/// A tag object: what an annotated tag's ref points at.
package struct TagObject: Sendable {
  /// The value of the `object` header as it stands, not peeled.
  package let target: ObjectID

  /// The value of the `type` header, which may lie about `target`.
  package let targetKind: ObjectKind

  /// The name inside the object, which may differ from the ref's.
  package let name: String

  /// The tagger, or why it can't be told.
  package let tagger: Result<GitIdentity, TaggerProblem>

  /// The body after the headers, signature included; nothing where the object ends after its headers.
  package let body: [UInt8]?

  /// Why the object has no usable tagger.
  package enum TaggerProblem: Error, Equatable, Sendable {
    case missing
    case unreadable(GitIdentityProblem)
  }
}

extension TagObject {
  /// Reads a tag object's headers and body; nothing where a required header is missing.
  package init?(parsing data: Span<UInt8>) {
    var target: ObjectID?
    var kind: ObjectKind?
    var name: String?
    var tagger = Result<GitIdentity, TaggerProblem>.failure(.missing)
    let body = data.eachHeader { key, value in
      let field = data.extracting(value)
      if data.matches(key, "object") {
        target = ObjectID(hex: field)
      } else if data.matches(key, "type") {
        kind = data.text(value).flatMap(ObjectKind.init(rawValue:))
      } else if data.matches(key, "tag") {
        name = data.text(value)
      } else if data.matches(key, "tagger") {
        tagger = Self.tagger(field)
      }
    }
    guard let target, let kind, let name else { return nil }
    self.target = target
    targetKind = kind
    self.name = name
    self.tagger = tagger
    self.body = body.map { data.bytes($0..<data.count) }
  }

  private static func tagger(_ field: Span<UInt8>) -> Result<GitIdentity, TaggerProblem> {
    do throws(GitIdentityProblem) {
      return .success(try GitIdentity(parsing: field))
    } catch {
      return .failure(.unreadable(error))
    }
  }

  /// The form of the signature in the body, if there is one.
  package var signatureFormat: SignatureFormat? {
    guard let body else { return nil }
    return SignatureFormat.allCases.first { format in
      Self.lineStart(of: format.marker, in: body.span) != nil
    }
  }

  /// The message: the body up to the signature, not stripped; nothing where it is not UTF-8.
  ///
  /// GTO cuts before PGP and SSH signatures only, at the beginning of a line (`tags.md` §1.5).
  package var message: String? {
    guard let body else { return nil }
    var end = body.count
    for format in [SignatureFormat.openpgp, .ssh] {
      end = min(end, Self.lineStart(of: format.marker, in: body.span) ?? end)
    }
    return body.span.text(0..<end)
  }

  private static func lineStart(of marker: StaticString, in body: Span<UInt8>) -> Int? {
    var start = 0
    while start < body.count {
      if body.hasPrefix(marker, at: start) { return start }
      guard let end = body.firstIndex(of: UInt8(ascii: "\n"), from: start) else { return nil }
      start = end + 1
    }
    return nil
  }
}

/// The form of a tag's signature.
package enum SignatureFormat: String, CaseIterable, Sendable {
  case openpgp, ssh, x509

  fileprivate var marker: StaticString {
    switch self {
    case .openpgp: "-----BEGIN PGP SIGNATURE-----"
    case .ssh: "-----BEGIN SSH SIGNATURE-----"
    case .x509: "-----BEGIN SIGNED MESSAGE-----"
    }
  }
}

/// The four kinds of Git object.
package enum ObjectKind: String, Sendable {
  case blob, tree, commit, tag
}
