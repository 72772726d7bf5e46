import Formats

extension EvaluationResult {
  /// What a result is about (`records.md` §12.3): two of the same are one result reported twice.
  package struct Identity: Hashable, Sendable {
    let modelName: String?
    let taskType: String?
    let datasetType: String?
    let datasetConfig: String?
    let datasetSplit: String?
    let datasetRevision: String?
    let metricType: String?
    let metricName: String?
  }

  package var identity: Identity {
    Identity(
      modelName: modelName, taskType: taskType, datasetType: datasetType ?? datasetName,
      datasetConfig: datasetConfig, datasetSplit: datasetSplit, datasetRevision: datasetRevision,
      metricType: metricType, metricName: metricName)
  }

  /// The results of a model's files and its card, each once, those of the files first.
  ///
  /// The Hub prefers files of results, but they name neither task nor metric. So where a file and the
  /// card give the same value for the same dataset, and the card gives it only once, there is one
  /// result: the file's, with what only the card says.
  package static func joined(files: [Self], card: [Self]) -> [Self] {
    var (files, card) = (withoutRepeated(files), withoutRepeated(card))
    let ofFiles = Dictionary(grouping: files.indices) { files[$0].report }
    let ofCard = Dictionary(grouping: card.indices) { card[$0].report }
    var completed: Set<Int> = []
    for (report, places) in ofCard {
      guard let report, places.count == 1, let place = places.first,
        let filePlaces = ofFiles[report], filePlaces.count == 1, let filePlace = filePlaces.first,
        let whole = files[filePlace].completed(by: card[place])
      else { continue }
      files[filePlace] = whole
      completed.insert(place)
    }
    card = card.indices.filter { !completed.contains($0) }.map { card[$0] }
    return files + card
  }

  /// Those that differ from all before in what they are about or in their value.
  private static func withoutRepeated(_ results: [Self]) -> [Self] {
    var known: Set<Repetition> = []
    return results.filter { known.insert(Repetition($0)).inserted }
  }

  private struct Repetition: Hashable {
    let identity: Identity
    let value: DataValue

    init(_ result: EvaluationResult) {
      identity = result.identity
      value = result.value.comparable
    }
  }

  /// A value that is reported for a dataset.
  private struct Report: Hashable {
    let dataset: String
    let value: DataValue
  }

  private var report: Report? {
    datasetType.map { Report(dataset: $0, value: value.comparable) }
  }

  /// The result with what another one of the same dataset and value says besides; nothing where
  /// they contradict each other.
  private func completed(by other: Self) -> Self? {
    let agree =
      Self.agree(datasetConfig, other.datasetConfig)
      && Self.agree(datasetRevision, other.datasetRevision)
      && Self.agree(sourceAddress, other.sourceAddress)
    guard agree else { return nil }
    var whole = other
    whole.datasetConfig = datasetConfig ?? other.datasetConfig
    whole.datasetRevision = datasetRevision ?? other.datasetRevision
    whole.sourceName = sourceName ?? other.sourceName
    whole.sourceAddress = sourceAddress ?? other.sourceAddress
    whole.date = date ?? other.date
    whole.notes = notes ?? other.notes
    return whole
  }

  private static func agree(_ one: String?, _ other: String?) -> Bool {
    one == nil || other == nil || one == other
  }
}

extension DataValue {
  /// The value with its numbers spelt alike: `0.910` is `0.91`.
  fileprivate var comparable: DataValue {
    switch self {
    case .number(let number) where number.isFinite:
      .number(DataNumber(text: "\(number.double)"))
    case .map(let members): .map(members.map { DataMember($0.key, $0.value.comparable) })
    case .list, .null, .bool, .number, .string, .date: self
    }
  }
}
