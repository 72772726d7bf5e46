import Formats
import Testing

@testable import Records

struct CardFactsTests {
  @Test("Every field of a good card is read")
  func readsACard() throws {
    let reader = CardMetadataReader(
      frontMatter: """
        license: other
        license_name: northlight-internal
        license_link: LICENSE
        language: [de, no]
        library_name: onnx
        pipeline_tag: image-to-text
        tags:
        - ocr
        - 2024
        datasets: northlight/meters
        base_model: microsoft/trocr-small-printed
        base_model_relation: Finetune
        metrics: [cer]
        new_version: northlight/reader-2
        model_name: Meter reader
        widget: [{text: hello}]
        co2_eq_emissions:
          emissions: 1.5e+3
          source: code carbon
          training_type: fine-tuning
          geographical_location: Sweden
          hardware_used: 2 × A10
        """)
    let facts = reader.facts
    #expect(facts.license == "northlight-internal" && facts.licenseLink == "LICENSE")
    #expect(facts.languages == ["de", "no"] && facts.tags == ["ocr", "2024"])
    #expect(facts.datasets == ["northlight/meters"])
    #expect(facts.baseModels == ["microsoft/trocr-small-printed"])
    #expect(facts.baseModelRelation == "finetune" && facts.library == "onnx")
    #expect(facts.task == "image-to-text" && facts.metrics == ["cer"])
    #expect(facts.newVersion == "northlight/reader-2" && facts.modelName == "Meter reader")
    let emissions = try #require(facts.emissions)
    #expect(emissions.grams?.double == 1_500 && emissions.source == "code carbon")
    #expect(emissions.trainingType == "fine-tuning" && emissions.location == "Sweden")
    #expect(emissions.hardware == "2 × A10")
    #expect(reader.problems.isEmpty && reader.evaluations.isEmpty)
  }

  @Test(
    "Fields of one text take what people write",
    arguments: [
      ("license: mit", "mit"), ("license: ' mit '", "mit"), ("license: [mit]", "mit"),
      ("license: [mit, apache-2.0]", "mit, apache-2.0"), ("license: other", "other"),
      ("license: Other\nlicense_name: ours", "ours"), ("license_name: ours", "ours"),
      ("license: mit\nlicense_name: ours", "mit"), ("license: 1.10", "1.10"),
      ("license: 2024-01-02", "2024-01-02"), ("license: ''", nil), ("license:", nil),
      ("license: []", nil), ("license: [null]", nil),
    ])
  func takesOneText(_ text: String, _ license: String?) {
    let reader = CardMetadataReader(frontMatter: text)
    #expect(reader.facts.license == license)
    #expect(reader.problems.isEmpty)
  }

  @Test(
    "Lists take a single text, numbers, dates and booleans, and each item once",
    arguments: [
      ("tags: vision", ["vision"]), ("tags: [2024, v1, 1.10]", ["2024", "v1", "1.10"]),
      ("tags: [2024-05-06, true, b, b]", ["2024-05-06", "true", "b"]),
      ("tags: ['', ' ', ~, a]", ["a"]), ("tags: {}\nlibrary_name: x", []), ("tags: []", []),
    ])
  func takesLists(_ text: String, _ tags: [String]) {
    #expect(CardMetadataReader(frontMatter: text).facts.tags == tags)
  }

