import Formats
import TestSupport

/// Holds the document of one version against DVC's answers for its commit.
struct RecordCheck {
  let document: JSONValue

  /// Whether Vitrine may have files that DVC does not name.
  private let mayHoldMore: Bool

  /// The files that DVC can't read.
  private(set) var unreadable: Set<String> = []
  private(set) var differences: [String] = []
  private var named: [String: Set<String>] = ["metrics": [], "params": []]

  init(_ document: JSONValue, mayHoldMore: Bool = false) {
    self.document = document
    self.mayHoldMore = mayHoldMore
  }

  /// Takes the answer of one DVC project.
  mutating func compare(_ answer: JSONValue, project: String) {
    for kind in ["metrics", "params"] {
      for file in answer[[kind, "data"]]?.members ?? [] {
        let path = DVCFixture.join(project, file.key)
        named[kind]?.insert(path)
        if let data = file.value["data"] {
          compare(kind, path, data)
        } else {
          unreadable.insert(path)
          if document[[kind, path]] == nil, !isNoted(path) {
            differences.append("\(path): DVC can't read it; Vitrine says nothing of it")
          }
        }
      }
    }
    for source in answer["sources"]?.members ?? [] {
      compareDigits(DVCFixture.join(project, source.key), source.value.string ?? "")
    }
  }

  /// Files that no project named; called when all have answered.
  mutating func finish() {
    guard !mayHoldMore else { return }
    for kind in ["metrics", "params"] {
      for file in document[kind]?.members ?? [] where named[kind]?.contains(file.key) != true {
        differences.append("\(file.key): only Vitrine has it among the \(kind)")
      }
    }
  }

  private mutating func compare(_ kind: String, _ path: String, _ data: JSONValue) {
    guard let own = document[[kind, path]] else {
      // A file with nothing in it need not be there.
      if !data.members.isEmpty || data.string != nil || data.number != nil {
        differences.append("\(path): only DVC has it among the \(kind)")
      }
      return
    }
    differences +=
      kind == "metrics"
      ? RecordComparison.metrics(dvc: data, own: own, at: path)
      : RecordComparison.params(dvc: data, own: own, at: path)
    if RecordComparison.hasSpecial(data), !isNoted(path) {
      differences.append("\(path): no note tells why a number became null")
    }
  }

  private func isNoted(_ path: String) -> Bool {
    document.noteLines.contains { $0.contains(path) }
  }

  private mutating func compareDigits(_ path: String, _ source: String) {
    guard let written = try? OrderedJSON.parse(Array(source.utf8)) else { return }
    for own in ["metrics", "params"].compactMap({ document[[$0, path]] }) {
      differences += RecordComparison.digits(source: written, own: own, at: path)
    }
  }
}
