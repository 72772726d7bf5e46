import Formats
import Records
import Registry

/// A metric by which a version is judged first (`index.md`, a model's row).
struct HeadlineMetric: Sendable {
  /// The file that it stands in, relative to the repository's root.
  let file: String

  /// The keys that lead to it in the file; none where the file is one value.
  let keys: [String]

  /// The keys joined by dots, as people read them; the file's name where the file is one value.
  let name: String
  let value: DataValue

  /// Which way it gets better; nothing where that isn't known.
  var direction: BetterDirection? { traits.direction }

  /// What people read instead of the name, by the configuration.
  var title: String? { traits.title }

  /// What else is known of it.
  let traits: MetricTraits
}

/// Which metrics stand for a model.
enum ModelMetrics {
  /// The most primary metrics that stand for a model.
  static let limit = 20

  /// The metrics of the latest version that the configuration calls primary, in its order; without
  /// any, the first three numbers of the artifact's own metrics files.
  static func headline(of artifact: Artifact, settings: SiteSettings) -> [HeadlineMetric] {
    artifact.latest.map { headline(of: $0.records, rules: MetricRule.all(settings.metrics)) } ?? []
  }

  /// The same for the records of any version.
  static func headline(of records: VersionRecords, rules: [MetricRule]) -> [HeadlineMetric] {
    var primary: [(rank: Int, metric: HeadlineMetric)] = []
    var first: [HeadlineMetric] = []
    let mayHavePrimary = rules.contains(where: \.settings.isPrimary)
    for file in records.metrics where file.isOwn {
      for entry in file.metrics {
        guard mayHavePrimary || first.count < 3 else { return first }
        let metric = HeadlineMetric(entry, in: file, rules: rules)
        if metric.traits.isHidden { continue }
        if let rank = metric.traits.primaryRank { primary.append((rank, metric)) }
        if first.count < 3, LoggedValue(entry.value).number != nil { first.append(metric) }
      }
    }
    guard !primary.isEmpty else { return first }
    let sorted = primary.enumerated().sorted { one, other in
      (one.element.rank, one.offset) < (other.element.rank, other.offset)
    }
    return sorted.prefix(limit).map(\.element.metric)
  }
}

extension HeadlineMetric {
  init(_ entry: RecordEntry, in file: RecordFile, rules: [MetricRule]) {
    let fileName = file.path.utf8.split(separator: UInt8(ascii: "/")).last
    self.file = file.path
    keys = entry.keys
    name = entry.keys.isEmpty ? fileName.map { String(Substring($0)) } ?? "" : entry.name
    value = entry.value
    traits = MetricTraits(file: file.path, keys: entry.keys, name: entry.name, settings: rules)
  }
}
