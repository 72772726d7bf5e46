"""Markup of cards as trees: to compare it with what others make of the same Markdown, and to ask nh3.

The lists stand here once more, from the specification of cards and not from the program, so that a
hole in the program's own list shows.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes
from xml.etree.ElementTree import Element

import html5lib
import nh3

SHOWN_TAGS = set(
    "a abbr b bdi blockquote br code dd del details div dl dt em figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub "
    "summary sup table tbody td tfoot th thead tr tt u ul var wbr".split()
)
# Markdown's own elements besides: the boxes of task lists.
OWN_TAGS = {"input", "label"}
GONE_WITH_CONTENT = set(
    "script style iframe object embed svg math template noscript textarea title xmp plaintext".split()
)
SCHEMES = {"http", "https", "mailto"}
ATTRIBUTES = {
    "*": {"title", "lang", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "details": {"open"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
# What the program writes of its own accord; values are checked by `own_attribute_findings`.
OWN_ATTRIBUTES = {
    "*": {"id", "class", "role"},
    "a": {"rel"},
    "div": {"tabindex", "aria-label", "aria-labelledby"},
    "img": {"loading"},
    "input": {"type", "checked", "disabled", "aria-label"},
    "li": {"value"},
    "pre": {"tabindex"},
    "th": {"scope"},
}

BLOCKS = set(
    "blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary "
    "table tbody td tfoot th thead tr ul".split()
)

# What a browser's parser adds without content where a text does not close its elements.
MENDED = set("a b big em i p s small strike strong u del ins".split())


def parse(html: str) -> tuple[Element, list[str]]:
    """The tree of a fragment as a browser would make it, and what a browser would have to mend."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parseFragment(html, container="div")
    return tree, [f"{code} {details}" for _, code, details in parser.errors]


