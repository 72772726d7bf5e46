#!/usr/bin/env python3
"""Opens pages of each kind from file:// in Chromium, at two widths, light and dark.

No console message, no policy violation, no request outside the site, no sideways scrolling, nothing
that axe-core objects to; and with scripts off the heading and the tables are still all there.
Prints `page [view]: rule: detail` and exits 1 on any finding.
"""

import argparse
import sys
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Error, Page

from browsing import VIEWS, View, chromium, pages_by_kind

RECORD_VIOLATIONS = """
window.policyViolations = [];
document.addEventListener('securitypolicyviolation', event => {
  window.policyViolations.push(`${event.effectiveDirective} ${event.blockedURI}`);
});
"""

# The elements that reach furthest beyond the right edge, to say what makes a page scroll.
SIDEWAYS = """() => {
  const page = document.scrollingElement;
  if (page.scrollWidth <= page.clientWidth) return null;
  const clipped = element => {
    for (let box = element.parentElement; box && box !== page; box = box.parentElement)
      if (getComputedStyle(box).overflowX !== 'visible') return true;
    return false;
  };
  const name = element => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '')
    + [...element.classList].map(word => '.' + word).join('');
  const wide = [...document.body.querySelectorAll('*')].filter(element =>
    element.getBoundingClientRect().right > page.clientWidth + 0.5 && !clipped(element));
  return `${page.scrollWidth} > ${page.clientWidth}: ` + wide.slice(0, 3).map(name).join(', ');
}"""

# What a reader must find without scripts: headings and rows that are laid out, and their text. Only what
# a reader chooses to compare is a script's work; without it the page lists the rendered comparisons.
CONTENT = """() => {
  const shown = selector => [...document.querySelectorAll(selector)].filter(element =>
    element.getClientRects().length > 0 && !element.closest('#choice')).length;
  return {h1: shown('h1'), tables: shown('main table'), rows: shown('main table tr')};
}"""

# WCAG 2.2 AA with axe's best practices; target-size is off unless asked for. Axe preloads style
# sheets, only to see whether they lock the orientation, by a request that file:// refuses.
AXE_OPTIONS = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
    "preload": False,
}


class Visit:
    """One page opened in one view; what is wrong with it gathers in `findings`."""

    def __init__(self, context: BrowserContext, path: Path, site: Path, name: str) -> None:
        self.name = name
        self.findings: list[str] = []
        self.page: Page = context.new_page()
        inside = site.as_uri() + "/"
        self.page.on("console", lambda message: self._console(message.type, message.text))
        self.page.on("pageerror", lambda error: self._find("page error", str(error)))
        self.page.on(
            "request",
            lambda request: request.url.startswith(inside) or self._find("request", request.url),
        )
        self.page.on("requestfailed", lambda request: self._find("failed request", request.url))
        try:
            self.page.goto(path.as_uri(), wait_until="load")
        except Error as error:
            self._find("not opened", error.message)

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning", "assert"):
            self._find(f"console {kind}", text)

    def _find(self, rule: str, detail: str) -> None:
        self.findings.append(f"{self.name}: {rule}: {' '.join(detail.split())}")

    def check_layout(self) -> None:
        sideways = self.page.evaluate(SIDEWAYS)
        if sideways:
            self._find("sideways scrolling", sideways)

    def check_policy(self) -> None:
        for violation in self.page.evaluate("window.policyViolations"):
            self._find("policy", violation)

    def check_access(self, axe: Axe) -> None:
        for violation in axe.run(self.page, options=AXE_OPTIONS).response["violations"]:
            for node in violation["nodes"]:
                selector = " ".join(str(part) for part in node["target"])
                reasons = [check["message"] for check in node["any"] + node["all"] + node["none"]]
                detail = f"{selector}: {(reasons or [violation['help']])[0]}"
                self._find(f"axe {violation['id']}", detail)

    def content(self) -> dict[str, int]:
        found = self.page.evaluate(CONTENT)
        if found["h1"] != 1:
            self._find("heading", f"{found['h1']} visible h1 elements")
        return found

    def check_content(self, expected: dict[str, int]) -> None:
        """Compares with what the same page shows when scripts run."""
        for part, count in self.content().items():
            if count < expected[part]:
                self._find("scripts off", f"{count} {part} of {expected[part]}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--pages", type=int, default=2, metavar="N", help="at most N of a kind")
    arguments = parser.parse_args()
    site = arguments.site.resolve()
    pages = [page for _, page in pages_by_kind(site, arguments.pages)]
    if site / "index.html" not in pages:
        sys.exit(f"check_browser: no index.html in {site}")

    findings: list[str] = []
    axe = Axe()
    contents: dict[tuple[Path, int], dict[str, int]] = {}

    with chromium() as browser:

        def visit_all(view: View, scripts: bool) -> None:
            context = view.context(browser, scripts=scripts)
            if scripts:
                context.add_init_script(RECORD_VIOLATIONS)
            for path in pages:
                kind = view if scripts else f"{view}, scripts off"
                visit = Visit(context, path, site, f"{path.relative_to(site)} [{kind}]")
                visit.check_layout()
                if scripts:
                    contents[path, view.width] = visit.content()
                    visit.check_policy()
                    visit.check_access(axe)
                else:
                    visit.check_content(contents[path, view.width])
                visit.page.close()
                findings.extend(visit.findings)
            context.close()

        for view in VIEWS:
            visit_all(view, scripts=True)
        visit_all(VIEWS[0], scripts=False)

    for line in dict.fromkeys(findings):
        print(line)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
