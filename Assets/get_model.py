#!/usr/bin/env python3
"""Downloads a version of a model that a Vitrine site lists, and checks every byte of it.

Needs nothing but Python 3.8 or newer.

    curl -fsSL SITE/get_model.py | python3 - --from SITE 'churn#prod'

Or from a program: `path = get_model.get("churn#prod", site="https://models.example")`.

Exit status: 0 fetched, or there already; 64 usage; 65 the site's list is not to be trusted; 66 no such
model, version, stage or file; 69 no address is known; 73 something else is there under its name; 74
transfer or disk failed; 75 another download of it runs; 76 the bytes are not those that were recorded; 77
access refused; 130 interrupted.
"""

import argparse
import base64
import concurrent.futures
import hashlib
import netrc
import os
import re
import shutil
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException

CHUNK = 1 << 20
TEXT_LIMIT = 256 << 20
TIMEOUT = 60
DIGITS = {"md5": (32,), "md5-dos2unix": (32,), "sha256": (64,), "git": (40, 64)}


class Failure(Exception):
    """Why there is no model, and the exit status that says so."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


class Changed(Exception):
    """The server can't go on where a transfer ended."""


# --- The web -----------------------------------------------------------------------------------


class Redirects(urllib.request.HTTPRedirectHandler):
    """Follows to the web only, and shows credentials to no other server."""

    def redirect_request(self, request, file, code, message, headers, url):
        new = super().redirect_request(request, file, code, message, headers, url)
        if new is not None:
            if not is_web(url):
                raise Failure(74, f"{request.full_url} leads out of the web")
            if new.host != request.host or new.type != request.type:
                new.remove_header("Authorization")
        return new


OPENER = urllib.request.build_opener(Redirects)


def is_web(address):
    return address.startswith(("http://", "https://"))


def login(host):
    """What ~/.netrc says of a host."""
    try:
        found = netrc.netrc().authenticators(host or "")
    except (OSError, netrc.NetrcParseError):
        return None
    if not found or not found[0]:
        return None
    pair = f"{found[0]}:{found[2] or ''}".encode()
    return "Basic " + base64.b64encode(pair).decode("ascii")


def open_web(address, start=0):
    request = urllib.request.Request(address, headers={"User-Agent": "get_model.py"})
    authorization = login(urllib.parse.urlsplit(address).hostname)
    if authorization:
        request.add_unredirected_header("Authorization", authorization)
    if start:
        request.add_header("Range", f"bytes={start}-")
    answer = OPENER.open(request, timeout=TIMEOUT)
    if start and (answer.status != 206 or content_start(answer) != start):
        answer.close()
        raise Changed()
    return answer


def content_start(answer):
    found = re.match(r"bytes (\d+)-", answer.headers.get("Content-Range", ""))
    return int(found.group(1)) if found else None


def status_of(error):
    """The exit status for an answer of HTTP; nothing where trying again may help."""
    if error.code in (401, 403, 407):
        return 77
    if error.code in (404, 410):
        return 66
    return None


# --- Reading the site --------------------------------------------------------------------------


