package import Storage

/// What a team decides about the reading of records (`cli.md`, configuration).
package struct RecordSettings: Sendable {
  /// Patterns of further metrics files, relative to the repository's root (`records`).
  package var metricsFiles: [String] = []

  /// Patterns of further params files, relative to the repository's root (`records`).
  package var paramsFiles: [String] = []

  /// Patterns of further plots' files, relative to the repository's root (`records`).
  package var plotFiles: [String] = []

  /// Plain tags that are versions, too (`versions`).
  package var releaseTags: ReleaseTags?

  /// Which unregistered iterations are listed (`candidates`).
  package var candidates = CandidateSettings()

  /// How objects outside Git are reached (`storage`).
  package var storage = StorageSettings()

  /// Where models' cards are, and how they are shown (`cards`).
  package var cards = CardSettings()

  /// The largest file of Git, in bytes, that the site hands out if it is an artifact or a part of one
  /// (`downloads`); nothing where the site hands out none.
  package var publishedSize: Int?

  /// Which tags have to be signed (`rules`); nothing where none has to.
  package var signing: SigningSettings?

  /// How much is read and shown (`limits`).
  package var limits = RecordLimits()

  /// Makes the settings that hold where nothing is configured.
  package init() {}
}

/// Plain release tags that stand for versions of one model.
package struct ReleaseTags: Hashable, Sendable {
  /// A pattern with `*` and `?`, such as `v*`; the version begins at the tag's first digit.
  package var pattern: String

  /// The model's name; the repository's where nothing is said.
  package var model: String?

  /// Makes the tags that fit `pattern` versions of `model`.
  package init(pattern: String, model: String? = nil) {
    self.pattern = pattern
    self.model = model
  }
}

/// Which iterations are listed beside the registered versions.
package struct CandidateSettings: Hashable, Sendable {
  package var branches = false

  /// DVC's experiments, `refs/exps`.
  package var experiments = false

  /// Commits that changed the model's metrics.
  package var commits = false

  /// How many are listed for a model, the newest first.
  package var limit = 20

  /// Makes the settings that list none.
  package init() {}

  /// Whether any are listed.
  package var isEmpty: Bool { !branches && !experiments && !commits }
}

/// How much of a repository's records is read.
package struct RecordLimits: Hashable, Sendable {
  /// The largest file of metrics or params, in bytes.
  package var fileSize = 16 << 20

  /// The most values that are taken from one file.
  package var valuesPerFile = 5_000

  /// The most record files that are read at one commit.
  package var filesPerCommit = 1_000

  /// The most plots of one version that are shown.
  package var plotsPerVersion = 200

  /// The most pictures among the plots of one version that are shown.
  package var imagesPerVersion = 500

  /// The most refs that are read of one repository.
  package var references = 1_000_000

  /// Makes the limits that hold where nothing is configured.
  package init() {}
}
