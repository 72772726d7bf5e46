import Cards
import Formats
import GitStore
import Markdown
import Records
import TestSupport
import Testing

@testable import Registry
@testable import Site

@Suite("The section of a card")
struct CardSectionTests {
  private let cards: SampleCards

  init() throws { cards = try SampleCards() }

  @Test("brings the text as it was rendered, on the version's page and the latest on the model's")
  func text() throws {
    let text = "<h3 id=\"card-use\">Use &amp; limits</h3>\n<pre>\n  a\n</pre>\n<p>{{path}}</p>"
    let pages = try cards.pages([cards.card(), cards.card([.markup(Array(text.utf8))])])
    let framed = "<div class=\"card-text\">\n\(text)\n</div>"
    #expect(try #require(pages["models/r/m/v1.0.1/index.html"]).contains(framed))
    let model = try #require(pages["models/r/m/index.html"])
    #expect(model.contains(framed) && model.contains("href=\"v1.0.1/index.html#card\""))
    #expect(try #require(pages["models/r/m/v1.0.0/index.html"]).contains("<p>Words</p>"))
  }

  @Test("says where the card is from, at which commit")
  func origin() throws {
    let page = try cards.page(cards.card(path: "models/<a>.md"))
    let commit = try SampleRegistry.commit(1).hex
    #expect(page.contains("href=\"https://github.com/acme/r/blob/\(commit)/models/%3Ca%3E.md\""))
    #expect(page.contains("<bdi>models/&lt;a&gt;.md</bdi>"))
    #expect(page.contains("<h2 id=\"card\">Model card</h2>"))
  }

  @Test("says whether the card changed since the active version before")
  func change() throws {
    let pages = try cards.pages([
      nil, cards.card(), cards.card(), cards.card(identity: "two"),
      cards.card(path: "README.md", identity: "two"),
      cards.card(path: "docs/README.md", identity: "three"),
    ])
    let words = [
      1: "new since v1.0.0 .", 2: "unchanged since v1.0.1 .", 3: "changed since v1.0.2 .",
      4: "moved since v1.0.3 , where it was models/README.md .",
      5: "changed since v1.0.4 , where it was README.md .",
    ]
    for (index, words) in words {
      let page = try #require(pages["models/r/m/v1.0.\(index)/index.html"])
      #expect(ModelPagesTests.text(page).contains(", \(words)"), "v1.0.\(index)")
    }
  }

  @Test("tells a repository's README from a model's card")
  func repository() throws {
    let page = try cards.page(cards.card(kind: .repository, path: "README.md"))
    #expect(page.contains("<h2 id=\"card\">Repository README</h2>"))
    #expect(page.contains("need not be about this model"))
    #expect(try !cards.page(cards.card()).contains("need not be about"))
  }

  @Test("says that there is no card, no text, or a text as it is written")
  func absence() throws {
    let none = try cards.page(nil)
    #expect(none.contains("No model card was found next to the model") && !none.contains("#card"))
    #expect(!none.contains("id=\"card\""))
    #expect(try cards.page(cards.card([])).contains("The card has no text."))
    let plain = try cards.page(cards.card(note: "it <nests> too deeply"))
    #expect(plain.contains("Shown as plain text: <bdi>it &lt;nests&gt; too deeply</bdi>"))
    let registry = try SampleCards.registry([cards.card()])
    let page = try ModelPagesTests.pages(of: registry)["models/r/m/v1.0.0/index.html"]
    #expect(try #require(page).contains("The text of the card is not at hand."))
  }

  @Test("keeps the site's rules of ids, headings and links")
  func rules() throws {
    let text = "<h3 id=\"card-a\">A</h3><h4 id=\"card-card\">Card</h4>"
    let pages = try cards.pages([cards.card([.markup(Array(text.utf8))])])
    for (path, html) in pages {
      let ids = DrawnElement.all(in: Array(html.utf8)).compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(path)")
    }
  }
}
