import GitStore
import Mustache
import Registry

/// Where a version comes from: its tag and its commit.
struct VersionOrigin: TemplateModel {
  let tag: String?
  let tagHref: String?
  let tagger: PersonText?
  let tagged: TimeText?

  /// The form of the tag's signature.
  let signature: String?
  let note: String?
  let commit: CommitLink
  let subject: String?
  let author: PersonText?
  let committed: TimeText?

  init(_ version: Version, in scope: ModelScope) {
    let registration = version.registration
    tag = (registration?.tag).map { SiteText.singleLine($0) }
    tagHref = registration.flatMap { scope.forge?.tag($0.tag) }
    tagger = scope.person(registration?.tagger)
    tagged = registration.map { TimeText($0.time) }
    signature = registration?.signature.map(\.title)
    note = registration?.note.map(SiteText.shown)
    commit = CommitLink(version.commit, in: scope)
    let subject = version.commitObject.map { SiteText.singleLine($0.subject, limit: 200) }
    self.subject = subject
    author = scope.person(version.commitObject?.author)
    committed = version.commitObject?.committer.map { TimeText($0.time) }
  }

  static let fields: [TemplateField<Self>] = [
    .text("tag") { $0.tag },
    .text("tag_href") { $0.tagHref },
    .record("tagger") { $0.tagger },
    .record("tagged") { $0.tagged },
    .text("signature") { $0.signature },
    .text("note") { $0.note },
    .record("commit") { $0.commit },
    .text("subject") { $0.subject },
    .record("author") { $0.author },
    .record("committed") { $0.committed },
  ]
}
