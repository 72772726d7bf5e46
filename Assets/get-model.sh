#!/bin/sh
# get-model.sh: downloads a version of a model that a Vitrine site lists, and checks every byte of it.
# Needs a POSIX shell with its usual tools, and curl.
#
#   curl -fsSL SITE/get-model.sh | sh -s -- --from SITE 'churn#prod'
#
# Nothing runs before the last line has been read: a script that was cut off does nothing.
set -eu

usage() {
  cat <<'END'
usage: get-model.sh --from SITE [options] MODEL[@VERSION|@latest|#STAGE]

  --from SITE     address or folder of the site
  -o, --output DIR
                  where the model's file or folder is put (default: here)
  --force         replace what is there under its name
  --jobs N        files that are fetched at a time (default: 4)
  --retries N     how often a failed transfer is resumed (default: 5)
  -q, --quiet     say nothing but errors
  -h, --help      show this

MODEL is a name, or REPOSITORY/NAME; without a version, the latest one is meant.
Prints the path of what it has fetched. A transfer that was interrupted goes on where it ended.

Exit status: 0 fetched, or there already · 64 usage · 65 the site's list is not to be trusted ·
66 no such model, version, stage or file · 69 a program is missing, or no address is known ·
73 something else is there under its name · 74 transfer or disk failed · 75 another download of it
runs · 76 the bytes are not those that were recorded · 77 access refused · 130, 143 interrupted
END
}

say() { [ -n "$quiet" ] || printf '%s\n' "$*" >&2; }

fail() { # status, words
  code=$1
  shift
  printf 'get-model.sh: %s\n' "$*" >&2
  exit "$code"
}

need() { command -v "$1" >/dev/null 2>&1 || fail 69 "$1 is missing"; }

tab=$(printf '\t')

# --- Reading the site --------------------------------------------------------------------------

is_url() { case $1 in http://* | https://*) true ;; *) false ;; esac }

# One transfer with the options that all of them have; says the status of HTTP.
#
# With `exec` for $run, in place of the shell that it is called in: whoever ends that ends the transfer.
transfer() {
  ${run:-} curl --silent --show-error --fail --location --max-redirs 5 --globoff --netrc-optional \
    --proto '=http,https' --proto-redir '=http,https' \
    --connect-timeout 20 --speed-limit 1 --speed-time 60 --write-out '%{http_code}' "$@"
}

# Percent signs undone, for a site that is a folder.
decoded() {
  printf '%s\n' "$1" | awk '{
    digits = "0123456789abcdef"; out = ""; text = $0
    while ((at = index(text, "%")) > 0) {
      high = index(digits, tolower(substr(text, at + 1, 1))) - 1
      low = index(digits, tolower(substr(text, at + 2, 1))) - 1
      if (high < 0 || low < 0) { out = out substr(text, 1, at); text = substr(text, at + 1); continue }
      out = out substr(text, 1, at - 1) sprintf("%c", high * 16 + low)
      text = substr(text, at + 3)
    }
    print out text
  }'
}

# A text of the site: its place, the file that it goes to, the word that it begins with.
read_text() {
  if is_url "$1"; then
    tries=0
    while :; do
      status=0
      answer=$(transfer --max-time 300 --output "$2" --url "$1" 2>"$work/error") || status=$?
      [ "$status" -ne 0 ] || break
      case $answer in
      404 | 410) fail 66 "there is no $1" ;;
      401 | 403 | 407) fail 77 "$1: access refused ($answer)" ;;
      esac
      tries=$((tries + 1))
      [ "$tries" -le 2 ] || fail 74 "$1: $(tail -n 1 "$work/error")"
      sleep 1
    done
  else
    [ -f "$1" ] || fail 66 "there is no $1"
    cat "$1" >"$2" || fail 74 "$1 can't be read"
  fi
  WORD=$3 awk -F "$tab" '
    NR == 1 && $0 != ENVIRON["WORD"] "\t1" { exit bad = 1 }
    /[\001-\010\013-\037\177]/ { exit bad = 1 }
    last != "" { exit bad = 1 }
    $1 == "end" { last = $2 }
    ENVIRON["WORD"] != "vitrine-files" && $1 != "end" && NR > 1 { count++ }
    ENVIRON["WORD"] == "vitrine-files" && $1 == "file" { count++ }
    END { if (bad || last == "" || last + 0 != count + 0) exit 1 }
  ' "$2" || fail 65 "$1 is not a whole list of a Vitrine site"
}

