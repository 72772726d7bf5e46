import Formats
import Testing

@testable import Registry
@testable import Site

struct AnnotationChangeTests {
  @Test("Only what differs is told, what went last")
  func differences() {
    let before = SampleRegistry.annotation(
      type: "model", description: "Old", path: "a.pt", labels: ["x", "y"],
      custom: .object([
        JSONMember("epochs", .number("10")), JSONMember("seed", .number("1")),
      ]))
    let after = SampleRegistry.annotation(
      type: "model", description: "New", path: "b.pt", labels: ["x", "y"],
      custom: .object([
        JSONMember("epochs", .number("20")), JSONMember("library", .string("torch")),
      ]))
    #expect(
      AnnotationChange.all(from: before, to: after) == [
        AnnotationChange(fact: "path", before: "a.pt", after: "b.pt"),
        AnnotationChange(fact: "description", before: "Old", after: "New"),
        AnnotationChange(fact: "custom: epochs", before: "10", after: "20"),
        AnnotationChange(fact: "custom: library", before: nil, after: "torch"),
        AnnotationChange(fact: "custom: seed", before: "1", after: nil),
      ])
  }

  @Test("The same annotation, or none, is no change")
  func unchanged() {
    let annotation = SampleRegistry.annotation(path: "a.pt", labels: [""])
    #expect(AnnotationChange.all(from: annotation, to: annotation).isEmpty)
    #expect(AnnotationChange.all(from: nil, to: nil).isEmpty)
    #expect(!AnnotationChange.all(from: nil, to: annotation).isEmpty)
  }
}

struct CustomValuesTests {
  @Test("Nested values become paths of keys, plain lists one line")
  func lines() {
    let value = JSONValue.object([
      JSONMember("a", .object([JSONMember("b", .bool(true)), JSONMember("c", .null)])),
      JSONMember("d", .array([.number("1.50"), .string("x")])),
      JSONMember("e", .array([.object([JSONMember("f", .string(""))]), .array([])])),
      JSONMember("g", .object([])),
    ])
    let lines = CustomValues.lines(of: value).map { "\($0.key)=\($0.value)" }
    #expect(lines == ["a.b=true", "a.c=null", "d=1.50, x", "e[0].f=", "e[1]=[]", "g={}"])
  }

  @Test("A plain value has no key")
  func plain() {
    #expect(CustomValues.lines(of: .string("x")) == [.init(key: "", value: "x")])
    #expect(CustomValues.lines(of: nil).isEmpty)
  }
}
