/// An element of HTML that is never shown, because it acts, loads or is parsed by rules of its own
/// (`hostile-input.md` §1).
enum UnwantedElement: Hashable, Sendable {
  /// Its content is text up to the end tag, and goes with it.
  case textOnly

  /// Its content is markup, in which it may stand again, and goes with it.
  case container

  /// Its tags go, its content stays.
  case tags

  /// Judges an element by its name in lower case.
  init?(_ name: String) {
    switch name {
    case "script", "style", "iframe", "noscript", "noembed", "noframes", "textarea", "title",
      "xmp", "plaintext":
      self = .textOnly
    case "object", "svg", "math", "template", "applet", "select": self = .container
    case "embed", "form", "input", "button", "base", "meta", "link", "frame", "frameset":
      self = .tags
    default: return nil
    }
  }

  /// Elements of HTML that do no harm and aren't wanted: their tags go without a word, their content
  /// stays. Tags of any other name are text that looks like a tag, as in `Bearer <token>`.
  static let unwrapped: Set<String> = [
    "acronym", "address", "area", "article", "aside", "audio", "basefont", "bdo", "bgsound", "big",
    "blink", "body", "canvas", "caption", "cite", "col", "colgroup", "data", "datalist", "dfn",
    "dialog", "dir", "fieldset", "font", "footer", "head", "header", "hgroup", "html", "legend",
    "listing", "main", "map", "marquee", "menu", "menuitem", "meter", "nav", "nobr", "optgroup",
    "option", "output", "param", "picture", "portal", "progress", "rb", "rp", "rt", "rtc", "ruby",
    "search", "section", "slot", "source", "time", "track", "video",
  ]
}
