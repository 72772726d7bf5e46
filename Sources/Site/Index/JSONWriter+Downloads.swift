import Formats
import Records
import Registry

/// How an artifact's bytes are had.
extension JSONWriter {
  /// Its files and the commands that fetch it; members of the artifact itself.
  mutating func downloads(of version: Version?, in scope: ArtifactScope, from path: SitePath) {
    let found = version.map { VersionFiles($0, in: scope) }
    member("files") { json in
      json.array(found?.files(from: path) ?? []) { json, file in
        json.object { json in
          json.member("path", file.path)
          json.count("size", file.size)
          json.hashes(file.hashes)
          json.member("urls", file.urls)
        }
      }
    }
    member("commands") { json in
      json.array(found?.commands ?? []) { json, command in
        json.object { json in
          json.member("tool", command.tool)
          json.member("command", command.line)
        }
      }
    }
  }
}
