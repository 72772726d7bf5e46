import Formats
import Records
import Registry

/// What describes a version.
extension JSONWriter {
  /// The card: where it lies, what its metadata says, and what results it reports; or null.
  ///
  /// - Parameter page: The address of the version's page.
  mutating func card(_ card: VersionCard?, page: String) {
    member("card") { json in
      guard let card else { return json.null() }
      json.object { json in
        json.member("path", card.path)
        json.member("kind", card.kind == .model ? "model" : "repository")
        json.member("metadata", card.metadata.map(PublicAddress.cleaned) ?? .null)
        json.member("evaluations") { json in
          json.array(card.evaluations) { $0.evaluation($1) }
        }
        json.member("page", "\(page)#\(CardSection.anchor)")
      }
    }
  }

  private mutating func evaluation(_ result: EvaluationResult) {
    object { json in
      json.names("task", type: result.taskType, name: result.taskName) { _ in }
      json.names("dataset", type: result.datasetType, name: result.datasetName) { json in
        json.member("config", result.datasetConfig)
        json.member("split", result.datasetSplit)
        json.member("revision", result.datasetRevision)
      }
      json.names("metric", type: result.metricType, name: result.metricName) { _ in }
      json.member("value", PublicAddress.cleaned(result.value))
      json.member("verified", result.isVerified)
      json.member("source") { json in
        guard result.sourceName != nil || result.sourceAddress != nil else { return json.null() }
        json.object { json in
          json.member("name", result.sourceName.map(PublicAddress.cleanedWords))
          json.member("url", result.sourceAddress.map(PublicAddress.cleaned))
        }
      }
      json.member("date", result.date)
      json.member("notes", result.notes.map(PublicAddress.cleanedWords))
    }
  }

  private mutating func names(
    _ key: String, type: String?, name: String?, and others: (inout JSONWriter) -> Void
  ) {
    member(key) { json in
      json.object { json in
        json.member("type", type.map(PublicAddress.cleanedWords))
        json.member("name", name.map(PublicAddress.cleanedWords))
        others(&json)
      }
    }
  }
}
