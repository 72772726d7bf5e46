#!/usr/bin/env python3
"""Serves FOLDER over HTTP as bad servers and networks do, on a port that the system chooses.

The first part of a path says what goes wrong with the file that the rest names:

  plain       nothing; ranges are served
  cut         half of it, then the connection ends; a range goes on from there
  cut-always  half of what was asked for, each time
  short       half of it, as if that were all
  longer      more than it should be
  corrupt     one byte is another
  once-bad    the first answer is corrupt, later ones are not
  no-ranges   ranges are not served
  500, 503    that status;  `flaky` twice a 503 and then the file
  401, 403, 404, 410
  redirect    a redirect to `plain`;  `away` one to a file: address;  `loop` one to itself
  slow        the file, in small parts with pauses

The port is written to PORT_FILE as soon as requests are answered. The server ends when that file is gone,
or after ten minutes. `LOG/…` of each request lands in PORT_FILE.log: path, and the range asked for.
"""

import argparse
import os
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

LONGEST_LIFE = 600.0  # seconds


class FaultHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder: Path
    log: Path
    counts: dict[str, int] = {}
    lock = threading.Lock()

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        mode, _, name = unquote(self.path.split("?")[0]).lstrip("/").partition("/")
        with self.lock:
            count = self.counts.get(self.path, 0)
            self.counts[self.path] = count + 1
            with self.log.open("a") as log:
                log.write(f"{mode} {name} {self.headers.get('Range', '-')}\n")
        path = self.folder / name
        if mode.isdigit():
            return self.answer(int(mode))
        if mode == "flaky" and count < 2:
            return self.answer(503)
        if mode in ("redirect", "away", "loop"):
            targets = {"redirect": f"/plain/{name}", "away": "file:///etc/passwd", "loop": self.path}
            return self.answer(302, Location=targets[mode])
        if not path.is_file():
            return self.answer(404)
        self.send_file(mode, path.read_bytes(), count)

    def answer(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def send_file(self, mode: str, content: bytes, count: int) -> None:
        if mode == "short":
            content = content[: len(content) // 2]
        if mode == "longer":
            content += b"x" * 100_000
        if mode == "corrupt" or (mode == "once-bad" and count == 0):
            content = bytes([content[0] ^ 1]) + content[1:]
        start = 0
        asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if asked and mode != "no-ranges":
            start = int(asked.group(1))
            if start >= len(content):
                return self.answer(416)
            self.send_response(206)
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        else:
            self.send_response(200)
        body = content[start:]
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if mode == "cut-always" or (mode == "cut" and start == 0):
            self.wfile.write(body[: (len(body) + 1) // 2])
            self.wfile.flush()
            self.close_connection = True
            return
        if mode == "slow":
            for place in range(0, len(body), 50_000):
                self.wfile.write(body[place : place + 50_000])
                self.wfile.flush()
                time.sleep(0.1)
            return
        self.wfile.write(body)


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        pass


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("port_file", type=Path)
    arguments = parser.parse_args()
    FaultHandler.folder = arguments.folder
    FaultHandler.log = arguments.port_file.with_suffix(".log")
    FaultHandler.log.touch()
    with QuietServer(("127.0.0.1", 0), FaultHandler) as server:
        server.timeout = 0.1
        whole = arguments.port_file.with_suffix(".whole")
        whole.write_text(str(server.server_port))
        os.replace(whole, arguments.port_file)
        end = time.monotonic() + LONGEST_LIFE
        while arguments.port_file.exists() and time.monotonic() < end:
            server.handle_request()


if __name__ == "__main__":
    sys.exit(main())
