#!/bin/sh
# test.sh SOURCE…: checks the sources' format, builds, and runs every test. Cheap steps first.
set -eu
cd "$(dirname "$0")/../.."

.ci/install.sh test
.ci/quietly swift format lint --strict --parallel --recursive "$@"
Tests/Tools/venv.sh
Tests/Tools/corpora.sh
.ci/quietly swift build --build-tests
.ci/build-release.sh
Tests/Tools/fuzz.sh

# End-to-end tests run VITRINE_BINARY, by default the debug build; one test proves that the
# release build works alone.
export VITRINE_VENV="$PWD/.venv"
export XDG_CACHE_HOME="$PWD/.build/cache"
export VITRINE_RELEASE_BINARY="$PWD/.build/release/vitrine"
swift test --skip-build --parallel --disable-xctest --skip '^EndToEndTests\.'
# Most of these run other programs: more of them at a time would only wait for each other.
exec swift test --skip-build --parallel --disable-xctest \
  --experimental-maximum-parallelization-width 6 --filter '^EndToEndTests\.'
