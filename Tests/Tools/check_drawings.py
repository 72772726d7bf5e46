#!/usr/bin/env python3
"""Measures the text of drawings as Chromium lays it out.

Takes a folder of `.svg` files and prints a line for each text that leaves its drawing or covers
another one; exits 1 if there is any. With `--pictures`, `rsvg-convert` also makes a picture of each
beside it, so that a second program has read it.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from browsing import chromium

# The boxes of all texts by the font's metrics, in the drawing's own units.
MEASURE = """() => {
  const root = document.documentElement;
  const box = root.viewBox.baseVal;
  const texts = [...root.querySelectorAll('text')].map(text => {
    const at = text.getBBox();
    return {text: text.textContent, left: at.x, right: at.x + at.width,
            baseline: +text.getAttribute('y')};
  });
  return {width: box.width, height: box.height, texts};
}"""

# Letters rise and hang so far around the line that they stand on, at a size of 12.
ASCENT, DESCENT = 10, 3
TOLERANCE = 1.0


def findings(drawing: dict) -> list[str]:
    texts = drawing["texts"]
    problems = []
    for index, text in enumerate(texts):
        top, bottom = text["baseline"] - ASCENT, text["baseline"] + DESCENT
        if (
            text["left"] < -TOLERANCE
            or text["right"] > drawing["width"] + TOLERANCE
            or top < 0
            or bottom > drawing["height"]
        ):
            problems.append(f"{text['text']!r} leaves the drawing: {text}")
        for other in texts[:index]:
            if (
                abs(text["baseline"] - other["baseline"]) < ASCENT + DESCENT
                and text["left"] < other["right"] - TOLERANCE
                and other["left"] < text["right"] - TOLERANCE
            ):
                problems.append(f"{text['text']!r} covers {other['text']!r}")
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pictures", action="store_true")
    arguments = parser.parse_args()
    drawings = sorted(arguments.folder.resolve().rglob("*.svg"))
    if not drawings:
        sys.exit(f"check_drawings: no drawing under {arguments.folder}")

    failed = False
    with chromium() as browser:
        page = browser.new_page()
        for path in drawings:
            page.goto(path.as_uri())
            drawing = page.evaluate(MEASURE)
            problems = findings(drawing)
            if not drawing["texts"]:
                problems.append("has no text")
            if arguments.pictures:
                picture = path.with_suffix(".png")
                run = subprocess.run(
                    ["rsvg-convert", str(path), "-o", str(picture)],
                    capture_output=True,
                    text=True,
                    check=False,
                )
                if run.returncode or run.stderr:
                    problems.append(f"rsvg-convert: {run.stderr.strip() or run.returncode}")
            for problem in problems:
                print(f"{path.name}: {problem}")
                failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