class Site:
    """A published site: an address, or a folder."""

    def __init__(self, place):
        if place.startswith("file://"):
            place = urllib.parse.unquote(place[len("file://") :])
        if not is_web(place):
            if "://" in place:
                raise Failure(64, "--from takes http, https or a folder")
            place = os.path.abspath(place)
        self.index = place.rstrip("/") + "/api/v1/"

    def join(self, place, way):
        """An address in a text that lies at `place`."""
        if is_web(way):
            return way
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|/", way):
            return None
        if is_web(place):
            return urllib.parse.urljoin(place, way)
        return os.path.join(os.path.dirname(place), urllib.parse.unquote(way))

    def lines(self, place, word):
        """The fields of a text's lines; only of a whole one."""
        try:
            text = self.read(place).decode("utf-8")
        except UnicodeDecodeError:
            text = ""
        lines = text.split("\n")
        fields = [line.split("\t") for line in lines[1:-1]]
        is_counted = (lambda found: found[0] == "file") if word == "vitrine-files" else bool
        if (
            lines[0] != word + "\t1"
            or lines[-1]
            or not fields
            or re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text)
            or fields[-1] != ["end", str(sum(map(is_counted, fields[:-1])))]
        ):
            raise Failure(65, f"{place} is not a whole list of a Vitrine site")
        return fields[:-1]

    def read(self, place):
        if not is_web(place):
            try:
                with open(place, "rb") as file:
                    return file.read()
            except FileNotFoundError:
                raise Failure(66, f"there is no {place}") from None
            except OSError as error:
                raise Failure(74, f"{place} can't be read: {error.strerror}") from None
        for tries in range(3):
            try:
                with open_web(place) as answer:
                    text = answer.read(TEXT_LIMIT + 1)
                if len(text) > TEXT_LIMIT:
                    raise Failure(65, f"{place} is too long")
                return text
            except urllib.error.HTTPError as error:
                status, reason = status_of(error), f"status {error.code}"
                if status:
                    raise Failure(status, f"{place}: {reason}") from None
            except (OSError, HTTPException) as error:
                reason = str(error)
            time.sleep(tries + 1)
        raise Failure(74, f"{place}: {reason}")

    def resolve(self, wanted):
        """The place of the list of files that a name and a choice mean."""
        place = self.index + "models.txt"
        models = [line for line in self.lines(place, "vitrine-models") if line[0] == "model"]
        name, choice = wanted, "@latest"
        found = self.named(models, wanted)
        at = max(wanted.rfind("@"), wanted.rfind("#"))
        if not found and at > 0:
            name, choice = wanted[:at], wanted[at:]
            found = self.named(models, name)
        if not found:
            raise Failure(66, f"this site has no model {name}")
        if len(found) > 1:
            ids = ", ".join(line[1] for line in found)
            raise Failure(64, f"several models are called {name}: {ids}")
        place = self.join(place, found[0][3])
        kind = "latest" if choice == "@latest" else "version" if choice[0] == "@" else "stage"
        for line in self.lines(place, "vitrine-versions"):
            if line[0] == kind and (kind == "latest" or line[1] == choice[1:]):
                if line[-1] == "-":
                    raise Failure(66, f"{name}{choice} is a commit that is no registered version")
                return self.join(place, line[-1])
        raise Failure(66, f"{name} has no {kind} {choice[1:] if kind != 'latest' else 'version'}")

    @staticmethod
    def named(models, name):
        return [line for line in models if line[1] == name] or [
            line for line in models if line[2] == name
        ]


class File:
    """A file of a version: where it goes, what it has to be, where it is to be had."""

    def __init__(self, number, fields, addresses):
        self.number = number
        self.check, size, self.path = fields[1:4]
        self.size = None if size == "-" else int(size)
        self.known = fields[4:]
        self.addresses = addresses

    def fits(self, path):
        """Whether a file is what was recorded."""
        if self.size is not None and os.path.getsize(path) != self.size:
            return False
        if self.check == "-":
            return True
        kind, want = self.check.split(":")
        if kind == "md5-dos2unix" and digest(path, hashlib.md5()) == want:
            return True
        if kind == "md5-dos2unix":
            return digest(path, hashlib.md5(), as_text=True) == want
        if kind == "git":
            sum_ = hashlib.sha1() if len(want) == 40 else hashlib.sha256()
            sum_.update(b"blob %d\0" % os.path.getsize(path))
            return digest(path, sum_) == want
        return digest(path, hashlib.md5() if kind == "md5" else hashlib.sha256()) == want


def digest(path, sum_, as_text=False):
    """DVC 1 and 2 made line ends of text LF, a MiB at a time, before they took the digest."""
    with open(path, "rb") as file:
        for chunk in iter(lambda: file.read(CHUNK), b""):
            sum_.update(chunk.replace(b"\r\n", b"\n") if as_text else chunk)
    return sum_.hexdigest()


def check_files(lines):
    """Files below one folder, or a single one; nothing that leads out of it."""
    seen, folders, tops = set(), set(), set()
    for line in lines:
        good = len(line) >= 4 and re.fullmatch(r"-|[0-9]{1,18}", line[2])
        if good and line[1] != "-":
            kind, _, value = line[1].partition(":")
            good = len(value) in DIGITS.get(kind, ()) and re.fullmatch("[0-9a-f]+", value)
        parts = line[3].split("/") if good else []
        if (
            not good
            or line[3] in seen
            or "\\" in line[3]
            or any(part in ("", ".", "..") or len(os.fsencode(part)) > 255 for part in parts)
        ):
            raise Failure(65, "the list names paths that may not be written to")
        seen.add(line[3])
        tops.add(parts[0])
        folders.update("/".join(parts[:end]) for end in range(1, len(parts)))
    if len(tops) > 1 or seen & folders:
        raise Failure(65, "the list names paths that may not be written to")


