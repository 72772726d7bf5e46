import Formats
import GitStore
import Records
import Registry

/// What the search box looks through: scripts that each hold a part of the models.
///
/// Scripts and not JSON, because browsers fetch nothing for a page that was opened as a file. Their
/// names are always the same: a digest in them would have to stand in every page, and change every
/// page with every tag.
struct SearchData: Sendable {
  /// `search/0.js` and on; the first is always there, holds what people look for most, and tells how
  /// many there are.
  let shards: [OutputFile]

  private static let shardSize = 10_000

  init(models: [ModelReference], addresses: SiteAddresses) {
    let ranked = models.map { (model: $0, rank: Self.rank(of: $0)) }
      .enumerated()
      .sorted { one, other in
        one.element.rank == other.element.rank
          ? one.offset < other.offset : one.element.rank > other.element.rank
      }
      .map(\.element.model)
    let count = max(1, (ranked.count + Self.shardSize - 1) / Self.shardSize)
    shards = (0..<count).map { number in
      let rest = ranked.dropFirst(number * Self.shardSize)
      let call = Self.script(
        of: rest.prefix(Self.shardSize), count: number == 0 ? count : nil, addresses: addresses)
      return OutputFile(path: Self.path(number).text, bytes: call)
    }
  }

  /// Where a shard lies, counted from 0.
  static func path(_ number: Int) -> SitePath { SitePath("search", "\(number).js") }

  /// What holds a stage comes first, then what changed last.
  private static func rank(of model: ModelReference) -> Rank {
    Rank(
      isStaged: !model.artifact.stages.isEmpty, isActive: model.artifact.status == .active,
      seconds: model.lastEvent?.time.seconds ?? .min)
  }

  private struct Rank: Comparable {
    let isStaged: Bool
    let isActive: Bool
    let seconds: Int64

    static func < (one: Rank, other: Rank) -> Bool {
      if one.isStaged != other.isStaged { return other.isStaged }
      if one.isActive != other.isActive { return other.isActive }
      return one.seconds < other.seconds
    }
  }

  /// What else a model is found by: its description, and what the latest card declares of it.
  private static func words(of model: ModelReference) -> String {
    let facts = model.artifact.latest?.card?.facts
    let declared = [facts?.task, facts?.library, facts?.license].compactMap { $0 }
    return (declared + [model.artifact.annotation?.description ?? ""]).joined(separator: " ")
  }

  /// One call with the columns of the table, the values of each joined by line feeds.
  private static func script(
    of models: ArraySlice<ModelReference>, count: Int?, addresses: SiteAddresses
  ) -> [UInt8] {
    let further = count.map { ", \($0)" } ?? ""
    func column(_ value: (ModelReference) -> String) -> String {
      models.map { SiteText.singleLine(value($0), limit: 300) }.joined(separator: "\n")
    }
    var json = JSONWriter(style: .python)
    json.object { json in
      json.member("name", column { $0.artifact.name })
      json.member("repository", column { $0.repository.id })
      json.member("type", column { $0.artifact.annotation?.type ?? "" })
      json.member("status", column { $0.artifact.status.rawValue })
      json.member("latest", column { $0.artifact.latest?.name ?? "" })
      json.member("stages", column { $0.artifact.stages.map(\.stage).joined(separator: " ") })
      json.member("labels", column { $0.artifact.annotation?.labels.joined(separator: ", ") ?? "" })
      json.member("text", column(Self.words))
      json.member("page", column { addresses.model($0.artifact, in: $0.repository).encoded })
    }
    return Array("vitrineSearch(".utf8) + json.finished().dropLast() + Array("\(further));\n".utf8)
  }
}
