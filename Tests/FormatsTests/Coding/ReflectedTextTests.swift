import Formats
import Testing

struct ReflectedTextTests {
  private struct Settings {
    var name = "a"
    var number: Int?
    var list: [String] = []
    var commands: [String: [String]] = [:]
    var choice = Choice.plain
  }

  private enum Choice {
    case plain, other
    case with(Int)
  }

  @Test("Every property counts, whatever its type")
  func changes() {
    var texts: Set<String> = [ReflectedText.text(of: Settings())]
    func isNew(_ change: (inout Settings) -> Void) -> Bool {
      var settings = Settings()
      change(&settings)
      return texts.insert(ReflectedText.text(of: settings)).inserted
    }
    #expect(isNew { $0.name = "b" })
    #expect(isNew { $0.number = 0 })
    #expect(isNew { $0.number = 1 })
    #expect(isNew { $0.list = [""] })
    #expect(isNew { $0.list = ["a", "b"] })
    #expect(isNew { $0.list = ["a,1:b"] })
    #expect(isNew { $0.commands = ["s3": ["a"]] })
    #expect(isNew { $0.choice = .other })
    #expect(isNew { $0.choice = .with(1) })
    #expect(isNew { $0.choice = .with(2) })
  }

  @Test("The order of a dictionary or set does not count")
  func order() {
    let keys = (0..<50).map(String.init)
    let one = Dictionary(uniqueKeysWithValues: keys.map { ($0, [$0]) })
    let other = Dictionary(uniqueKeysWithValues: keys.reversed().map { ($0, [$0]) })
    #expect(ReflectedText.text(of: one) == ReflectedText.text(of: other))
    #expect(ReflectedText.text(of: Set(keys)) == ReflectedText.text(of: Set(keys.reversed())))
    #expect(ReflectedText.text(of: keys) != ReflectedText.text(of: Array(keys.reversed())))
  }
}
