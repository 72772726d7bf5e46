"""Debian's Chromium on a built site: which pages there are, and how a reader may see them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, sync_playwright

CHROMIUM = "/usr/bin/chromium"

# The kinds of pages; the first glob that a page matches decides. 404.html knows the site only by
# its base URL, so it can't be opened from a folder.
KINDS = [
    ("catalog", "index.html"),
    ("model", "models/*/*/index.html"),
    ("version", "models/*/*/v*/index.html"),
    ("comparison", "models/*/*/compare/*/index.html"),
    ("free comparison", "models/*/*/compare/index.html"),
    ("history", "models/*/*/history/index.html"),
    ("stages", "stages/index.html"),
    ("stage", "stages/*/index.html"),
    ("labels", "labels/index.html"),
    ("label", "labels/*/index.html"),
    ("repositories", "repositories/index.html"),
    ("repository", "repositories/*/index.html"),
    ("activity", "activity/**/index.html"),
    ("data", "data/index.html"),
    ("report", "report/index.html"),
    ("codes", "report/codes/index.html"),
    ("other", "**/*.html"),
]
UNOPENED = {"404.html"}

# In milliseconds; a machine with other work may need long for what usually takes a moment.
PATIENCE = 600_000


def pages_by_kind(site: Path, at_most: int) -> Iterator[tuple[str, Path]]:
    """Up to `at_most` pages of each kind, the largest and the smallest first."""
    seen = {site / name for name in UNOPENED}
    for kind, pattern in KINDS:
        pages = [page for page in site.glob(pattern) if page not in seen]
        seen.update(pages)
        pages.sort(key=lambda page: (-page.stat().st_size, page))
        chosen = pages[: (at_most + 1) // 2]
        rest = pages[len(chosen) :]
        chosen += rest[len(rest) - at_most // 2 :] if at_most > 1 else []
        for page in chosen:
            yield kind, page


@dataclass(frozen=True)
class View:
    """A window's width in CSS pixels and a colour scheme."""

    width: int
    scheme: str

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"

    def context(self, browser: Browser, scripts: bool = True) -> BrowserContext:
        context = browser.new_context(
            viewport={"width": self.width, "height": 900},
            color_scheme=self.scheme,
            reduced_motion="reduce",
            java_script_enabled=scripts,
            locale="en-GB",
            timezone_id="UTC",
        )
        context.set_default_timeout(PATIENCE)
        return context


VIEWS = [View(width, scheme) for width in (360, 1280) for scheme in ("light", "dark")]


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # Root may only start it without its sandbox; the pages are our own.
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"], timeout=PATIENCE
        )
        try:
            yield browser
        finally:
            browser.close()
