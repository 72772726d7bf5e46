import Mustache
import Records

/// A digest of a file, whole, with the name of its kind.
struct HashText: TemplateModel, Equatable {
  let algorithm: String
  let value: String

  init(_ hash: ContentHash) {
    algorithm = hash.algorithm.title
    // What servers call an ETag may be any text.
    value = SiteText.singleLine(hash.value, limit: 200)
  }

  static let fields: [TemplateField<Self>] = [
    .text("algorithm") { $0.algorithm },
    .text("value") { $0.value },
  ]
}

extension ContentHash.Algorithm {
  /// What people call it.
  var title: String {
    switch self {
    case .md5: "MD5"
    case .md5DOSToUnix: "MD5 with LF line ends"
    case .sha256: "SHA-256"
    case .etag: "ETag"
    case .checksum: "checksum"
    case .git: "Git object"
    }
  }
}
