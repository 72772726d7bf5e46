#!/usr/bin/env python3
"""Speaks S3 on a port of the loopback address that the system chooses, with the buckets `plain`, `models` and,
which keeps versions, `versioned`, whose objects everybody may read, and `private`, whose objects nobody else may.

The port is written to PORT_FILE as soon as they are there, and each request to PORT_FILE.log. The server ends when that file is gone, or after
ten minutes. FOLDER is not used.
"""

import argparse
import json
import logging
import os
import sys
import time
from pathlib import Path

import boto3
from moto.server import ThreadedMotoServer

LONGEST_LIFE = 600.0  # seconds


def public(bucket: str) -> dict:
    return {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": "*",
                "Action": ["s3:GetObject", "s3:GetObjectVersion"],
                "Resource": f"arn:aws:s3:::{bucket}/*",
            }
        ],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("port_file", type=Path)
    arguments = parser.parse_args()
    requests = logging.getLogger("werkzeug")
    requests.setLevel(logging.INFO)
    requests.propagate = False
    requests.addHandler(logging.FileHandler(f"{arguments.port_file}.log"))
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    client = boto3.client(
        "s3",
        endpoint_url=f"http://127.0.0.1:{port}",
        region_name="us-east-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    for bucket in ("plain", "models", "versioned", "private"):
        client.create_bucket(Bucket=bucket)
        if bucket != "private":
            client.put_bucket_policy(Bucket=bucket, Policy=json.dumps(public(bucket)))
    client.put_bucket_versioning(
        Bucket="versioned", VersioningConfiguration={"Status": "Enabled"}
    )
    whole = arguments.port_file.with_suffix(".whole")
    whole.write_text(str(port))
    os.replace(whole, arguments.port_file)
    end = time.monotonic() + LONGEST_LIFE
    while arguments.port_file.exists() and time.monotonic() < end:
        time.sleep(0.05)
    server.stop()


if __name__ == "__main__":
    sys.exit(main())
