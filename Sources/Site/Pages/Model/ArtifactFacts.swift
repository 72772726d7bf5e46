import Mustache
import Records
import Registry

/// Where an artifact's bytes lie at a version's commit, and how to know them.
struct ArtifactFacts: TemplateModel {
  /// `DVC, in remote`, `Git LFS`.
  let storage: String

  /// The remote, or the address outside.
  let place: String?
  let placeHref: String?

  /// What the remote's name stands for.
  let address: String?
  let addressHref: String?
  let size: FileSizeText?
  let files: String?
  let hashes: [HashText]

  /// What stands between it and its bytes, and what helps.
  let gap: String?

  /// Nothing where nobody looked.
  init?(_ contents: ArtifactContents?) {
    guard let contents else { return nil }
    let remote = contents.remote
    let outside = contents.address.map(PublicAddress.cleaned)
    (storage, place, placeHref) =
      switch contents.storage {
      case .git: ("in Git", nil, nil)
      case .lfs: ("Git LFS", nil, nil)
      case .dvc where remote == nil: ("DVC; no remote is configured for it", nil, nil)
      case .dvc: ("DVC, in remote", remote.map { SiteText.singleLine($0.name, limit: 200) }, nil)
      case .external:
        (
          "outside the repository:", outside.map { SiteText.singleLine($0) },
          outside.flatMap(SafeLink.web)
        )
      case .missing: ("missing at this commit", nil, nil)
      }
    let url = contents.storage == .dvc ? remote?.url.map(PublicAddress.cleaned) : nil
    address = url.map { SiteText.singleLine($0) }
    addressHref = url.flatMap(SafeLink.web)
    size = contents.size.map(FileSizeText.init)
    files = contents.fileCount.map { CountText.digits($0) }
    hashes = contents.hashes.map(HashText.init)
    gap = contents.gap.map { SiteText.singleLine("\($0.reason); \($0.help)") }
  }

  static let fields: [TemplateField<Self>] = [
    .text("storage") { $0.storage },
    .text("place") { $0.place },
    .text("place_href") { $0.placeHref },
    .text("address") { $0.address },
    .text("address_href") { $0.addressHref },
    .record("size") { $0.size },
    .text("files") { $0.files },
    .text("gap") { $0.gap },
    .flag("has_hashes") { !$0.hashes.isEmpty },
    .list("hashes") { $0.hashes },
  ]
}
