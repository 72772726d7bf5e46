import Formats
import GitStore
import Storage

/// What the index of a built site says, as far as two sites are compared.
struct PublishedRegistry {
  /// A model's row.
  struct Model {
    let id: String
    let latest: String?

    /// By stage, the version that holds it.
    let stages: [(stage: String, version: String)]

    /// The metrics of the latest version by which it is judged first.
    let metrics: [Metric]
  }

  /// A metric of a model's latest version.
  struct Metric {
    let file: String
    let name: String
    let value: String
  }

  /// What a tag did.
  struct Event {
    let repository: String
    let model: String
    let kind: String
    let version: String?
    let stage: String?
    let tag: String
    let commit: String
    let time: String
    let by: String
    let message: String
  }

  let repositories: [String]
  let models: [Model]
  let events: [Event]
}

extension PublishedRegistry {
  /// Reads the index of a site.
  ///
  /// - Parameter place: The site's folder or address, or those of its `api/v1`.
  static func read(_ place: String) async throws(CommandFailure) -> PublishedRegistry {
    let (base, index) = try await found(place)
    let events = try await contents("\(base)events.ndjson")
    guard let events else {
      throw CommandFailure(
        status: CommandFailure.unreadableRepository, "\(base)events.ndjson does not exist")
    }
    let root = try document(index, "\(base)index.json")
    var parsed: [Event] = []
    for line in events.split(separator: 10) {
      parsed.append(Event(try document(Array(line), "\(base)events.ndjson")))
    }
    return PublishedRegistry(
      repositories: (root["repositories"]?.items ?? []).compactMap { $0["id"]?.text },
      models: (root["models"]?.items ?? []).map(Model.init), events: parsed)
  }

  /// The address of the index's folder with a slash at its end, and the index itself.
  private static func found(_ place: String) async throws(CommandFailure) -> (String, [UInt8]) {
    let folder = place.hasSuffix("/") || place.isEmpty ? place : "\(place)/"
    var bases = ["\(folder)api/v1/", folder]
    if place.hasSuffix("/index.json") { bases.insert(String(place.dropLast(10)), at: 0) }
    for base in bases {
      if let index = try await contents("\(base)index.json") { return (base, index) }
    }
    throw CommandFailure(
      status: CommandFailure.unreadableRepository,
      "\(TerminalText.safe(place)) is no site: it has no api/v1/index.json; "
        + "give the folder or the address that a build was published to")
  }

  private static func contents(_ path: String) async throws(CommandFailure) -> [UInt8]? {
    guard WebDocument.isAddress(path) else { return FileStatus.longContents(of: path) }
    switch await WebDocument.read(path) {
    case .found(let bytes): return bytes
    case .absent: return nil
    case .failed(let reason):
      throw CommandFailure(
        status: CommandFailure.unreadableRepository,
        "\(TerminalText.safe(path)) cannot be read: \(reason)")
    }
  }

  private static func document(
    _ bytes: [UInt8], _ path: String
  ) throws(CommandFailure) -> DataValue {
    do throws(FormatError) {
      return try JSONReader.read(bytes, nodeLimit: 100_000_000).value ?? .null
    } catch {
      throw CommandFailure(
        status: CommandFailure.refusedData,
        "\(TerminalText.safe(path)) is no document of a site: "
          + "line \(error.line), \(TerminalText.safe(error.problem))")
    }
  }
}

extension PublishedRegistry.Model {
  fileprivate init(_ row: DataValue) {
    id = row["id"]?.text ?? ""
    latest = row["latest"]?.text
    stages = (row["stages"]?.members ?? []).compactMap { member in
      member.value.items?.first?.text.map { (member.key, $0) }
    }
    metrics = (row["metrics"]?.items ?? []).map { metric in
      PublishedRegistry.Metric(
        file: metric["file"]?.text ?? "", name: metric["name"]?.text ?? "",
        value: metric["value"]?.text ?? "–")
    }
  }
}

extension PublishedRegistry.Event {
  fileprivate init(_ line: DataValue) {
    let text = { (key: String) in line[key]?.text }
    repository = text("repository") ?? ""
    model = text("model") ?? ""
    kind = text("event") ?? ""
    version = text("version")
    stage = text("stage")
    tag = text("tag") ?? ""
    commit = text("commit") ?? ""
    time = text("at") ?? ""
    by = line["by"]?["name"]?.text ?? line["by"]?.text ?? ""
    message = text("message") ?? ""
  }
}

extension DataValue {
  /// What people read of a single value; nothing for null, lists and maps.
  fileprivate var text: String? {
    switch self {
    case .string(let text), .date(let text): text
    case .number(let number): number.text
    case .bool(let flag): flag ? "true" : "false"
    case .null, .list, .map: nil
    }
  }
}
