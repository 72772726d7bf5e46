import Formats

/// What stands on standard output where JSON was asked for and the command failed.
enum ErrorDocument {
  static func bytes(_ failure: CommandFailure) -> [UInt8] {
    var json = JSONWriter(style: .python)
    json.object { json in
      json.member("error") { json in
        json.object { json in
          json.member("message", failure.description)
          json.member("status", Int(failure.status))
        }
      }
    }
    return json.finished()
  }
}
