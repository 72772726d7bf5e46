#!/usr/bin/env python3
"""Opens pages of the demonstration's site from file:// in Firefox and in WebKitGTK.

On a version's page, a comparison and the free comparison: the plots are there, as large as they should
be, and no text leaves its drawing; no script fails, nothing is refused; and two versions are put side by
side by keyboard alone. Prints `engine: page: rule: detail` and exits 1 on any finding.
"""

import argparse
import asyncio
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from engines import ENGINES, Firefox, WebKit

Browser = Firefox | WebKit

FOLDER = "models/churn/churn"
CHOICE = f"{FOLDER}/compare/index.html"

# The pages, and how many plots each has at least.
PAGES = {
    f"{FOLDER}/v3.1.0/index.html": 7,
    f"{FOLDER}/compare/v3.0.0...v3.1.0/index.html": 8,
    CHOICE: 3,
}

# Comes before the page's own scripts; engines tell of errors in different ways, or not at all.
RECORDER = """
window.failures = [];
addEventListener('error', function (event) {
  window.failures.push(event.message || 'not loaded: ' + (event.target.src || event.target.href));
}, true);
addEventListener('unhandledrejection', function (event) { window.failures.push(String(event.reason)); });
addEventListener('securitypolicyviolation', function (event) {
  window.failures.push(event.effectiveDirective + ' ' + event.blockedURI);
});
"""

# The plots that are laid out, with the texts that leave them. Letters rise and hang so far around the
# line that they stand on, at a size of 12.
MEASURE = """(function () {
  return [...document.querySelectorAll('main svg')].filter(function (svg) {
    return !svg.matches('.mark') && svg.getClientRects().length > 0;
  }).map(function (svg) {
    var box = svg.getBoundingClientRect();
    var view = svg.viewBox.baseVal;
    var outside = [...svg.querySelectorAll('text')].filter(function (text) {
      var at = text.getBBox();
      var baseline = Number(text.getAttribute('y'));
      return at.x < -1 || at.x + at.width > view.width + 1 || baseline < 10 || baseline + 3 > view.height;
    });
    var title = svg.querySelector('title');
    return {
      title: title ? title.textContent : svg.getAttribute('class'),
      isPlot: svg.matches('.plot'),
      left: box.left + scrollX, width: box.width, height: box.height,
      ratio: box.width / box.height / (view.width / view.height),
      texts: svg.querySelectorAll('text').length,
      outside: outside.map(function (text) { return text.textContent; })
    };
  });
})()"""

CHOSEN = "document.querySelectorAll('#choice .stage-card').length"
STATUS = "(document.querySelector('#choice [role=status]') || {textContent: ''}).textContent"
ROWS = "document.querySelectorAll('#choice table.compare tbody tr').length"

Find = Callable[[str, object], None]


async def check_drawings(browser: Browser, least: int, find: Find) -> None:
    drawings = await browser.evaluate(MEASURE)
    plots = [drawing for drawing in drawings if drawing["isPlot"]]
    if len(plots) < least:
        find("plots", f"{len(plots)} of {least}")
    for drawing in drawings:
        place = f"{drawing['title']}: {drawing['width']:.0f}x{drawing['height']:.0f}"
        if drawing["left"] < 0 or not 0.98 < drawing["ratio"] < 1.02:
            find("box", f"{place} at {drawing['left']:.0f}, ratio {drawing['ratio']:.2f}")
        if drawing["isPlot"] and not (200 <= drawing["width"] <= 800 and drawing["height"] >= 100):
            find("box", place)
        if drawing["isPlot"] and not drawing["texts"]:
            find("text", f"{drawing['title']} has none")
        for text in drawing["outside"]:
            find("text", f"{text!r} leaves {drawing['title']}")


