import Testing

@testable import Registry

struct LookAlikeTests {
  @Test(arguments: [
    ("m@v1", "T001", "three numbers, as in m@v1.2.3"), ("m@v01.0.0", "T001", "three numbers"),
    ("m@1.0", "T001", "lower-case v"), ("m@V1.0.0", "T001", "lower-case v"),
    ("m@", "T001", "version after @ is missing"), ("@v1.0.0", "T001", "name before @"),
    ("m@v1.0.0!!", "T001", "only ! and a counter"), ("m@v1.2.3#prod", "T001", "counter"),
    ("m@deprecated!", "T001", "@deprecated"), ("m@created!", "T001", "@created"),
    ("m#prod#-1", "T001", "digits"), ("m#prod#x", "T001", "digits"), ("m##1", "T001", "stage"),
    ("#prod", "T001", "name before #"),
    ("-x@v1.0.0", "T002", "“-x” is no name"), ("a.b@v1.0.0", "T002", "“a.b”"),
    ("a/@v1.0.0", "T002", "“a/”"), ("模型@v1.0.0", "T002", "“模型”"), ("m#st.ag", "T002", "“st.ag”"),
    ("-m#prod", "T002", "“-m”"), ("x=y=z@v1.0.0", "T002", "“x=y=z”"),
  ])
  func tells(_ name: String, _ code: String, _ words: String) throws {
    let problem = try #require(LookAlike.problem(of: name))
    #expect(problem.text.hasPrefix("not a GTO tag: "))
    #expect(problem.text.contains(words), "\(problem.text)")
    #expect(problem.diagnostic(name, "r").code == code)
    #expect(problem.diagnostic(name, "r").severity == .warning)
  }

  @Test(arguments: [
    "v1.0.0", "release-1", "2024-01-01", "user@host", "name@branch", "@scope/pkg@1.0.0", "a#b#c#d",
    "nightly", "",
  ])
  func leavesOtherTagsAlone(_ name: String) { #expect(LookAlike.problem(of: name) == nil) }
}
