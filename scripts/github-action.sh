#!/usr/bin/env bash
# The steps of action.yml: `key` names what is to be built, `build` builds it, `check`
# runs it. What the inputs say comes in INPUT_… variables, so that no input is ever
# read as shell.
set -euo pipefail

fail() {
    printf '::error title=dejargon::%s\n' "$1"
    exit 2
}

output() {
    printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"
}

digest() {
    if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi
}

# A hash of the sources: a branch that moved is built again.
key() {
    cd "$GITHUB_ACTION_PATH"
    local hash
    hash=$(find Cargo.toml Cargo.lock build.rs src glossary -type f -print0 |
        LC_ALL=C sort -z | xargs -0 cat | digest)
    output key "${hash%% *}"
}

build() {
    local root=$RUNNER_TEMP/dejargon
    if [ -x "$root/bin/dejargon" ] || [ -x "$root/bin/dejargon.exe" ]; then
        return
    fi
    command -v cargo >/dev/null ||
        fail 'there is no cargo to build dejargon with; install Rust in a step before, or set the input `program`'
    cargo install --quiet --locked --path "$GITHUB_ACTION_PATH" --root "$root"
}

# The lines of a text that are not empty, in the array `lines`.
split() {
    lines=()
    local line
    while IFS= read -r line || [ -n "$line" ]; do
        line=${line%$'\r'}
        [ -z "$line" ] || lines+=("$line")
    done <<<"$1"
}

# The base of the pull request, with the history down to where it branched off: a
# checkout of one commit knows neither.
base_of_pull_request() {
    local branch=$GITHUB_BASE_REF deep=()
    if [ "$(git rev-parse --is-shallow-repository)" = true ]; then
        deep=(--unshallow)
    fi
    git fetch --quiet --no-tags ${deep[@]+"${deep[@]}"} origin \
        "+refs/heads/$branch:refs/remotes/origin/$branch" >&2 ||
        fail "the base of the pull request, $branch, could not be fetched; check out with \`fetch-depth: 0\`, or set the input \`diff-base\`"
    printf 'origin/%s' "$branch"
}

# A path that was given in the folder that `working-directory` names, as the root of
# the repository sees it.
from_root() {
    case $1 in
        / | /*) printf '%s' "$1" ;;
        *) printf '%s' "${prefix:-}$1" ;;
    esac
}

check() {
    local prefix path paths=() program=${INPUT_PROGRAM:-$RUNNER_TEMP/dejargon/bin/dejargon}
    local sarif=$RUNNER_TEMP/dejargon.sarif findings=$RUNNER_TEMP/dejargon.jsonl
    local base=${INPUT_DIFF_BASE:-none} code=0 lines
    local args=(--format github --report "sarif=$sarif" --report "jsonl=$findings")
    # GitHub looks for the files of annotations and of SARIF from the root.
    prefix=$(git rev-parse --show-prefix 2>/dev/null || true)
    [ -z "$prefix" ] || cd "$(git rev-parse --show-toplevel)"
    if [ "$base" = auto ]; then
        base=none
        if [ -n "${GITHUB_BASE_REF:-}" ]; then
            base=$(base_of_pull_request) || { printf '%s\n' "$base"; exit 2; }
        fi
    fi
    [ "$base" = none ] || args+=(--diff-base "$base")
    [ -z "${INPUT_AUDIENCE:-}" ] || args+=(--audience "$INPUT_AUDIENCE")
    [ -z "${INPUT_CONFIG:-}" ] || args+=(--config "$(from_root "$INPUT_CONFIG")")
    [ -z "${INPUT_FAIL_ON:-}" ] || args+=(--fail-on "$INPUT_FAIL_ON")
    [ -z "${INPUT_BASELINE:-}" ] || args+=(--baseline "$(from_root "$INPUT_BASELINE")")
    split "${INPUT_ARGS:-}"
    args+=(${lines[@]+"${lines[@]}"})
    split "${INPUT_PATHS:-.}"
    for path in ${lines[@]+"${lines[@]}"}; do
        paths+=("$(from_root "$path")")
    done
    rm -f "$sarif" "$findings"
    "$program" check "${args[@]}" -- ${paths[@]+"${paths[@]}"} || code=$?
    local count=0
    [ ! -f "$findings" ] || count=$(grep -c '' "$findings" || true)
    output findings "$count"
    output exit-code "$code"
    output sarif "$sarif"
    summarize "$code" "$count" "$base"
    exit "$code"
}

# A line for the job's summary, beside what the annotations have no room for.
summarize() {
    local where='in all documents' findings="$2 findings"
    [ "$2" != 1 ] || findings='1 finding'
    [ "$3" = none ] || where="on the lines changed since \`$3\`"
    if [ "$1" -ge 2 ]; then
        printf '**dejargon** failed in part or whole: the log says why. %s %s.\n\n' "$findings" "$where"
    else
        printf '**dejargon**: %s %s.\n\n' "$findings" "$where"
    fi >>"$GITHUB_STEP_SUMMARY"
}

case ${1:-} in
    key | build | check) "$1" ;;
    *) fail 'name a step: key, build or check' ;;
esac
