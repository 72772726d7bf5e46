#!/bin/sh
# Builds .build/release/vitrine, which works alone: Swift's libraries, cmark and libyaml inside.
set -eu
cd "$(dirname "$0")/.."
product=${PRODUCT:-vitrine}

# SwiftPM takes linker flags from pkg-config alone, so a copy of each description asks for the
# archive instead of the shared library.
descriptions=.build/pkgconfig
mkdir -p "$descriptions"
for pair in libcmark:cmark yaml-0.1:yaml; do
  name=${pair%:*} library=${pair#*:}
  sed "s/-l$library\$/-l:lib$library.a/" \
    "$(pkg-config --variable=pcfiledir "$name")/$name.pc" >"$descriptions/$name.pc"
done

[ -x ".build/release/$product" ] ||
  echo "Building $product; the first time takes a minute or two." >&2
.ci/quietly swift build --configuration release --product "$product" \
  --static-swift-stdlib --pkg-config-path "$PWD/$descriptions"
