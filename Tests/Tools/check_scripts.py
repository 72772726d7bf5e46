"""Gives the shell parts of a CI workflow to shellcheck.

Usage: check_scripts.py WORKFLOW

Takes `run` of GitHub's steps, which bash reads, and `before_script` and `script` of GitLab's jobs,
which sh reads. Prints what shellcheck finds; the status is 1 if there was anything.
"""

import subprocess
import sys
from pathlib import Path

from ruamel.yaml import YAML


def scripts(document):
    for name, job in (document.get("jobs") or document).items():
        if not isinstance(job, dict):
            continue
        for number, step in enumerate(job.get("steps", []), 1):
            if "run" in step:
                yield f"{name}, step {number}", "bash", step["run"]
        for key in ("before_script", "script"):
            if key in job:
                yield f"{name}, {key}", "sh", "\n".join(job[key])


def main() -> int:
    document = YAML(typ="safe").load(Path(sys.argv[1]))
    found, count = 0, 0
    for place, shell, text in scripts(document):
        count += 1
        if "${{" in text:
            print(f"{place}: an expression in a script, which anybody who pushes may write")
            found += 1
        result = subprocess.run(
            ["shellcheck", f"--shell={shell}", "-"], input=text, text=True, capture_output=True
        )
        if result.returncode:
            print(f"{place}:\n{result.stdout}{result.stderr}")
            found += 1
    if not count:
        print("there are no scripts")
    return 1 if found or not count else 0


if __name__ == "__main__":
    sys.exit(main())
