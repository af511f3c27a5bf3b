#!/usr/bin/env python3
"""Lets people judge what dejargon writes: sheets of rewrites drawn at random, and their sums.

    scripts/judge.py draw FOLDER > sheet.txt     draws rewrites and explanations
    scripts/judge.py sum SHEET...                sums marked sheets up, by kind and by rule

A sheet shows each sentence before and after. Put one letter between the brackets:
A an editor would sign it, B worse than before, C wrong grammar, D another meaning.
The same folder, seed and program draw the same sheet. docs/judging.md says more.
"""
import argparse
import collections
import fnmatch
import json
import pathlib
import random
import re
import subprocess
import sys

PROJECT = pathlib.Path(__file__).resolve().parent.parent
MARKS = {"A": "signed", "B": "worse", "C": "grammar", "D": "meaning"}
ENTRY = re.compile(r"^\[(.?)\] *\d+ +(\S+) +(\S+)")
SENTENCE_END = re.compile(rb"[.!?][\"')\]]*\s+(?=[A-Z\"'(\[])|\n\s*\n")


def findings(args):
    """The findings that are rewritten, with the edits of all of their file."""
    command = [args.bin, "check", "--isolated", "--format", "jsonl", "--audience", args.audience]
    command += [option for glossary in args.glossary for option in ("--glossary", glossary)]
    run = subprocess.run([*command, args.folder], capture_output=True, check=False)
    if run.returncode == 2:
        sys.stderr.write(run.stderr.decode("utf-8", "replace"))
    every = [json.loads(line) for line in run.stdout.splitlines()]
    # What has no lines is no text that a sentence could be cut from.
    return [finding for finding in every
            if finding.get("fix", {}).get("safe") and finding["fix"]["edits"] and "line" in finding["start"]]


def kind(finding):
    """What was done: the words of a place were replaced, or an explanation was added."""
    edits = finding["fix"]["edits"]
    if all(edit["start_byte"] == edit["end_byte"] for edit in edits):
        return "explained"
    spelled_out = f"({finding['text']})"
    return "expanded" if any(spelled_out in edit["replacement"] for edit in edits) else "replaced"


def sentence(source, low, high):
    """The bounds of the sentence, or of the sentences, around a stretch."""
    start = max((end.end() for end in SENTENCE_END.finditer(source, max(0, low - 2000), low)), default=max(0, low - 2000))
    end = SENTENCE_END.search(source, high)
    return start, end.end() if end else min(len(source), high + 2000)


def spliced(source, start, end, edits):
    """A stretch of the source with the edits that lie in it."""
    out, done = b"", start
    for edit in sorted(edits, key=lambda edit: (edit["start_byte"], edit["end_byte"])):
        if done <= edit["start_byte"] and edit["end_byte"] <= end:
            out += source[done:edit["start_byte"]] + edit["replacement"].encode()
            done = edit["end_byte"]
    return out + source[done:end]


def text(raw):
    return " ".join(raw.decode("utf-8", "replace").split())


def draw(args):
    every = findings(args)
    edits = collections.defaultdict(list)
    for finding in every:
        edits[finding["path"]] += finding["fix"]["edits"]
    wanted = [finding for finding in every if fnmatch.fnmatch(finding["rule"], args.rule)]
    drawn = random.Random(args.seed).sample(wanted, min(args.count, len(wanted)))
    print(f"# {len(drawn)} of {len(wanted)} rewrites in {args.folder}, seed {args.seed}")
    print("# " + ", ".join(f"{mark} {meaning}" for mark, meaning in MARKS.items()))
    for number, finding in enumerate(drawn, 1):
        source = pathlib.Path(finding["path"]).read_bytes()
        own = finding["fix"]["edits"]
        low = min([finding["start"]["byte"]] + [edit["start_byte"] for edit in own])
        high = max([finding["end"]["byte"]] + [edit["end_byte"] for edit in own])
        start, end = sentence(source, low, high)
        place = f"{finding['path']}:{finding['start']['line']}"
        print(f"\n[ ] {number} {finding['rule']} {kind(finding)} {place}: {text(finding['text'].encode())}")
        print("  - " + text(source[start:end]))
        print("  + " + text(spliced(source, start, end, edits[finding["path"]])))


def add_up(args):
    by_kind, by_rule = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    unmarked = 0
    for sheet in args.sheets:
        for line_number, line in enumerate(pathlib.Path(sheet).read_text(encoding="utf-8").splitlines(), 1):
            entry = ENTRY.match(line)
            if not entry:
                continue
            mark, rule, done = entry.group(1).strip().upper(), entry.group(2), entry.group(3)
            if not mark:
                unmarked += 1
            elif mark in MARKS:
                by_kind[done][mark] += 1
                by_rule[rule][mark] += 1
            else:
                sys.exit(f"{sheet}:{line_number}: `{mark}` is no mark; write one of {', '.join(MARKS)}")
    total = sum(by_kind.values(), collections.Counter())
    table([("all", total), *sorted(by_kind.items())])
    wrong = sorted(by_rule.items(), key=lambda rule: (rule[1]["A"] - rule[1].total(), rule[0]))
    wrong = [(rule, marks) for rule, marks in wrong if marks["A"] < marks.total()]
    if wrong:
        print()
        table(wrong)
    if unmarked:
        print(f"\n{unmarked} not marked")


def table(rows):
    width = max(len(name) for name, _ in rows)
    print(" " * width + "".join(f"{meaning:>9}" for meaning in MARKS.values()) + "    signed of all")
    for name, marks in rows:
        share = f"{100 * marks['A'] / marks.total():.0f} %" if marks.total() else "-"
        print(f"{name:{width}}" + "".join(f"{marks[mark]:9}" for mark in MARKS) + f"    {share} of {marks.total()}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw", help="draw a sheet from a folder")
    drawing.add_argument("folder")
    drawing.add_argument("--count", type=int, default=100)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--rule", default="*", help="of these rules alone, as a glob: it/*")
    drawing.add_argument("--glossary", action="append", default=[], metavar="FILE")
    drawing.add_argument("--audience", default="public")
    drawing.add_argument("--bin", default=str(PROJECT / "target/release/dejargon"))
    drawing.set_defaults(run=draw)
    summing = commands.add_parser("sum", help="sum marked sheets up")
    summing.add_argument("sheets", nargs="+")
    summing.set_defaults(run=add_up)
    args = parser.parse_args()
    args.run(args)


main()
