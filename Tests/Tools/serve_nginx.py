#!/usr/bin/env python3
"""Serves FOLDER by nginx under the path /shared/models/, on a free port of the loopback address. If it is a
file, then what the locations in it say.

The port is written to PORT_FILE as soon as nginx answers. It ends when that file is gone, or after ten
minutes.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LONGEST_LIFE = 600.0  # seconds

CONFIGURATION = """
daemon off;
master_process off;
pid {scratch}/pid;
error_log {scratch}/error.log;
events {{ worker_connections 64; }}
http {{
  types {{ text/html html; text/css css; application/json json; text/plain txt md5; }}
  default_type application/octet-stream;
  access_log off;
  client_body_temp_path {scratch}/body; proxy_temp_path {scratch}/proxy;
  fastcgi_temp_path {scratch}/fastcgi; uwsgi_temp_path {scratch}/uwsgi;
  scgi_temp_path {scratch}/scgi;
  server {{
    listen 127.0.0.1:{port};
    {locations}
    location / {{ return 404; }}
  }}
}}
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("port_file", type=Path)
    arguments = parser.parse_args()
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    with tempfile.TemporaryDirectory() as scratch:
        port = free_port()
        configuration = Path(scratch, "nginx.conf")
        folder = arguments.folder.absolute()
        locations = (
            folder.read_text()
            if folder.is_file()
            else f"location /shared/models/ {{ alias {folder}/; }}"
        )
        configuration.write_text(
            CONFIGURATION.format(scratch=scratch, port=port, locations=locations)
        )
        server = subprocess.Popen(
            [program, "-p", scratch, "-c", configuration, "-e", f"{scratch}/error.log"]
        )
        try:
            while not answers(port):
                if server.poll() is not None:
                    return 1
                time.sleep(0.02)
            whole = arguments.port_file.with_suffix(".whole")
            whole.write_text(str(port))
            os.replace(whole, arguments.port_file)
            end = time.monotonic() + LONGEST_LIFE
            while arguments.port_file.exists() and time.monotonic() < end:
                time.sleep(0.05)
        finally:
            server.terminate()
            server.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
