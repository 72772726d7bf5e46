/// Finds the plots of a project at a commit (`records.md` §6.1): folders become their files, what
/// several places define is shown once, and every plot has a name of its own.
package struct PlotPlanner {
  /// The folder of the DVC project, which names of plots start from.
  private let project: String
  private let limit: Int

  /// The files that a path stands for, sorted: itself, those below it, or none that anybody knows.
  private let files: (String) -> [String]

  /// Something that a definition stands for.
  private struct Item {
    let definition: PlotDefinition
    let content: PlannedPlot.Content

    /// The file or the folder of a series; nothing where the definition names files itself.
    let path: String?
  }

  /// What makes two definitions the same plot: its file, and what of it is drawn.
  private struct Identity: Hashable {
    let content: PlannedPlot.Content
    let x: PlotDefinition.Axis
    let y: PlotDefinition.Axis
  }

  /// Makes a planner for a project that shows no more plots than `limit`.
  package init(project: String, limit: Int, files: @escaping (String) -> [String]) {
    self.project = project
    self.limit = limit
    self.files = files
  }

  /// Plans the plots of definitions.
  package func plan(_ definitions: [PlotDefinition]) -> PlotPlan {
    var plan = PlotPlan()
    let folders = Self.folders(definitions)
    var items: [Item] = []
    for definition in definitions {
      items += self.items(of: definition, besides: folders, &plan)
    }
    let explicit = items.filter { !$0.definition.isBare }
    let named = Set(explicit.compactMap(\.path))
    let used = named.union(explicit.flatMap(\.definition.columnFiles))
    var seen: Set<Identity> = []
    for item in items {
      // What only names a file yields to what says how the file is drawn; a stage, which has to name
      // all that it writes, also to what takes columns of it.
      if item.definition.isBare, let path = item.path,
        Self.yields(path, item.content, item.definition.stage == nil ? named : used)
      {
        continue
      }
      let definition = item.definition
      guard
        seen.insert(Identity(content: item.content, x: definition.x, y: definition.y)).inserted
      else { continue }
      guard plan.plots.count < limit else {
        plan.isCut = true
        break
      }
      plan.plots.append(
        PlannedPlot(
          id: item.path.map(name) ?? definition.id, definition: definition, content: item.content))
    }
    nameApart(&plan.plots)
    return plan
  }

  /// The paths that each dvc.yaml lists beside its stages: the longest one above a file has it.
  private static func folders(_ definitions: [PlotDefinition]) -> [String: Set<String>] {
    var folders: [String: Set<String>] = [:]
    for definition in definitions where definition.stage == nil {
      guard let pipeline = definition.pipeline, let path = definition.path else { continue }
      folders[pipeline, default: []].insert(path)
    }
    return folders
  }

  private func items(
    of definition: PlotDefinition, besides folders: [String: Set<String>], _ plan: inout PlotPlan
  ) -> [Item] {
    guard let path = definition.path else {
      return [Item(definition: definition, content: .rows(path: nil), path: nil)]
    }
    let found = files(path)
    guard found != [path], !found.isEmpty else {
      return [Item(definition: definition, content: Self.content(of: path), path: path)]
    }
    var own = found
    if definition.stage == nil, let pipeline = definition.pipeline {
      let listed = folders[pipeline] ?? []
      own = found.filter { Self.nearest(above: $0, among: listed) == path }
    }
    let series = PlotImageSeries.all(among: own)
    var items: [Item] = []
    var placed: Set<String> = []
    for file in own {
      let folder = RepositoryPath.folder(of: file)
      if PlotFileKind(path: file) == .image, let pictures = series[folder] {
        guard placed.insert(folder).inserted else { continue }
        items.append(Item(definition: definition, content: .images(pictures), path: folder))
      } else if PlotFileKind(path: file) == nil {
        plan.passedOver.append(file)
      } else {
        items.append(Item(definition: definition, content: Self.content(of: file), path: file))
      }
    }
    return items
  }

  private static func content(of path: String) -> PlannedPlot.Content {
    switch PlotFileKind(path: path) {
    case .table, .values: .rows(path: path)
    case .image: .images([PlannedPlot.Picture(path: path, step: nil)])
    case nil: .unknown(path: path)
    }
  }

  /// Whether others name a file, or what lies in a folder that could not be looked into.
  private static func yields(
    _ path: String, _ content: PlannedPlot.Content, _ named: Set<String>
  ) -> Bool {
    if named.contains(path) { return true }
    guard case .unknown = content else { return false }
    return named.contains { RepositoryPath.lies($0, in: path) }
  }

  /// The longest of some paths that is a file's own or that of a folder above it.
  private static func nearest(above file: String, among paths: Set<String>) -> String? {
    var path = file
    while !paths.contains(path) {
      if path.isEmpty { return nil }
      path = RepositoryPath.folder(of: path)
    }
    return path
  }

  /// A path as the project has it.
  private func name(_ path: String) -> String {
    guard !project.isEmpty, path != project, RepositoryPath.lies(path, in: project) else {
      return path
    }
    return String(path.utf8.dropFirst(project.utf8.count + 1)) ?? path
  }

  /// Puts the file before a name that several of them define, as DVC does, and a number behind one
  /// that is still not the only one.
  private func nameApart(_ plots: inout [PlannedPlot]) {
    let counts = plots.reduce(into: [:]) { $0[$1.id, default: 0] += 1 }
    var taken: Set<String> = []
    for index in plots.indices {
      let plot = plots[index]
      if counts[plot.id, default: 0] > 1, plot.definition.stage == nil,
        let pipeline = plot.definition.pipeline
      {
        plots[index].id = "\(name(pipeline))::\(plot.id)"
      }
      let id = plots[index].id
      var number = 2
      while !taken.insert(plots[index].id).inserted {
        plots[index].id = "\(id)::\(number)"
        number += 1
      }
    }
  }
}

extension PlotDefinition {
  /// The files whose columns it takes beside its own.
  fileprivate var columnFiles: [String] {
    var files: [String] = []
    for case .columns(let columns) in [x, y] { files += columns.map(\.file) }
    return files
  }
}

/// Pictures of the same thing at growing steps, as DVCLive writes them: `images/NAME/STEP.png`
/// (`records.md` §6.3).
enum PlotImageSeries {
  /// The series among files, by their folder.
  static func all(among files: [String]) -> [String: [PlannedPlot.Picture]] {
    let images = files.filter { PlotFileKind(path: $0) == .image }
    var series: [String: [PlannedPlot.Picture]] = [:]
    for (folder, files) in Dictionary(grouping: images, by: RepositoryPath.folder(of:)) {
      let pictures = files.compactMap { path in
        step(of: path).map { PlannedPlot.Picture(path: path, step: $0) }
      }
      let above = RepositoryPath.folder(of: folder)
      let isInImages = above == "images" || above.hasSuffix("/images")
      guard pictures.count == files.count, pictures.count > 1 || isInImages else { continue }
      series[folder] = pictures.sorted { one, two in
        let (first, second) = (one.step ?? 0, two.step ?? 0)
        return first == second
          ? one.path.utf8.lexicographicallyPrecedes(two.path.utf8) : first < second
      }
    }
    return series
  }

  /// The number that a file's name is.
  private static func step(of path: String) -> Int? {
    let name = path.split(separator: "/").last ?? ""
    let stem = name.prefix { $0 != "." }
    guard !stem.isEmpty, stem.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(stem)
  }
}