# --- Fetching ----------------------------------------------------------------------------------


class Download:
    """A version on its way to its place; parts of it stay when it is interrupted."""

    def __init__(self, lines, place, site, output, say):
        values = {line[0]: line[1] for line in lines if len(line) > 1}
        self.version, self.say = values.get("version", ""), say
        self.title = f"{values.get('model', '')} {self.version}"
        listed = [line for line in lines if line[0] == "file"]
        check_files(listed)
        for line in lines:
            if line[0] == "note":
                say("note: " + " ".join(line[1:]))
        if "withdrawn" in values:
            say(f"warning: {self.version} was withdrawn: {values['withdrawn']}")
        self.files = []
        for number, fields in enumerate(listed):
            addresses = [site.join(place, way) for way in fields[4:]]
            self.files.append(File(number, fields, [way for way in addresses if way]))
        for file in self.files:
            if not file.addresses:
                only = f", only {file.known[0]}" if file.known else ""
                raise Failure(69, f"no address in the web is known for {file.path}{only}")
        if not self.files:
            raise Failure(69, f"the site lists no files of {self.version}")
        self.output = output
        self.top = self.files[0].path.split("/")[0]
        self.target = os.path.join(output, self.top)
        name = f"{self.top}.{self.version}.{values.get('commit', '')[:12]}.part"
        self.stage = os.path.join(output, "." + re.sub(r"[^A-Za-z0-9._+-]", "_", name))
        self.stopped = threading.Event()

    def run(self, force, jobs, retries):
        self.say(self.title)
        if self.is_there():
            self.say("already there")
            return self.target
        if os.path.lexists(self.target) and not force:
            self.refuse()
        lock = self.lock()
        try:
            self.fetch_all(jobs, retries)
            self.place_all(force)
        finally:
            if os.path.exists(lock):
                os.remove(lock)
            # Parts stay for the next time.
            if os.path.isdir(self.stage) and not os.listdir(self.stage):
                os.rmdir(self.stage)
        return self.target

    def refuse(self):
        raise Failure(73, f"{self.target} is there and is not this version; --force replaces it")

    def is_there(self):
        def is_good(file):
            path = os.path.join(self.output, file.path)
            return os.path.isfile(path) and not os.path.islink(path) and file.fits(path)

        return all(map(is_good, self.files))

    def lock(self):
        """Only one download of a version at a time writes to its parts."""
        path = os.path.join(self.stage, "lock")
        owner = ""
        for _ in range(2):
            try:
                os.makedirs(self.stage, exist_ok=True)
                with open(path, "x") as file:
                    file.write(f"{os.getpid()}\n")
                return path
            except FileExistsError:
                with open(path) as file:
                    owner = file.read().strip()
                if is_running(owner):
                    break
                os.remove(path)
            except OSError as error:
                raise Failure(73, f"{self.output} can't be written to: {error}") from None
        raise Failure(75, f"another download of it runs (process {owner})")

    def fetch_all(self, jobs, retries):
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            tasks = [pool.submit(self.fetch, file, retries) for file in self.files]
            try:
                for task in concurrent.futures.as_completed(tasks):
                    task.result()
            except BaseException:
                self.stopped.set()
                for task in tasks:
                    task.cancel()
                raise

    def fetch(self, file, retries):
        part = os.path.join(self.stage, str(file.number))
        if os.path.exists(part + ".ok"):
            return
        failure = Failure(66, f"{file.path}: no address has it")
        for address in file.addresses:
            failure = self.fetch_from(address, file, part, retries)
            if failure is None:
                os.replace(part, part + ".ok")
                self.say("  " + file.path)
                return
        raise failure

    def fetch_from(self, address, file, part, retries):
        """Fetches a file; the reason where it can't be had from this address."""
        tries = wrong = 0
        while not self.stopped.is_set():
            try:
                self.transfer(address, file, part)
                if file.fits(part):
                    return None
                reason = Failure(76, f"{file.path}: the bytes are not those that were recorded")
            except Failure as failure:
                reason = failure
            except Changed:
                reason = Failure(74, f"{file.path}: the server can't go on with it")
            except urllib.error.HTTPError as error:
                status = status_of(error)
                reason = Failure(status or 74, f"{file.path}: status {error.code}")
                if status:
                    return reason
                if error.code == 416:
                    reason = Failure(76, f"{file.path}: the bytes are not those that were recorded")
            except (OSError, HTTPException) as error:
                if getattr(error, "filename", None) == part:
                    raise Failure(74, f"{part}: {error.strerror}") from None
                reason = Failure(74, f"{file.path}: {error}")
            if reason.status == 76 or "go on" in str(reason):
                if os.path.exists(part):
                    os.remove(part)
                wrong += 1
                if wrong > 1:
                    return reason
                continue
            tries += 1
            if tries > retries:
                return reason
            self.stopped.wait(tries)
        return Failure(74, "stopped")

    def transfer(self, address, file, part):
        """One try; goes on at the end of the part that is there."""
        have = os.path.getsize(part) if os.path.exists(part) else 0
        if file.check == "-" or (file.size is not None and have > file.size):
            have = 0
        if have and have == file.size:
            return
        if is_web(address):
            source = open_web(address, have)
            length = source.headers.get("Content-Length")
        else:
            if not os.path.isfile(address):
                raise Failure(66, f"there is no {address}")
            source, length, have = open(address, "rb"), None, 0
        left = int(length) if length and length.isdigit() else None
        with source, open(part, "ab" if have else "wb") as target:
            for chunk in iter(lambda: source.read1(CHUNK), b""):
                if self.stopped.is_set():
                    raise Failure(74, "stopped")
                have += len(chunk)
                if file.size is not None and have > file.size:
                    raise Failure(76, f"{file.path}: it is larger than it was")
                target.write(chunk)
                left = None if left is None else left - len(chunk)
        if left:
            raise OSError("the connection ended early")

    def place_all(self, force):
        """Puts the whole under its name in one step; what was there comes back if that fails."""
        whole, old = os.path.join(self.stage, "whole"), os.path.join(self.stage, "old")
        shutil.rmtree(whole, ignore_errors=True)
        try:
            for file in self.files:
                path = os.path.join(whole, *file.path.split("/"))
                os.makedirs(os.path.dirname(path), exist_ok=True)
                os.replace(os.path.join(self.stage, f"{file.number}.ok"), path)
            had = os.path.lexists(self.target)
            if had and not force:
                self.refuse()
            if had:
                os.replace(self.target, old)
            try:
                os.rename(os.path.join(whole, self.top), self.target)
            except OSError:
                if had:
                    os.replace(old, self.target)
                raise
            shutil.rmtree(self.stage, ignore_errors=True)
        except OSError as error:
            raise Failure(74, f"{self.target} can't be written: {error}") from None


