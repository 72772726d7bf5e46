#!/usr/bin/env python3
"""Serves the Git repositories in FOLDER over HTTP as good and bad servers do, on a port that the system chooses.

The first part of a path says what goes wrong with the repository that the rest names:

  plain    nothing
  auth     nothing for `x-access-token` with the password `right-token`, else a 401
  403, 404, 500
  hang     the connection stays open, and nothing ever comes
  cut      refs are told, objects are not: the answer ends in its middle
  lie      every id that is told begins with the letters of another one
  away     a redirect to another address of this machine, where nobody listens
  page     a web page in place of a repository

A file PORT_FILE.mode says it for every path, as long as it is there.

The port is written to PORT_FILE as soon as requests are answered. The server ends when that file is gone,
or after ten minutes. Each request is a line of PORT_FILE.log.
"""

import argparse
import base64
import os
import re
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

LONGEST_LIFE = 600.0  # seconds
RIGHT = "Basic " + base64.b64encode(b"x-access-token:right-token").decode()


class GitHandler(BaseHTTPRequestHandler):
    folder: Path
    log: Path
    mode_file: Path
    lock = threading.Lock()

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        self.serve(b"")

    def do_POST(self) -> None:
        self.serve(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def serve(self, body: bytes) -> None:
        parts = urlsplit(self.path)
        mode, _, path = unquote(parts.path).lstrip("/").partition("/")
        if self.mode_file.exists():
            mode = self.mode_file.read_text().strip()
        with self.lock, self.log.open("a") as log:
            log.write(f"{self.command} {mode} {path}\n")
        if mode.isdigit():
            return self.answer(int(mode), b"")
        if mode == "auth" and self.headers.get("Authorization") != RIGHT:
            return self.answer(401, b"", {"WWW-Authenticate": 'Basic realm="models"'})
        if mode == "hang":
            end = time.monotonic() + 60
            while self.server.port_file.exists() and time.monotonic() < end:  # type: ignore[attr-defined]
                time.sleep(0.1)
            return None
        if mode == "away":
            return self.answer(302, b"", {"Location": "http://127.0.0.1:1/" + path})
        if mode == "page":
            return self.answer(200, b"<!doctype html><p>Please sign in", {"Content-Type": "text/html"})
        head, answer = self.backend(path, parts.query, body)
        if mode == "cut" and body and b"command=ls-refs" not in body:
            answer = answer[: len(answer) // 2]
        if mode == "lie" and b"command=ls-refs" in body:
            answer = re.sub(rb"(?m)^([0-9a-f]{4})[0-9a-f]{4}(?=[0-9a-f]{36} )", rb"\1dead", answer)
        return self.answer(200, answer, head)

    def backend(self, path: str, query: str, body: bytes) -> tuple[dict[str, str], bytes]:
        """What Git's own server program answers."""
        environment = {
            "PATH": os.environ["PATH"], "GIT_PROJECT_ROOT": str(self.folder), "GIT_HTTP_EXPORT_ALL": "1",
            "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
            "PATH_INFO": "/" + path, "QUERY_STRING": query, "REQUEST_METHOD": self.command,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""), "CONTENT_LENGTH": str(len(body)),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
        }
        done = subprocess.run(["git", "http-backend"], input=body, env=environment, capture_output=True)
        head, _, answer = done.stdout.partition(b"\r\n\r\n")
        fields = (line.partition(": ") for line in head.decode().split("\r\n"))
        return {name: value for name, _, value in fields}, answer

    def answer(self, status: int, body: bytes, fields: dict[str, str] | None = None) -> None:
        fields = dict(fields or {})
        self.send_response(int(fields.pop("Status", str(status)).split()[0]))
        for name, value in fields.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("port_file", type=Path)
    arguments = parser.parse_args()
    GitHandler.folder = arguments.folder
    GitHandler.log = Path(f"{arguments.port_file}.log")
    GitHandler.mode_file = Path(f"{arguments.port_file}.mode")
    with ThreadingHTTPServer(("127.0.0.1", 0), GitHandler) as server:
        server.timeout = 0.1
        server.daemon_threads = True
        server.block_on_close = False
        server.port_file = arguments.port_file  # type: ignore[attr-defined]
        whole = arguments.port_file.with_suffix(".whole")
        whole.write_text(str(server.server_port))
        os.replace(whole, arguments.port_file)
        end = time.monotonic() + LONGEST_LIFE
        while arguments.port_file.exists() and time.monotonic() < end:
            server.handle_request()


if __name__ == "__main__":
    sys.exit(main())
