"""Agreement of a second annotator with the corpus: ``agreement.py blind OUT`` and ``agreement.py compare FOLDER``.

``blind`` draws whole documents at random, the same share of every language, and writes them without marks.
``compare`` reads the second labelling (same ids, corpus format) and prints a JSON table per language and in all.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from mihwar.model import Span  # noqa: E402  (the checkout's own package, installed or not)
from mihwar.training.corpus import (  # noqa: E402
    CorpusDocument,
    CorpusEvent,
    CorpusMention,
    CorpusSentence,
    read_corpus,
)

_CORPUS = Path("corpus")
_T = TypeVar("_T")
Pair = tuple[CorpusSentence, CorpusEvent, CorpusSentence, CorpusEvent]


class Tally:
    """Counts and paired labels of one language or of all."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.types: list[tuple[str, str]] = []
        self.statuses: list[tuple[str, str]] = []

    def table(self) -> dict[str, float | int]:
        """The row that is printed."""
        c, n = self.counts, self.counts["matched events"]
        return {
            "documents": c["documents"],
            "sentences": c["sentences"],
            "sentences with an act, both or neither": _share(c["same presence"], c["sentences"]),
            "events, first": c["events, first"],
            "events, second": c["events, second"],
            "matched events": n,
            "event words F1": _share(2 * n, c["events, first"] + c["events, second"]),
            "first type equal": _share(c["type equal"], n),
            "first type acceptable to the other": _share(c["type acceptable"], n),
            "type kappa": _kappa(self.types),
            "status equal": _share(c["status equal"], n),
            "status kappa": _kappa(self.statuses),
            "actors agree": _share(c["actors agree"], n),
            "recipients agree": _share(c["recipients agree"], n),
            "mentions, first": c["mentions, first"],
            "mentions, second": c["mentions, second"],
            "mention F1, overlap": _share(2 * c["mentions overlap"], c["mentions, first"] + c["mentions, second"]),
            "mention F1, overlap and code": _share(
                2 * c["mentions coded"], c["mentions, first"] + c["mentions, second"]
            ),
            "claims F1": _share(2 * c["claims"], c["events, first"] + c["events, second"]),
        }


def main() -> int:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    blind = commands.add_parser("blind", help="write documents without annotation")
    blind.add_argument("out", type=Path)
    blind.add_argument("--seed", type=int, default=1)
    blind.add_argument("--share", type=float, default=0.06, help="share of each language's sentences")
    blind.add_argument("--without", type=Path, help="folder whose documents are not drawn: an earlier part")
    compare = commands.add_parser("compare", help="print the table of agreement")
    compare.add_argument("folder", type=Path)
    compare.add_argument("--list", action="store_true", help="print every disagreement before the table")
    options = parser.parse_args()
    if options.command == "blind":
        _blind(options.out, options.seed, options.share, options.without)
    else:
        _compare(options.folder, listing=options.list)
    return 0


def _blind(out: Path, seed: int, share: float, without: Path | None) -> None:
    earlier = {document.id for document in read_corpus(without)} if without else set()
    languages: dict[str, list[CorpusDocument]] = defaultdict(list)
    for document in read_corpus(_CORPUS):
        languages[document.language].append(document)
    chosen: list[CorpusDocument] = []
    for language, documents in sorted(languages.items()):
        wanted = share * sum(len(document.sentences) for document in documents)
        documents.sort(key=lambda document: document.id)
        random.Random(f"{seed}-{language}").shuffle(documents)  # a sample to be drawn again, no secret
        have = 0
        for document in documents:
            if have >= wanted:
                break
            if document.id in earlier:
                continue
            chosen.append(document)
            have += len(document.sentences)
    lines = []
    for document in chosen:
        lines.append(f"=== {document.id}")
        lines += [f"{key}: {value}" for key, value in document.meta.items()]
        lines.append("---")
        lines += [("## " if sentence.headline else "") + sentence.text for sentence in document.sentences]
        lines.append("")
    out.write_text("\n".join(lines), encoding="utf-8")
    print(f"{len(chosen)} documents, {sum(len(document.sentences) for document in chosen)} sentences")


def _compare(folder: Path, *, listing: bool) -> None:
    first = {document.id: document for document in read_corpus(_CORPUS)}
    tallies: dict[str, Tally] = defaultdict(Tally)
    changed = 0
    for document in read_corpus(folder):
        if document.id not in first:
            print(f"{document.path}: no document {document.id} in the corpus", file=sys.stderr)
            continue
        mine = first[document.id].sentences
        rows = (tallies[document.language], tallies["all"])
        for row in rows:
            row.counts["documents"] += 1
        changed += abs(len(mine) - len(document.sentences))
        for a, b in zip(mine, document.sentences, strict=False):
            if a.text != b.text:
                changed += 1
                print(f"{document.path}: the text differs: {b.text[:90]}", file=sys.stderr)
                continue
            for row in rows:
                _count(row, a, b)
            if listing:
                _list(document.id, a, b)
    if changed:
        print(f"{changed} sentences left out: their text is not that of the corpus", file=sys.stderr)
    order = sorted(tallies, key=lambda name: (name == "all", name))
    print(json.dumps({name: tallies[name].table() for name in order}, indent=2, ensure_ascii=False))


