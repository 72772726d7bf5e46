import GitStore
import Registry
import Testing

@testable import Site

@Suite("Documents of a model")
struct ModelDocumentsTests {
  private let documents: DocumentTexts

  init() throws { documents = try DocumentTexts(SampleRegistry.make()) }

  @Test("give the latest version and the holders as bare texts") func texts() throws {
    #expect(try documents("models/churn/churn/latest.txt") == "v2.0.0-rc.1+build.5\n")
    #expect(try documents("models/churn/churn/stages/prod.txt") == "v1.2.0\n")
    let commit = try SampleRegistry.commit(22).hex
    #expect(try documents("models/churn/nlp=sentiment/stages/dev.txt") == "\(commit)\n")
  }

  @Test("say that a version was taken away, by whom and why") func deregistered() throws {
    let text = try documents("models/churn/churn/versions/v1.0.1.json")
    #expect(text.contains("\"status\": \"deregistered\""))
    #expect(
      text.contains(
        """
          "deregistered": {
            "tag": "churn@v1.0.1!",
            "at": "2024-01-13T12:00:00Z",
            "by": "Bob",
            "message": "Trained on the test set\\n\\nSee the post-mortem."
          },
        """))
  }

  @Test("give a version only the stages that it holds, not those it would fall back to")
  func currentStages() throws {
    let shadowed = try documents("models/churn/churn/versions/v1.1.0.json")
    #expect(shadowed.contains("\"stages\": [],"))
    let holder = try documents("models/churn/churn/versions/v1.2.0.json")
    #expect(holder.contains("\"stage\": \"prod\""))
  }

  @Test("list shadowed versions behind the holder") func shadowed() throws {
    let lines = try documents("models/churn/churn/stages/prod.json").split(separator: "\n")
    let facts = lines.map { $0.drop { $0 == " " } }
    let order = facts.filter { $0.hasPrefix("\"version\": \"v") || $0.hasPrefix("\"shadowed\"") }
    #expect(
      order == [
        "\"version\": \"v1.2.0\",", "\"shadowed\": [", "\"version\": \"v1.1.0\",",
        "\"version\": \"v1.0.0\",",
      ])
  }

  @Test("give a commit that holds a stage no page") func unregisteredHolder() throws {
    let text = try documents("models/churn/nlp=sentiment/stages/dev.json")
    #expect(text.contains("\"registered\": false"))
    #expect(text.contains("\"page\": null"))
  }

  @Test("lead to each other by encoded addresses beside raw names") func addresses() throws {
    let text = try documents("models/churn/churn/model.json")
    #expect(text.contains("\"version\": \"v2.0.0-rc.1+build.5\""))
    #expect(text.contains("\"url\": \"versions/v2.0.0-rc.1%2Bbuild.5.json\""))
    #expect(text.contains("\"latest_text\": \"latest.txt\""))
    #expect(text.contains("\"badge") && text.contains("churn/churn/stages/dev.svg\""))
  }

  @Test("tell signatures without a claim that somebody checked them") func signature() throws {
    let text = try documents("models/churn/churn/versions/v1.2.0.json")
    #expect(text.contains("\"format\": \"ssh\",\n      \"state\": \"unchecked\""))
    let unsigned = try documents("models/churn/churn/versions/v1.0.0.json")
    #expect(unsigned.contains("\"signature\": null"))
  }

  @Test("change only if something of the version changes") func updated() throws {
    let old = try documents("models/churn/churn/versions/v1.1.0.json")
    #expect(old.contains("\"updated\": \"2024-01-22T12:00:00Z\""))
    let model = try documents("models/churn/churn/model.json")
    #expect(model.contains("\"updated\": \"2024-03-02T12:00:00Z\""))
    #expect(
      try documents("models/churn/text-embedder/model.json").contains("\"updated\": null"))
  }

  @Test("hold what could not be read about a version") func notes() throws {
    let text = try documents("models/vision/detector/versions/v1.0.0.json")
    #expect(text.contains("\"code\": \"Y001\""))
    #expect(text.contains("dvc.yaml:14:3\""))
    #expect(text.contains("not allowed here; the version is shown without its annotation\""))
  }

  @Test("keep hostile text as it is, escaped for JSON only") func hostile() throws {
    let text = try documents("models/vision/detector/versions/v1.0.0.json")
    #expect(text.contains("<script>alert(1)</script>\\n&\\\"'<>`"))
    #expect(text.contains("\\u0007"))
  }

  @Test("have intervals that say who began and who ended them") func timeline() throws {
    let text = try documents("models/churn/churn/timeline.json")
    #expect(
      text.contains(
        """
              "stage": "dev",
              "version": "v1.2.0",
              "from": "2024-02-10T12:00:00Z",
              "to": "2024-02-15T12:00:00Z",
              "assigned_by": "Ann Archer",
              "ended_by": "Ann Archer"
        """))
    #expect(text.contains("\"to\": null"))
  }

  @Test("list stages as configured", arguments: [["prod", "staging"], ["staging", "prod"]])
  func stageOrder(order: [String]) throws {
    var settings = SiteSettings()
    settings.stages = order.map { StageSettings(name: $0) }
    let documents = try DocumentTexts(SampleRegistry.make(), settings: settings)
    let text = try documents("models/churn/churn/model.json")
    let places = order.compactMap { text.range(of: "\"\($0)\": [") }
    try #require(places.count == 2)
    #expect(places[0].lowerBound < places[1].lowerBound)
  }
}

extension String {
  fileprivate func range(of part: String) -> Range<Index>? { ranges(of: part).first }
}
