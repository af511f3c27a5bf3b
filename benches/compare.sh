#!/usr/bin/env bash
# How fast the program is beside tools that do less or something like it, and
# whether that is as fast as it is meant to be:
#
#     benches/compare.sh [FOLDER]
#
# FOLDER holds Markdown files, of which a copy is used; without one a folder of
# about 10 MB is generated, the same every time. What is printed is a table of
# times for each kind of work and, last, the table of goals with what was reached.
# Goals are ratios to `cat`, `wc`, `typos` and others on the same input, since
# ratios travel from machine to machine better than times do. hyperfine and GNU
# time are needed; of the yardsticks those are left out that are not installed.
#
# The environment sets how much is done:
#
#     SECTIONS     which parts, of: line folder large write glossary stream growth
#                  terms hard (default: all)
#     RUNS         runs of each measurement (default 5; one line has 20 times as many)
#     LARGE_MB     the one large file (default 50)
#     STREAM_MB    the plain text that is streamed (default 200)
#     GROWTH_MB    sizes of one file (default "1 10 100"; "1 10 100 500" needs time)
#     GROWTH_TERMS numbers of terms (default "100 1000 10000 50000")
#     DEJARGON     the program to measure, instead of a release build of this project
set -euo pipefail
project=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# shellcheck source=benches/inputs.sh
. "$project/benches/inputs.sh"

sections=${SECTIONS:-line folder large write glossary stream growth terms hard}
runs=${RUNS:-5}
large_mb=${LARGE_MB:-50}
stream_mb=${STREAM_MB:-200}
read -ra growth_mb <<< "${GROWTH_MB:-1 10 100}"
read -ra growth_terms <<< "${GROWTH_TERMS:-100 1000 10000 50000}"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# ---- tools ------------------------------------------------------------------------

