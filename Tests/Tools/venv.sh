#!/bin/sh
# Makes .venv hold exactly the Python parts that requirements.txt names. Does nothing if it does.
set -eu
cd "$(dirname "$0")/../.."
requirements=Tests/Tools/requirements.txt
stamp=.venv/requirements.sha256

hash=$(sha256sum <"$requirements")
if [ -x .venv/bin/python ] && [ "$hash" = "$(cat "$stamp" 2>/dev/null)" ]; then
  exit 0
fi

echo "Installing the Python parts of the tests in .venv" >&2
[ -x .venv/bin/python ] || .ci/quietly python3 -m venv --clear .venv
.ci/quietly .venv/bin/python -m pip install --no-input --requirement "$requirements"
echo "$hash" >"$stamp"
