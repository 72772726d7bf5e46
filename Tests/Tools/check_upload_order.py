#!/usr/bin/env python3
"""Checks the order in which the files of SITE come into sight: that of its upload-order.txt, or of ORDER, a
file with a path a line, as addresses have it.

Every file is in it once, and a page comes after all that it loads. In the site's own list it comes also after
the pages and documents below it to which it leads, and what vouches for the others is at the end. Prints
what is wrong and exits 1 on any finding.
"""

import argparse
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from page_facts import PageFacts

OWN = "upload-order.txt"
END = ["api/v1/manifest.json", OWN, ".vitrine-site.json"]


def findings(root: Path, order: list[str], is_own: bool) -> list[str]:
    found = []
    places = {path: place for place, path in enumerate(order)}
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    if sorted(order) != sorted(files):
        found.append(f"not every file once: {sorted(files ^ set(order))[:5]}")
    if is_own and order[-3:] != END:
        found.append(f"ends with {order[-3:]}")
    for page in order:
        if not page.endswith(".html"):
            continue
        for link in PageFacts(root / page).links:
            target = urlsplit(urljoin(f"site:///{page}", link.url))
            path = unquote(target.path).lstrip("/")
            if target.scheme != "site" or path not in places or path == page:
                continue
            is_below = path.count("/") > page.count("/")
            if (link.loads or (is_own and is_below)) and places[path] > places[page]:
                found.append(f"{page}:{link.line}: before {path}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("order", type=Path, nargs="?")
    arguments = parser.parse_args()
    order = (arguments.order or arguments.site / OWN).read_text(encoding="utf-8").splitlines()
    if arguments.order:
        order = [unquote(path) for path in order]
    found = findings(arguments.site, order, arguments.order is None)
    print("\n".join(found[:50]))
    return 1 if found or not order else 0


if __name__ == "__main__":
    sys.exit(main())
