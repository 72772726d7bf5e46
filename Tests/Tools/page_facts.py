"""What a page or a drawing declares: its ids, its links, and what the site's policy forbids."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'none'"
)

LINK_ATTRIBUTES = {"href", "src", "xlink:href", "action", "formaction", "poster"}
POINTING_TAGS = {"a", "area"}
POINTING_RELATIONS = {
    "alternate", "author", "canonical", "help", "license", "next", "prev", "search", "self",
}
LOCAL_REFERENCE = re.compile(r"""url\(\s*['"]?#([^)'"]+)['"]?\s*\)""")


@dataclass(frozen=True)
class Link:
    """An address in a page. One that `loads` is fetched by the browser, the others are followed."""

    line: int
    url: str
    loads: bool


class PageFacts(HTMLParser):
    """Reads one file. A `drawing` is an SVG file, which may hold its own <style>."""

    def __init__(self, path: Path, drawing: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.drawing = drawing
        self.ids: set[str] = set()
        self.links: list[Link] = []
        self.findings: list[tuple[int, str]] = []
        self._local_references: list[tuple[int, str]] = []
        self._head: list[tuple[str, dict[str, str]]] | None = None
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        self._check_head()
        for line, name in self._local_references:
            if name not in self.ids:
                self.findings.append((line, f"url(#{name}) names no id of this file"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "head":
            self._head = []
        elif self._head is not None:
            self._head.append((tag, values))
        self._check_tag(tag, values)
        for name, value in values.items():
            self._check_attribute(tag, name, value, values.get("rel", ""))

    def _check_tag(self, tag: str, values: dict[str, str]) -> None:
        if tag == "script" and not values.get("src"):
            self._find("script without src")
        if tag == "script" and values.get("type") == "module":
            self._find("module script: refused on file://")
        if tag == "style" and not self.drawing:
            self._find("style element")
        if tag == "base":
            self._find("base element")

    def _check_attribute(self, tag: str, name: str, value: str, relation: str) -> None:
        if name == "id" or (name == "name" and tag == "a"):
            self.ids.add(value)
        elif name == "style":
            self._find(f"style attribute on <{tag}>")
        elif name.startswith("on"):
            self._find(f"{name} attribute on <{tag}>")
        elif name == "srcset":
            for candidate in value.split(","):
                self._add_link((candidate.split() or [""])[0], loads=True)
        elif name in LINK_ATTRIBUTES or (tag, name) == ("object", "data"):
            relations = set(relation.lower().split())
            points = tag in POINTING_TAGS or (
                tag == "link" and bool(relations) and relations <= POINTING_RELATIONS
            )
            self._add_link(value, loads=not points)
        line = self.getpos()[0]
        self._local_references += [(line, found) for found in LOCAL_REFERENCE.findall(value)]

    def _add_link(self, url: str, loads: bool) -> None:
        self.links.append(Link(self.getpos()[0], url, loads))

    def _find(self, message: str) -> None:
        self.findings.append((self.getpos()[0], message))

    def _check_head(self) -> None:
        if self.drawing:
            return
        head = (self._head or []) + [("", {}), ("", {})]
        (first, charset), (second, policy) = head[:2]
        if first != "meta" or charset.get("charset", "").lower() != "utf-8":
            self.findings.append((1, 'head does not begin with <meta charset="utf-8">'))
        equivalent = policy.get("http-equiv", "").lower()
        if second != "meta" or equivalent != "content-security-policy":
            self.findings.append((1, "the policy does not follow <meta charset>"))
        elif policy.get("content") != POLICY:
            self.findings.append((1, f"another policy: {policy.get('content')}"))
