import Registry

/// What has to hold for facts that came from a file.
enum FactsCheck {
  /// Two bytes for the length of the summary, the summary, the body.
  static func run(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    let count = Int(bytes[0]) << 8 | Int(bytes[1])
    let (summary, body) = (bytes.dropFirst(2).prefix(count), bytes.dropFirst(2).dropFirst(count))
    _ = try? RepositoryFacts.contents(ofBody: body, at: 0)
    guard var facts = try? RepositoryFacts(summary: summary, body: body, contentsAt: 0) else {
      return
    }
    expect((try? FactsSummary(coded: summary)) != nil, "facts without a summary")
    let coded = facts.coded()
    guard
      var again = try? RepositoryFacts(summary: coded.summary, body: coded.body, contentsAt: 0)
    else { return expect(false, "facts that can't be read again") }
    let second = again.coded()
    expect(second.summary == coded.summary && second.body == coded.body, "facts of two forms")
  }
}