def is_running(process):
    if not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except PermissionError:
        return True
    except OSError:
        return False
    return True


def get(model, site, output=".", force=False, jobs=4, retries=5, say=lambda line: None):
    """Fetches `MODEL[@VERSION|@latest|#STAGE]` and gives its path; raises `Failure`."""
    source = Site(site)
    place = source.resolve(model)
    lines = source.lines(place, "vitrine-files")
    return Download(lines, place, source, output, say).run(force, jobs, retries)


# --- The command line --------------------------------------------------------------------------


class Parser(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(64, f"get_model.py: {message}\n")


def count(text):
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text} is no number")
    return int(text)


def main():
    parser = Parser(
        prog="get_model.py", description="Downloads a version of a model and checks it."
    )
    parser.add_argument("model", metavar="MODEL[@VERSION|@latest|#STAGE]")
    parser.add_argument("--from", dest="site", required=True, help="address or folder of the site")
    parser.add_argument("-o", "--output", default=".", help="where it is put (default: here)")
    parser.add_argument("--force", action="store_true", help="replace what is under its name")
    parser.add_argument("--jobs", type=count, default=4, help="files at a time (default: 4)")
    parser.add_argument("--retries", type=count, default=5, help="default: 5")
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing but errors")
    chosen = parser.parse_args()

    def say(line):
        if not chosen.quiet:
            print(line, file=sys.stderr)

    try:
        print(
            get(
                chosen.model,
                chosen.site,
                chosen.output,
                chosen.force,
                max(1, chosen.jobs),
                chosen.retries,
                say,
            )
        )
    except Failure as failure:
        print(f"get_model.py: {failure}", file=sys.stderr)
        return failure.status
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
