#!/bin/sh
# fuzz.sh [SECONDS [READER…]]: feeds hostile input to the readers of formats (Tests/Fuzz), through
# libFuzzer. With SECONDS, each reader, or each of those named, gets that long, and inputs that
# reach something new are kept in .build/fuzz/found; without, the stored inputs of each are run
# and two seconds of new ones.
# An input that breaks a reader is kept in .build/fuzz/finds.
set -eu
cd "$(dirname "$0")/../.."
work=.build/fuzz
seconds=${1:-}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- Tests/Fuzz/Corpus/*

VITRINE_FUZZ=1 .ci/quietly swift build --configuration release --sanitize=fuzzer \
  --product Fuzz --scratch-path "$work"

# Swift's own crash report keeps libFuzzer from writing the input.
export SWIFT_BACKTRACE=enable=no
options="-timeout=25 -rss_limit_mb=1024 -max_len=4096 -print_final_stats=1"
options="$options -dict=Tests/Fuzz/tokens.txt"

rm -rf "$work/new"
mkdir -p "$work/finds"
for folder in "$@"; do
  reader=$(basename "$folder")
  kept=$work/new/$reader
  if [ -n "$seconds" ]; then
    kept=$work/found/$reader
    echo "Fuzzing $reader for $seconds seconds" >&2
  fi
  mkdir -p "$kept"
  # libFuzzer stops in the second after the last one. $options are several words.
  # shellcheck disable=SC2086
  VITRINE_FUZZ_TARGET=$reader .ci/quietly "$work/release/Fuzz" $options \
    -artifact_prefix="$work/finds/$reader-" -max_total_time="${seconds:-1}" \
    "$kept" "Tests/Fuzz/Corpus/$reader"
done
