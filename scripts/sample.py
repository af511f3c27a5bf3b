#!/usr/bin/env python3
"""Draws findings or rewrites of a folder at random, to be read by an editor.

    scripts/sample.py FOLDER [--rewrites] [--count 200] [--seed 1] [--bin PATH]
                      [--rule GLOB] [--audience NAME]

Findings are shown with their line; --rewrites takes only those with a safe fix
and shows the line before and after it. The same folder, seed and program give
the same sample.
"""
import argparse
import fnmatch
import json
import random
import subprocess


def findings(binary, folder, audience):
    command = [binary, "check", "--isolated", "--format", "jsonl", "--audience", audience, folder]
    run = subprocess.run(command, capture_output=True, check=False)
    for line in run.stdout.splitlines():
        yield json.loads(line)


def line_of(source, start, end):
    first = source.rfind(b"\n", 0, start) + 1
    last = source.find(b"\n", end)
    return first, len(source) if last < 0 else last


def rewritten(source, first, last, edits):
    out, done = b"", first
    for edit in sorted(edits, key=lambda edit: edit["start_byte"]):
        out += source[done:edit["start_byte"]] + edit["replacement"].encode()
        done = edit["end_byte"]
    return out + source[done:last]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--rewrites", action="store_true")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rule", default="*")
    parser.add_argument("--bin", default="target/release/dejargon")
    parser.add_argument("--audience", default="public")
    args = parser.parse_args()
    found = [f for f in findings(args.bin, args.folder, args.audience) if fnmatch.fnmatch(f["rule"], args.rule)]
    if args.rewrites:
        found = [f for f in found if f.get("fix", {}).get("safe")]
    print(f"{len(found)} to draw from")
    sample = random.Random(args.seed).sample(found, min(args.count, len(found)))
    for number, finding in enumerate(sample, 1):
        with open(finding["path"], "rb") as file:
            source = file.read()
        start, end = finding["start"]["byte"], finding["end"]["byte"]
        edits = finding.get("fix", {}).get("edits", [])
        low = min([start] + [edit["start_byte"] for edit in edits])
        high = max([end] + [edit["end_byte"] for edit in edits])
        first, last = line_of(source, low, high)
        first, last = max(first, low - 110), min(last, high + 110)
        before = source[first:start] + b">>" + source[start:end] + b"<<" + source[end:last]
        print(f"{number:3} {finding['severity']}[{finding['rule']}] {finding['path']}:{finding['start']['line']}")
        print("  - " + before.decode("utf-8", "replace").replace("\n", "⏎"))
        if args.rewrites:
            after = rewritten(source, first, last, edits)
            print("  + " + after.decode("utf-8", "replace").replace("\n", "⏎"))


main()
