#!/usr/bin/env python3
"""Checks the documents under api/v1/ of a built site against their schemas and the manifest.

Each document, and each line of events.ndjson, names its schema by a relative address in
`meta.schema` and must be valid under it (JSON Schema 2020-12), with no key that the schema doesn't
know. Text files are UTF-8 with LF and a final newline. manifest.json gives size and SHA-256 of
every other file. Prints `path: message` and exits 1 on any finding.
"""

import argparse
import copy
import hashlib
import json
import sys
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError, best_match
from referencing import Registry, Resource
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

TEXT_SUFFIXES = {".json", ".ndjson", ".txt", ".md5"}

formats = FormatChecker(formats=[])


@formats.checks("date-time", raises=ValueError)
def is_utc_time(value: object) -> bool:
    """Our times have one form: whole seconds in UTC."""
    return not isinstance(value, str) or bool(datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ"))


def parse(text: str) -> object:
    """Strict JSON: no key twice, no NaN or Infinity."""

    def unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
        value = dict(pairs)
        if len(value) != len(pairs):
            raise ValueError("a key occurs twice")
        return value

    def refuse(name: str) -> None:
        raise ValueError(f"{name} is no JSON")

    return json.loads(text, object_pairs_hook=unique, parse_constant=refuse)


class Index:
    """The folder api/v1 of a site."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[str] = []
        self.files = sorted(path for path in root.rglob("*") if path.is_file())
        self.texts = {path: self._text(path) for path in self.files}
        self.validators: dict[Path, Draft202012Validator] = {}
        self.probed: set[Path] = set()

    def check(self) -> list[str]:
        self._load_schemas()
        for path in self.files:
            if path in self.validators:
                continue
            if path.suffix == ".json":
                self._check_text(path, str(path.relative_to(self.root)), self.texts[path])
            elif path.suffix == ".ndjson":
                lines = self.texts[path].split("\n")
                for number, line in enumerate(lines[:-1], start=1):
                    self._check_text(path, f"{path.relative_to(self.root)}:{number}", line)
        self._check_manifest()
        return self.findings

    def _find(self, place: object, message: str) -> None:
        self.findings.append(f"{place}: {message}")

    def _text(self, path: Path) -> str:
        if path.suffix not in TEXT_SUFFIXES:
            return ""
        place = path.relative_to(self.root)
        content = path.read_bytes()
        if b"\r" in content:
            self._find(place, "holds a carriage return")
        # An empty NDJSON or checksum file has no line to end.
        if not content.endswith(b"\n") and (content or path.suffix in (".json", ".txt")):
            self._find(place, "no final newline")
        if content.startswith(b"\xef\xbb\xbf"):
            self._find(place, "begins with a byte order mark")
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError as error:
            self._find(place, f"not UTF-8: {error}")
            return ""

    def _load_schemas(self) -> None:
        schemas: dict[Path, dict] = {}
        registry: Registry = Registry()
        for path in sorted((self.root / "schema").glob("*.schema.json")):
            try:
                schema = parse(self.texts[path])
                Draft202012Validator.check_schema(schema)
            except (ValueError, SchemaError) as error:
                self._find(path.relative_to(self.root), f"no valid schema: {error}")
                continue
            if not isinstance(schema, dict) or not schema.get("$id"):
                self._find(path.relative_to(self.root), "no $id")
                continue
            schemas[path] = schema
            resource = Resource.from_contents(schema, default_specification=DRAFT202012)
            registry = registry.with_resources([(path.name, resource), (schema["$id"], resource)])
        for path, schema in schemas.items():
            validator = Draft202012Validator(schema, registry=registry, format_checker=formats)
            self.validators[path] = validator
            for number, example in enumerate(schema.get("examples", [])):
                place = f"{path.relative_to(self.root)} example {number}"
                self._validate(validator, place, example)

    def _check_text(self, path: Path, place: str, text: str) -> None:
        try:
            document = parse(text)
        except ValueError as error:
            self._find(place, f"no JSON: {error}")
            return
        meta = document.get("meta") if isinstance(document, dict) else None
        address = meta.get("schema") if isinstance(meta, dict) else None
        if not isinstance(address, str):
            self._find(place, "no meta.schema")
            return
        target = (path.parent / unquote(address)).resolve()
        if target not in self.validators:
            self._find(place, f"meta.schema leads to no schema: {address}")
            return
        validator = self.validators[target]
        if self._validate(validator, place, document) and target not in self.probed:
            self.probed.add(target)
            self._probe(validator, target, document)

    def _validate(self, validator: Draft202012Validator, place: str, document: object) -> bool:
        try:
            error = best_match(validator.iter_errors(document))
        except Unresolvable as unresolved:
            self._find(place, f"the schema's reference leads nowhere: {unresolved.ref}")
            return False
        if error is not None:
            message = " ".join(error.message.split())
            self._find(place, f"{error.json_path}: {message[:300]}")
        return error is None

    def _probe(self, validator: Draft202012Validator, schema: Path, document: dict) -> None:
        """Shows that the schema would notice an unknown key at the top and in `meta`."""
        for keys in ([], ["meta"]):
            changed = copy.deepcopy(document)
            part = changed
            for key in keys:
                part = part[key]
            part["no_such_key"] = 1
            if validator.is_valid(changed):
                where = ".".join(["$", *keys])
                self._find(schema.relative_to(self.root), f"takes unknown keys in {where}")

    def _check_manifest(self) -> None:
        path = self.root / "manifest.json"
        try:
            entries = [
                (str(entry["path"]), entry["size"], entry["sha256"])
                for entry in parse(self.texts[path])["files"]
            ]
        except (KeyError, TypeError, ValueError) as error:
            self._find("manifest.json", f"not readable: {error!r}")
            return
        names = [name for name, _, _ in entries]
        if len(set(names)) != len(names):
            self._find("manifest.json", "names a file twice")
        actual = {str(file.relative_to(self.root)) for file in self.files if file != path}
        for name in sorted(actual - set(names)):
            self._find("manifest.json", f"does not name {name}")
        for name, size, digest in entries:
            if name not in actual:
                self._find("manifest.json", f"names what is not there: {name}")
                continue
            content = (self.root / name).read_bytes()
            if size != len(content):
                self._find("manifest.json", f"wrong size of {name}")
            if digest != hashlib.sha256(content).hexdigest():
                self._find("manifest.json", f"wrong sha256 of {name}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=Path)
    root = parser.parse_args().site.resolve() / "api" / "v1"
    if not (root / "index.json").is_file():
        sys.exit(f"check_json: no index.json in {root}")

    findings = Index(root).check()
    for line in findings:
        print(line)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
