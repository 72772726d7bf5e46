/// What a team decides about its site (`cli.md`, configuration).
package struct SiteSettings: Sendable {
  /// Shown in the header and in every page's title.
  package var title = "Model registry"
  package var description = ""

  /// The address under which the site is published, with a slash at its end; nothing where that is
  /// not known. Only feeds, canonical links and `404.html` need it.
  package var baseURL: String?

  /// The language of the pages, as in HTML's `lang`.
  package var language = "en"
  package var footer = ""

  /// Whether search engines are asked to stay away.
  package var noindex = true

  /// Further links in the header.
  package var links: [Link] = []

  /// Configured stages, in their order; stages in use but not listed come after, sorted.
  package var stages: [StageSettings] = []

  /// What is known of metrics; the first entry that fits a metric speaks for it.
  package var metrics: [MetricSettings] = []

  /// What is compared.
  package var comparison = ComparisonSettings()

  /// How much of the authors is shown.
  package var authors = AuthorPolicy.names

  /// The program's version, for the footer.
  package var generator = ""

  /// Makes the settings that hold where nothing is configured.
  package init() {}

  /// A link with its text.
  package struct Link: Sendable {
    package var text: String
    package var url: String

    /// Makes a link.
    package init(text: String, url: String) {
      self.text = text
      self.url = url
    }
  }
}

/// A stage as a team describes it.
package struct StageSettings: Sendable {
  package var name: String

  /// What people read instead of the name.
  package var title: String?

  /// One of the built-in badge styles: `production`, `staging`, `development`, `other`, `archived`.
  package var style: String?

  /// Whether versions in it serve real users: the baseline of comparisons.
  package var isProduction = false

  /// Makes a stage of that name with nothing else said of it.
  package init(name: String) { self.name = name }
}

/// How much of the people who made tags a site shows.
package enum AuthorPolicy: String, CaseIterable, Sendable {
  case names
  case namesAndEmails = "names-and-emails"
  case none
}