async def wait(browser: Browser, condition: str, what: str) -> None:
    for _ in range(600):
        if await browser.evaluate(condition):
            return
        await asyncio.sleep(0.1)
    raise RuntimeError(f"waited in vain for {what}: {await browser.evaluate(STATUS)}")


async def is_focused(browser: Browser, test: str) -> bool:
    return await browser.evaluate(f"(function (element) {{ return {test}; }})(document.activeElement)")


async def tab_to(browser: Browser, test: str, *keys: str, limit: int = 80) -> None:
    """Presses Tab, or other keys, until an element that fits has the focus."""
    for _ in range(limit):
        if await is_focused(browser, test):
            return
        await browser.press(*(keys or ["Tab"]))
    raise RuntimeError(f"no way by keyboard to what fits {test}")


async def check_choice(browser: Browser, find: Find) -> None:
    """Takes both versions away that the page begins with, and chooses two others."""
    await wait(browser, f"{CHOSEN} === 2 && {ROWS} > 0", "two versions")
    await tab_to(browser, "/^Remove/.test(element.textContent)")
    for left in (1, 0):
        await browser.press("Enter")
        await wait(browser, f"{CHOSEN} === {left}", f"{left} versions")
    if await browser.evaluate(ROWS):
        find("no choice", "a table is left")
    if not await is_focused(browser, "element.id === 'add-version'"):
        find("focus", "is not with the versions, where nothing is chosen")
    for count in (1, 2):
        await tab_to(browser, "element.id === 'add-version'", "Shift", "Tab", limit=3)
        before = await browser.evaluate("document.activeElement.value")
        await browser.press("ArrowDown")
        if await browser.evaluate("document.activeElement.value") == before:
            find("keyboard", "an arrow chooses no other version")
        await tab_to(browser, "element.textContent === 'Add'", limit=3)
        await browser.press("Enter")
        await wait(browser, f"{CHOSEN} === {count} && !/Loading/.test({STATUS})", f"{count} versions")
    if not await browser.evaluate(ROWS):
        find("choice", "no table")
    address = await browser.evaluate("location.hash")
    if address.count("v=") != 2:
        find("address", address)


async def check(engine: str, site: Path, pictures: Path | None) -> list[str]:
    findings: list[str] = []
    async with ENGINES[engine]() as browser:
        for path, least in PAGES.items():

            def find(rule: str, detail: object, path: str = path) -> None:
                findings.append(f"{engine}: {path}: {rule}: {detail}")

            try:
                await browser.open((site / path).as_uri())
                if path == CHOICE:
                    await check_choice(browser, find)
                await check_drawings(browser, least, find)
            except RuntimeError as error:
                find("broken", error)
            for failure in await browser.evaluate("window.failures || ['no recorder']"):
                find("script", failure)
            if pictures:
                name = path.removeprefix("models/").removesuffix("/index.html").replace("/", ".")
                (pictures / f"{engine}.{name}.png").write_bytes(await browser.picture())
    return findings


def with_recorder(site: Path, folder: Path) -> Path:
    """A copy of the site whose pages note what fails."""
    copied = folder / "site"
    shutil.copytree(site, copied)
    for path in PAGES:
        page = copied / path
        text = page.read_text(encoding="utf-8")
        page.write_text(text.replace("<script", '<script src="recorder.js"></script><script', 1))
        (page.parent / "recorder.js").write_text(RECORDER)
    return copied


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path, help="the site that `vitrine demo` writes")
    parser.add_argument("--engine", choices=list(ENGINES), action="append", help="both, if none")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="where pictures of the pages go")
    arguments = parser.parse_args()
    if arguments.pictures:
        arguments.pictures.mkdir(parents=True, exist_ok=True)
    findings = []
    with tempfile.TemporaryDirectory() as folder:
        site = with_recorder(arguments.site.resolve(), Path(folder).resolve())
        for engine in arguments.engine or ENGINES:
            findings += asyncio.run(check(engine, site, arguments.pictures))
    for line in findings:
        print(line)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
