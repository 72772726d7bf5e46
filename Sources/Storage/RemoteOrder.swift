import Records

/// An address that another program has to be asked for.
struct RemoteOrder: Hashable, Sendable {
  let url: String
  let remote: DVCRemote

  /// The words of the configured command; without one, only what lies in the web can be had.
  let command: [String]?
}

/// The addresses that are to be asked for, each once, and who waits for them.
struct RemoteOrders: Sendable {
  private(set) var downloads: [RemoteOrder] = []
  private(set) var commands: [RemoteOrder] = []
  private(set) var objects: [RemoteOrder: [StoredObject]] = [:]

  /// Adds an order; false where nothing can carry it out.
  mutating func add(_ order: RemoteOrder, for object: StoredObject, scheme: String) -> Bool {
    let hasCommand = order.command?.isEmpty == false
    guard hasCommand || scheme == "http" || scheme == "https" else { return false }
    if objects[order] == nil {
      if hasCommand { commands.append(order) } else { downloads.append(order) }
    }
    objects[order, default: []].append(object)
    return true
  }
}

/// Why an object has no address.
enum RemoteGap: Error, Sendable {
  case noRemote
  case unusable(RemoteError)
  /// The remote is known, but not where the object lies in it.
  case noAddress(DVCRemote)

  var reason: String {
    switch self {
    case .noRemote: "neither in Git nor in DVC's cache, and no remote is configured"
    case .unusable(let error): "neither in Git nor in DVC's cache, and \(error)"
    case .noAddress(let remote) where remote.keepsVersions:
      "remote \(RemoteError.shown(remote.name)) keeps versions, and no version of it is recorded"
    case .noAddress: "it has no MD5 by which a remote could name it"
    }
  }

  var help: String {
    switch self {
    case .noRemote: "run `dvc fetch`, or name the remote in .dvc/config with `dvc remote default`"
    case .unusable: "mend the remote in .dvc/config, or run `dvc fetch`"
    case .noAddress: FetchText.dvcPush
    }
  }
}
