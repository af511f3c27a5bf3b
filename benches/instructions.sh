#!/usr/bin/env bash
# Whether the program has become slower, told by the instructions that it runs: a
# time is never twice the same, a count nearly is.
#
#     benches/instructions.sh              compare with benches/instructions.txt
#     benches/instructions.sh --accept     write that file: the new figures hold
#
# Measured by callgrind, on one thread, without a project's configuration, are the
# start (one line translated) and the two main paths over a megabyte of generated
# Markdown. More than 10 % above a committed figure fails. If the growth is the
# price of something that is wanted, say so in the commit, and accept it.
#
# Figures depend on the compiler, and a little on the C library and on what the
# processor can do. Those of another compiler are compared, and never fail: run
# `--accept` once for the new one. Without valgrind nothing is measured, and that
# is said; as root on a system with apt it is installed.
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
figures=$project/benches/instructions.txt
# shellcheck source=benches/inputs.sh
. "$project/benches/inputs.sh"
# Growth in percent that is still taken.
most=10

case ${1:-} in
    '' | --accept) ;;
    *) echo "usage: benches/instructions.sh [--accept]" >&2; exit 2 ;;
esac

if ! command -v valgrind > /dev/null && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    echo "valgrind is not installed; installing it"
    { apt-get install -y -qq valgrind || { apt-get update -qq && apt-get install -y -qq valgrind; }; } > /dev/null 2>&1 || true
fi
if ! command -v valgrind > /dev/null; then
    echo "skipped: valgrind is not installed, so no instructions were counted"
    exit 0
fi

(cd "$project" && cargo build --release --quiet)
bin=${CARGO_TARGET_DIR:-$project/target}/release/dejargon
compiler=$(rustc --version)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# No `dejargon.toml` lies above it, and no path of this machine is in the output.
cd "$work"
echo "We leveraged the API of the back end." > line.md
stories 125 > story.md

# count COMMAND...: the instructions of a run that reads `input`. Finding jargon is
# no failure. Addresses are the same every time, and so are the environment's.
count() {
    local said
    said=$(setarch -R env -i PATH=/usr/bin:/bin LC_ALL=C valgrind --tool=callgrind \
        --callgrind-out-file=/dev/null "$@" < "$input" 2>&1 > /dev/null) || true
    awk '/Collected :/ { print $NF }' <<< "$said"
}

measured=()
add() {
    local name=$1 instructions
    input=$2
    shift 2
    instructions=$(count "$@")
    [ -n "$instructions" ] || { echo "callgrind did not count $name" >&2; exit 2; }
    measured+=("$name $instructions")
}
add start line.md "$bin" translate --isolated --quiet -
add check line.md "$bin" check --isolated --threads 1 --format concise story.md
add translate line.md "$bin" translate --isolated --quiet --threads 1 story.md

if [ "${1:-}" = --accept ]; then
    {
        echo "# Instructions of each path, by benches/instructions.sh --accept. Made with:"
        echo "$compiler"
        printf '%s\n' "${measured[@]}"
    } > "$figures"
fi

touch "$figures"
printf '%s\n' "${measured[@]}" | awk -v most="$most" -v compiler="$compiler" '
    FNR == NR { if (/^rustc /) made_by = $0; else if (!/^#/) before[$1] = $2; next }
    FNR == 1 { printf "%-10s %15s %15s %8s\n", "", "instructions", "committed", "growth" }
    {
        if (!($1 in before)) { printf "%-10s %15d %15s\n", $1, $2, "none"; unknown = 1; next }
        growth = ($2 / before[$1] - 1) * 100
        printf "%-10s %15d %15d %+7.1f%%\n", $1, $2, before[$1], growth
        if (growth > most) slower = slower " " $1
        if (growth < -most) faster = faster " " $1
    }
    END {
        if (faster != "") print "faster than committed:" faster "; keep it with benches/instructions.sh --accept"
        if (unknown) { print "a path has no committed figure: run benches/instructions.sh --accept"; exit 1 }
        if (slower == "") exit 0
        print "more than " most " % above the committed figure:" slower
        if (made_by != compiler) {
            print "no failure, since the figures are those of another compiler: " made_by
            exit 0
        }
        print "find out why, or accept it: benches/instructions.sh --accept"
        exit 1
    }' "$figures" -
