import Formats
import Records
import Registry

/// What is plotted of a version.
extension JSONWriter {
  /// The plots in their order on the version's page.
  ///
  /// - Parameter page: The address of the version's page.
  mutating func plots(_ plots: [VersionPlot], page: String) {
    member("plots") { json in
      json.array(plots.indices) { json, index in
        json.plot(plots[index], page: "\(page)#\(VersionPlot.anchor(index))")
      }
    }
  }

  private mutating func plot(_ plot: VersionPlot, page: String) {
    let isDrawn = !plot.series.isEmpty
    object { json in
      json.member("id", PublicAddress.cleanedWords(in: plot.id))
      json.member("title", plot.title.map(PublicAddress.cleanedWords))
      json.member("kind", plot.kind.rawValue)
      json.member("x", isDrawn ? PublicAddress.cleanedWords(in: plot.xTitle) : nil)
      json.member("y", isDrawn ? PublicAddress.cleanedWords(in: plot.yTitle) : nil)
      json.member("source") { json in
        guard let origin = plot.origin else { return json.null() }
        json.object { json in
          json.member("path", origin.path)
          json.hashes(origin.hash.map { [$0] } ?? [])
        }
      }
      json.member("series") { json in
        json.array(plot.series) { json, series in
          json.object { json in
            json.member("path", series.file)
            json.member("field", series.field)
            json.count("points", series.count)
            json.hashes(series.hash.map { [$0] } ?? [])
          }
        }
      }
      json.count("points", plot.pointCount)
      json.member("note", plot.note)
      json.member("unavailable", plot.unavailableReason)
      json.member("page", page)
    }
  }
}

extension VersionPlot {
  /// The anchor of the figure at a place in the order of a version's plots, counted from 0.
  static func anchor(_ index: Int) -> String { "plot-\(index + 1)" }

  fileprivate var series: [PlotSeries] {
    guard case .series(let series) = content else { return [] }
    return series
  }

  fileprivate var pointCount: Int? {
    switch content {
    case .series(let series): series.reduce(0) { $0 + $1.count }
    case .images(let images): images.count
    case .unavailable: nil
    }
  }

  fileprivate var unavailableReason: String? {
    guard case .unavailable(let reason, _) = content else { return nil }
    return reason
  }
}
