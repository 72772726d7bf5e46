import Records
import Storage

/// A version that can be downloaded, wherever it was found.
struct FoundVersion: Sendable {
  /// The id under which the source knows the model.
  let model: String
  let version: String

  /// In full hexadecimal digits.
  let commit: String

  /// Why the version counts no more; nothing while it does.
  var withdrawal: String?

  /// What stands between the version and some of its bytes.
  var notes: [String] = []
  var files: [WantedFile]
  var blobs: Delivery.BlobWriter?

  /// What no message may show.
  var secrets: [Secret] = []

  /// Tells the parts of one version from those of another.
  var title: String { "\(version).\(commit.prefix(12))" }
}

/// Where versions are looked for.
enum GetSource: Sendable {
  case site(SiteIndex)
  case repository(RepositoryDownloads)

  /// The version that is meant.
  func find(_ choice: ModelChoice) async throws -> FoundVersion {
    switch self {
    case .site(let site): try await site.find(choice)
    case .repository(let repository): try await repository.find(choice)
    }
  }
}
