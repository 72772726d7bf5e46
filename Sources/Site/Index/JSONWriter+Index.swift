import Formats
import GitStore
import Records
import Registry

/// The parts that several documents share.
extension JSONWriter {
  /// Begins a document: which schema it follows, and how new it is.
  mutating func meta(
    _ schema: String, of path: SitePath, in site: RegistryScope, updated: GitTime?
  ) {
    member("meta") { json in
      json.object { json in
        json.member("schema", site.addresses.schema(schema).href(from: path))
        json.member("version", RegistryScope.promise)
        json.time("updated", updated)
      }
    }
  }

  /// Which artifact a document is about.
  mutating func identity(of scope: ArtifactScope) {
    member("id", scope.id)
    member("name", scope.artifact.name)
  }

  /// The repository that an artifact lies in.
  mutating func repository(_ repository: Repository) {
    member("repository") { json in
      json.object { json in
        json.member("id", repository.id)
        json.member("url", repository.url.map(PublicAddress.cleaned))
      }
    }
  }

  /// A moment in UTC, or null.
  mutating func time(_ key: String, _ time: GitTime?) { member(key, time?.utc) }

  /// A person, as far as the site shows people.
  mutating func person(
    _ key: String, email emailKey: String = "email", _ person: GitIdentity?, by policy: AuthorPolicy
  ) {
    member(key, policy == .none ? nil : person?.name)
    if policy == .namesAndEmails { member(emailKey, person?.email) }
  }

  /// What a tag did: its name, when, by whom, and why.
  mutating func tagFacts(of event: RegistryEvent, by policy: AuthorPolicy) {
    member("tag", event.tag)
    time("at", event.time)
    person("by", event.tagger, by: policy)
    member("message", event.message)
  }

  /// A member that tells what a tag did, or null.
  mutating func event(_ key: String, _ event: RegistryEvent?, by policy: AuthorPolicy) {
    member(key) { json in
      guard let event else { return json.null() }
      json.object { $0.tagFacts(of: event, by: policy) }
    }
  }

  /// The signature that a tag carries; nobody has checked it.
  mutating func signature(_ format: SignatureFormat?) {
    member("signature") { json in
      guard let format else { return json.null() }
      json.object { json in
        json.member("format", format.rawValue)
        json.member("state", "unchecked")
        json.member("signer", nil as String?)
        json.member("key", nil as String?)
      }
    }
  }

  /// What an annotation file says of an artifact, and where its bytes lie.
  ///
  /// - Parameter version: nothing for a commit that holds a stage without being a version.
  mutating func artifact(of version: Version?, in scope: ArtifactScope, from path: SitePath) {
    let annotation = version?.annotation
    member("artifact") { json in
      json.object { json in
        json.member("path", annotation?.path.map(PublicAddress.cleaned))
        json.member("type", annotation?.type)
        json.member("description", annotation?.description)
        json.member("labels", annotation?.labels ?? [])
        json.member("custom", annotation?.custom.map(PublicAddress.cleaned) ?? JSONValue.null)
        json.contents(version?.records.contents)
        json.downloads(of: version, in: scope, from: path)
      }
    }
  }

  /// Which versions hold which stages now.
  mutating func stages(_ holdings: [StageHolding]) {
    member("stages") { json in
      json.object { json in
        for holding in holdings { json.member(holding.stage, [holding.holder.version]) }
      }
    }
  }
}

extension RegistryScope {
  /// The version of the promise that documents keep (`index.md`).
  static let promise = "1.0"
}
