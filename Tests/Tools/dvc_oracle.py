#!/usr/bin/env python3
"""Prints what DVC itself reads at revisions of a project, as one JSON document.

For each revision: `metrics` and `params`, in the form of `dvc metrics show --json` (an error of the
whole revision, or data or an error for each file), and `sources`, the text of the files that are
JSON. Paths are relative to PROJECT, a folder with `.dvc`. One process answers for all revisions,
because DVC takes a second to start.

With --checkout each revision is checked out before: at a revision of Git's, DVC can't find a remote
whose path is relative. With --address PATH there is also `address`, where DVC would fetch PATH.
"""

import argparse
import json
import logging
import os
import subprocess
from datetime import date, time


def encode(value: object) -> object:
    """What JSON has no form for: errors with their kind and words, dates as text."""
    if isinstance(value, Exception):
        return {"type": type(value).__name__, "msg": str(value)}
    if isinstance(value, (date, time)):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no JSON")


def json_sources(repo: object, paths: list[str]) -> dict[str, str]:
    """The texts of JSON files at the revision that the project is switched to."""
    sources = {}
    for path in paths:
        if path.lower().endswith(".json"):
            with repo.dvcfs.open(f"/{path}", mode="rb") as file:
                sources[path] = file.read().decode("utf-8")
    return sources


def answer_at_revisions(repo: object, revisions: list[str]) -> dict[str, object]:
    """The answers as `dvc metrics show` gives them for revisions; "" stands for the work tree."""
    metrics = repo.metrics.show(revs=revisions)
    params = repo.params.show(revs=revisions)
    result = {}
    for names in repo.brancher(revs=revisions, workspace=False):
        files = [*metrics[names].get("data", {}).items(), *params[names].get("data", {}).items()]
        readable = [path for path, answer in files if "data" in answer]
        answer = {
            "metrics": metrics[names],
            "params": params[names],
            "sources": json_sources(repo, readable),
        }
        # DVC joins the names of one commit with commas, which no GTO tag contains.
        result.update(dict.fromkeys(names.split(","), answer))
    return result


def answers(revisions: list[str], checkout: bool) -> dict[str, object]:
    from dvc.repo import Repo

    if not checkout:
        with Repo(".") as repo:
            return answer_at_revisions(repo, revisions)
    result = {}
    for revision in revisions:
        subprocess.run(["git", "checkout", "--quiet", revision], check=True)
        with Repo(".") as repo:
            result[revision] = answer_at_revisions(repo, [])[""]
    return result


def add_addresses(result: dict[str, object], path: str) -> None:
    """Where DVC would fetch a path from, for each revision that has an answer.

    Asked through an address, since for a path DVC takes the remote of the work tree instead.
    """
    from dvc.api import get_url

    for revision, answer in result.items():
        try:
            answer["address"] = get_url(path, repo=f"file://{os.getcwd()}", rev=revision)
        except Exception as error:  # DVC has many kinds, and each is an answer
            answer["address"] = encode(error)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--checkout", action="store_true")
    parser.add_argument("--address", metavar="PATH")
    parser.add_argument("project")
    parser.add_argument("revisions", nargs="+")
    arguments = parser.parse_args()
    os.chdir(arguments.project)
    logging.disable(logging.CRITICAL)
    result = answers(arguments.revisions, arguments.checkout)
    if arguments.address:
        add_addresses(result, arguments.address)
    print(json.dumps(result, default=encode, ensure_ascii=False))


if __name__ == "__main__":
    main()
