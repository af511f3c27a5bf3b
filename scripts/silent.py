#!/usr/bin/env python3
"""Lists where gated entries stay silent: the entries to widen, or to leave alone.

An entry with `about`, `only-when` (or `never-when`, with --never) is silent where its gate
is shut. This runs the glossaries twice over a folder of documents, as they are and with
the gates open, and prints for each entry how often its word occurs, how often it is silent
there, and some of the silent sentences. It needs Python 3.11 and a `dejargon` (--bin).

    scripts/silent.py ~/documents > silent.txt
    scripts/silent.py ~/documents --rule it/key-it --show 20
"""
import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import tomllib

GATES = ["about", "only-when"]


def toml(value):
    """A TOML value on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False) if not hasattr(value, "isoformat") else value.isoformat()


def opened(path, gates):
    """The glossary in this file with the gates of its entries open, and their rules."""
    data = tomllib.loads(path.read_text("utf-8"))
    rules = set()
    lines = ["[glossary]", *(f"{key} = {toml(value)}" for key, value in data["glossary"].items())]
    for term in data.get("term", []):
        term.pop("examples", None)
        shut = [gate for gate in gates if term.pop(gate, None)]
        if shut:
            slug = re.sub(r"[\W_]+", "-", term["term"].lower()).strip("-")
            rules.add(f'{data["glossary"]["name"]}/{term.get("id", slug)}')
            # Some context must stay: two entries of one form without any are an error.
            term["only-when"] = term.get("only-when", []) + [{"sentence": "."}]
        lines += ["[[term]]", *(f"{key} = {toml(value)}" for key, value in term.items())]
    return "\n".join(lines) + "\n", rules


def findings(binary, glossaries, documents):
    """The findings in each document, each place of a term on its own."""
    named = [word for path in glossaries for word in ("--glossary", str(path))]
    command = [binary, "check", "--isolated", "--no-bundled", "--quiet", "--audience", "public"]
    done = subprocess.run([*command, "--format", "json", *named, str(documents)], capture_output=True)
    if done.returncode > 1:
        sys.exit(done.stderr.decode())
    each = lambda found: [found, *({**found, **place} for place in found.get("also", []))]
    files = json.loads(done.stdout)["files"]
    return {file["path"]: [place for found in file["findings"] for place in each(found)] for file in files}


def places(found):
    return {(item["start"]["byte"], item["end"]["byte"]) for item in found}


def around(data, item, width=110):
    """The words around a place, on one line, with the place marked."""
    start, end = item["start"]["byte"], item["end"]["byte"]
    parts = data[max(0, start - width) : start], data[start:end], data[end : end + width]
    before, word, after = (" ".join(part.decode("utf-8", "replace").split(" ")) for part in parts)
    return " ".join(f"{before}[[{word}]]{after}".split())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=pathlib.Path)
    parser.add_argument("--bin", default="target/release/dejargon")
    parser.add_argument("--glossary", default="glossary", type=pathlib.Path, help="the folder with the glossaries")
    parser.add_argument("--never", action="store_true", help="open `never-when`, too")
    parser.add_argument("--rule", action="append", help="only these rules")
    parser.add_argument("--show", type=int, default=5, help="silent sentences for each entry")
    parser.add_argument("--hits", action="store_true", help="show where the entry speaks instead")
    options = parser.parse_args()

    sources = sorted(options.glossary.rglob("*.toml"))
    gates = GATES + ["never-when"] * options.never
    with tempfile.TemporaryDirectory() as folder:
        rules, copies = set(), []
        for number, source in enumerate(sources):
            text, gated = opened(source, gates)
            rules |= gated
            copies.append(pathlib.Path(folder, f"{number}.toml"))
            copies[-1].write_text(text, "utf-8")
        wide = findings(options.bin, copies, options.documents)
    real = findings(options.bin, sources, options.documents)

    heard, silent = collections.defaultdict(list), collections.defaultdict(list)
    for path, found in wide.items():
        spoken = places(real.get(path, []))
        for item in found:
            if item["rule"] in rules:
                said = any(start < item["end"]["byte"] and item["start"]["byte"] < end for start, end in spoken)
                (heard if said else silent)[item["rule"]].append((path, item))
    shown = heard if options.hits else silent
    pick = random.Random(1)
    for rule in sorted(shown, key=lambda rule: (-len(shown[rule]), rule)):
        if options.rule and rule not in options.rule:
            continue
        print(f"\n{rule}: {len(heard[rule]) + len(silent[rule])} places, {len(silent[rule])} silent")
        for path, item in pick.sample(shown[rule], min(options.show, len(shown[rule]))):
            print(f"  {path}: {around(pathlib.Path(path).read_bytes(), item)}")


main()
