import Registry

/// What has to hold for the names of tags, each a line of the input.
enum TagNameCheck {
  static func run(_ bytes: [UInt8]) {
    let names = InputParts.lines(bytes).prefix(24)
    for name in names {
      if let tag = TagName(parsing: name) { check(tag, name) }
      if let version = SemanticVersion.releaseVersion(inTag: name) {
        expect(SemanticVersion(tag: version) != nil, "no version: \(version)")
        expect(SemanticVersion.matchesTagPattern(version), "no version of GTO's: \(version)")
      }
    }
    let versions = names.compactMap { SemanticVersion(tag: $0) }
    for one in versions {
      expect(!one.precedes(one), "a version before itself")
      for two in versions where one.precedes(two) {
        expect(!two.precedes(one), "two versions before each other")
        for three in versions where two.precedes(three) {
          expect(one.precedes(three), "versions in a circle")
        }
      }
    }
  }

  /// What a name says, spelled out, is that name.
  private static func check(_ tag: TagName, _ name: String) {
    expect(ArtifactName.isFullName(tag.artifact), "no artifact's name: \(name)")
    let action: String
    switch tag.action {
    case .register(let version), .deregister(let version):
      let start = version.unicodeScalars.prefix(2).map(\.value)
      expect(start.first == 118 && start.count == 2 && (48...57).contains(start[1]), "\(name)")
      action = tag.action == .register(version: version) ? "@\(version)" : "@\(version)!"
    case .assign(let stage), .unassign(let stage):
      expect(ArtifactName.isStage(stage), "no stage's name: \(name)")
      action = tag.action == .assign(stage: stage) ? "#\(stage)" : "#\(stage)!"
    case .deprecate: action = "@deprecated"
    case .create: action = "@created"
    }
    let spelled = ArtifactName.inTag(tag.artifact) + action + (tag.counter.map { "#\($0)" } ?? "")
    expect(spelled.utf8.elementsEqual(name.utf8), "\(name) reads as \(spelled)")
  }
}