# The id and the way to the versions of the model that is called $1, in either form.
find_model() {
  WANT=$1 awk -F "$tab" '$1 == "model" && $2 == ENVIRON["WANT"] { print $2 "\t" $4 }' \
    "$work/models" >"$work/model"
  [ -s "$work/model" ] || WANT=$1 awk -F "$tab" \
    '$1 == "model" && $3 == ENVIRON["WANT"] { print $2 "\t" $4 }' "$work/models" >"$work/model"
  [ -s "$work/model" ]
}

resolve() {
  api=$from/api/v1
  read_text "$api/models.txt" "$work/models" vitrine-models
  name=$wanted choice=@latest
  if ! find_model "$name"; then
    case $wanted in
    *[@#]*)
      name=${wanted%[@#]*}
      choice=${wanted#"$name"}
      ;;
    esac
    find_model "$name" || fail 66 "this site has no model $name"
  fi
  [ "$(wc -l <"$work/model")" -eq 1 ] ||
    fail 64 "several models are called $name: $(cut -f 1 "$work/model" | tr '\n' ' ')"
  place=$(cut -f 2 "$work/model")
  is_url "$from" || place=$(decoded "$place")
  read_text "$api/$place" "$work/versions" vitrine-versions
  case $choice in
  @latest) pattern=latest value='' what='latest version' ;;
  @*) pattern=version value=${choice#@} what="version ${choice#@}" ;;
  *) pattern=stage value=${choice#?} what="version in stage ${choice#?}" ;;
  esac
  found=$(KIND=$pattern VALUE=$value awk -F "$tab" '
    $1 == ENVIRON["KIND"] && ($1 == "latest" || $2 == ENVIRON["VALUE"]) { print $NF; exit }
  ' "$work/versions")
  [ -n "$found" ] || fail 66 "$name has no $what"
  [ "$found" != - ] || fail 66 "the $what of $name is a commit that is no registered version"
  is_url "$from" || found=$(decoded "$found")
  listing=$api/${place%/*}/$found
  read_text "$listing" "$work/listing" vitrine-files
  folder=${listing%/*}
}

field() { WORD=$1 awk -F "$tab" '$1 == ENVIRON["WORD"] { print $2 }' "$work/listing"; }

# Files below one folder, or a single one; nothing that leads out of the folder that is written to.
check_paths() {
  awk -F "$tab" '
    $1 == "file" {
      parts = split($4, part, "/")
      if ($4 == "" || index($4, "\\") || ($4 in seen)) bad = 1
      for (i = 1; i <= parts; i++)
        if (part[i] == "" || part[i] == "." || part[i] == ".." || length(part[i]) > 255) bad = 1
      if (files++ && part[1] != top) bad = 1
      top = part[1]; seen[$4]; way = part[1]
      for (i = 2; i <= parts; i++) { folders[way]; way = way "/" part[i] }
      if ($2 != "-" && $2 !~ /^(md5|md5-dos2unix|sha256|git):[0-9a-f]+$/) bad = 1
      if ($3 != "-" && $3 !~ /^[0-9]+$/) bad = 1
    }
    END { for (path in seen) if (path in folders) bad = 1; exit bad }
  ' "$work/listing" || fail 65 "the list names paths that may not be written to"
}

# --- Checking ----------------------------------------------------------------------------------

# The digest of what is read: md5, sha1 or sha256, by whichever program is there.
digest() {
  if command -v "${1}sum" >/dev/null 2>&1; then
    "${1}sum" | cut -d ' ' -f 1
  elif [ "$1" != md5 ] && command -v shasum >/dev/null 2>&1; then
    shasum -a "${1#sha}" | cut -d ' ' -f 1
  else
    openssl dgst "-$1" -r | cut -d ' ' -f 1
  fi
}

size_of() { if [ -f "$1" ]; then wc -c <"$1" | tr -d ' '; else echo 0; fi; }

# Whether a file is what was recorded: file, `algorithm:digest` or -, size or -.
fits() {
  [ "$3" = - ] || [ "$(size_of "$1")" = "$3" ] || return 1
  want=${2#*:}
  case $2 in
  -) ;;
  md5:*) [ "$(digest md5 <"$1")" = "$want" ] ;;
  md5-dos2unix:*)
    # DVC 1 and 2 made line ends of text LF before they took the digest.
    [ "$(digest md5 <"$1")" = "$want" ] ||
      [ "$(sed "s/$(printf '\r')\$//" <"$1" | digest md5)" = "$want" ]
    ;;
  sha256:*) [ "$(digest sha256 <"$1")" = "$want" ] ;;
  git:*)
    kind=sha1
    [ "${#want}" -eq 40 ] || kind=sha256
    [ "$({ printf 'blob %s\000' "$(size_of "$1")" && cat "$1"; } | digest "$kind")" = "$want" ]
    ;;
  *) return 1 ;;
  esac
}

# --- Fetching ----------------------------------------------------------------------------------

# One try at an address; goes on at the end of the part that is there.
attempt() { # address, part, check, size
  if ! is_url "$1"; then
    [ -f "$1" ] || return 66
    cat "$1" >"$2" || return 74
    return 0
  fi
  if [ "$3" = - ]; then rm -f "$2"; fi
  (
    # What is larger than it may be is cut off instead of filling the disk.
    [ "$4" = - ] || ulimit -f $(($4 / 512 + 2)) 2>/dev/null || true
    trap - TERM
    run='exec'
    transfer --continue-at "$(size_of "$2")" --output "$2" --url "$1" >"$2.code" 2>"$2.error"
  ) &
  child=$!
  status=0
  wait "$child" || status=$?
  child=
  case $status in
  0) return 0 ;;
  22)
    case $(cat "$2.code") in
    401 | 403 | 407) return 77 ;;
    404 | 410) return 66 ;;
    416) return 33 ;;
    esac
    return 74
    ;;
  23)
    if [ "$4" != - ] && [ "$(size_of "$2")" -gt "$4" ]; then return 76; fi
    return 1
    ;;
  63 | 153) return 76 ;;
  *) return "$status" ;;
  esac
}

# A file from one of its addresses; leaves FILE.ok, or ends with the status that says why not.
fetch() { # number, check, size, path, addresses…
  part=$stage/$1 check=$2 size=$3 path=$4
  shift 4
  [ ! -f "$part.ok" ] || return 0
  result=66
  for address; do
    is_url "$address" || [ "${address#/}" != "$address" ] || continue
    tries=0 wrong=0
    while [ ! -e "$stage/failed" ]; do
      if [ "$size" != - ] && [ "$(size_of "$part")" -gt "$size" ]; then rm -f "$part"; fi
      status=0
      if [ "$size" = - ] || [ ! -f "$part" ] || [ "$(size_of "$part")" -ne "$size" ]; then
        attempt "$address" "$part" "$check" "$size" || status=$?
      fi
      if [ "$status" -eq 0 ]; then
        [ -f "$part" ] || : >"$part"
        if fits "$part" "$check" "$size"; then
          mv "$part" "$part.ok"
          say "  $path"
          return 0
        fi
        status=76
      fi
      result=$status
      case $status in
      66 | 77) break ;;
      1)
        result=74
        break 2
        ;;
      33 | 76)
        # Another file in its place, a damaged part, or a server that can't go on: once more.
        rm -f "$part"
        wrong=$((wrong + 1))
        [ "$wrong" -le 1 ] || break
        ;;
      *)
        result=74
        tries=$((tries + 1))
        [ "$tries" -le "$retries" ] || break
        sleep "$tries"
        ;;
      esac
    done
  done
  [ "$result" -ne 33 ] || result=74
  printf '%s\n' "$path: $(reason "$result")" >>"$stage/reasons"
  return "$result"
}

reason() {
  case $1 in
  66) echo 'no address has it' ;;
  76) echo 'the bytes are not those that were recorded' ;;
  77) echo 'access refused; with credentials, use the command that the page of the version shows' ;;
  *) tail -n 1 "$part.error" 2>/dev/null || echo 'the transfer failed' ;;
  esac
}

# Every jobs-th file, beginning with number $1.
worker() {
  set -f
  child=
  trap '[ -z "$child" ] || kill "$child" 2>/dev/null; exit 143' TERM
  awk -F "$tab" -v first="$1" -v jobs="$jobs" '$1 % jobs == first' "$work/files" >"$work/list.$1"
  while IFS= read -r line; do
    IFS=$tab
    # shellcheck disable=SC2086 # the fields of the line
    set -- $line
    unset IFS
    [ ! -e "$stage/failed" ] || return 0
    status=0
    fetch "$@" || status=$?
    if [ "$status" -ne 0 ]; then
      (set -C && echo "$status" >"$stage/failed") 2>/dev/null || true
      return 0
    fi
  done <"$work/list.$1"
}

fetch_all() {
  rm -f "$stage/failed" "$stage/reasons"
  number=0 workers=
  while [ "$number" -lt "$jobs" ]; do
    worker "$number" &
    workers="$workers $!"
    number=$((number + 1))
  done
  for process in $workers; do wait "$process" || true; done
  workers=
  [ ! -e "$stage/failed" ] || fail "$(cat "$stage/failed")" "$(head -n 1 "$stage/reasons")"
}

# Only one download of a version at a time writes to its parts.
lock() {
  mkdir -p "$stage" 2>/dev/null || fail 73 "$output can't be written to"
  for attempt in 1 2; do
    if (set -C && echo $$ >"$stage/lock") 2>/dev/null; then
      locked=1
      return 0
    fi
    owner=$(cat "$stage/lock" 2>/dev/null || true)
    if [ -n "$owner" ] && kill -0 "$owner" 2>/dev/null; then break; fi
    [ "$attempt" -ne 2 ] || break
    rm -f "$stage/lock"
  done
  fail 75 "another download of it runs (process ${owner:-unknown})"
}

# Whether every file is there under its final name.
is_there() {
  while IFS="$tab" read -r _ check size path _; do
    [ -f "$output/$path" ] && [ ! -L "$output/$path" ] || return 1
    fits "$output/$path" "$check" "$size" || return 1
  done <"$work/files"
}

# Puts the whole under its name in one step; what was there before comes back if that fails.
place_all() {
  rm -rf "$stage/whole" "$stage/old"
  while IFS="$tab" read -r number _ _ path _; do
    case $path in */*) mkdir -p "$stage/whole/${path%/*}" ;; *) mkdir -p "$stage/whole" ;; esac
    mv "$stage/$number.ok" "$stage/whole/$path" || fail 74 "$path can't be moved"
  done <"$work/files"
  if [ -e "$target" ] || [ -L "$target" ]; then
    [ -n "$force" ] || fail 73 "$target is there and is not this version; --force replaces it"
    mv "$target" "$stage/old" || fail 73 "$target can't be replaced"
  fi
  if ! mv "$stage/whole/$top" "$target"; then
    [ ! -e "$stage/old" ] || mv "$stage/old" "$target"
    fail 74 "$target can't be written"
  fi
  rm -rf "$stage"
}

stop() { # status
  trap '' INT TERM
  for process in ${workers:-}; do kill "$process" 2>/dev/null || true; done
  wait
  exit "$1"
}

# Parts stay for the next time; nothing else does.
leave() {
  [ -z "${work:-}" ] || rm -rf "$work"
  [ -n "${locked:-}" ] || return 0
  rm -f "$stage"/*.code "$stage"/*.error "$stage/failed" "$stage/reasons" "$stage/lock"
  rmdir "$stage" 2>/dev/null || true
}

main() {
  from='' output=. force='' jobs=4 retries=5 quiet='' wanted='' workers='' locked=''
  while [ $# -gt 0 ]; do
    case $1 in
    --from | -o | --output | --jobs | --retries)
      [ $# -ge 2 ] || fail 64 "$1 needs a value"
      case $1 in
      --from) from=$2 ;;
      --jobs) jobs=$2 ;;
      --retries) retries=$2 ;;
      *) output=$2 ;;
      esac
      shift
      ;;
    --force) force=1 ;;
    -q | --quiet) quiet=1 ;;
    -h | --help) usage && exit 0 ;;
    -*) fail 64 "unknown option $1; --help shows all" ;;
    *)
      [ -z "$wanted" ] || fail 64 "one model at a time"
      wanted=$1
      ;;
    esac
    shift
  done
  if [ -z "$from" ] || [ -z "$wanted" ]; then
    usage >&2
    exit 64
  fi
  case $jobs$retries in *[!0-9]*) fail 64 "--jobs and --retries take numbers" ;; esac
  [ "$jobs" -ge 1 ] || fail 64 "--jobs takes 1 or more"
  from=${from#file://}
  while [ "${from%/}" != "$from" ]; do from=${from%/}; done
  case $from in
  http://* | https://* | /*) ;;
  *://*) fail 64 "--from takes http, https or a folder" ;;
  *) from=$PWD/$from ;;
  esac
  need curl
  need awk
  work=$(mktemp -d) || fail 74 "no temporary folder can be made"
  trap leave EXIT
  trap 'stop 130' INT
  trap 'stop 143' TERM

  resolve
  check_paths
  version=$(field version)
  field note | while IFS= read -r note; do say "note: $note"; done
  withdrawn=$(field withdrawn)
  [ -z "$withdrawn" ] || say "warning: $version was withdrawn: $withdrawn"

  # Each line: number, check, size, path, and the addresses that can be fetched, whole.
  FOLDER=$folder awk -F "$tab" '
    $1 == "file" {
      line = n++ "\t" $2 "\t" $3 "\t" $4; found = 0
      for (i = 5; i <= NF; i++) {
        if ($i ~ /^https?:\/\//) { line = line "\t" $i; found = 1 }
        else if ($i !~ /^[a-zA-Z][a-zA-Z0-9+.-]*:/ && $i !~ /^\//) {
          line = line "\t" ENVIRON["FOLDER"] "/" $i; found = 1
        }
      }
      if (!found) { print $4 (NF > 4 ? ", only " $5 : "") >"/dev/stderr"; missing++ }
      print line
    }
    END { exit missing > 0 }
  ' "$work/listing" >"$work/files" 2>"$work/missing" ||
    fail 69 "no address in the web is known for $(head -n 1 "$work/missing")"
  [ -s "$work/files" ] || fail 69 "the site lists no files of $version"

  top=$(head -n 1 "$work/files" | cut -f 4)
  top=${top%%/*}
  target=$output/$top
  stage=$output/.$(printf '%s' "$top.$version.$(field commit | cut -c 1-12).part" |
    tr -c 'A-Za-z0-9._+-' _)
  say "$(field model) $version"
  if is_there; then
    say "already there"
  else
    if [ -z "$force" ] && { [ -e "$target" ] || [ -L "$target" ]; }; then
      fail 73 "$target is there and is not this version; --force replaces it"
    fi
    lock
    fetch_all
    place_all
    locked=
  fi
  printf '%s\n' "$target"
}

main "$@"
