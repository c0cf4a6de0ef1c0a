"""How many of the corpus' named actors the tables find, by language: ``measure_mentions.py [LANG ...] [--missing N]``.

A marked mention with a code that is no pronoun counts as found where a mention of the table overlaps it, and as right
where that has its code. ``--missing`` prints the commonest words not found, of the documents that are not held out.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from mihwar.actors import find_mentions
from mihwar.training.corpus import CorpusDocument, is_held_out, read_corpus

ROOT = Path(__file__).parents[1]


def measure(document: CorpusDocument, counts: Counter[str], missing: Counter[str]) -> None:
    """Add one document's counts."""
    text = "\n".join(sentence.text for sentence in document.sentences)
    found = find_mentions(text, document.language, None)
    at = 0
    for sentence in document.sentences:
        marked = [(m.span.start + at, m.span.end + at, m) for m in sentence.mentions]
        here = [m for m in found if at <= m.span.start < at + len(sentence.text)]
        for start, end, mention in marked:
            if mention.pronoun or mention.codes == ("-",) or not mention.codes:
                continue
            counts["named"] += 1
            over = [m for m in here if m.span.start < end and start < m.span.end]
            right = any(m.code in mention.codes for m in over)
            counts["found"] += bool(over)
            counts["right"] += right
            if not right:
                words = sentence.text[mention.span.start : mention.span.end]
                missing[f"{words} = {'+'.join(mention.codes)} (ours: {[m.code for m in over]})"] += 1
        coded = [m for m in here if m.code]
        counts["ours"] += len(coded)
        counts["ours marked"] += sum(any(s < m.span.end and m.span.start < e for s, e, _ in marked) for m in coded)
        at += len(sentence.text) + 1


def main() -> None:
    """Measure each language's training and held-out documents and print one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*")
    parser.add_argument("--missing", type=int, default=0)
    options = parser.parse_args()
    counts: dict[str, Counter[str]] = {}
    missing: Counter[str] = Counter()
    for document in read_corpus(ROOT / "corpus"):
        if options.languages and document.language not in options.languages:
            continue
        held = is_held_out(document.id)
        key = f"{document.language} {'held out' if held else 'training'}"
        measure(document, counts.setdefault(key, Counter()), Counter() if held else missing)
    for words, number in missing.most_common(options.missing):
        print(number, words)
    table = {
        key: {
            "named": one["named"],
            "found": round(one["found"] / one["named"], 3),
            "right code": round(one["right"] / one["named"], 3),
            "precision": round(one["ours marked"] / max(1, one["ours"]), 3),
        }
        for key, one in sorted(counts.items())
    }
    print(json.dumps(table, indent=1))


if __name__ == "__main__":
    main()
