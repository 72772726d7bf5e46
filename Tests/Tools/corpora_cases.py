#!/usr/bin/env python3
"""corpora_cases.py SOURCES CASES: takes the cases that our tests use out of the public corpora.

Writes one file a corpus, `CASES/NAME.json`: a list of {"id", "markdown"}, with "html" where the
corpus says what the Markdown becomes. Fails if a corpus does not have the cases that it should.
"""

import ast
import base64
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from markdown_it.utils import read_fixture_file

FENCE = "`" * 32

# How many cases each has, so that none gets lost unseen.
EXPECTED = {
    "commonmark": 652,
    "gfm": 23,
    "gfm-extensions": 34,
    "tables": 42,
    "task-lists": 20,
    "strikethrough": 15,
    "alerts": 16,
    "xss": 13,
    "bleach": 338,
    "feedparser": 768,
}

# The marks of the examples in the specification of GFM that are no part of CommonMark. Files of the
# tag filter aren't for us: the list of elements is.
EXTENSIONS = {"table", "autolink", "strikethrough", "disabled"}


def examples(path: Path, wanted: set[str] | None = None) -> Iterator[dict[str, str]]:
    """The examples of a specification, numbered from 1; an arrow stands for a tab."""
    pattern = rf"^{FENCE} example([^\n]*)\n(.*?)^\.\n(.*?)^{FENCE}$"
    text = path.read_text(encoding="utf-8")
    found = re.findall(pattern, text, re.MULTILINE | re.DOTALL)
    for number, (mark, markdown, html) in enumerate(found, start=1):
        if wanted is None or mark.strip() in wanted:
            yield {
                "id": str(number),
                "markdown": markdown.replace("→", "\t"),
                "html": html.replace("→", "\t"),
            }


def fixtures(path: Path) -> Iterator[dict[str, str]]:
    """The cases of one of markdown-it-py's files, by the line that each is on."""
    for line, _, markdown, html in read_fixture_file(path):
        yield {"id": str(line), "markdown": markdown, "html": html}


def bleach_cases(folder: Path) -> Iterator[dict[str, str]]:
    """What bleach's tests clean: its vectors, and the texts with HTML in the tests themselves."""
    for path in sorted((folder / "data").glob("*.test"), key=lambda path: int(path.stem)):
        text = path.read_text(encoding="utf-8")
        yield {"id": path.name, "markdown": text.split("\n--\n")[0] + "\n"}
    tree = ast.parse((folder / "test_clean.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "<" in node.value:
            yield {"id": f"test_clean:{node.lineno}:{node.col_offset}", "markdown": node.value}


def feedparser_cases(folder: Path) -> Iterator[dict[str, str]]:
    """The HTML in the feeds that feedparser's tests clean."""
    for path in sorted(folder.glob("*.xml")):
        for number, html in enumerate(feed_html(ElementTree.parse(path).getroot())):
            yield {"id": f"{path.stem}:{number}", "markdown": html}


def feed_html(feed: ElementTree.Element) -> Iterator[str]:
    for element in feed.iter():
        text = element.text or ""
        if "<" in text:
            yield text
        elif element.get("mode") == "base64" or element.get("type") == "application/octet-stream":
            yield base64.b64decode(text).decode("utf-8", "replace")
        elif len(element) > 0 and element[0].tag.startswith("{http://www.w3.org/1999/xhtml}"):
            ElementTree.register_namespace("", "http://www.w3.org/1999/xhtml")
            yield "".join(ElementTree.tostring(child, "unicode") for child in element)


def numbered(prefix: str, cases: Iterator[dict[str, str]]) -> Iterator[dict[str, str]]:
    for case in cases:
        yield case | {"id": prefix + case["id"]}


def corpora(sources: Path) -> dict[str, list[dict[str, str]]]:
    gfm = sources / "cmark-gfm/test"
    port = sources / "markdown_it_py/tests/test_port/fixtures"
    extensions = list(numbered("extensions-", examples(gfm / "extensions.txt")))
    extensions += numbered("info-", examples(gfm / "extensions-full-info-string.txt"))
    return {
        "commonmark": list(examples(sources / "cmark/test/spec.txt")),
        "gfm": list(examples(gfm / "spec.txt", EXTENSIONS)),
        "gfm-extensions": extensions,
        "tables": list(fixtures(port / "tables.md")),
        "task-lists": list(fixtures(port / "tasklists.md")),
        "strikethrough": list(fixtures(port / "strikethrough.md")),
        "alerts": list(fixtures(port / "alerts.md")),
        "xss": list(fixtures(port / "xss.md")),
        "bleach": list(bleach_cases(sources / "bleach/tests")),
        "feedparser": list(feedparser_cases(sources / "feedparser/tests/wellformed/sanitize")),
    }


def main() -> None:
    sources, cases = Path(sys.argv[1]), Path(sys.argv[2])
    for name, found in corpora(sources).items():
        if len(found) != EXPECTED[name]:
            sys.exit(f"corpora_cases: {len(found)} cases of {name}, not {EXPECTED[name]}")
        (cases / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")


if __name__ == "__main__":
    main()
