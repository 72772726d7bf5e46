package import Registry

extension SiteAddresses {
  /// The folder of the documents for scripts; its name holds the version of their promise.
  static let indexFolder = "api/v1"

  /// The document about everything.
  package var indexDocument: SitePath { SitePath(Self.indexFolder, "index.json") }

  /// The list of all events, one a line.
  package var eventsDocument: SitePath { SitePath(Self.indexFolder, "events.ndjson") }

  /// The same events for spreadsheets.
  package var eventsTable: SitePath { SitePath(Self.indexFolder, "events.csv") }

  /// The list of all other documents with their digests.
  package var manifestDocument: SitePath { SitePath(Self.indexFolder, "manifest.json") }

  /// A schema by its short name: `model`, `version`.
  package func schema(_ name: String) -> SitePath {
    SitePath(Self.indexFolder, "schema", "\(name).schema.json")
  }

  /// The document of an artifact.
  package func modelDocument(of artifact: Artifact, in repository: Repository) -> SitePath {
    document("model.json", of: artifact, in: repository)
  }

  /// The document of a version.
  package func versionDocument(
    _ version: Version, of artifact: Artifact, in repository: Repository
  ) -> SitePath {
    let slug = slug(of: version, of: artifact, in: repository)
    return document("versions/\(slug).json", of: artifact, in: repository)
  }

  /// The document of an artifact's latest version.
  package func latestDocument(of artifact: Artifact, in repository: Repository) -> SitePath {
    document("latest.json", of: artifact, in: repository)
  }

  /// The name of an artifact's latest version as a text.
  package func latestText(of artifact: Artifact, in repository: Repository) -> SitePath {
    document("latest.txt", of: artifact, in: repository)
  }

  /// The document of who holds a stage of an artifact.
  package func stageDocument(
    _ stage: String, of artifact: Artifact, in repository: Repository
  ) -> SitePath {
    document("stages/\(slug(ofStage: stage)).json", of: artifact, in: repository)
  }

  /// The name of the version that holds a stage of an artifact, as a text.
  package func stageText(
    _ stage: String, of artifact: Artifact, in repository: Repository
  ) -> SitePath {
    document("stages/\(slug(ofStage: stage)).txt", of: artifact, in: repository)
  }

  /// The lines for `md5sum -c` of an artifact's latest version.
  package func latestChecksums(of artifact: Artifact, in repository: Repository) -> SitePath {
    document("latest.md5", of: artifact, in: repository)
  }

  /// The lines for `md5sum -c` of the version that holds a stage of an artifact.
  package func stageChecksums(
    _ stage: String, of artifact: Artifact, in repository: Repository
  ) -> SitePath {
    document("stages/\(slug(ofStage: stage)).md5", of: artifact, in: repository)
  }

  /// The lines for `md5sum -c` of a version.
  package func checksums(
    of version: Version, of artifact: Artifact, in repository: Repository
  ) -> SitePath {
    document(
      "versions/\(slug(of: version, of: artifact, in: repository)).md5", of: artifact,
      in: repository)
  }

  /// The files of a version as lines.
  package func listing(
    of version: Version, of artifact: Artifact, in repository: Repository
  ) -> SitePath {
    document(
      "versions/\(slug(of: version, of: artifact, in: repository)).files.txt", of: artifact,
      in: repository)
  }

  /// The versions of an artifact, and which of them are latest or hold stages, as lines.
  package func versionsText(of artifact: Artifact, in repository: Repository) -> SitePath {
    document("versions.txt", of: artifact, in: repository)
  }

  /// The models as lines.
  package var modelsText: SitePath { SitePath(Self.indexFolder, "models.txt") }

  /// The script that downloads with nothing but a shell and curl.
  static let shellScript = SitePath("get-model.sh")

  /// The script that downloads with nothing but Python.
  static let pythonScript = SitePath("get_model.py")

  /// A file of Git that the site hands out; the name keeps servers from taking it for a page.
  func download(blob: String) -> SitePath { SitePath("downloads", "\(blob).bin") }

  /// The document of who held what from when to when.
  package func timelineDocument(of artifact: Artifact, in repository: Repository) -> SitePath {
    document("timeline.json", of: artifact, in: repository)
  }

  private func document(
    _ name: String, of artifact: Artifact, in repository: Repository
  ) -> SitePath {
    SitePath(Self.indexFolder, "models", folder(of: artifact, in: repository), name)
  }
}
