#!/usr/bin/env python3
"""Writes the object at an address such as `s3://bucket/key?versionId=ID` to its output.

`S3_ENDPOINT` names the server; credentials are those of Amazon's own variables.
"""

import os
import shutil
import sys
from urllib.parse import parse_qs

import boto3


def main() -> None:
    place, _, query = sys.argv[1].removeprefix("s3://").partition("?")
    bucket, _, key = place.partition("/")
    version = {"VersionId": parse_qs(query)["versionId"][0]} if query else {}
    client = boto3.client("s3", endpoint_url=os.environ["S3_ENDPOINT"])
    answer = client.get_object(Bucket=bucket, Key=key, **version)
    shutil.copyfileobj(answer["Body"], sys.stdout.buffer)


if __name__ == "__main__":
    main()
