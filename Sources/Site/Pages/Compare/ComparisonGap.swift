import Mustache
import Records
import Registry

/// A file of metrics or params that one of the versions names and whose contents could not be had.
struct ComparisonGap: TemplateModel {
  let version: String
  let path: String
  let reason: String
  let help: String

  /// So many are told.
  private static let limit = 50

  /// The files of the artifact's own pipeline, version by version.
  static func all(at places: [Int], in scope: ModelScope) -> [ComparisonGap] {
    let books = [scope.records.metrics, scope.records.params]
    let gaps = places.flatMap { place in
      books.flatMap { $0.sheets[place].unavailable.filter(\.isOwn) }.map { record in
        ComparisonGap(
          version: SiteText.shown(scope.artifact.versions[place].name),
          path: SiteText.singleLine(record.path), reason: SiteText.singleLine(record.reason),
          help: SiteText.singleLine(record.help))
      }
    }
    return Array(gaps.prefix(limit))
  }

  static let fields: [TemplateField<Self>] = [
    .text("version") { $0.version },
    .text("path") { $0.path },
    .text("reason") { $0.reason },
    .text("help") { $0.help },
  ]
}
