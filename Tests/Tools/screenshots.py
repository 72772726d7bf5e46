#!/usr/bin/env python3
"""Takes pictures of a built site's pages, full length, at two widths, light and dark.

Without page names, the largest page of each kind. A name may have a fragment, which the free comparison
reads its versions from. A picture is named after page and view, such as `stages.prod.360-dark.png`, and
its path printed.
"""

import argparse
import re
import sys
from pathlib import Path

from browsing import VIEWS, chromium, pages_by_kind

# Pictures further down load as a reader comes to them; a picture of the whole page can't wait for that.
LOAD_PICTURES = """async () => {
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map(image => image.decode().catch(() => null)));
}"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("pages", nargs="*", help="paths in the site, such as stages/index.html")
    arguments = parser.parse_args()
    site = arguments.site.resolve()
    names = [name.partition("#") for name in arguments.pages]
    pages = [(site / path, mark + fragment) for path, mark, fragment in names]
    pages = pages or [(page, "") for _, page in pages_by_kind(site, 1)]
    missing = [str(page.relative_to(site)) for page, _ in pages if not page.is_file()]
    if missing or not pages:
        sys.exit(f"screenshots: no such page: {', '.join(missing) or site}")

    arguments.out.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for view in VIEWS:
            context = view.context(browser)
            for path, fragment in pages:
                page = context.new_page()
                page.goto(path.as_uri() + fragment, wait_until="networkidle")
                page.evaluate(LOAD_PICTURES)
                parts = path.relative_to(site).with_suffix("").parts
                name = ".".join(parts[:-1] if parts[-1] == "index" else parts) or "index"
                name += re.sub(r"[^\w.]+", "-", fragment)
                picture = arguments.out / f"{name}.{view}.png"
                page.screenshot(path=picture, full_page=True)
                print(picture)
                page.close()
            context.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
