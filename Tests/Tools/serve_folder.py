#!/usr/bin/env python3
"""Serves FOLDER over HTTP on the loopback address, on a port that the system chooses.

The port is written to PORT_FILE as soon as requests are answered. The server ends when that file
is gone, or after ten minutes.
"""

import argparse
import functools
import os
import sys
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

LONGEST_LIFE = 600.0  # seconds


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing about it."""

    def log_message(self, *_: object) -> None:
        pass


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("port_file", type=Path)
    arguments = parser.parse_args()
    handler = functools.partial(QuietHandler, directory=arguments.folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.timeout = 0.1
        whole = arguments.port_file.with_suffix(".whole")
        whole.write_text(str(server.server_port))
        os.replace(whole, arguments.port_file)
        end = time.monotonic() + LONGEST_LIFE
        while arguments.port_file.exists() and time.monotonic() < end:
            server.handle_request()


if __name__ == "__main__":
    sys.exit(main())