def _count(row: Tally, a: CorpusSentence, b: CorpusSentence) -> None:
    c = row.counts
    c["sentences"] += 1
    c["same presence"] += bool(a.events) == bool(b.events)
    c["events, first"] += len(a.events)
    c["events, second"] += len(b.events)
    for x, y in _matched(a.events, b.events, lambda x, y: _overlap(x.spans, y.spans)):
        c["matched events"] += 1
        row.types.append((x.types[0], y.types[0]))
        row.statuses.append((x.status.value, y.status.value))
        c["type equal"] += x.types[0] == y.types[0]
        c["type acceptable"] += x.types[0] in y.types or y.types[0] in x.types
        c["status equal"] += x.status is y.status
        c["actors agree"] += _agree(_codes(a, x.actors), _codes(b, y.actors))
        c["recipients agree"] += _agree(_codes(a, x.recipients), _codes(b, y.recipients))
    c["claims"] += len(_matched(a.events, b.events, lambda x, y: _same_claim((a, x, b, y))))
    c["mentions, first"] += len(a.mentions)
    c["mentions, second"] += len(b.mentions)
    c["mentions overlap"] += len(_matched(a.mentions, b.mentions, lambda x, y: _overlap((x.span,), (y.span,))))
    c["mentions coded"] += len(_matched(a.mentions, b.mentions, _same_mention))


def _matched(first: Sequence[_T], second: Sequence[_T], weight: Callable[[_T, _T], int]) -> list[tuple[_T, _T]]:
    """Pairs of positive weight, heaviest first, each item in one pair at most."""
    weights = {(i, j): weight(x, y) for i, x in enumerate(first) for j, y in enumerate(second)}
    pairs: list[tuple[_T, _T]] = []
    left, right = set(range(len(first))), set(range(len(second)))
    for i, j in sorted(weights, key=lambda key: (-weights[key], key)):
        if weights[i, j] > 0 and i in left and j in right:
            pairs.append((first[i], second[j]))
            left.remove(i)
            right.remove(j)
    return pairs


def _overlap(ours: Sequence[Span], theirs: Sequence[Span]) -> int:
    return sum(max(0, min(x.end, y.end) - max(x.start, y.start)) for x in ours for y in theirs)


def _same_mention(x: CorpusMention, y: CorpusMention) -> int:
    return _overlap((x.span,), (y.span,)) if _agree(set(x.codes), set(y.codes)) else 0


def _codes(sentence: CorpusSentence, indices: Sequence[int]) -> set[str]:
    return {code for index in indices for code in sentence.mentions[index].codes}


def _agree(ours: set[str], theirs: set[str]) -> bool:
    return bool(ours & theirs) if ours or theirs else True


def _same_claim(pair: Pair) -> int:
    """As a claim fits a gold event: words, types and both sides; sides are joined where one coding names no recipients."""
    a, x, b, y = pair
    if not set(x.types) & set(y.types):
        return 0
    sides = [(_codes(a, x.actors), _codes(a, x.recipients)), (_codes(b, y.actors), _codes(b, y.recipients))]
    (ours, to_ours), (theirs, to_theirs) = sides
    fits = _agree(ours, theirs) and _agree(to_ours, to_theirs)
    if not fits and any(len(actors) > 1 and not recipients for actors, recipients in sides):
        fits = len((ours | to_ours) & (theirs | to_theirs)) >= 2
    return _overlap(x.spans, y.spans) if fits else 0


def _list(name: str, a: CorpusSentence, b: CorpusSentence) -> None:
    events = _matched(a.events, b.events, lambda x, y: _overlap(x.spans, y.spans))
    found: list[str] = []
    for side, sentence, events_there, index in (("first", a, a.events, 0), ("second", b, b.events, 1)):
        seen = {id(pair[index]) for pair in events}
        found += [f"act only {side}: {_show(sentence, event)}" for event in events_there if id(event) not in seen]
    for x, y in events:
        kinds = [
            kind
            for kind, same in (
                ("type", x.types[0] == y.types[0]),
                ("status", x.status is y.status),
                ("actors", _agree(_codes(a, x.actors), _codes(b, y.actors))),
                ("recipients", _agree(_codes(a, x.recipients), _codes(b, y.recipients))),
            )
            if not same
        ]
        if kinds:
            found.append(f"{'+'.join(kinds)}: {_show(a, x)} | {_show(b, y)}")
    mentions = _matched(a.mentions, b.mentions, lambda x, y: _overlap((x.span,), (y.span,)))
    for side, sentence, index in (("first", a, 0), ("second", b, 1)):
        known = {id(pair[index]) for pair in mentions}
        for mention in sentence.mentions:
            if id(mention) not in known:
                found.append(
                    f"mention only {side}: {mention.span.of(sentence.text)} {mention.codes} {mention.sector}"
                )
    for m, n in mentions:
        if not _agree(set(m.codes), set(n.codes)):
            found.append(f"code: {m.span.of(a.text)} {m.codes} | {n.codes}")
    if found:
        print(f"{name}: {a.text}", *(f"    {line}" for line in found), sep="\n")


def _show(sentence: CorpusSentence, event: CorpusEvent) -> str:
    words = " ".join(span.of(sentence.text) for span in event.spans)
    sides = " > ".join("+".join(sorted(_codes(sentence, side))) for side in (event.actors, event.recipients))
    return f"[{words}] {'/'.join(event.types)} {sides} {event.status.value}"


def _kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa (Cohen 1960)."""
    if not pairs:
        return 0.0
    total = len(pairs)
    ours, theirs = Counter(x for x, _ in pairs), Counter(y for _, y in pairs)
    observed = sum(x == y for x, y in pairs) / total
    chance = sum(ours[label] * theirs[label] for label in ours) / total**2
    return round((observed - chance) / (1 - chance), 4) if chance < 1 else 1.0


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


if __name__ == "__main__":
    sys.exit(main())