  @Test(
    "A broken field costs that field and is told",
    arguments: [
      ("license: {id: mit}", "“license” is a mapping"), ("license: no", "“license” is false"),
      ("library_name: [a, b]", "“library_name” is a list"),
      ("pipeline_tag: [[a]]", "“pipeline_tag” is a list"), ("tags: {a: b}", "“tags” is a mapping"),
      ("base_model_relation: cousin", "“base_model_relation” is none of its words"),
      ("co2_eq_emissions: 12 kg", "“co2_eq_emissions” is text"),
      ("co2_eq_emissions: .nan", "“co2_eq_emissions” is a number"),
      ("co2_eq_emissions: {emissions: [1]}", "“co2_eq_emissions.emissions” is a list"),
      ("license_link: {a: b}", "“license_link” is a mapping"),
    ])
  func tellsBrokenFields(_ text: String, _ problem: String) throws {
    let reader = CardMetadataReader(frontMatter: "\(text)\nmodel_name: kept")
    var expected = CardFacts()
    expected.modelName = "kept"
    #expect(reader.facts == expected)
    let found = try #require(reader.problems.first)
    #expect(reader.problems.count == 1 && found.code == "M020" && found.severity == .warning)
    #expect(found.problem.hasPrefix(problem) && found.file == "README.md")
    #expect(found.consequence == "the field is left out" && !found.help.isEmpty)
  }

  @Test("A broken item costs that item, and a field has one problem")
  func tellsBrokenItems() {
    let reader = CardMetadataReader(frontMatter: "tags: [a, {b: c}, [d], e]")
    #expect(reader.facts.tags == ["a", "e"])
    #expect(reader.problemTexts == ["M020 “tags” lists a mapping, which it should not"])
    #expect(reader.problems.first?.consequence == "that item is left out")
  }

  @Test(
    "The first 50 of a long list are shown",
    arguments: ["tags", "datasets", "language", "base_model", "metrics"])
  func capsLists(_ key: String) {
    let items = (0..<10_000).map { "t\($0)" }.joined(separator: ", ")
    let reader = CardMetadataReader(frontMatter: "\(key): [\(items)]")
    let facts = reader.facts
    let lists = [facts.tags, facts.datasets, facts.languages, facts.baseModels, facts.metrics]
    #expect(lists.map(\.count).sorted() == [0, 0, 0, 0, 50])
    #expect(reader.problemTexts == ["M020 “\(key)” lists more than 50"])
    let full = (0..<50).map { "t\($0)" }.joined(separator: ", ")
    #expect(CardMetadataReader(frontMatter: "\(key): [\(full), t0]").problems.isEmpty)
  }

  @Test("Long texts are shortened, long addresses left out")
  func capsTexts() {
    let long = String(repeating: "é", count: 501)
    let reader = CardMetadataReader(frontMatter: "library_name: \(long)\ntags: [\(long)]")
    #expect(reader.facts.library == String(long.dropLast()) + "…")
    #expect(reader.facts.tags == [String(long.dropLast()) + "…"])
    #expect(
      reader.problems.map(\.consequence) == Array(repeating: "its beginning is shown", count: 2))
    #expect(CardMetadataReader(frontMatter: "license_name: \(long.dropLast())").problems.isEmpty)

    let address = "https://x.example/" + String(repeating: "a", count: 1_000)
    #expect(
      CardMetadataReader(frontMatter: "license_link: \(address)").facts.licenseLink == address)
    let endless = CardMetadataReader(frontMatter: "license_link: \(address)\(address)")
    #expect(endless.facts.licenseLink == nil && endless.problems.count == 1)
  }

  @Test(
    "Emissions are a number, a text of one, or a map",
    arguments: [
      ("0.5", "0.5"), ("'0.5'", "0.5"), ("1e-5", "1e-5"), ("{emissions: 1e-5}", "1e-5"),
      ("{source: mlco2}", nil), ("{}", nil), ("~", nil),
    ])
  func readsEmissions(_ text: String, _ grams: String?) {
    let reader = CardMetadataReader(frontMatter: "co2_eq_emissions: \(text)")
    #expect(reader.facts.emissions?.grams?.text == grams)
    #expect(reader.problems.isEmpty)
    #expect(reader.facts.isEmpty == (text == "{}" || text == "~"))
  }

  @Test("A card whose metadata is no map has none, and says so")
  func refusesOtherMetadata() {
    let reader = CardMetadataReader(.list([.string("a")]), file: "a.md")
    #expect(reader.facts.isEmpty)
    #expect(reader.problemTexts == ["M002 the card's metadata is a list, no mapping"])
  }
}
