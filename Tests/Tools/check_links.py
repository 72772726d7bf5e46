#!/usr/bin/env python3
"""Checks the links and the policy of a built site: our own rules first, then LinkChecker.

Every address is relative, names a file (never a folder) of this site, and its fragment is there; a
fragment with `=` is a page's state, not a place. Only links that a reader follows may lead
elsewhere, to http, https or mailto. Nothing inline that the strict policy would block. Prints
`file:line: message` and exits 1 on any finding.
"""

import argparse
import csv
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

from page_facts import Link, PageFacts

STYLE_ADDRESS = re.compile(r"""url\(\s*['"]?([^)'"]*)['"]?\s*\)|@import\s+['"]([^'"]*)['"]""")
UNSAFE = re.compile(r"""[^!-~]|[\\"<>^`{|}]""")
BAD_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")

# LinkChecker gives up root's rights for user nobody, who may read neither this folder nor Python.
# The site is our own, so it keeps them.
LAUNCH = """
from linkcheck.command import linkchecker
linkchecker.drop_privileges = lambda: None
linkchecker.linkchecker()
"""


class Site:
    """A built site's files, each page and drawing read once."""

    def __init__(self, root: Path, allowed: list[str]) -> None:
        self.root = root
        self.allowed = tuple(allowed)
        self.files = {path for path in root.rglob("*") if path.is_file()}
        self.pages = {
            path: PageFacts(path, drawing=path.suffix == ".svg")
            for path in sorted(self.files)
            if path.suffix in (".html", ".svg")
        }

    def findings(self) -> list[str]:
        found = []
        for path, page in self.pages.items():
            found += [self._line(path, line, message) for line, message in page.findings]
            for link in page.links:
                problem = self._problem(path, link)
                if problem:
                    found.append(self._line(path, link.line, f"{problem}: {link.url}"))
        for path in sorted(self.files):
            if path.suffix == ".css":
                found += self._style_findings(path)
        return found

    def _style_findings(self, path: Path) -> list[str]:
        found = []
        for number, text in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1):
            for match in STYLE_ADDRESS.finditer(text):
                url = match[1] or match[2] or ""
                problem = self._problem(path, Link(number, url, loads=True))
                if problem:
                    found.append(self._line(path, number, f"{problem}: {url}"))
        return found

    def _line(self, path: Path, line: int, message: str) -> str:
        return f"{path.relative_to(self.root)}:{line}: {message}"

    def _problem(self, source: Path, link: Link) -> str | None:
        if UNSAFE.search(link.url) or BAD_ESCAPE.search(link.url):
            return "address not percent-encoded"
        try:
            parts = urlsplit(link.url)
        except ValueError as error:
            return f"no address ({error})"
        if parts.scheme or link.url.startswith("//"):
            return self._foreign_problem(source, link, parts.scheme)
        if not link.url:
            return "empty address"
        if parts.path.startswith("/"):
            return "address from the host's root"
        if not parts.path and parts.query:
            return "address names no file"
        if "+" in parts.path:
            return "plus sign not written %2B"
        return self._target_problem(source, unquote(parts.path), unquote(parts.fragment), link.url)

    def _foreign_problem(self, source: Path, link: Link, scheme: str) -> str | None:
        if scheme not in ("http", "https", "mailto"):
            return "scheme not allowed"
        # 404.html is shown at any depth, so it knows the site by its base URL.
        if link.loads and source != self.root / "404.html":
            return "loaded from elsewhere"
        if self.allowed and scheme != "mailto" and not link.url.startswith(self.allowed):
            return "address not among the allowed ones"
        return None

    def _target_problem(self, source: Path, path: str, fragment: str, url: str) -> str | None:
        target = Path(os.path.normpath(source.parent / path)) if path else source
        if not target.is_relative_to(self.root):
            return "leads out of the site"
        if path.endswith("/") or target.is_dir():
            return "leads to a folder"
        if target not in self.files:
            return "no such file"
        if not fragment and url.endswith("#"):
            return "empty fragment"
        page = self.pages.get(target)
        if fragment and "=" not in fragment and (page is None or fragment not in page.ids):
            return "no such fragment"
        return None


def linkchecker_findings(site: Site) -> list[str]:
    """What LinkChecker says, walking the site from its first page without any network."""
    with tempfile.NamedTemporaryFile("w", suffix="rc") as configuration:
        configuration.write("[checking]\n")  # in place of the user's own; it may not be empty
        configuration.flush()
        command = [sys.executable, "-c", LAUNCH, "--config", configuration.name]
        command += ["--no-status", "--verbose", "--output", "csv"]
        command.append((site.root / "index.html").as_uri())
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    rows = [line for line in run.stdout.splitlines() if line and not line.startswith("#")]
    results = list(csv.DictReader(rows, delimiter=";"))
    if run.returncode not in (0, 1) or not results:
        sys.exit(f"check_links: LinkChecker failed ({run.returncode}): {run.stderr}")
    found = []
    for row in results:
        if row["valid"] != "True":
            parent = unquote(urlsplit(row["parentname"] or "").path)
            name = Path(parent).relative_to(site.root) if parent else "index.html"
            found.append(f"{name}:{row['line']}: LinkChecker: {row['result']}: {row['urlname']}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    parser.add_argument("--allow", action="append", default=[], metavar="PREFIX",
                        help="refuse http(s) links that begin with none of these")
    parser.add_argument("--quick", action="store_true", help="our own rules only")
    arguments = parser.parse_args()
    site = Site(arguments.site.resolve(), arguments.allow)
    if site.root / "index.html" not in site.files:
        sys.exit(f"check_links: no index.html in {site.root}")

    findings = site.findings()
    if not arguments.quick:
        findings += linkchecker_findings(site)
    for line in findings:
        print(line)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
