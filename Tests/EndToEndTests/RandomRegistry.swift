/// A registry made by chance from a seed: few artifacts, commits and seconds, so that ties and
/// odd orders are common.
struct RandomRegistry: Sendable, CustomStringConvertible {
  let seed: UInt64

  var description: String { "seed \(seed)" }

  static let artifacts = ["m", "dir:n", "Big/name"]

  /// The registry as a stream for `git fast-import`.
  func stream() -> String {
    var generator = SplitMix(state: seed)
    var stream = ""
    let commits = Int.random(in: 2...5, using: &generator)
    for commit in 1...commits {
      let second = 1_704_067_200 + Int.random(in: 0...20, using: &generator)
      stream += "commit refs/heads/main\nmark :\(commit)\n"
      stream += "committer Ann Tagger <ann@example.com> \(second) +0100\ndata 2\nc\n"
      if commit > 1 { stream += "from :\(commit - 1)\n" }
      stream += "\n"
    }
    var names: Set<String> = []
    for _ in 0..<Int.random(in: 3...24, using: &generator) {
      let name = tagName(&generator)
      guard names.insert(name).inserted else { continue }
      let second = 1_704_067_200 + Int.random(in: 0...12, using: &generator)
      let zone = ["+0000", "+0530", "-0800"].randomElement(using: &generator) ?? "+0000"
      stream += "tag \(name)\nfrom :\(Int.random(in: 1...commits, using: &generator))\n"
      let message = "\n é \n\u{a0}\n"
      stream += "tagger Bo Älv <bo@example.com> \(second) \(zone)\n"
      stream += "data \(message.utf8.count)\n\(message)\n"
    }
    return stream
  }

  private func tagName(_ generator: inout SplitMix) -> String {
    let artifact = Self.artifacts.randomElement(using: &generator) ?? "m"
    let tag = artifact.replacing(":", with: "=")
    let version =
      [
        "v1.0.0", "v1.0.1", "v1.1.0-rc.1", "v1.1.0-rc.10", "v1.1.0+b", "v2.0.0",
        "v99999999999999999999.0.0",
      ].randomElement(using: &generator) ?? "v1.0.0"
    let stage = ["prod", "dev", "qa/eu"].randomElement(using: &generator) ?? "prod"
    let counter = Int.random(in: 1...40, using: &generator)
    switch Int.random(in: 0...11, using: &generator) {
    case 0...3: return "\(tag)@\(version)"
    case 4: return "\(tag)@\(version)!#\(counter)"
    case 5...8: return "\(tag)#\(stage)#\(counter)"
    case 9, 10: return "\(tag)#\(stage)!#\(counter)"
    default: return "\(tag)@deprecated#\(counter)"
    }
  }
}

/// A small generator of numbers whose course depends on its seed alone.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
