#!/bin/sh
# fuzz.sh [SECONDS]: feeds hostile input to the readers of formats (Tests/Fuzz), through libFuzzer.
# With SECONDS, each reader gets that long, and inputs that reach something new are kept in
# .build/fuzz/found; without, the stored inputs are run and a few seconds of new ones.
# An input that breaks a reader is kept in .build/fuzz/finds.
set -eu
cd "$(dirname "$0")/../.."
work=.build/fuzz

VITRINE_FUZZ=1 .ci/quietly swift build --configuration release --sanitize=fuzzer \
  --product Fuzz --scratch-path "$work"

# Stored inputs begin with the letter of their reader only here, not in the repository.
rm -rf "$work/seeds"
for folder in Tests/Fuzz/Corpus/*/; do
  reader=$(basename "$folder")
  mkdir -p "$work/seeds/$reader" "$work/found/$reader" "$work/finds"
  for input in "$folder"*; do
    { printf %.1s "$reader" && cat "$input"; } >"$work/seeds/$reader/$(basename "$input")"
  done
done

# Swift's own crash report keeps libFuzzer from writing the input.
export SWIFT_BACKTRACE=enable=no
options="-timeout=5 -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1"
options="$options -dict=Tests/Fuzz/tokens.txt -artifact_prefix=$work/finds/"

# shellcheck disable=SC2086 # $options are several words.
if [ $# -eq 0 ]; then
  rm -rf "$work/new"
  mkdir "$work/new"
  .ci/quietly "$work/release/Fuzz" $options -max_total_time=8 "$work/new" "$work/seeds"
else
  for folder in "$work"/seeds/*; do
    reader=$(basename "$folder")
    echo "Fuzzing $reader for $1 seconds" >&2
    .ci/quietly "$work/release/Fuzz" $options -max_total_time="$1" "$work/found/$reader" "$folder"
  done
fi
