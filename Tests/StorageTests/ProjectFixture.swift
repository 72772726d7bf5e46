import Digests
import FoundationEssentials
import Records
import Storage
import TestSupport

/// A DVC project in a temporary folder, with objects in its cache and in remotes.
struct ProjectFixture: Sendable {
  let folder: String
  var settings = StorageSettings()

  init(_ folder: String) { self.folder = folder }

  /// A store for the text of a configuration; commented names in it stay as they are.
  func store(_ configuration: String = "") -> ObjectStore {
    let local = ObjectStore.localLayers(settings: settings, projectFolder: folder)
    let commit = DVCConfiguration(Array(configuration.utf8))
    return ObjectStore(
      settings: settings, configuration: commit.merged(with: local), projectFolder: folder)
  }

  /// Writes an object below a folder of the project and returns it.
  @discardableResult
  func put(
    _ text: String, below place: String = ".dvc/cache", as object: StoredObject? = nil
  ) throws -> StoredObject {
    let object = object ?? .md5(of: text)
    guard let path = object.path(in: .current) else {
      throw ToolFailure(command: [], message: "no path")
    }
    try writeFile("\(folder)/\(place)/\(path)", text)
    return object
  }
}

extension StoredObject {
  /// The object that a text is, as DVC 3 names it.
  static func md5(of text: String, remote: String? = nil, size: Int? = nil) -> StoredObject {
    StoredObject(
      hash: ContentHash(.md5, MD5.hex(of: Array(text.utf8))), size: size, remote: remote)
  }

  /// The path below a cache or remote.
  func path(in layout: ObjectLayout) -> String? {
    layout.path(md5: hash?.value ?? "", isFolder: isFolder)
  }
}

extension FetchResult {
  /// What was found, as text.
  var text: String? {
    guard case .found(let bytes) = self else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Why there is nothing.
  var reason: String? {
    switch self {
    case .unavailable(let reason, _), .damaged(let reason, _): reason
    case .found, .tooLarge: nil
    }
  }

  var isDamaged: Bool { if case .damaged = self { true } else { false } }
  var isTooLarge: Bool { if case .tooLarge = self { true } else { false } }
}
