#!/usr/bin/env python3
"""Compares the drawings of the demonstration's site with stored pictures of them.

Each drawing is taken from a page, with the rules of the site's style sheet, or from a file that has its
own; `rsvg-convert` makes a picture of it, and pixelmatch counts the pixels that differ. Prints a line for
each that is not as it was, with the path of a picture of what differs, and exits 1 if there is any.
`--update` stores the pictures anew.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from pixelmatch.contrib.PIL import pixelmatch

# Colours nearer than this are the same, and so many pixels in a million may differ: a digit that is
# another one is found, an edge that another version smooths otherwise is not.
THRESHOLD, TOLERATED = 0.05, 40

# Fonts of the test's own, so that those which a machine has beside them change nothing.
FONT = "DejaVu Sans"

MODEL = "models/churn/churn/index.html"
VERSION = "models/churn/churn/v3.1.0/index.html"
PAIR = "models/churn/churn/compare/v3.0.0...v3.1.0/index.html"
BADGES = "badges/churn/churn"


@dataclass(frozen=True)
class Drawing:
    """A kind of drawing, and an example: a file, or on a page the first SVG that has this text in it."""

    name: str
    source: str
    text: str = ""
    scheme: str = "light"

    def svg(self, site: Path) -> str:
        source = (site / self.source).read_text(encoding="utf-8")
        if self.source.endswith(".svg"):
            return with_font(source)
        for match in re.finditer(r"<svg [^>]*>.*?</svg>", source, re.DOTALL):
            if self.text in match[0]:
                return standing_alone(match[0], rules(site, self.scheme))
        raise ValueError(f"{self.source} has no drawing with {self.text!r}")


DRAWINGS = [
    Drawing("linear", VERSION, ">ROC on the following quarter<"),
    Drawing("linear-overlaid", PAIR, ">ROC on the following quarter<", "dark"),
    Drawing("smooth", VERSION, ">Loss while training<"),
    Drawing("scatter", VERSION, ">Calibration<"),
    Drawing("confusion", VERSION, ">240 customers of the following quarter<"),
    Drawing("confusion-dark", VERSION, ">240 customers of the following quarter<", "dark"),
    Drawing("bars", VERSION, ">Leavers by tenth of the score, against all customers<"),
    Drawing("bars-overlaid", PAIR, ">What the model looks at<"),
    Drawing("trend", f"{BADGES}/trend.svg"),
    Drawing("trend-small", MODEL, ">test.calibration_error over versions<"),
    Drawing("timeline", MODEL, 'class="timeline"'),
    Drawing("sparkline", MODEL, 'class="sparkline"'),
    Drawing("pareto", MODEL, ">test.auc against test.calibration_error<"),
    Drawing("parallel", MODEL, ">What differs between versions<"),
    Drawing("lineage", VERSION, 'class="lineage"'),
    Drawing("badge-latest", f"{BADGES}/latest.svg"),
    Drawing("badge-stage", f"{BADGES}/stages/prod.svg"),
]


def rules(site: Path, scheme: str) -> str:
    """The style sheet's rules without conditions; its variables have their values in this scheme."""
    sheets = list(site.glob("assets/site*.css"))
    if len(sheets) != 1:
        sys.exit(f"check_golden: {len(sheets)} style sheets in {site}/assets")
    text = re.sub(r"/\*.*?\*/", "", sheets[0].read_text(encoding="ascii"), flags=re.DOTALL)
    # Conditional rules end with a brace in the first column.
    text = re.sub(r"^@media .*?^}", "", text, flags=re.DOTALL | re.MULTILINE)
    values: dict[str, str] = {}
    for selector in [":root", f':root[data-theme="{scheme}"]']:
        block = re.search(rf"^{re.escape(selector)} {{(.*?)^}}", text, re.DOTALL | re.MULTILINE)
        if block is None:
            sys.exit(f"check_golden: {sheets[0]} has no rule for {selector}")
        values.update(re.findall(r"(--[\w-]+):\s*([^;]+);", block[1]))
    values["--sans"] = values["--mono"] = f'"{FONT}"'
    return re.sub(r"var\((--[\w-]+)\)", lambda match: values[match[1]], text) + page(values)


def page(values: dict[str, str]) -> str:
    """What a drawing inherits from its page, and what a page alone knows how to lay out."""
    return (
        f'svg {{ font-family: "{FONT}"; color: {values["--text"]}; }}\n'
        f'.golden-page {{ fill: {values["--page"]}; }}\n'
    )


def with_font(svg: str) -> str:
    svg = re.sub(r'font-family="[^"]*"', f'font-family="{FONT}"', svg)
    return re.sub(r"Verdana,Geneva,", "", svg)


def standing_alone(svg: str, style: str) -> str:
    """A drawing of a page as a file, on the page's colour."""
    opening, rest = svg.split(">", 1)
    opening = opening.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    escaped = style.replace("&", "&amp;").replace("<", "&lt;")
    background = '<rect class="golden-page" x="-9" y="-9" width="9999" height="9999"/>'
    return f"{opening}><style>{escaped}</style>{background}{rest}"


def picture(svg: str) -> Image.Image:
    run = subprocess.run(
        ["rsvg-convert", "--background-color", "white"],
        input=svg.encode(),
        capture_output=True,
        check=False,
    )
    if run.returncode:
        raise ValueError(f"rsvg-convert: {run.stderr.decode().strip()}")
    return Image.open(BytesIO(run.stdout)).convert("RGB")


def reduced(image: Image.Image, palette: Image.Image | None = None) -> Image.Image:
    """With the nearest of 255 colours, its own or another one's, which makes small files."""
    palette = palette or image.quantize(255, dither=Image.Dither.NONE)
    return image.quantize(palette=palette, dither=Image.Dither.NONE)


def problem(image: Image.Image, stored: Path, differences: Path) -> str | None:
    """What sets a picture apart from the stored one."""
    if not stored.is_file():
        return "nothing is stored"
    golden = Image.open(stored)
    if golden.size != image.size:
        image.save(differences)
        return f"is {image.width}x{image.height}, was {golden.width}x{golden.height}: {differences}"
    difference = Image.new("RGBA", image.size)
    shown = reduced(image, golden).convert("RGB")
    count = pixelmatch(golden.convert("RGB"), shown, difference, threshold=THRESHOLD)
    if count * 1_000_000 <= image.width * image.height * TOLERATED:
        return None
    difference.save(differences)
    return f"{count} pixels differ: {differences}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path, help="the site that `vitrine demo` writes")
    parser.add_argument("stored", type=Path, help="the folder with the stored pictures")
    parser.add_argument("--differences", type=Path, help="where pictures of differences go")
    parser.add_argument("--update", action="store_true", help="store the pictures anew")
    arguments = parser.parse_args()
    differences = arguments.differences or Path(tempfile.mkdtemp(prefix="golden-"))
    for folder in (arguments.stored, differences):
        folder.mkdir(parents=True, exist_ok=True)

    failed = False
    for drawing in DRAWINGS:
        stored = arguments.stored / f"{drawing.name}.png"
        try:
            image = picture(drawing.svg(arguments.site))
            if arguments.update:
                reduced(image).save(stored, optimize=True)
            found = problem(image, stored, differences / stored.name)
        except (OSError, ValueError) as error:
            found = str(error)
        if found:
            print(f"{drawing.name}: {found}")
            failed = True
    names = {f"{drawing.name}.png" for drawing in DRAWINGS}
    for path in sorted(arguments.stored.glob("*.png")):
        if path.name not in names:
            print(f"{path.name}: no drawing has this picture")
            failed = True
    if not any(differences.iterdir()):
        differences.rmdir()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
