import Formats
import Records

/// What was logged of a version.
extension JSONWriter {
  /// Files of metrics or params by path, each with its values as they stand in it.
  mutating func files(_ key: String, _ files: [RecordFile]) {
    member(key) { json in
      json.object { json in
        for file in files.oncePerPath {
          json.member(file.path) { $0.value(PublicAddress.cleaned(file.value)) }
        }
      }
    }
  }

  /// The files whose contents could not be had.
  mutating func unavailable(_ files: [UnavailableRecord]) {
    member("unavailable") { json in
      json.array(files) { json, file in
        json.object { json in
          json.member("path", file.path)
          json.member("kind", file.kind.rawValue)
          json.member("reason", file.reason)
          json.hashes(file.hash.map { [$0] } ?? [])
          json.count("size", file.size)
        }
      }
    }
  }

  /// Where an artifact's bytes lie; members of the artifact itself.
  mutating func contents(_ contents: ArtifactContents?) {
    member("storage", contents?.storage.rawValue)
    member("kind", contents?.kind)
    count("size", contents?.size)
    count("file_count", contents?.fileCount)
    hashes(contents?.hashes ?? [])
    member("remote") { json in
      guard let remote = contents?.remote else { return json.null() }
      json.object { json in
        json.member("name", remote.name)
        json.member("url", remote.url.map(PublicAddress.cleaned))
      }
    }
    // Its query names the version of the object; reading has taken everything else out of it.
    member("address", contents?.address)
  }

  /// The member that holds digests by their algorithm.
  mutating func hashes(_ hashes: [ContentHash]) {
    member("hashes") { $0.digests(hashes) }
  }

  /// Writes digests by their algorithm, the first of each.
  mutating func digests(_ hashes: [ContentHash]) {
    object { json in
      for (index, hash) in hashes.enumerated()
      where !hashes[..<index].contains(where: { $0.algorithm == hash.algorithm }) {
        json.member(hash.algorithm.rawValue, hash.value)
      }
    }
  }

  /// A whole number, or null.
  mutating func count(_ key: String, _ number: Int?) {
    member(key) { json in
      if let number { json.number(String(number)) } else { json.null() }
    }
  }
}

extension [RecordFile] {
  /// The first file of each path.
  var oncePerPath: [RecordFile] {
    var seen = Set<String>()
    return filter { seen.insert($0.path).inserted }
  }
}

extension ArtifactContents {
  /// The word for what lies at the artifact's path; nothing where nothing does.
  fileprivate var kind: String? {
    switch storage {
    case .missing: nil
    case .external: LineageFile.Kind.external.rawValue
    case .git, .lfs, .dvc: (isFolder ? LineageFile.Kind.folder : .file).rawValue
    }
  }
}
