@testable import Mustache

/// Makes a set of templates written in a test.
func templates(_ sources: [String: String]) throws(TemplateErrors) -> TemplateSet {
  try TemplateSet(sources.mapValues { Array($0.utf8) })
}

/// Renders `page.mustache` of a test with values that have no Swift type.
func render(_ sources: [String: String], _ values: [String: MustacheValue] = [:]) throws -> String {
  String(decoding: try templates(sources).render("page", value: .map(values)), as: UTF8.self)
}

/// What the faults of a page and all it includes say, line by line.
func faults(of sources: [String: String], for model: (some TemplateModel).Type) -> [String] {
  do {
    try templates(sources).check("page", against: model)
    return []
  } catch {
    return error.all.map(\.description)
  }
}

struct Catalog: TemplateModel {
  var title = "Models"
  var intro: [UInt8]?
  var isEmpty = false
  var labels: [String] = []
  var rows: [Artifact] = []
  var latest: Artifact?

  static let fields: [TemplateField<Catalog>] = [
    .text("title", \.title), .markup("intro", \.intro), .flag("isEmpty", \.isEmpty),
    .texts("labels", \.labels), .list("rows", \.rows), .record("latest", \.latest),
  ]
}

struct Artifact: TemplateModel {
  var name = "churn"
  var stage: String?
  var parts: [Artifact] = []

  static let fields: [TemplateField<Artifact>] = [
    .text("name", \.name), .text("stage", \.stage), .list("parts", \.parts),
    .text("link") { "/models/\($0.name)/" },
  ]
}
