import Formats

/// What has to hold for a card that was split.
enum FrontMatterCheck {
  static func run(_ bytes: [UInt8]) {
    let card = FrontMatter(bytes)
    expect(
      card.body.lowerBound >= 0 && card.body.upperBound == bytes.count, "the text is elsewhere")
    if let problem = card.problem { RecordCheck.check(problem, in: bytes) }
    guard let metadata = card.metadata else { return }
    expect(metadata.members != nil, "metadata that is no map")
    expect(card.body.lowerBound > 0, "metadata that takes no place")
    RecordCheck.check(metadata)
  }
}
