#!/usr/bin/env bash
# How much time and memory the program takes for large texts and for texts made to be
# slow:
#
#     benches/bounds.sh [KIND...]      the kinds of slow texts: those of `hard_kinds`, or all
#
# What is printed are tables: each text at several sizes, so that it is seen whether time
# grows as the text does, and how many bytes of memory it takes for a byte beyond 40 MB.
# GNU time is needed. The environment sets how much is done:
#
#     LARGE_MB     sizes of large texts (default "20 100 200")
#     HARD_KB      sizes of texts made to be slow (default "500 1000")
#     LIMIT        seconds after which a run is ended (default 600)
#     DEJARGON     the program to measure, instead of a release build of this project
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=benches/inputs.sh
. "$project/benches/inputs.sh"
read -ra large_mb <<< "${LARGE_MB-20 100 200}"
read -ra hard_kb <<< "${HARD_KB-500 1000}"
limit=${LIMIT:-600}

[ -x /usr/bin/time ] || { echo "GNU time is needed, and is not installed" >&2; exit 2; }
if [ -z "${DEJARGON:-}" ]; then
    (cd "$project" && cargo build --release --quiet)
    DEJARGON=${CARGO_TARGET_DIR:-$project/target}/release/dejargon
fi
bin=$(realpath "$DEJARGON")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# No `dejargon.toml` lies above it.
cd "$work"

# measured COMMAND...: seconds and memory of a run over `text.md`, and memory for a byte.
measured() {
    rm -f figures
    timeout "$limit" /usr/bin/time -f '%e %M' -o figures "$bin" "$@" --isolated text.md > /dev/null 2>&1 || true
    { tail -n 1 figures 2> /dev/null || true; } | awk -v bytes="$(stat -c %s text.md)" '
        NF == 2 {
            beyond = ($2 * 1024 - 40e6) / bytes
            printf "%.2f s, %.0f MB (%.1f)", $1, $2 * 1024 / 1e6, (beyond > 0 ? beyond : 0)
        }
        END { if (NR == 0) printf "ended" }'
}

# row NAME SIZE: what `check` and `translate` take for `text.md`.
row() {
    printf '| %s | %s | %s | %s |\n' "$1" "$2" "$(measured check --format concise)" "$(measured translate --quiet)"
}

echo "| text | size | \`check\`: time, memory (bytes a byte beyond 40 MB) | \`translate\` |"
echo "|---|---:|---|---|"
stories 125 > once.md
tr '\n' ' ' < once.md > line.md
for mb in "${large_mb[@]}"; do
    sized $((mb * 1000000)) once.md > text.md
    row "dense text" "$mb MB"
done
for mb in "${large_mb[@]}"; do
    sized $((mb * 1000000)) line.md > text.md
    row "one line" "$mb MB"
done
while IFS= read -r kind; do
    for kb in "${hard_kb[@]}"; do
        hard "$kind" $((kb * 1000)) > text.md
        row "\`$kind\`" "$kb KB"
    done
done < <(if [ $# -gt 0 ]; then printf '%s\n' "$@"; else hard_kinds; fi)