missing=()
# tool NAME: the path of a program, behind the starter that pyenv puts before it,
# which takes longer than many a program.
tool() {
    local path
    path=$(command -v "$1") || { missing+=("$1"); return 1; }
    case $path in
        */shims/*) path=$(pyenv which "$1" 2> /dev/null) || { missing+=("$1"); return 1; } ;;
    esac
    found=$path
}
needs() { tool "$1" || { echo "$1 is needed, and is not installed" >&2; exit 2; }; }

found=
needs hyperfine
[ -x /usr/bin/time ] || { echo "GNU time is needed, and is not installed" >&2; exit 2; }
cat=$(command -v cat) wc=$(command -v wc)
rg='' typos='' codespell=''
if tool rg; then rg=$found; fi
if tool typos; then typos=$found; fi
if tool codespell; then codespell=$found; fi

if [ -z "${DEJARGON:-}" ]; then
    (cd "$project" && cargo build --release --quiet)
    DEJARGON=${CARGO_TARGET_DIR:-$project/target}/release/dejargon
fi
bin=$(realpath "$DEJARGON")
check="$bin check --isolated --format concise"
translate="$bin translate --isolated --quiet"

# ---- measuring --------------------------------------------------------------------

# Medians in milliseconds, by section and name.
declare -A ms
# How standard input is given: newer versions of hyperfine can, for older ones a
# shell does, which adds about half a millisecond to every command alike.
knows_input=no
if hyperfine --help | grep -q -- '--input'; then knows_input=yes; fi

# measure SECTION RUNS INPUT [PREPARE] -- NAME COMMAND...: the medians of commands
# that read INPUT (`-`: nothing).
measure() {
    local section=$1 count=$2 input=$3 prepare=()
    shift 3
    if [ "$1" != -- ]; then prepare=(--prepare "$1"); shift; fi
    shift
    local arguments=() names=() command
    while [ $# -gt 0 ]; do
        command=$2
        if [ "$input" != - ] && [ $knows_input = no ]; then
            printf 'exec %s < %s\n' "$2" "$input" > "$work/run-${#names[@]}"
            command="sh $work/run-${#names[@]}"
        fi
        names+=("$1")
        arguments+=("$command")
        shift 2
    done
    if [ "$input" != - ] && [ $knows_input = yes ]; then prepare+=(--input "$input"); fi
    hyperfine --shell=none --ignore-failure --warmup 1 --runs "$count" --style none --output pipe \
        "${prepare[@]}" --export-csv "$work/times.csv" "${arguments[@]}" > /dev/null 2> "$work/log" \
        || { cat "$work/log" >&2; exit 2; }
    local row=0 name
    while read -r time; do
        name=${names[$row]}
        ms[$section:$name]=$time
        row=$((row + 1))
    done < <(csv_medians "$work/times.csv")
}

# The fields of a line: command, mean, stddev, median, user, system, min, max.
csv_medians() { awk -F, 'NR > 1 { printf "%.3f\n", $(NF - 4) * 1000 }' "$1"; }

# table SECTION NAME...: the times, and how many of the others' the first takes.
table() {
    local section=$1 first=$2 name
    shift
    printf '| | median | %s takes |\n|---|---:|---:|\n' "$first"
    for name; do
        [ -n "${ms[$section:$name]:-}" ] || continue
        printf '| %s | %.1f ms | %s |\n' "$name" "${ms[$section:$name]}" \
            "$(ratio "${ms[$section:$first]}" "${ms[$section:$name]}") ×"
    done
    echo
}

ratio() { awk -v a="${1:-}" -v b="${2:-}" 'BEGIN { if (a != "" && b > 0) printf "%.2f", a / b }'; }
calc() { awk "BEGIN { printf \"%.${2:-2}f\", $1 }"; }
has() { case " $sections " in *" $1 "*) ;; *) return 1 ;; esac; }
heading() { printf '\n## %s\n\n' "$1"; }

# peak COMMAND...: the most memory it holds at one time, in MB. It may find jargon,
# which is no failure.
peak() {
    /usr/bin/time -f 'peak %M' -o "$work/peak" "$@" > /dev/null 2>&1 || true
    awk '/^peak/ { printf "%.1f", $2 / 1024 }' "$work/peak"
}

goals=()
# goal WORK GOAL LIMIT VALUE [UNIT]: a row of the table of goals; without a value
# it was not measured.
goal() {
    local reached='not measured' shown=''
    if [ -n "$4" ]; then
        reached=$(awk -v value="$4" -v limit="$3" 'BEGIN { print (value <= limit) ? "yes" : "**no**" }')
        shown="$4${5:- ×}"
    fi
    goals+=("| $1 | $2 | $shown | $reached |")
}

# ---- inputs -----------------------------------------------------------------------

if [ $# -gt 0 ]; then
    # Paths without their folders: a copy is one folder of files with numbers.
    mkdir "$work/folder"
    number=0
    while IFS= read -r -d '' path; do
        cp "$path" "$work/folder/$(printf '%05d' $number).md"
        number=$((number + 1))
    done < <(find "$1" -type f -name '*.md' -print0 | LC_ALL=C sort -z)
    [ $number -gt 0 ] || { echo "no Markdown in $1" >&2; exit 2; }
else
    story_folder "$work/folder" 1250
fi
find "$work/folder" -type f -print0 | LC_ALL=C sort -z > "$work/files"
xargs -0 cat < "$work/files" > "$work/once.md"
echo "We leveraged the API of the back end." > "$work/line.md"
printf '%s cores, %s, %s; %s; LC_ALL or LANG %s; the folder: %s files, %s bytes.\n' \
    "$(nproc)" "$(uname -m)" "$("$bin" --version)" "$(hyperfine --version)" "${LC_ALL:-${LANG:-none}}" \
    "$(tr -cd '\0' < "$work/files" | "$wc" -c)" "$("$wc" -c < "$work/once.md")"
# Others at work cost two threads more than one: ratios are too high then.
awk '$1 > 0.5 { print "The machine is busy, so the figures are rough: load " $1 "." }' /proc/loadavg

# ---- sections ---------------------------------------------------------------------

one_line() {
    heading "One line through standard input: start-up"
    local commands=("translate -" "$translate -" cat "$cat")
    [ -z "$typos" ] || commands+=("typos -" "$typos --isolated -")
    [ -z "$codespell" ] || commands+=("codespell -" "$codespell -")
    measure line $((runs * 20)) "$work/line.md" -- "${commands[@]}"
    table line "translate -" "typos -" "codespell -" cat
    goal "one line, \`translate -\`" "≤ 0.4 × \`typos -\`" 0.4 "$(ratio "${ms[line:translate -]}" "${ms[line:typos -]:-}")"
    goal "" "≤ 8 × \`cat\`" 8 "$(ratio "${ms[line:translate -]}" "${ms[line:cat]}")"
}

folder() {
    heading "The folder"
    sed -n 's/^term = "\(.*\)"$/\1/p' "$project"/glossary/*.toml | LC_ALL=C sort -u > "$work/terms"
    local path=$work/folder
    local commands=("check" "$check --threads 2 $path" "check, 1 thread" "$check --threads 1 $path"
        "wc -w" "$wc -w --files0-from=$work/files" "cat" "xargs -0 -a $work/files $cat")
    [ -z "$rg" ] || commands+=("rg, the terms" "$rg -F -i -w -c -f $work/terms $path")
    [ -z "$typos" ] || commands+=("typos" "$typos --isolated --format brief $path")
    [ -z "$codespell" ] || commands+=("codespell" "$codespell -q 3 $path")
    measure folder "$runs" - -- "${commands[@]}"
    table folder "check" "check, 1 thread" "wc -w" cat "rg, the terms" typos codespell
    goal "\`check\` of the folder, 2 threads" "≤ 2 × \`wc -w\`" 2 "$(ratio "${ms[folder:check]}" "${ms[folder:wc -w]}")"
    goal "" "≤ 0.35 × typos" 0.35 "$(ratio "${ms[folder:check]}" "${ms[folder:typos]:-}")"
    # shellcheck disable=SC2086 # a command and its arguments
    goal "peak memory, the folder" "≤ 48 MB" 48 "$(peak $check --threads 2 "$path")" " MB"
}

large() {
    heading "One file of $large_mb MB"
    local path=$work/large.md
    sized $((large_mb * 1000000)) "$work/once.md" > "$path"
    local commands=("check" "$check $path" "wc -w" "$wc -w $path" "cat" "$cat $path")
    [ -z "$typos" ] || commands+=("typos" "$typos --isolated --format brief $path")
    measure large "$runs" - -- "${commands[@]}"
    table large "check" "wc -w" cat typos
    # shellcheck disable=SC2086
    echo "Peak memory of \`check\`: $(peak $check "$path") MB."
    goal "\`check\` of one file of $large_mb MB" "≤ 3 × \`wc -w\`" 3 "$(ratio "${ms[large:check]}" "${ms[large:wc -w]}")"
    rm "$path"
}

written() {
    heading "A copy of the folder, rewritten"
    local copy=$work/copy
    printf 'rm -rf %s\ncp -r %s %s\n' "$copy" "$work/folder" "$copy" > "$work/fresh"
    local commands=("translate --write" "$translate --write --threads 2 $copy" "check" "$check --threads 2 $copy")
    [ -z "$typos" ] || commands+=("typos -w" "$typos --isolated -w $copy")
    measure write "$runs" - "sh $work/fresh" -- "${commands[@]}"
    table write "translate --write" check "typos -w"
    goal "\`translate --write\` of a copy of the folder" "≤ 1.5 × \`check\`" 1.5 "$(ratio "${ms[write:translate --write]}" "${ms[write:check]}")"
    goal "" "≤ 0.5 × \`typos -w\`" 0.5 "$(ratio "${ms[write:translate --write]}" "${ms[write:typos -w]:-}")"
    rm -rf "$copy"
}

glossary() {
    heading "A project's glossary of 10,000 terms"
    glossary_of 10000 ours > "$work/ours.toml"
    measure glossary $((runs * 4)) "$work/line.md" -- "with it" "$translate --glossary $work/ours.toml -" "without" "$translate -"
    table glossary "with it" without
    goal "a project's glossary of 10,000 terms" "start-up ≤ + 60 ms" 60 \
        "$(calc "${ms[glossary:with it]} - ${ms[glossary:without]}" 1)" " ms"
}

stream() {
    heading "$stream_mb MB of plain text, streamed"
    # shellcheck disable=SC2016
    sed '/^```/d; s/[`*>#]//g; s/^- //' "$work/once.md" | head -c 10000000 > "$work/plain.txt"
    local start first end
    # The first paragraph comes a second before the rest.
    {
        echo "$EPOCHREALTIME" > "$work/start"
        printf 'We leveraged the API.\nIt was late.\n\n'
        sleep 1
        sized $((stream_mb * 1000000)) "$work/plain.txt"
    } | {
        /usr/bin/time -f 'peak %M' -o "$work/peak" "$bin" translate --isolated --quiet --as text - || true
    } | {
        IFS= read -r -n 1 _ || true
        echo "$EPOCHREALTIME" > "$work/first"
        cat > /dev/null
        echo "$EPOCHREALTIME" > "$work/end"
    }
    read -r start < "$work/start"; read -r first < "$work/first"; read -r end < "$work/end"
    local wait memory
    wait=$(calc "($first - $start) * 1000" 0)
    memory=$(awk '/^peak/ { printf "%.1f", $2 / 1024 }' "$work/peak")
    echo "First output after $wait ms (start-up included), all after $(calc "$end - $start - 1" 1) s, peak memory $memory MB."
    goal "\`translate --as text -\` of $stream_mb MB from a pipe" "≤ 32 MB of memory" 32 "$memory" " MB"
    goal "" "first output ≤ 50 ms after the first paragraph" 50 "$wait" " ms"
}

# worst TIME...: the greatest of those after the first, in terms of the first.
worst() {
    printf '%s\n' "$@" | awk 'NR == 1 { first = $1; next } $1 / first > worst { worst = $1 / first } END { printf "%.2f", worst }'
}

growth() {
    heading "Time per MB as one file grows"
    local size check_each=() translate_each=() path=$work/size.md
    measure growth $((runs * 4)) "$work/line.md" -- start "$translate -"
    echo "| size | \`check\`, ms per MB | \`translate\`, ms per MB |"
    echo "|---:|---:|---:|"
    for size in "${growth_mb[@]}"; do
        sized $((size * 1000000)) "$work/once.md" > "$path"
        measure growth 3 - -- check "$check $path" translate "$translate $path"
        check_each+=("$(calc "(${ms[growth:check]} - ${ms[growth:start]}) / $size")")
        translate_each+=("$(calc "(${ms[growth:translate]} - ${ms[growth:start]}) / $size")")
        echo "| $size MB | ${check_each[-1]} | ${translate_each[-1]} |"
    done
    rm "$path"
    local sizes="${growth_mb[0]} MB to ${growth_mb[-1]} MB"
    goal "time per MB from $sizes, \`check\`" "linear: ≤ 1.3 × the first" 1.3 "$(worst "${check_each[@]}")"
    goal "the same, \`translate\`" "linear: ≤ 1.3 × the first" 1.3 "$(worst "${translate_each[@]}")"
}

terms() {
    heading "Time per MB as the glossary grows (without the bundled ones)"
    local count kind each alike=() different=()
    sized 10000000 "$work/once.md" > "$work/size.md"
    echo "| terms | start-up | \`check\`, ms per MB | where all terms begin with \`the\` |"
    echo "|---:|---:|---:|---:|"
    for count in "${growth_terms[@]}"; do
        each=()
        for kind in glossary_of glossary_alike; do
            $kind "$count" ours > "$work/terms.toml"
            local options="--no-bundled --threads 1 --glossary $work/terms.toml"
            measure terms 3 - -- start "$check $options $work/line.md" all "$check $options $work/size.md"
            each+=("$(calc "(${ms[terms:all]} - ${ms[terms:start]}) / 10")")
            if [ $kind = glossary_of ]; then each+=("${ms[terms:start]}"); fi
        done
        different+=("${each[0]}")
        alike+=("${each[2]}")
        printf '| %s | %.1f ms | %s | %s |\n' "$count" "${each[1]}" "${each[0]}" "${each[2]}"
    done
    local counts="${growth_terms[0]} to ${growth_terms[-1]} terms"
    goal "time per MB from $counts" "nearly flat: ≤ 1.5 × the first" 1.5 "$(worst "${different[@]}")"
    goal "the same, all terms beginning with \`the\`" "nearly flat: ≤ 1.5 × the first" 1.5 "$(worst "${alike[@]}")"
}

# once COMMAND...: the better of two runs in ms, at most a minute each.
once() {
    local best='' start time
    for _ in 1 2; do
        start=$EPOCHREALTIME
        timeout 60 "$@" < /dev/null > /dev/null 2>&1 || true
        time=$(calc "($EPOCHREALTIME - $start) * 1000" 1)
        best=$(awk -v a="$best" -v b="$time" 'BEGIN { print (a == "" || b < a ? b : a) }')
        if [ "${time%.*}" -gt 5000 ]; then break; fi
    done
    echo "$best"
}

hard_inputs() {
    heading "Inputs made to be slow, in ms (two times as long per doubling is linear)"
    local kind size command times steepest=0 ratio_now
    echo "| | command | 250 KB | 500 KB | 1 MB | last doubling |"
    echo "|---|---|---:|---:|---:|---:|"
    while IFS= read -r kind; do
        for size in 250000 500000 1000000; do hard "$kind" $size > "$work/hard-$size.md"; done
        for command in check translate; do
            times=()
            for size in 250000 500000 1000000; do
                # shellcheck disable=SC2086
                times+=("$(once ${!command} "$work/hard-$size.md")")
            done
            ratio_now=$(ratio "${times[2]}" "${times[1]}")
            # What takes less than 50 ms is mostly start and chance.
            steepest=$(awk -v a="$steepest" -v b="$ratio_now" -v ms="${times[2]}" \
                'BEGIN { print (ms > 50 && b > a ? b : a) }')
            echo "| \`$kind\` | $command | ${times[0]} | ${times[1]} | ${times[2]} | $ratio_now × |"
        done
    done < <(hard_kinds)
    goal "inputs made to be slow, the steepest doubling" "≤ 2.6 × (4 is quadratic)" 2.6 "$steepest"
}

if has line; then one_line; fi
if has folder; then folder; fi
if has large; then large; fi
if has write; then written; fi
if has glossary; then glossary; fi
if has stream; then stream; fi
if has growth; then growth; fi
if has terms; then terms; fi
if has hard; then hard_inputs; fi

heading "Goals"
echo "| work | goal | here | reached |"
echo "|---|---|---:|---|"
printf '%s\n' "${goals[@]}"
if [ ${#missing[@]} -gt 0 ]; then
    printf '\nNot installed, so not measured: %s.\n' "${missing[*]}"
fi
