import GitStore
import Records

/// Something that stages read and no shown stage writes: a file, or several that go together.
struct LineageSource {
  let files: [LineageFile]

  /// The places of the stages that read it.
  let readers: [Int]

  /// More files than this that the same stages read are drawn as one.
  private static let groupSize = 3

  /// So many are named where several are drawn as one.
  private static let nameLimit = 20

  /// Everything that stages read from elsewhere, in the order in which they read it.
  static func all(of stages: [LineageStage], writers: [String: Int]) -> [LineageSource] {
    var files: [LineageFile] = []
    var readers: [String: [Int]] = [:]
    for (index, stage) in stages.enumerated() {
      for input in stage.inputs where !isWritten(input, before: index, writers) {
        if readers[input.path] == nil { files.append(input) }
        if readers[input.path]?.last != index { readers[input.path, default: []].append(index) }
      }
    }
    var groups: [Group: [LineageFile]] = [:]
    var order: [Group] = []
    for file in files {
      let group = Group(readers: readers[file.path] ?? [], isGit: file.origin == .git)
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append(file)
    }
    return order.flatMap { group -> [LineageSource] in
      let files = groups[group] ?? []
      return files.count > groupSize
        ? [LineageSource(files: files, readers: group.readers)]
        : files.map { LineageSource(files: [$0], readers: group.readers) }
    }
  }

  /// Where an artifact that no stage wrote was taken from; nothing where it was added by hand.
  static func origin(of artifact: LineageFile?) -> LineageSource? {
    switch artifact?.origin {
    case .imported, .downloaded:
      artifact.map { LineageSource(files: [$0], readers: []) }
    default: nil
    }
  }

  private struct Group: Hashable {
    let readers: [Int]

    /// Code is told apart from data.
    let isGit: Bool
  }

  private static func isWritten(
    _ input: LineageFile, before index: Int, _ writers: [String: Int]
  ) -> Bool {
    guard case .stage(let name) = input.origin, let writer = writers[name] else { return false }
    return writer < index
  }

  var edgeText: String { files.prefix(Self.nameLimit).map(\.path).listed }

  /// As it is drawn.
  var node: LineageGraph.Node {
    guard files.count == 1, let file = files.first else {
      let isGit = files.first?.origin == .git
      return LineageGraph.Node(
        kind: .data, label: CountText.of(files.count, "file"),
        detail: isGit ? "in Git" : "",
        description: files.count > Self.nameLimit
          ? "\(edgeText) and \(CountText.of(files.count - Self.nameLimit, "more file"))" : edgeText)
    }
    let place = readers.isEmpty ? file.origin.address ?? file.path : file.path
    return LineageGraph.Node(
      kind: .data, label: place.lastComponent,
      detail: [readers.isEmpty ? nil : file.size.map { FileSizeText($0).text }, file.origin.word]
        .compactMap { $0 }.joined(separator: ", "),
      description: place.shownName)
  }
}

extension LineageGraph.Node {
  init(stage: LineageStage) {
    let command = PublicAddress.cleanedWords(in: stage.commands.first ?? "")
    self.init(
      kind: .stage, label: stage.name.shownName, detail: SiteText.singleLine(command, limit: 100),
      description: [stage.name.shownName, SiteText.singleLine(command, limit: 400)]
        .filter { !$0.isEmpty }.joined(separator: ": "))
  }

  init(artifact file: LineageFile?) {
    let size = file?.size.map { FileSizeText($0).text }
    self.init(
      kind: .artifact, label: file?.path.lastComponent ?? "artifact",
      detail: ["artifact", size].compactMap { $0 }.joined(separator: ", "),
      description: "The artifact: \(file?.path.shownName ?? "its path isn't known")")
  }
}

extension LineageFile.Origin {
  /// In a word or two.
  fileprivate var word: String? {
    switch self {
    case .stage(let name): "stage \(name.shownName)"
    case .git: "Git"
    case .tracked: "DVC"
    case .imported(_, _, _, let locked):
      "imported" + (locked.flatMap { ObjectID($0)?.short }.map { " @ \($0)" } ?? "")
    case .downloaded: "downloaded"
    case .unknown: nil
    }
  }

  /// The address that it was taken from.
  fileprivate var address: String? {
    switch self {
    case .imported(let address, _, _, _), .downloaded(let address): address
    default: nil
    }
  }
}

extension String {
  /// A path, address or name on one line, fit to be shown.
  var shownName: String { SiteText.singleLine(PublicAddress.cleaned(self), limit: 300) }

  /// The last part of a path or address.
  fileprivate var lastComponent: String {
    let name = shownName
    let part = name.utf8.split(separator: UInt8(ascii: "/")).last
    return part.map { String(Substring($0)) } ?? name
  }
}

extension String? {
  /// A path, address or name on one line, fit to be shown.
  var shownName: String { self?.shownName ?? "" }
}

extension Sequence<String> {
  /// The paths one after another.
  var listed: String { map(\.shownName).joined(separator: ", ") }
}
