import FoundationEssentials
import Testing

@testable import Mustache

/// The public Mustache specification's own cases, read where they lie when they are there.
struct SpecificationTests {
  @Test(arguments: SpecificationCase.all)
  func rendersAsSpecified(_ specified: SpecificationCase) throws {
    var sources = ["specified page.mustache": Array(specified.template.utf8)]
    for (name, source) in specified.partials ?? [:] {
      sources[TemplateSet.partialFile(named: name)] = Array(source.utf8)
      sources[TemplateSet.templateFile(named: name)] = Array(source.utf8)
    }
    let set = try TemplateSet(sources)
    let page = set.render("specified page", value: specified.data.value)
    #expect(String(decoding: page, as: UTF8.self) == specified.expected)
  }

  @Test(.enabled(if: SpecificationCase.folder != nil))
  func findsTheCases() {
    #expect(SpecificationCase.all.count > 120)
  }
}

struct SpecificationCase: Decodable, CustomTestStringConvertible {
  let name: String
  let desc: String
  let data: JSONValue
  let template: String
  let partials: [String: String]?
  let expected: String

  var testDescription: String { "\(name): \(desc)" }

  /// The folder of the cases: that of `VITRINE_SHARED`, else beside the package.
  static let folder: String? = {
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let shared = ProcessInfo.processInfo.environment["VITRINE_SHARED"] ?? "/\(package)/../shared"
    let folder = shared + "/fixtures/mustache-spec"
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  /// All cases but those of what Vitrine's templates leave out: lambdas, other delimiters and
  /// dynamic names, each of which has a file of its own in the specification.
  static let all: [SpecificationCase] = {
    guard let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    let leftOut = ["delimiters.json", "~lambdas.json", "~dynamic-names.json"]
    return files.sorted().filter { $0.hasSuffix(".json") && !leftOut.contains($0) }.flatMap {
      file in
      let url = URL(filePath: "\(folder)/\(file)")
      let decode = { try JSONDecoder().decode(SpecificationFile.self, from: Data(contentsOf: url)) }
      return (try? decode().tests) ?? []
    }
  }()
}

private struct SpecificationFile: Decodable {
  let tests: [SpecificationCase]
}

/// JSON as template values: a number is the text of its shortest form.
struct JSONValue: Decodable {
  let value: MustacheValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .none
    } else if let flag = try? container.decode(Bool.self) {
      value = .flag(flag)
    } else if let text = try? container.decode(String.self) {
      value = .text(text)
    } else if let number = try? container.decode(Int.self) {
      value = .text("\(number)")
    } else if let number = try? container.decode(Double.self) {
      value = .text("\(number)")
    } else if let list = try? container.decode([JSONValue].self) {
      value = .list(list.map(\.value))
    } else {
      value = .map(try container.decode([String: JSONValue].self).mapValues(\.value))
    }
  }
}
