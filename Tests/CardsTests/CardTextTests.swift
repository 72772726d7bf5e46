import Testing

@testable import Cards

struct CardTextTests {
  @Test("Texts are equal where their bytes and their places are")
  func equality() {
    #expect(CardText([65], firstLine: 1) == CardText([65], firstLine: 1))
    #expect(CardText([65], firstLine: 1) != CardText([65], firstLine: 4))
  }
}
