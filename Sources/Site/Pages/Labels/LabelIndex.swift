import Registry

/// Which models carry which label.
struct LabelIndex: Sendable {
  /// A label and what carries it.
  struct Entry: Sendable {
    let name: String

    /// Models that carry it by the annotation that stands for them.
    var models: [ModelReference] = []

    /// Models of which only other versions carry it.
    var formerModels: [ModelReference] = []
  }

  /// Those on most models first, then by name.
  let labels: [Entry]

  init(_ models: [ModelReference]) {
    var entries: [String: Entry] = [:]
    for model in models {
      let artifact = model.artifact
      let current = Set(artifact.annotation?.labels ?? [])
      var former = Set(artifact.headAnnotation?.labels ?? [])
      for version in artifact.versions { former.formUnion(version.annotation?.labels ?? []) }
      for label in current { entries[label, default: Entry(name: label)].models.append(model) }
      for label in former.subtracting(current) {
        entries[label, default: Entry(name: label)].formerModels.append(model)
      }
    }
    labels = entries.values.sorted { one, other in
      one.models.count == other.models.count
        ? one.name.utf8.lexicographicallyPrecedes(other.name.utf8)
        : one.models.count > other.models.count
    }
  }

  /// What people read for a label; one may be without any text.
  static func text(of label: String) -> String {
    let text = SiteText.singleLine(label)
    return text.allSatisfy(\.isWhitespace) ? "(no text)" : text
  }
}

/// Which models are of which type.
struct TypeIndex: Sendable {
  /// A type and its models.
  struct Entry: Sendable {
    let name: String

    /// The id of its heading on the page of labels.
    let anchor: String
    let models: [ModelReference]
  }

  /// Those of most models first, then by name.
  let types: [Entry]

  init(_ models: [ModelReference]) {
    let groups = Dictionary(grouping: models) { $0.artifact.annotation?.type ?? "" }
    types = groups.filter { !$0.key.isEmpty }
      .sorted { one, other in
        one.value.count == other.value.count
          ? one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
          : one.value.count > other.value.count
      }
      .enumerated()
      .map { Entry(name: $1.key, anchor: "type-\($0 + 1)", models: $1.value) }
  }
}
