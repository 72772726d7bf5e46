import Registry
import Testing

/// The grammar of `tags.md` §1.1 to §1.3.
struct TagNameTests {
  @Test(arguments: [
    ("m@v1.2.0", "m", TagName.Action.register(version: "v1.2.0"), nil),
    ("m@v1.2.0#7", "m", .register(version: "v1.2.0"), "7"),
    ("m@v1.2.0!", "m", .deregister(version: "v1.2.0"), nil),
    ("m@v1.2.0!#8", "m", .deregister(version: "v1.2.0"), "8"),
    ("m@v1.0.0-rc.1+b5", "m", .register(version: "v1.0.0-rc.1+b5"), nil),
    ("m@v1.0.0+a-b.7!", "m", .deregister(version: "v1.0.0+a-b.7"), nil),
    ("m@v1١.0.0", "m", .register(version: "v1١.0.0"), nil),
    ("m#prod#3", "m", .assign(stage: "prod"), "3"),
    ("m#prod", "m", .assign(stage: "prod"), nil),
    ("m#prod!#4", "m", .unassign(stage: "prod"), "4"),
    ("m#prod!", "m", .unassign(stage: "prod"), nil),
    ("m#prod#007", "m", .assign(stage: "prod"), "007"),
    ("m#prod#0", "m", .assign(stage: "prod"), "0"),
    (
      "m#prod#123456789012345678901234567890", "m", .assign(stage: "prod"),
      "123456789012345678901234567890"
    ),
    ("m#1#2", "m", .assign(stage: "1"), "2"), ("m#1", "m", .assign(stage: "1"), nil),
    ("m#v1", "m", .assign(stage: "v1"), nil), ("m#latest", "m", .assign(stage: "latest"), nil),
    ("m#deprecated", "m", .assign(stage: "deprecated"), nil),
    ("m#prod/eu", "m", .assign(stage: "prod/eu"), nil),
    ("m@deprecated", "m", .deprecate, nil), ("m@deprecated#2", "m", .deprecate, "2"),
    ("m@created", "m", .create, nil), ("m@created#1", "m", .create, "1"),
    ("a/b@v1.0.0", "a/b", .register(version: "v1.0.0"), nil),
    ("a/b=m@v1.0.0", "a/b:m", .register(version: "v1.0.0"), nil),
    ("-._/=m#dev", "-._/:m", .assign(stage: "dev"), nil),
    ("a=n_m/x-y@v1.0.0", "a:n_m/x-y", .register(version: "v1.0.0"), nil),
    ("Model@v1.0.0", "Model", .register(version: "v1.0.0"), nil),
    ("1@v1.0.0", "1", .register(version: "v1.0.0"), nil),
  ])
  func reads(
    _ text: String, _ artifact: String, _ action: TagName.Action, _ counter: String?
  ) throws {
    let name = try #require(TagName(parsing: text))
    #expect(name.artifact == artifact)
    #expect(name.action == action)
    #expect(name.counter == counter)
  }

  @Test(arguments: [
    "", "m", "v1.0.0", "m@", "m#", "@v1.0.0", "#prod", "m@1.0.0", "m@V1.0.0", "m@v1", "m@v1.2",
    "m@v1.2.3.4", "m@v01.2.3", "m@v1.2.3-01", "m@v1.2.3-", "m@v1.2.3+", "m@v1.2.3-a..b",
    "m@v1.2.3-é", "m@v１.0.0", "m@v1.0.0!!", "m@v1.0.0#", "m@v1.0.0#1!", "m@v1.0.0!#3#4",
    "m@v1.2.3#prod", "m@deprecated!", "m@deprecated#x", "m@created!", "m@Deprecated", "m#prod#-1",
    "m#prod#١", "m#prod#", "m#prod!!", "m#st.ag", "m#-prod", "m#prod-", "m##1", "-m@v1.0.0",
    "m-@v1.0.0", "_m@v1.0.0", "m/@v1.0.0", "/m@v1.0.0", "m.n@v1.0.0", "x=y=z@v1.0.0", "=m@v1.0.0",
    "a=@v1.0.0", "a b@v1.0.0", "模型@v1.0.0", "m@v1.0.0 ", "m@v1.0.0-a_b", "m@v1.0.0+é",
    "m@v1.0.0+a+b", "m@v1.\u{301}0.0",
    "m@v\u{301}1.0.0",
  ])
  func passesOver(_ text: String) { #expect(TagName(parsing: text) == nil) }

  @Test(arguments: [
    ("m", true), ("a/b:m", true), ("./x:m", true), ("m.n", false), (":m", false), ("a:", false),
    ("a:b:c", false), ("a=m", false), ("", false), ("m ", false), ("a/", false),
  ])
  func fullNames(_ text: String, _ expected: Bool) {
    #expect(ArtifactName.isFullName(text) == expected)
  }

  @Test func namesInTagsHaveAnEqualsSign() {
    #expect(ArtifactName.inTag("a/b:m") == "a/b=m")
    #expect(ArtifactName.inTag("m") == "m")
  }
}
