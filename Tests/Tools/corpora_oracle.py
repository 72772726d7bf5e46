#!/usr/bin/env python3
"""corpora_oracle.py RENDERED: looks for anything in our markup that a card may not show.

RENDERED is a list of {"id", "markdown", "ours"}. A browser must find nothing to mend in "ours", nh3
with the same list nothing to take away, and what the program adds of its own must be of known kinds.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from corpora_markup import clean, exact, parse

# The values that the program's own attributes have.
OWN_VALUES = {
    "id": r"card-.*",
    "class": r"align-(left|center|right)|language-[\w+#.-]{1,40}|task-list-item|table-scroll"
    r"|alert( alert-\w+)?|alert-title",
    "role": r"region|note",
    "rel": r"nofollow noopener noreferrer",
    "tabindex": r"0",
    "loading": r"lazy",
    "type": r"checkbox",
    "checked": r"",
    "disabled": r"",
    "scope": r"col",
    "width": r"[0-9]{1,4}",
    "height": r"[0-9]{1,4}",
    "colspan": r"[0-9]{1,3}",
    "rowspan": r"[0-9]{1,3}",
    "start": r"-?[0-9]{1,9}",
    "open": r"",
}
# A host with characters that no host has, or one that is no number although it ends like one: browsers follow no such link, and nh3 takes it away.
NOWHERE = re.compile(r"https?://[^/?#]*([\[\]<>^|%\s]|\.[0-9]+(?=[/?#:]|$))", re.IGNORECASE)
OUTSIDE = re.compile(r"(?:https?:)?//|mailto:", re.IGNORECASE)


def findings(html: str) -> Iterator[str]:
    tree, errors = parse(html)
    yield from (f"a browser mends it: {error}" for error in errors)
    cleaned, _ = parse(clean(html, own=True))
    for element in [*tree.iter(), *cleaned.iter()]:
        if NOWHERE.match(element.get("href", "")):
            element.attrib.pop("href")
    if exact(tree) != exact(cleaned):
        yield f"nh3 changes it to {exact(cleaned)}"
    for element in tree.iter():
        for name, value in element.items():
            if name in OWN_VALUES and not re.fullmatch(OWN_VALUES[name], value, re.DOTALL):
                yield f"{element.tag} has {name}={value!r}"
            if name == "src" and OUTSIDE.match(value):
                yield f"{element.tag} loads {value!r}"
        if element.tag == "input" and element.get("disabled") is None:
            yield "a box that works"
        address = element.get("href", "")
        if OUTSIDE.match(address) and not address.startswith("mailto") and not element.get("rel"):
            yield f"a link without rel to {address!r}"


def main() -> int:
    cases = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    if not any(case["ours"] for case in cases):
        sys.exit("corpora_oracle: no markup at all")
    bad = 0
    for case in cases:
        found = list(findings(case["ours"]))
        bad += bool(found)
        if found and bad <= 20:
            print(f"{case['id']}: Markdown {case['markdown']!r}\n  ours {case['ours']}")
            print("".join(f"  {finding}\n" for finding in found), end="")
    print(f"{len(cases) - bad} of {len(cases)} clean")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
