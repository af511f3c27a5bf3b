#!/usr/bin/env python3
"""Shows what dejargon says of a folder, to be read by an editor.

    scripts/sample.py FOLDER                findings drawn at random, with their line
    scripts/sample.py FOLDER --rewrites     safe rewrites, the line before and after
    scripts/sample.py FOLDER --by-entry     findings per 1,000 words, and of each entry
                                            with five of its places (--top entries)

The same folder, seed and program give the same sample. With --try the glossaries
in glossary/ are read as they stand, so that an entry is tuned without a build.
"""
import argparse
import collections
import fnmatch
import json
import pathlib
import random
import subprocess
import sys

PROJECT = pathlib.Path(__file__).resolve().parent.parent
BUNDLED = sorted((PROJECT / "glossary").glob("*/*.toml"))
PROSE = {".md", ".markdown", ".txt", ".html", ".htm"}
AROUND = 110


def findings(args):
    command = [args.bin, "check", "--isolated", "--format", "jsonl", "--audience", args.audience]
    if args.try_:
        command += ["--no-bundled", *(f"--glossary={path}" for path in BUNDLED)]
    run = subprocess.run([*command, args.folder], capture_output=True, check=False)
    if run.returncode == 2:
        sys.stderr.write(run.stderr.decode("utf-8", "replace"))
    every = (json.loads(line) for line in run.stdout.splitlines())
    return [finding for finding in every if fnmatch.fnmatch(finding["rule"], args.rule)]


def words(folder):
    files = (path for path in pathlib.Path(folder).rglob("*") if path.suffix in PROSE)
    return sum(len(path.read_bytes().split()) for path in files)


class Place:
    """A finding in its line, without more than AROUND bytes to each side."""

    def __init__(self, finding):
        self.source = pathlib.Path(finding["path"]).read_bytes()
        self.start, self.end = finding["start"]["byte"], finding["end"]["byte"]
        self.edits = finding.get("fix", {}).get("edits", [])
        low = min([self.start] + [edit["start_byte"] for edit in self.edits])
        high = max([self.end] + [edit["end_byte"] for edit in self.edits])
        last = self.source.find(b"\n", high)
        self.first = max(self.source.rfind(b"\n", 0, low) + 1, low - AROUND)
        self.last = min(len(self.source) if last < 0 else last, high + AROUND)

    def marked(self):
        cut = self.source
        found = b">>" + cut[self.start:self.end] + b"<<"
        return text(cut[self.first:self.start] + found + cut[self.end:self.last])

    def rewritten(self):
        out, done = b"", self.first
        for edit in sorted(self.edits, key=lambda edit: edit["start_byte"]):
            out += self.source[done:edit["start_byte"]] + edit["replacement"].encode()
            done = edit["end_byte"]
        return text(out + self.source[done:self.last])


def text(raw):
    return raw.decode("utf-8", "replace").replace("\n", "⏎")


def print_sample(found, args):
    if args.rewrites:
        found = [finding for finding in found if finding.get("fix", {}).get("safe")]
    print(f"{len(found)} to draw from")
    for number, finding in enumerate(draw(found, args.count, args.seed), 1):
        place = Place(finding)
        print(f"{number:3} {finding['severity']}[{finding['rule']}] {finding['path']}:{finding['start']['line']}")
        print("  - " + place.marked())
        if args.rewrites:
            print("  + " + place.rewritten())


def print_by_entry(found, args):
    total = words(args.folder)
    thousands = max(total, 1) / 1000
    print(f"{total} words, {len(found)} findings, {len(found) / thousands:.2f} per 1,000 words")
    glossaries = collections.Counter(finding["rule"].partition("/")[0] for finding in found)
    for name, count in glossaries.most_common():
        print(f"  {count:6} {count / thousands:6.2f}  {name}")
    entries = collections.defaultdict(list)
    for finding in found:
        entries[finding["rule"]].append(finding)
    frequent = sorted(entries.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    for rule, places in frequent[:args.top]:
        safe = sum(finding.get("fix", {}).get("safe", False) for finding in places)
        print(f"\n{rule} ({places[0]['severity']}): {len(places)}, "
              f"{len(places) / thousands:.3f} per 1,000 words, {safe} rewritten")
        for finding in draw(places, 5, args.seed):
            print("  - " + Place(finding).marked())


def draw(found, count, seed):
    return random.Random(seed).sample(found, min(count, len(found)))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("--rewrites", action="store_true")
    parser.add_argument("--by-entry", action="store_true")
    parser.add_argument("--top", type=int, default=sys.maxsize)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rule", default="*")
    parser.add_argument("--bin", default=str(PROJECT / "target/release/dejargon"))
    parser.add_argument("--audience", default="public")
    parser.add_argument("--try", dest="try_", action="store_true")
    args = parser.parse_args()
    show = print_by_entry if args.by_entry else print_sample
    show(findings(args), args)


main()