def clean(html: str, *, own: bool) -> str:
    """What nh3 lets through: the card's list, with `own` also what the program adds to it."""
    attributes = {tag: set(names) for tag, names in ATTRIBUTES.items()}
    if own:
        for tag, names in OWN_ATTRIBUTES.items():
            attributes[tag] = attributes.get(tag, set()) | names
    return nh3.clean(
        html,
        tags=SHOWN_TAGS | OWN_TAGS,
        clean_content_tags=GONE_WITH_CONTENT,
        attributes=attributes,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def with_unknown_as_text(html: str) -> str:
    """Elements that are neither on the list nor dangerous are shown as they are written."""

    def escaped(tag: re.Match[str]) -> str:
        known = tag[1].lower() in SHOWN_TAGS | OWN_TAGS | GONE_WITH_CONTENT | {"center", "tt"}
        return tag[0] if known else tag[0].replace("<", "&lt;").replace(">", "&gt;")

    return re.sub(r"</?([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])[^<>]*>", escaped, html)


def exact(element: Element) -> str:
    """A tree as text, with everything in it."""
    return "".join(_exact(element))


def _exact(element: Element) -> Iterator[str]:
    for child in element:
        if not isinstance(child.tag, str):
            yield f"<!--{child.text}-->"
        else:
            attributes = "".join(f' {name}="{value}"' for name, value in sorted(child.items()))
            yield f"<{child.tag}{attributes}>{child.text or ''}"
            yield from _exact(child)
            yield f"</{child.tag}>"
        yield child.tail or ""


def normal(html: str, *, images_as_links: bool = False, flat: bool = False) -> str:
    """Markup as text that is equal for what readers take for the same.

    Names, relations, classes but those of code, and what only wraps something are left out;
    addresses are percent-decoded; blanks around blocks are none. With `images_as_links`, images on
    other hosts become links with their description, as on our pages. With `flat`, strong text within
    strong text is the same as the one around it.
    """
    tree, _ = parse(html)
    text = "".join(_normal(tree, Surroundings(images_as_links=images_as_links, flat=flat)))
    # A box may stand before its paragraph or in it.
    text = re.sub(r"(<input(?: checked)?>)\s*<p>\s*", r"<p>\1 ", text)
    blocks = "|".join(sorted(BLOCKS | {"br"}))
    return re.sub(rf"\s*(</?(?:{blocks})(?: [^<>]*)?>)\s*", r"\1", text).strip()


class Surroundings:
    """What holds where an element stands."""

    def __init__(
        self,
        *,
        images_as_links: bool,
        flat: bool,
        verbatim: bool = False,
        linked: bool = False,
        strong: bool = False,
    ) -> None:
        self.images_as_links = images_as_links
        self.flat = flat
        self.strong = strong
        self.verbatim = verbatim
        self.linked = linked

    def inside(self, element: Element) -> "Surroundings":
        return Surroundings(
            images_as_links=self.images_as_links,
            flat=self.flat,
            strong=self.strong or element.tag == "strong",
            verbatim=self.verbatim or element.tag == "pre",
            linked=self.linked or (element.tag == "a" and not _only_wraps(element)),
        )


def _normal(element: Element, surroundings: Surroundings) -> Iterator[str]:
    yield _text(element.text, surroundings)
    for child in element:
        if isinstance(child.tag, str):
            yield from _element(child, surroundings)
        yield _text(child.tail, surroundings)


def _text(text: str | None, surroundings: Surroundings) -> str:
    text = (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if surroundings.verbatim:
        # So that blanks around blocks don't count, and these do.
        return text.replace(" ", "␣").replace("\n", "␤").replace("\t", "␉")
    return re.sub(r"[ \t\n]+", " ", text)


def _element(element: Element, surroundings: Surroundings) -> Iterator[str]:
    tag = {"s": "del", "strike": "del"}.get(element.tag, element.tag)
    if tag == "img":
        yield _image(element, surroundings)
    elif tag == "input":
        yield "<input checked>" if "checked" in element.keys() else "<input>"
    elif _only_wraps(element) or (tag == "strong" and surroundings.flat and surroundings.strong):
        yield from _normal(element, surroundings.inside(element))
    else:
        content = "".join(_normal(element, surroundings.inside(element)))
        if tag in MENDED and not content.strip():
            yield content
            return
        yield f"<{tag}{_attributes(tag, element)}>{content}"
        if tag not in ("br", "hr", "wbr"):
            yield f"</{tag}>"


def _only_wraps(element: Element) -> bool:
    """Whether it is an element that shows nothing of its own.

    So are links within the text: ours lead to where there is something, and have names of our own.
    """
    if element.tag in ("span", "label"):
        return not set(element.keys()) - {"class", "id"}
    if element.tag == "a":
        return element.get("href", "").strip()[:1] in ("", "#")
    classes = element.get("class", "").split()
    return element.tag == "div" and bool(classes) and [child.tag for child in element] == ["table"]


def _image(element: Element, surroundings: Surroundings) -> str:
    source = element.get("src", "").strip()
    words = _text(element.get("alt"), surroundings)
    if source[:1] in ("", "#"):
        return words
    if not surroundings.images_as_links or not re.match(r"(?:https?:)?//|mailto:", source, re.IGNORECASE):
        return f"<img{_attributes('img', element)}>"
    words = words or _text(_file_name(source), surroundings)
    if surroundings.linked:
        return words
    title = f' title="{element.get("title")}"' if element.get("title") else ""
    return f'<a href="{_address(source)}"{title}>{words}</a>'


def _file_name(address: str) -> str:
    """What an image on another host is called that has no description."""
    parts = re.split(r"[?#]", address)[0].split("/")
    return (parts[-1] if len(parts) > 3 else "") or "image"


def _attributes(tag: str, element: Element) -> str:
    kept = {}
    for name, value in element.items():
        if name in ("href", "src"):
            kept[name] = _address(value)
        elif name == "class" and tag == "code":
            kept[name] = value
        elif tag in ("td", "th") and name in ("align", "style", "class"):
            side = re.search(r"left|center|right", value)
            kept |= {"align": side.group()} if side else {}
        elif name in ("title", "alt", "start", "width", "height", "colspan", "rowspan", "open"):
            kept[name] = value
    if tag == "img":
        kept.setdefault("alt", "")
    shown = [(name, value) for name, value in sorted(kept.items()) if value or name != "title"]
    return "".join(f' {name}="{value}"' for name, value in shown)


def _address(address: str) -> str:
    """An address as browsers read it: without percent signs or line ends, `\\` for `/`, its scheme in lower case."""
    address = re.sub(r"[\t\n\r]", "", address.strip())
    decoded = unquote_to_bytes(address).decode("utf-8", "replace").replace("\\", "/")
    return re.sub(r"^[A-Za-z]+:", lambda scheme: scheme.group().lower(), decoded)
