#!/usr/bin/env bash
# How fast the program is beside tools that do less or something like it:
#
#     benches/compare.sh [FOLDER]
#
# FOLDER holds Markdown files; without one a folder of about 10 MB is generated,
# the same every time. Measured are one line (start-up), a file of 50 MB, and the
# folder. Ratios travel from machine to machine better than times do, so they come
# first. RUNS sets how many runs each measurement has (default 5).
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
runs=${RUNS:-5}

generate() {
    # Lehmer's generator stays below 2^53, so no two awks differ.
    awk -v folder="$1" 'BEGIN {
        count = split("the team wrote letter about garden and river while people slept in small houses with red roofs API repo MVP latency stakeholders leverage leveraged deployed deprecated roadmap bandwidth backend cache synergy", words, " ")
        seed = 7
        for (file = 0; file < 500; file++) {
            path = folder "/" sprintf("%03d", file) ".md"
            print "# Story " file "\n" > path
            for (line = 0; line < 300; line++) {
                text = (line % 9 == 8) ? "\n- We" : "We"
                for (word = 0; word < 11; word++) {
                    seed = (seed * 16807) % 2147483647
                    pick = seed
                    # Jargon is the last twelve words, and rare.
                    plain = count - 14
                    at = (pick % 40 == 0) ? plain + 1 + int(pick / 40) % 14 : 1 + int(pick / 40) % plain
                    text = text " " (pick % 97 == 0 ? "**" words[at] "**" : words[at])
                }
                print text "." > path
            }
            close(path)
        }
    }'
}

if [ $# -gt 0 ]; then
    folder=$1
else
    folder=$work/folder
    mkdir "$folder"
    generate "$folder"
fi

cargo build --release --quiet
bin=$PWD/target/release/dejargon
missing=()
have() {
    if command -v "$1" > /dev/null; then return 0; fi
    missing+=("$1")
    return 1
}
have hyperfine || { echo "hyperfine is needed, and is not installed" >&2; exit 2; }

echo "We leveraged the API of the back end." > "$work/line.md"
find "$folder" -name '*.md' -type f -print0 | sort -z > "$work/files"
xargs -0 cat < "$work/files" > "$work/once.md"
[ -s "$work/once.md" ] || { echo "no Markdown in $folder" >&2; exit 2; }
limit=50000000
: > "$work/large.md"
while [ "$(wc -c < "$work/large.md")" -lt $limit ]; do
    cat "$work/once.md" >> "$work/large.md"
done
truncate -s $limit "$work/large.md"
sed -n 's/^term = "\(.*\)"$/\1/p' glossary/*.toml | sort -u > "$work/terms"

yardsticks=()
have rg && yardsticks+=("rg|rg -F -i -w -c -f $work/terms")
have typos && yardsticks+=("typos|typos --isolated --format brief")
have codespell && yardsticks+=("codespell|codespell -q 3")

# measure NAME PATH OWN...: own commands and all yardsticks on a path, as ratios.
measure() {
    local name=$1 path=$2
    shift 2
    local arguments=() entry
    for entry in "$@" "${yardsticks[@]}"; do
        arguments+=(-n "${entry%%|*}" "${entry#*|} $path")
    done
    if [ -d "$path" ]; then
        arguments+=(-n "cat" "xargs -0 -a $work/files cat" -n "wc -w" "xargs -0 -a $work/files wc -w")
    else
        arguments+=(-n "cat" "cat $path" -n "wc -w" "wc -w $path")
    fi
    hyperfine --shell=none --ignore-failure --warmup 1 --runs "$runs" --style none \
        --export-csv "$work/$name.csv" "${arguments[@]}" > /dev/null 2> "$work/$name.log" \
        || { cat "$work/$name.log" >&2; exit 2; }
    # The fields of a line: command, mean, stddev, median, user, system, min, max.
    awk -F, -v own=$# '
        NR > 1 { name[NR - 1] = $1; median[NR - 1] = $4; count = NR - 1 }
        END {
            printf "| | median |"
            for (i = 1; i <= own; i++) printf " %s is … times this |", name[i]
            printf "\n|---|---:|"
            for (i = 1; i <= own; i++) printf "---:|"
            print ""
            for (row = 1; row <= count; row++) {
                printf "| %s | %.1f ms |", name[row], median[row] * 1000
                for (i = 1; i <= own; i++) printf " %.2f |", median[i] / median[row]
                print ""
            }
        }' "$work/$name.csv"
}

check="$bin check --isolated --format concise"
translate="$bin translate --isolated --quiet"
echo "## One line"
echo
measure line "$work/line.md" "check|$check" "translate|$translate"
echo
echo "## One file of 50 MB"
echo
measure large "$work/large.md" "check|$check" "translate|$translate"
echo
echo "## A folder: $(tr -cd '\0' < "$work/files" | wc -c) files, $(wc -c < "$work/once.md") bytes"
echo
measure folder "$folder" "check|$check" "check on 1 thread|$check --threads 1"
echo
echo "## Peak memory on the 50 MB"
echo
for entry in "check|$check" "translate|$translate"; do
    /usr/bin/time -v ${entry#*|} "$work/large.md" > /dev/null 2> "$work/time" || true
    awk -v name="${entry%%|*}" '/Maximum resident/ { printf "- %s: %.0f MB\n", name, $NF / 1024 }' "$work/time"
done
echo
echo "$(nproc) cores, $(uname -m), $("$bin" --version)."
if [ ${#missing[@]} -gt 0 ]; then
    echo "Not installed, so not measured: ${missing[*]}."
fi
