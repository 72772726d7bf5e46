import Drawing
import Registry

extension MetricColumn {
  /// The metric over the active versions, the earliest first, with the holders of stages marked;
  /// nothing where fewer than two versions have a number.
  func trendChart(in scope: ModelScope) -> TrendChart? {
    let versions = scope.artifact.versions
    let shown = versions.indices.reversed().filter { versions[$0].isActive }
    let numbered = shown.filter { values[$0]?.finite != nil }
    guard numbered.count > 1 else { return nil }
    let points = shown.map { index in
      TrendChart.Point(
        label: SiteText.singleLine(versions[index].name, limit: 60),
        value: values[index]?.number.map(\.double).flatMap { $0.isNaN ? nil : $0 },
        text: text(of: index))
    }
    let marks = shown.enumerated().flatMap { place, index in
      versions[index].stages.map { holder in
        TrendChart.Mark(
          at: place, label: SiteText.singleLine(holder.stage, limit: 60),
          classes: "badge-\(scope.context.style(of: holder.stage).name)")
      }
    }
    return TrendChart(
      title: "\(label) over versions", summary: summary(of: numbered, in: versions),
      axisTitle: [label, traits.unit, traits.directionWords].compactMap(\.self)
        .map { SiteText.singleLine($0, limit: 100) }.joined(separator: ", "),
      points: points, marks: marks)
  }

  /// The first, the last, the lowest and the highest value in words.
  private func summary(of places: [Int], in versions: [Version]) -> String {
    let byRank = places.sorted { (ranks[$0] ?? 0) < (ranks[$1] ?? 0) }
    let named = [
      ("First", places.first), ("last", places.last), ("lowest", byRank.first),
      ("highest", byRank.last),
    ]
    return named.compactMap { word, place in
      place.map {
        "\(word) \(text(of: $0)) in \(SiteText.singleLine(versions[$0].name, limit: 60))"
      }
    }.joined(separator: ", ") + "."
  }

  private func text(of version: Int) -> String {
    values[version].map { MetricsCell($0, format: format, unit: traits.unit).text } ?? ""
  }
}
