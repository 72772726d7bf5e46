import Cards
import Registry

/// The pages of a model on which versions stand side by side, and what belongs to them.
enum ComparisonFiles {
  /// The models of the pages, whose templates are checked.
  static var models: [any PageModel.Type] { [ComparisonPage.self, ChoicePage.self] }

  static func all(in scope: ModelScope) throws(SpoolError) -> [OutputFile] {
    let (artifact, repository) = (scope.artifact, scope.repository)
    var texts = CardTexts(scope.context)
    var files: [OutputFile] = []
    for pair in scope.pairs.all {
      let comparison = VersionComparison(
        at: [pair.baseline, pair.version], baseline: 0, in: scope)
      let page = try ComparisonPage(comparison, of: pair, in: scope, texts: &texts)
      files.append(scope.context.file(page))
      let path = { (name: String) in
        scope.addresses.comparison(
          artifact.versions[pair.version], with: artifact.versions[pair.baseline], of: artifact,
          in: repository, file: name)
      }
      files.append(
        OutputFile(
          path: path(ComparisonPage.csvName).text, bytes: ComparisonCSV.bytes(of: comparison)))
      files.append(
        OutputFile(
          path: path(ComparisonPage.markdownName).text,
          bytes: Array(ComparisonMarkdown.text(of: comparison).utf8)))
    }
    return files + (try choice(in: scope))
  }

  /// The page for any choice, and the scripts that it loads.
  private static func choice(in scope: ModelScope) throws(SpoolError) -> [OutputFile] {
    let (artifact, repository) = (scope.artifact, scope.repository)
    guard !artifact.versions.isEmpty else { return [] }
    let list = OutputFile(
      path: scope.addresses.versionList(of: artifact, in: repository).text,
      bytes: VersionListData(scope: scope).bytes())
    var data: [OutputFile] = []
    for place in artifact.versions.indices {
      let path = scope.addresses.versionData(
        artifact.versions[place], of: artifact, in: repository)
      data.append(
        OutputFile(path: path.text, bytes: try VersionData(place: place, scope: scope).bytes()))
    }
    return [scope.context.file(ChoicePage(scope)), list] + data
  }
}
