import GitStore
import Records
package import Registry

/// A version of a model, as one of those that are compared.
package struct ComparedVersion: Sendable {
  package let artifact: Artifact
  package let repository: Repository
  package let version: Version

  /// The stages that it holds, in the site's order.
  package let stages: [String]

  /// What tells it from the others: its name, with that of the model where there are several.
  package fileprivate(set) var label: String

  /// Takes a version of a model.
  package init(
    _ version: Version, of artifact: Artifact, in repository: Repository, stages: [String]
  ) {
    self.artifact = artifact
    self.repository = repository
    self.version = version
    self.stages = stages
    label = SiteText.singleLine(version.name)
  }
}

/// Versions side by side: metrics, params, inputs and facts, each beside those of a baseline
/// (`pages.md`, Compare).
package struct VersionComparison: Sendable {
  package let columns: [ComparedVersion]

  /// The place of the version that the others are compared with.
  package let baseline: Int

  /// In the order of pages, those without rows left out.
  let sections: [ComparedSection]

  /// The most versions that stand side by side.
  package static let limit = 8

  /// Compares versions of any models.
  ///
  /// - Parameter columns: Two or more, each once.
  package init(_ columns: [ComparedVersion], baseline: Int, settings: SiteSettings) {
    let versions = columns.map(\.version)
    let metrics = RecordBook(versions, of: .metrics)
    self.init(
      columns, baseline: baseline, places: Array(columns.indices), metrics: metrics,
      traits: MetricTraits.all(in: metrics, rules: MetricRule.all(settings.metrics)),
      params: RecordBook(versions, of: .params), settings: settings)
  }

  /// Compares versions of one model, whose records were laid out before.
  init(at places: [Int], baseline: Int, in scope: ModelScope) {
    let columns = places.map { place in
      let version = scope.artifact.versions[place]
      return ComparedVersion(
        version, of: scope.artifact, in: scope.repository,
        stages: scope.stages(of: version).map { scope.context.title(of: $0.stage) })
    }
    self.init(
      columns, baseline: baseline, places: places, metrics: scope.records.metrics,
      traits: scope.records.traits, params: scope.records.params,
      settings: scope.context.settings)
  }

  private init(
    _ columns: [ComparedVersion], baseline: Int, places: [Int], metrics: RecordBook,
    traits: [MetricTraits], params: RecordBook, settings: SiteSettings
  ) {
    self.columns = Self.labelled(columns)
    self.baseline = baseline
    let versions = columns.map(\.version)
    sections = [
      ComparedRecords(places: places, baseline: baseline, book: metrics, traits: traits).section(),
      ComparedRecords(places: places, baseline: baseline, book: params, traits: nil).section(),
      ComparedFiles.inputs(of: versions, baseline: baseline),
      ComparedFiles.outputs(of: versions, baseline: baseline),
      ComparedFacts.section(of: columns, baseline: baseline, settings),
    ].filter { !$0.groups.isEmpty || $0.hidden > 0 }
  }

  /// Names the model where there are several, and the repository where models share a name.
  private static func labelled(_ columns: [ComparedVersion]) -> [ComparedVersion] {
    let ids = Set(columns.map { [$0.repository.id, $0.artifact.name] })
    guard ids.count > 1 else { return columns }
    let areNamesEnough = Set(columns.map(\.artifact.name)).count == ids.count
    return columns.map { column in
      var column = column
      let model =
        areNamesEnough
        ? column.artifact.name : "\(column.repository.id)/\(column.artifact.name)"
      column.label = SiteText.singleLine("\(model)@\(column.version.name)")
      return column
    }
  }

  /// The place of the version that others are compared with by default: the holder of the first
  /// production-like stage, else the first.
  package static func defaultBaseline(
    of columns: [ComparedVersion], productionStages: [String]
  ) -> Int {
    for stage in productionStages {
      let place = columns.firstIndex { column in
        column.artifact.stages.contains {
          $0.stage == stage && $0.holder.version == column.version.name
        }
      }
      if let place { return place }
    }
    return 0
  }
}
