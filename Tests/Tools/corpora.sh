#!/bin/sh
# Fetches the public corpora of Markdown and of HTML sanitisers, by the names of their packages, and
# writes the cases that the tests take from them into .build/corpora. Does nothing if they are there.
#
# Their licences are not ours, so none of them is committed.
set -eu
cd "$(dirname "$0")/../.."
work=$PWD/.build/corpora
cases=$work/cases

# Source packages of Debian: NAME=VERSION. apt checks their signatures.
debian='cmark=0.30.2-6 cmark-gfm=0.29.0.gfm.6-6'

# Source archives of Python packages, with their SHA-256.
python='
bleach==6.4.0 4202482733d85cedd04e59fcb2f89f4e4c7c385a78d3c3c23c30446843a37452
feedparser==6.0.14 088679b0c4b543ee211a820dd544698c76a402122eae7473c04a43425f283d06
markdown-it-py==4.3.0 91a58fa5b72c71a40cf7177250fd767480d7a2bb3ac426ccfb76fb90305fdaaa
'

hash=$(cat Tests/Tools/corpora.sh Tests/Tools/corpora_cases.py | sha256sum)
[ "$hash" != "$(cat "$work/stamp" 2>/dev/null)" ] || exit 0

missing() {
  echo "corpora.sh: $1 can't be fetched, and the tests of Markdown need it" >&2
  exit 1
}

# Lists source packages beside the packages that the machine knows, without changing its own lists.
apt() {
  .ci/quietly apt-get -qq -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" \
    -o Debug::NoLocking=1 -o APT::Sandbox::User=root "$@"
}

# The machine's package sources, as sources of source packages.
list_debian_sources() {
  format='deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]'
  format="$format \$(REPO_URI) \$(RELEASE) \$(COMPONENT)"
  for lists in /var/lib/apt/lists "$work/lists"; do
    [ "$lists" != "$work/lists" ] || apt update || true
    apt-get -o Dir::State::lists="$lists" indextargets --format "$format" \
      'Created-By: Packages' 'Origin: Debian' | sort -u >"$work/sources.list"
    [ ! -s "$work/sources.list" ] || return 0
  done
}

fetch_debian() {
  [ -n "$(command -v apt-get)" ] || missing "the source of $debian (Debian's apt-get)"
  mkdir -p "$work/lists/partial" "$work/cache"
  list_debian_sources
  own="-o Dir::Etc::sourcelist=$work/sources.list -o Dir::Etc::sourceparts=/dev/null"
  # $own and $debian are several words, and no path with a blank comes this far.
  # shellcheck disable=SC2086
  apt $own update || missing "Debian's list of sources"
  # shellcheck disable=SC2086
  (cd "$work/archives" && apt-get -qq -o Dir::State::lists="$work/lists" \
    -o Dir::Cache="$work/cache" -o Debug::NoLocking=1 -o APT::Sandbox::User=root $own \
    source --download-only $debian) >/dev/null || missing "the source of $debian"
  rm -rf "$work/lists" "$work/cache"
}

fetch_python() {
  echo "$python" | while read -r package sum; do
    [ -n "$package" ] || continue
    .ci/quietly .venv/bin/python -m pip download --no-input --no-deps --no-binary :all: \
      --dest "$work/archives" "$package" || missing "the source of $package"
    archive=$work/archives/$(echo "$package" | sed 's/==/-/; s/-\([a-z]\)/_\1/g').tar.gz
    [ "$(sha256sum <"$archive")" = "$sum  -" ] || missing "$package as it was ($sum)"
  done
}

echo "Fetching the public corpora of Markdown and HTML" >&2
rm -rf "$work"
mkdir -p "$work/archives" "$work/sources" "$cases"
fetch_debian
fetch_python
for archive in "$work"/archives/*.orig.tar.gz "$work"/archives/*[0-9].tar.gz; do
  case $archive in
  *.orig.tar.gz) folder=$(basename "${archive%.orig.tar.gz}") ;;
  *) folder=$(basename "${archive%.tar.gz}") ;;
  esac
  mkdir -p "$work/sources/${folder%[-_]*}"
  tar -xzf "$archive" -C "$work/sources/${folder%[-_]*}" --strip-components=1
done
.venv/bin/python Tests/Tools/corpora_cases.py "$work/sources" "$cases"
echo "$hash" >"$work/stamp"
