import Mustache
import Registry

/// A command that asks the published site which version is meant, or for that version itself: it means
/// what the tags say whenever it runs.
struct SiteQuestion: TemplateModel {
  /// The stage, or the word “latest”, and what is asked for.
  let subject: String
  let command: String

  /// Nothing where nobody knows the site's address.
  static func all(in scope: ModelScope) -> [SiteQuestion] {
    guard let base = scope.context.settings.baseURL else { return [] }
    let (artifact, repository) = (scope.artifact, scope.repository)
    var questions: [SiteQuestion] = []
    if let latest = artifact.latest {
      let text = scope.addresses.latestText(of: artifact, in: repository)
      questions += both("latest", base + text.encoded, "@latest", latest, from: base, in: scope)
    }
    for holding in scope.holdings {
      let text = scope.addresses.stageText(holding.stage, of: artifact, in: repository)
      let holder = holding.holder
      questions += both(
        scope.context.title(of: holding.stage), base + text.encoded, "#\(holding.stage)",
        holder.isRegistered ? scope.facts.version(named: holder.version) : nil, from: base,
        in: scope)
    }
    return questions
  }

  /// The question for the name, and the command that fetches the version.
  private static func both(
    _ subject: String, _ text: String, _ choice: String, _ version: Version?, from base: String,
    in scope: ModelScope
  ) -> [SiteQuestion] {
    let name = SiteQuestion(
      subject: "\(subject): its name", command: ShellWord.command("curl", "-fsSL", text))
    let command = version.flatMap { version in
      FetchCommand.fetching(
        choice, from: base, in: VersionFiles(version, in: scope.facts).commandScope
      ).first
    }
    guard let command else { return [name] }
    return [name, SiteQuestion(subject: "\(subject): its files", command: command.line)]
  }

  static let fields: [TemplateField<Self>] = [
    .text("subject") { $0.subject },
    .text("command") { $0.command },
  ]
}
