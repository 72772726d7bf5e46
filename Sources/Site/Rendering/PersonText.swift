import GitStore
import Mustache

/// Who did something, as far as the site may tell.
struct PersonText: TemplateModel {
  let name: String
  let email: String?

  /// Nothing where the policy keeps people out.
  init?(_ identity: GitIdentity, policy: AuthorPolicy) {
    switch policy {
    case .none: return nil
    case .names: email = nil
    case .namesAndEmails: email = SiteText.singleLine(identity.email)
    }
    name = SiteText.singleLine(identity.name)
  }

  static let fields: [TemplateField<Self>] = [
    .text("name") { $0.name },
    .text("email") { $0.email },
  ]
}
