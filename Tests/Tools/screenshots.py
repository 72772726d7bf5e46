#!/usr/bin/env python3
"""Takes pictures of a built site's pages, full length, at two widths, light and dark.

Without page names, the largest page of each kind. A picture is named after page and view, such as
`stages.prod.360-dark.png`, and its path printed.
"""

import argparse
import sys
from pathlib import Path

from browsing import VIEWS, chromium, pages_by_kind


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("pages", nargs="*", help="paths in the site, such as stages/index.html")
    arguments = parser.parse_args()
    site = arguments.site.resolve()
    pages = [site / name for name in arguments.pages]
    pages = pages or [page for _, page in pages_by_kind(site, 1)]
    missing = [str(page.relative_to(site)) for page in pages if not page.is_file()]
    if missing or not pages:
        sys.exit(f"screenshots: no such page: {', '.join(missing) or site}")

    arguments.out.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for view in VIEWS:
            context = view.context(browser)
            page = context.new_page()
            for path in pages:
                page.goto(path.as_uri(), wait_until="load")
                parts = path.relative_to(site).with_suffix("").parts
                name = ".".join(parts[:-1] if parts[-1] == "index" else parts) or "index"
                picture = arguments.out / f"{name}.{view}.png"
                page.screenshot(path=picture, full_page=True)
                print(picture)
            context.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
