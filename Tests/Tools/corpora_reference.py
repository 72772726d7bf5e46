#!/usr/bin/env python3
"""corpora_reference.py RENDERED LEAST: compares our markup with what cmarkgfm makes.

RENDERED is a list of {"id", "markdown", "ours"}. Exits 1 if less than LEAST of a hundred texts come
out the same. HTML in the Markdown is compared as nh3 cleans it.
"""

import json
import sys
from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options

from corpora_markup import clean, normal, with_unknown_as_text

EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist"]


def reference(markdown: str) -> str:
    html = cmarkgfm.cmark.markdown_to_html_with_extensions(
        markdown, Options.CMARK_OPT_UNSAFE, EXTENSIONS
    )
    aligned = html.replace(' align="', ' title="align-')
    cleaned = clean(with_unknown_as_text(aligned), own=True).replace(' title="align-', ' align="')
    return normal(cleaned, images_as_links=True, flat=True)


def main() -> int:
    cases = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    least = float(sys.argv[2])
    same = 0
    shown = 0
    for case in cases:
        wanted, found = reference(case["markdown"]), normal(case["ours"], flat=True)
        same += wanted == found
        if wanted != found and shown < 20:
            shown += 1
            print(f"{case['id']}: Markdown {case['markdown']!r}")
            print(f"  cmarkgfm {wanted}\n  ours     {found}")
    share = 100 * same / len(cases)
    print(f"{same} of {len(cases)} the same ({share:.1f} %), at least {least} % wanted")
    return 0 if share >= least else 1


if __name__ == "__main__":
    sys.exit(main())
