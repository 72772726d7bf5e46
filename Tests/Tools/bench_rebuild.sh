#!/usr/bin/env bash
# bench_rebuild.sh [REGISTRY]: what builds cost after a first one, in CPU seconds (user and system, git's
# among them) against a build without a cache. REGISTRY is a folder of repositories; else one of 2,000
# versions is made. Prints plain lines, writes .build/bench/rebuild.json, and asserts nothing.
set -eu
cd "$(dirname "$0")/../.."
results=.build/bench
rounds=${ROUNDS:-3}
maker=../shared/bench/make_registry.py
mkdir -p "$results"

registry=${1:-}
if [ -z "$registry" ]; then
  registry=$results/medium
  if [ ! -e "$registry/registry.json" ]; then
    if [ ! -e "$maker" ]; then
      echo "bench_rebuild.sh: $maker is not there: name a folder of repositories" >&2
      exit 1
    fi
    echo "Making a registry of 200 models with 10 versions each" >&2
    .ci/quietly python3 "$maker" --named medium --out "$registry" --force
  fi
fi
.ci/build-release.sh

# In memory where that can be, as disks differ more than programs.
work=$(mktemp -d -p "$([ -w /dev/shm ] && echo /dev/shm || echo "$results")")
trap 'rm -rf "$work"' EXIT
repository=$(find "$registry" -mindepth 1 -maxdepth 1 -type d | sort | head -n 1)
tag=$(git -C "$repository" tag -l '*@v[0-9]*' | grep -m 1 '@v[0-9.]*$')
new="${tag%@*}@v99.0.0"
drop() { git -C "$repository" tag -d "$new" >/dev/null 2>&1 || true; }

# CPU seconds of a build, and the closing line into $work/line.
TIMEFORMAT='%U %S'
cpu() {
  local seconds
  seconds=$({ time .build/release/vitrine build "$registry" -o "$work/site" --offline -q \
    --fail-on never "$@" >/dev/null 2>"$work/errors"; } 2>&1)
  echo "$seconds" | awk '{ print $1 + $2 }'
}
written() {
  find "$work/site" -type f -newer "$work/before" | wc -l
}

drop
: >"$results/rebuild.txt"
for ((round = 1; round <= rounds; round++)); do
  rm -rf "$work/site" "$work/cache"
  plain=$(cpu --no-cache)
  rm -rf "$work/site"
  first=$(cpu --cache "$work/cache")
  touch "$work/before" && sleep 0.02
  same=$(cpu --cache "$work/cache")
  same_files=$(written)
  git -C "$repository" -c user.name=Bench -c user.email=bench@example.org \
    tag -a "$new" -m bench "${tag}^{commit}"
  touch "$work/before" && sleep 0.02
  tagged=$(cpu --cache "$work/cache")
  tagged_files=$(written)
  drop
  echo "$plain $first $same $tagged $same_files $tagged_files" >>"$results/rebuild.txt"
done

awk -v json="$results/rebuild.json" '
  function median(column,    values, i, j, value) {
    for (i = 1; i <= NR; i++) {
      value = times[column, i]
      for (j = i; j > 1 && values[j - 1] > value; j--) values[j] = values[j - 1]
      values[j] = value
    }
    return (values[int((NR + 1) / 2)] + values[int(NR / 2) + 1]) / 2
  }
  { for (column = 1; column <= NF; column++) times[column, NR] = $column }
  END {
    full = median(1)
    printf "build, CPU: %.2f s; with an empty cache: %.1f %% of it\n", full, 100 * median(2) / full
    printf "nothing new: %.1f %% of it, %d files written\n", 100 * median(3) / full, median(5)
    printf "one new tag: %.1f %% of it, %d files written\n", 100 * median(4) / full, median(6)
    printf "{\"rounds\": %d, \"full\": %.3f, \"first\": %.3f, \"same\": %.3f, \"tag\": %.3f}\n",
      NR, full, median(2), median(3), median(4) >json
  }' "$results/rebuild.txt"
