#!/usr/bin/env python3
"""check_cards.py SITE REPOSITORY HARMLESS: opens the page of every model of a repository, with its card.

No card may do anything: no dialog, no violation of the policy, no request outside the site, no
attribute that acts, no address that runs. And the page around the card is that of the model
HARMLESS: the same landmarks in each other, and each id once. Exits 1 on any finding.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import BrowserContext, Dialog, Error, Page

from browsing import VIEWS, chromium
from check_browser import RECORD_VIOLATIONS

# Landmarks and what else makes a page's frame, each with the way to it; no card may hold any.
FRAME = """() => {
  const name = element => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '')
    + [...element.classList].sort().map(word => '.' + word).join('');
  const way = element => element === document.documentElement ? name(element)
    : way(element.parentElement) + ' > ' + name(element);
  const parts = 'body, body > *, header, nav, main, footer, aside, search, form, dialog, h1, '
    + 'iframe, object, embed, script, style, link, meta, base, [contenteditable], [accesskey]';
  return [...document.querySelectorAll(parts)].map(way);
}"""

# What no element of any page may have.
ACTING = """() => {
  const found = [];
  const ids = new Set();
  for (const element of document.querySelectorAll('*')) {
    for (const {name, value} of element.attributes) {
      if (/^on/i.test(name) || ['style', 'srcdoc', 'srcset', 'ping', 'formaction'].includes(name))
        found.push(`${name} on ${element.tagName}`);
      if (['href', 'src', 'action', 'xlink:href'].includes(name)) {
        // What is no address leads nowhere.
        if (!URL.canParse(value, document.baseURI)) continue;
        const scheme = new URL(value, document.baseURI).protocol;
        if (!['http:', 'https:', 'mailto:', 'file:'].includes(scheme) && scheme !== 'data:')
          found.push(`${name}=${value}`);
        if (/^\\s*data:/i.test(value) && element.tagName !== 'LINK') found.push(`${name}=${value}`);
      }
    }
    if (element.id && ids.has(element.id)) found.push(`the id ${element.id} twice`);
    ids.add(element.id);
  }
  for (const name of ['getElementById', 'querySelector', 'createElement', 'addEventListener'])
    if (typeof document[name] !== 'function') found.push(`document.${name} is taken over`);
  for (const name of ['forms', 'images', 'links'])
    if (!(document[name] instanceof HTMLCollection)) found.push(`document.${name} is taken over`);
  return found;
}"""


class CardVisit:
    """One page with a card, opened; what is wrong with it gathers in `findings`."""

    def __init__(self, context: BrowserContext, path: Path, site: Path) -> None:
        self.name = str(path.relative_to(site))
        self.findings: list[str] = []
        self.frame: list[str] = []
        self.page: Page = context.new_page()
        inside = site.as_uri() + "/"
        self.page.on("dialog", self._dialog)
        self.page.on("console", lambda message: self._console(message.type, message.text))
        self.page.on("pageerror", lambda error: self._find("page error", str(error)))
        self.page.on("popup", lambda page: self._find("popup", page.url))
        self.page.on(
            "request",
            lambda request: request.url.startswith(inside) or self._find("request", request.url),
        )
        self.page.on("requestfailed", lambda request: self._find("failed request", request.url))
        try:
            self.page.goto(path.as_uri(), wait_until="load")
            self._look()
        except Error as error:
            self._find("not opened", error.message)
        self.page.close()

    def _look(self) -> None:
        for violation in self.page.evaluate("window.policyViolations"):
            self._find("policy", violation)
        for found in self.page.evaluate(ACTING):
            self._find("acting", found)
        self.frame = self.page.evaluate(FRAME)

    def _dialog(self, dialog: Dialog) -> None:
        self._find("dialog", dialog.message)
        dialog.dismiss()

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning", "assert"):
            self._find(f"console {kind}", text)

    def _find(self, rule: str, detail: str) -> None:
        self.findings.append(f"{self.name}: {rule}: {' '.join(detail.split())[:300]}")

    def compare(self, harmless: list[str]) -> None:
        """Holds the frame against that of the page with a harmless card."""
        for place in self.frame:
            if place not in harmless:
                self._find("frame", f"has {place}")
        for place in harmless:
            if place not in self.frame:
                self._find("frame", f"has no {place}")
        if not self.findings and self.frame != harmless:
            self._find("frame", "its parts come in another order, or more than once")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("repository")
    parser.add_argument("harmless", help="the model whose card does nothing")
    arguments = parser.parse_args()
    site = arguments.site.resolve()
    models = site / "models" / arguments.repository
    findings: list[str] = []
    count = 0

    with chromium() as browser:
        context = VIEWS[-1].context(browser)
        context.add_init_script(RECORD_VIOLATIONS)
        for page in ["index.html", "v1.0.0/index.html"]:
            harmless = CardVisit(context, models / arguments.harmless / page, site)
            findings += harmless.findings
            for model in sorted(models.iterdir()):
                if model.name == arguments.harmless or not model.is_dir():
                    continue
                visit = CardVisit(context, model / page, site)
                visit.compare(harmless.frame)
                findings += visit.findings
                count += 1
        context.close()

    if count == 0:
        sys.exit(f"check_cards: no model under {models}")
    for line in findings:
        print(line)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
