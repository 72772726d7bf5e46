import Formats
import Records

/// How an artifact came to be.
extension JSONWriter {
  /// The stage that wrote the artifact and all stages before it, or null.
  ///
  /// The stages before it are a list rather than a tree: two stages may read what a third one
  /// wrote, and a tree would repeat that one in both branches.
  mutating func lineage(_ lineage: Lineage?) {
    member("lineage") { json in
      guard let lineage else { return json.null() }
      json.object { json in
        if let maker = lineage.maker {
          json.facts(of: maker)
        } else {
          json.facts(ofTracked: lineage.artifact, by: lineage.tracker)
        }
        json.member("parents") { json in
          json.array(lineage.parents) { json, stage in json.object { $0.facts(of: stage) } }
        }
      }
    }
  }

  private mutating func facts(of stage: LineageStage) {
    member("stage", stage.name)
    member("file", stage.file)
    let command = stage.commands.joined(separator: "\n")
    member("command", command.isEmpty ? nil : PublicAddress.cleanedWords(in: command))
    member("inputs") { json in json.array(stage.inputs) { $0.file($1) } }
    member("outputs") { json in json.array(stage.outputs) { $0.file($1) } }
    member("params") { json in
      json.object { json in
        for group in stage.paramsByFile {
          json.member(group.file) { $0.value(PublicAddress.cleaned(group.values)) }
        }
      }
    }
  }

  private mutating func facts(ofTracked artifact: LineageFile?, by tracker: String?) {
    member("stage", nil as String?)
    member("file", tracker)
    member("command", nil as String?)
    member("inputs", [])
    member("outputs") { json in json.array(artifact.map { [$0] } ?? []) { $0.file($1) } }
    member("params") { json in json.object { _ in } }
  }

  private mutating func file(_ file: LineageFile) {
    object { json in
      json.member("path", PublicAddress.cleaned(file.path))
      json.member("kind", file.kind.rawValue)
      json.count("size", file.size)
      json.count("file_count", file.fileCount)
      json.hashes(file.hashes)
      json.origin(file.origin)
    }
  }

  private mutating func origin(_ origin: LineageFile.Origin) {
    member("origin") { json in
      if case .unknown = origin { return json.null() }
      json.object { json in
        switch origin {
        case .unknown: break
        case .git: json.member("kind", "git")
        case .stage(let name):
          json.member("kind", "stage")
          json.member("stage", name)
        case .tracked(let file):
          json.member("kind", "tracked")
          json.member("file", file)
        case .imported(let repository, let path, let revision, let lockedRevision):
          json.member("kind", "imported")
          json.member("repository", PublicAddress.cleaned(repository))
          json.member("path", path)
          json.member("revision", revision)
          json.member("locked_revision", lockedRevision)
        case .downloaded(let address):
          json.member("kind", "downloaded")
          json.member("address", PublicAddress.cleaned(address))
        }
      }
    }
  }
}

extension Lineage {
  /// The stages before the one that wrote the artifact.
  var parents: ArraySlice<LineageStage> { maker == nil ? stages[...] : stages.dropLast() }
}

extension LineageStage {
  /// The params by file, each key once, in the order of the lock.
  var paramsByFile: [(file: String, values: DataValue)] {
    var files: [String] = []
    var members: [String: [DataMember]] = [:]
    var seen = Set<[String]>()
    for param in params where seen.insert([param.file, param.key]).inserted {
      if members[param.file] == nil { files.append(param.file) }
      members[param.file, default: []].append(DataMember(param.key, param.value))
    }
    return files.map { ($0, .map(members[$0] ?? [])) }
  }
}
