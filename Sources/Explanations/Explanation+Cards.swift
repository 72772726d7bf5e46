extension Explanation {
  /// Model cards.
  static let cards: [Explanation] = [
    .warning(
      "M001", "no card",
      "There is no card at the commit, or the one that is named is not in Git.",
      kept: "the version's page says where cards are looked for",
      help: "commit MODEL_CARD.md or README.md beside the model, or set cards.paths"),
    .warning(
      "M002", "metadata of a card that cannot be read",
      "The block between the lines --- is not closed, not YAML, or no mapping.",
      kept: "the card's text", help: "mend the block"),
    .warning(
      "M003", "a card too long", "The card or one of its lines is longer than is shown.",
      kept: "its beginning, and the whole text as a file",
      help: "shorten it, or raise limits.card_size"),
    .warning(
      "M004", "a card that takes too long",
      "Rendering is stopped after five seconds, so that one card cannot hold up a site.",
      kept: "the text as it is written", help: "look for thousands of brackets or emphasis marks"),
    .warning(
      "M005", "a card nested too deep", "Lists or quotes are nested deeper than 100 levels.",
      kept: "the text as it is written", help: "make it flatter"),
    .warning(
      "M006", "HTML that is not shown", "cards.html decides which HTML of a card is shown.",
      kept: "the text around it", help: "write Markdown, or set cards.html: allow-list"),
    .warning(
      "M007", "HTML that could run", "Scripts, styles, frames, forms and handlers are never shown.",
      kept: "the text around it", help: "remove it"),
    .warning(
      "M008", "an address that is no link",
      "Only http, https, mailto and paths in the repository become links.",
      kept: "the text of the link", help: "use an address of one of those kinds"),
    .note(
      "M009", "an image on another host",
      "A page that loads it would tell that host who reads the catalog.",
      kept: "a link in its place", help: "commit the image"),
    .warning(
      "M010", "an image that cannot be shown",
      "There is no such file at the commit, it lies outside the repository, or it is too large.",
      kept: "its description in a frame", help: "commit the image, at most 5 MB"),
    .warning(
      "M011", "an image that is none", "The bytes are not those of PNG, JPEG, GIF, WebP or AVIF.",
      kept: "its description in a frame", help: "save it as an image"),
    .warning(
      "M012", "an SVG image", "An SVG file is a document that may run scripts when it is opened.",
      kept: "its description in a frame", help: "commit it as PNG"),
    .warning(
      "M013", "a link to a file that is not there",
      "The card links to a path that is not at the commit.",
      kept: "the text of the link", help: "mend the path"),
    .fine(
      "M014", "equal headings", "Their anchors are numbered and kept apart from the page's own."),
    .warning(
      "M015", "a table with too many cells", "Pages show a limited number of cells of a table.",
      kept: "its first rows", help: "commit the table as a file, and link to it"),
    .fine("M016", "HTML that is not closed", "The frame of the page stays whole."),
    .fine("M017", "styles and classes in a card", "They are dropped."),
    .fine("M018", "marks of templates in a card", "They are plain text."),
    .warning(
      "M019", "results of the wrong shape",
      "Something in model-index or .eval_results is not as the Hub has it.",
      kept: "the other results", help: "write name, type and value of each metric"),
    .warning(
      "M020", "metadata of the wrong type",
      "A field such as license or tags holds another kind of value.",
      kept: "the other fields", help: "write what the message expects"),
  ]
}
