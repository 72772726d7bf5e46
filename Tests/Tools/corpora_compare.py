#!/usr/bin/env python3
"""corpora_compare.py CORPUS RENDERED EXPLAINED: compares our markup with a corpus's own.

RENDERED is a list of {"id", "markdown", "html", "ours"}. EXPLAINED names the cases that differ and
says why, one a line: `CORPUS ID: reason`. HTML in the Markdown is compared as nh3 cleans it. Exits 1
if a case differs without an explanation, or doesn't differ and has one.
"""

import json
import re
import sys
from pathlib import Path

from corpora_markup import clean, normal, with_unknown_as_text


def explained(path: Path, corpus: str) -> dict[str, str]:
    """The reasons of a corpus, by the ids of its cases."""
    reasons = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        found = re.fullmatch(r"(\S+) (\S+): (\S.*)", line)
        if found and found[1] == corpus:
            reasons[found[2]] = found[3]
        elif not found and line and not line.startswith("#"):
            sys.exit(f"{path}: no explanation: {line}")
    return reasons


def expected(html: str) -> str:
    """What a corpus wants, as far as cards show it."""
    # How lists and notes are marked is each forge's own.
    html = html.replace("text-align:", "").replace(' style="', ' align="')
    aligned = re.sub(r'<(t[dh]) align="(\w+)">', r'<\1 title="align-\2">', html)
    cleaned = clean(with_unknown_as_text(aligned), own=True)
    cleaned = re.sub(r'title="align-(\w+)"', r'align="\1"', cleaned)
    return normal(cleaned, images_as_links=True)


def main() -> int:
    corpus, rendered, reasons = sys.argv[1], Path(sys.argv[2]), explained(Path(sys.argv[3]), sys.argv[1])
    findings = []
    same = 0
    cases = json.loads(rendered.read_text(encoding="utf-8"))
    for case in cases:
        wanted, found = expected(case["html"]), normal(case["ours"])
        same += wanted == found
        if (wanted == found) == (case["id"] in reasons):
            findings.append(
                f"{corpus} {case['id']}: {'is explained, but' if wanted == found else 'not'} the same\n"
                f"  Markdown {case['markdown']!r}\n  expected {wanted}\n  ours     {found}"
            )
    unknown = reasons.keys() - {case["id"] for case in cases}
    findings += [f"{corpus} {name}: explained, but there is no such case" for name in unknown]
    print(f"{corpus}: {same} of {len(cases)} the same, {len(reasons)} explained")
    print("\n".join(findings))
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
