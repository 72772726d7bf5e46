#!/usr/bin/env bash
# bench.sh [REPOSITORY]: times `vitrine show --json` against the least that Git must do for it,
# reading every field of every tag, in alternating rounds. Prints plain lines, writes
# .build/bench/show.json, and asserts nothing: only the ratio can be compared between machines.
set -eu
cd "$(dirname "$0")/../.."
results=.build/bench
rounds=${ROUNDS:-7}
maker=../shared/bench/make_registry.py
mkdir -p "$results"

repository=${1:-}
if [ -z "$repository" ]; then
  registry=$results/registry
  if [ ! -e "$registry/registry.json" ]; then
    if [ ! -e "$maker" ]; then
      echo "bench.sh: $maker is not there: name a repository with GTO tags" >&2
      exit 1
    fi
    echo "Making a registry of 1,000 models with 10 versions each" >&2
    .ci/quietly python3 "$maker" --out "$registry" --force --bare \
      --repos 1 --models-per-repo 1000 --versions 10 --plots 1 --steps 2 --card-kib 1
  fi
  repository=$(find "$registry" -mindepth 1 -maxdepth 1 -type d)
fi
.ci/build-release.sh

fields='%(refname)%00%(objectname)%00%(objecttype)%00%(*objectname)%00'
fields+='%(taggername)%00%(taggeremail)%00%(taggerdate:raw)%00%(contents)'
floor() {
  git -C "$repository" for-each-ref refs/tags --format="$fields"
}

show() {
  .build/release/vitrine show --json --repo "$repository"
}

# Prints wall, user and system seconds of a command whose output goes nowhere.
TIMEFORMAT='%R %U %S'
seconds() {
  { time "$@" >/dev/null 2>"$results/stderr"; } 2>&1 || {
    cat "$results/stderr" >&2
    exit 1
  }
}

seconds floor >/dev/null # both once unmeasured: what lies on disk is then in memory
seconds show >/dev/null
for ((round = 1; round <= rounds; round++)); do
  least=$(seconds floor)
  ours=$(seconds show)
  printf 'floor %s\nshow %s\n' "$least" "$ours"
done >"$results/rounds.txt"

awk -v rounds="$rounds" -v json="$results/show.json" '
  function median(name, column,    values, count, i, j, value) {
    for (i = 1; i <= rounds; i++) {
      value = times[name, column, i]
      for (j = i; j > 1 && values[j - 1] > value; j--) values[j] = values[j - 1]
      values[j] = value
    }
    return (values[int((rounds + 1) / 2)] + values[int(rounds / 2) + 1]) / 2
  }
  { round = ++seen[$1]; times[$1, "wall", round] = $2; times[$1, "CPU", round] = $3 + $4 }
  END {
    printf "{\"rounds\": %d", rounds >json
    for (i = 1; i <= split("wall CPU", columns, " "); i++) {
      column = columns[i]
      show = median("show", column); least = median("floor", column)
      printf "show --json, %s: %.3f s; git for-each-ref: %.3f s; ratio %.2f\n",
        column, show, least, show / least
      printf ", \"%s\": {\"show\": %.3f, \"git\": %.3f, \"ratio\": %.2f}",
        tolower(column), show, least, show / least >json
    }
    print "}" >json
  }' "$results/rounds.txt"
