#!/usr/bin/env python3
"""Uses the free comparisons of a site from file:// in Chromium, by keyboard alone.

What the page's script shows of two versions is what the rendered page of the pair shows; versions are
added, removed, made the baseline and taken from other models without a pointer; the address brings the
same comparison back. Prints `page: rule: detail` and exits 1 on any finding.
"""

import argparse
import sys
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, Page

from browsing import VIEWS, chromium

# The rows of each section's first table, hidden words and all. Digests are cut by the script only, and
# the rendered page has the stages among the facts, which the script knows apart from the data.
ROWS = """() => {
  const sections = {};
  for (const section of document.querySelectorAll('main section[aria-labelledby]')) {
    const table = section.querySelector(':scope > .scroll table.compare');
    if (!table) continue;
    const name = section.getAttribute('aria-labelledby');
    if (!['metrics', 'params', 'inputs', 'outputs'].includes(name)) continue;
    sections[name] = [...table.querySelectorAll('tbody tr:not(.group)')].map(row =>
      [...row.cells].map(cell => {
        const code = cell.querySelector('code');
        if (name !== 'metrics' && name !== 'params' && code) return code.textContent.slice(0, 12);
        const long = cell.querySelector('details.long .value');
        const value = cell.querySelector('data');
        return long ? long.textContent.slice(0, 400) : [cell.textContent.trim(), value ? value.value : ''].join(' | ');
      }));
  }
  return sections;
}"""


class Findings:
    """What is wrong, by page."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.all: list[str] = []

    def add(self, page: Path, rule: str, detail: object) -> None:
        self.all.append(f"{page.relative_to(self.site)}: {rule}: {detail}")


def watch(page: Page, path: Path, findings: Findings) -> None:
    page.on("pageerror", lambda error: findings.add(path, "page error", error))
    page.on(
        "console",
        lambda message: message.type in ("error", "warning")
        and findings.add(path, f"console {message.type}", message.text),
    )


def wait(page: Page, count: int) -> None:
    """Waits until so many versions are chosen and their tables stand there."""
    page.wait_for_function(
        "count => document.querySelectorAll('#choice .stage-card').length === count"
        " && !/Loading/.test(document.querySelector('#choice [role=status]').textContent)",
        arg=count,
        timeout=10_000,
    )


def check_pairs(browser: Browser, findings: Findings, at_most: int) -> int:
    """The script shows of each pair what the rendered page shows."""
    pages = sorted(findings.site.glob("models/*/*/compare/*/index.html"))
    chosen = pages[:: max(1, len(pages) // at_most)][:at_most]
    context = VIEWS[-1].context(browser)
    for path in chosen:
        page = context.new_page()
        watch(page, path, findings)
        page.goto(path.as_uri())
        rendered = page.evaluate(ROWS)
        before, after = path.parent.name.split("...")
        address = f"#v={quote(before)}&v={quote(after)}&base={quote(before)}"
        page.goto(path.parent.parent.joinpath("index.html").as_uri() + address)
        wait(page, 2)
        shown = page.evaluate(ROWS)
        for name in sorted(rendered.keys() | shown.keys()):
            one, other = rendered.get(name), shown.get(name)
            if one == other:
                continue
            pairs = [pair for pair in zip(one or [], other or []) if pair[0] != pair[1]]
            findings.add(path, f"{name} differ", pairs[:2] or (one, other))
        page.close()
    context.close()
    return len(chosen)


def tab_to(page: Page, test: str, limit: int = 80) -> bool:
    """Presses Tab until an element that fits has the focus."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate(f"() => (element => {test})(document.activeElement)"):
            return True
    return False


