import Records

/// The words for what stands in the way of an object.
enum FetchText {
  static let nowhere = "neither in Git nor in DVC's cache"
  static let dvcFetch = "run `dvc fetch` before, or keep the file in Git with `cache: false`"
  static let dvcPush = "push it with `dvc push`, or run `dvc fetch` where another cache has it"
  static let online = "build without --offline, or run `dvc fetch` before"

  static func absent(_ remote: DVCRemote) -> String {
    "neither in Git, nor in DVC's cache, nor in remote \(shown(remote))"
  }

  static func offline(_ remote: DVCRemote) -> String {
    "in remote \(shown(remote)), and nothing is fetched offline"
  }

  static func noCommand(_ remote: DVCRemote, _ scheme: String) -> String {
    "in remote \(shown(remote)), and no command is configured that fetches from \(scheme)://"
  }

  static func setCommand(_ scheme: String) -> String {
    "set `storage: {\(scheme): …}` in vitrine.yaml, or run `dvc fetch` before"
  }

  static func shown(_ remote: DVCRemote) -> String { RemoteError.shown(remote.name) }
}

extension Lookup {
  /// The same, with a reason where a program has looked and found nothing.
  var absentExplained: Lookup {
    switch self {
    case .absent, .refused: .failed(reason: FetchText.nowhere, help: FetchText.dvcPush)
    case .found, .tooLarge, .failed: self
    }
  }
}
