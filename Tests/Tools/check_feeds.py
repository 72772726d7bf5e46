"""Checks the feeds and the sitemap of a built site.

Usage: check_feeds.py SITE BASE_URL

Each feed must be well-formed Atom that feedparser has nothing to say against, name itself by its
address, hold no id twice, be sorted by time, and link only to pages that are there. The sitemap must
name exactly the pages of the site. Everything found is printed; the status is 1 if there was anything.
"""

import sys
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def page(site: Path, base: str, address: str) -> Path | None:
    """The file that an address of the site means."""
    if not address.startswith(base):
        return None
    return site / unquote(address[len(base) :].partition("#")[0])


def feed_findings(site: Path, base: str, path: Path):
    name = path.relative_to(site).as_posix()
    feed = feedparser.parse(path.read_bytes())
    if feed.bozo:
        yield f"{name}: {feed.bozo_exception!r}"
    if feed.version != "atom10":
        yield f"{name}: is {feed.version!r}"
    if page(site, base, feed.feed.get("id", "")) != path:
        yield f"{name}: its id is {feed.feed.get('id')!r}"
    ids = [entry.id for entry in feed.entries]
    if len(set(ids)) != len(ids):
        yield f"{name}: holds an id twice"
    times = [entry.updated for entry in feed.entries]
    if times != sorted(times, reverse=True) or times[:1] not in ([], [feed.feed.updated]):
        yield f"{name}: is not sorted by time"
    for item in [feed.feed, *feed.entries]:
        if not item.get("title") or not item.get("updated"):
            yield f"{name}: an entry has no title or no time"
        for link in item.get("links", []):
            target = page(site, base, link.href)
            if target is None or not target.is_file():
                yield f"{name}: leads to {link.href}, which is not there"
    root = ElementTree.parse(path).getroot()
    if root.find(f"{ATOM}author/{ATOM}name") is None:
        yield f"{name}: has no author"


def sitemap_findings(site: Path, base: str):
    path = site / "sitemap.xml"
    if not path.exists():
        return
    listed = {
        page(site, base, item.text or "")
        for item in ElementTree.parse(path).getroot().iter(f"{SITEMAP}loc")
    }
    pages = {file for file in site.rglob("*.html") if file.name != "404.html"}
    for file in sorted(pages ^ listed, key=str):
        yield f"sitemap.xml: {'lacks' if file in pages else 'invents'} {file}"


def main() -> int:
    site, base = Path(sys.argv[1]).resolve(), sys.argv[2]
    feeds = sorted(site.rglob("feed.atom"))
    findings = [found for path in feeds for found in feed_findings(site, base, path)]
    findings += sitemap_findings(site, base)
    if not feeds:
        findings.append("there are no feeds")
    print("\n".join(findings))
    print(f"{len(feeds)} feeds, {len(findings)} findings")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