def check_keyboard(browser: Browser, findings: Findings, path: Path) -> None:
    """Adds, removes and chooses without a pointer; the address brings the same back."""
    context = VIEWS[-1].context(browser)
    page = context.new_page()
    watch(page, path, findings)

    def expect(holds: bool, rule: str, detail: object = "") -> None:
        if not holds:
            findings.add(path, rule, detail)

    page.goto(path.as_uri())
    wait(page, 2)
    expect(tab_to(page, "element.id === 'add-version'"), "keyboard", "no way to the versions")
    page.keyboard.press("ArrowDown")
    expect(tab_to(page, "element.textContent === 'Add'", 3), "keyboard", "no way to Add")
    page.keyboard.press("Enter")
    wait(page, 3)
    page.evaluate("document.activeElement.blur()")
    page.goto(page.url)
    wait(page, 3)
    names = page.eval_on_selector_all("#choice .stage-card .version", "all => all.map(x => x.textContent)")
    expect(len(set(names)) == 3, "three versions", names)

    expect(tab_to(page, "element.type === 'radio'"), "keyboard", "no way to the baseline")
    before = page.url
    page.keyboard.press("ArrowRight")
    wait(page, 3)
    expect(page.url != before and "base=" in page.url, "the baseline is in the address", page.url)
    checked = page.eval_on_selector_all("#choice input[type=radio]", "all => all.filter(x => x.checked).length")
    expect(checked == 1, "one baseline", checked)
    focused = page.evaluate("document.activeElement.type")
    expect(focused == "radio", "the focus stays with the baseline", focused)

    rows = "() => document.querySelectorAll('#choice table tbody tr').length"
    few = page.evaluate(rows)
    expect(tab_to(page, "element.id === 'only-different'"), "keyboard", "no way to the equal rows")
    page.keyboard.press("Space")
    expect(page.evaluate(rows) >= few, "equal rows are shown", few)
    expect("all=1" in page.url, "equal rows are in the address", page.url)

    page.reload()
    wait(page, 3)
    expect(not page.is_checked("#only-different"), "the address keeps equal rows", page.url)
    expect(tab_to(page, "/^Remove/.test(element.textContent)"), "keyboard", "no way to Remove")
    page.keyboard.press("Enter")
    wait(page, 2)
    focused = page.evaluate("document.activeElement.textContent")
    expect(focused.startswith("Remove"), "the focus stays with Remove", focused)
    check_other_model(page, expect)
    context.close()


def check_other_model(page: Page, expect) -> None:
    """Takes a version of another model."""
    summary = "element.tagName === 'SUMMARY' && /another model/.test(element.textContent)"
    expect(tab_to(page, summary), "keyboard", "no way to other models")
    page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    if page.locator("#found-model option").count() == 0:
        page.wait_for_timeout(1000)
    if page.locator("#found-model option").count() == 0:
        return
    expect(tab_to(page, "element.id === 'found-model'", 3), "keyboard", "no way to the models")
    page.wait_for_function("() => document.querySelectorAll('#other-version option').length > 0", timeout=5_000)
    expect(tab_to(page, "element.textContent === 'Add'", 3), "keyboard", "no way to Add")
    page.keyboard.press("Enter")
    wait(page, 3)
    names = page.eval_on_selector_all("#choice .stage-card .version", "all => all.map(x => x.textContent)")
    expect(all("@" in name for name in names), "models are named", names)


def check_bad_addresses(browser: Browser, findings: Findings, path: Path) -> None:
    """An address that names nothing, or leads out of the site, loads nothing from elsewhere."""
    context = VIEWS[0].context(browser)
    page = context.new_page()
    inside = findings.site.as_uri() + "/"
    page.on("request", lambda request: request.url.startswith(inside) or findings.add(path, "request", request.url))
    for address in ["#v=../../../../etc", "#v=a/../b/c", "#v=https://x.example/a/b", "#v=%2F%2Fx/a/b"]:
        page.goto("about:blank")
        page.goto(path.as_uri() + address)
        page.wait_for_timeout(200)
    page.goto("about:blank")
    page.goto(path.as_uri() + "#v=v999.0.0")
    page.wait_for_function(
        "() => /Not found/.test(document.querySelector('#choice [role=status]').textContent)", timeout=5_000
    )
    context.close()


def check_plain(browser: Browser, findings: Findings, path: Path) -> None:
    """Without scripts the rendered comparisons are listed."""
    context = VIEWS[0].context(browser, scripts=False)
    page = context.new_page()
    page.goto(path.as_uri())
    if page.locator("main .compare-pairs a").count() == 0:
        findings.add(path, "without scripts", "no comparison is listed")
    context.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("--pairs", type=int, default=12, help="how many rendered pages are compared")
    arguments = parser.parse_args()
    findings = Findings(arguments.site.resolve())
    pages = sorted(
        findings.site.glob("models/*/*/compare/index.html"),
        key=lambda path: -len(list(path.parent.glob("*/index.html"))),
    )
    if not pages:
        print("no free comparison")
        return 1
    with chromium() as browser:
        pairs = check_pairs(browser, findings, arguments.pairs)
        check_keyboard(browser, findings, pages[0])
        check_bad_addresses(browser, findings, pages[0])
        check_plain(browser, findings, pages[0])
    print("\n".join(findings.all))
    print(f"{pairs} pairs compared, {len(findings.all)} findings")
    return 1 if findings.all else 0


if __name__ == "__main__":
    sys.exit(main())
