#!/bin/sh
# install.sh build|test: sees that the system has what building, or also testing, needs.
# As root it installs the missing Debian packages; otherwise it names them and exits 1.
set -eu
cd "$(dirname "$0")/.."

# Each line: what proves that a part is there (a command, a file, or a Python module), and the
# Debian package that brings it.
needs='
curl curl
git git
pkg-config pkg-config
/usr/include/cmark.h libcmark-dev
/usr/include/yaml.h libyaml-dev
'
case ${1:?build or test} in
build) ;;
test)
  needs="$needs"'
/usr/sbin/nginx nginx-light
WebKitWebDriver webkit2gtk-driver
busybox busybox
chromium chromium
dash dash
firefox-esr firefox-esr
/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf fonts-dejavu-core
java default-jre-headless
python3 python3
python:ensurepip python3-venv
rclone rclone
rsvg-convert librsvg2-bin
shellcheck shellcheck
strace strace
xauth xauth
xvfb-run xvfb
'
  ;;
*)
  echo "install.sh: build or test, not $1" >&2
  exit 64
  ;;
esac

present() {
  case $1 in
  /*) [ -e "$1" ] ;;
  python:*) python3 -c "import ${1#python:}" 2>/dev/null ;;
  *) command -v "$1" >/dev/null ;;
  esac
}

if ! present swift; then
  echo "Swift 6.2 or newer is missing: see https://www.swift.org/install/linux/" >&2
  exit 1
fi

missing=$(
  echo "$needs" | while read -r proof package; do
    [ -z "$proof" ] || present "$proof" || printf ' %s' "$package"
  done
)
[ -n "$missing" ] || exit 0

if ! present apt-get; then
  echo "Missing (names of the Debian packages):$missing" >&2
  exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "Missing; as root, run: apt-get install --no-install-recommends$missing" >&2
  exit 1
fi

echo "Installing$missing" >&2
export DEBIAN_FRONTEND=noninteractive
# A foreign package source that can't be reached must not stop us: the install decides.
.ci/quietly apt-get -qq update || true
# shellcheck disable=SC2086 # a list of package names
.ci/quietly apt-get -qq install --yes --no-install-recommends $missing
