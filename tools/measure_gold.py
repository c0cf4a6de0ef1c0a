"""How well dates, speakers and statuses of gold acts are read. Usage: measure_gold.py [--totals] FILE.json ...

Spans of the gold acts are given, so only the rules of attribution are measured: no coder runs. A speaker is right
where both sides are narration, or where the names share a word or name one state. Dates are counted twice:
``text`` (a date of the text, else none) and ``with publication`` (the day of publication fills in for news).
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from mihwar.evaluation import GoldEvent, read_gold
from mihwar.model import Span, Speaker, SpeechForm
from mihwar.pipeline.paging import page_of
from mihwar.pipeline.telling import Telling, Told
from mihwar.reading import document_of

_NARRATOR = frozenset({"author", "outlet", "narrator"})


def main(arguments: list[str]) -> None:
    """Print the share of right dates, speakers and statuses a language, and each error unless ``--totals``."""
    counts: dict[str, Counter[str]] = {}
    for path in [Path(argument) for argument in arguments if not argument.startswith("--")]:
        for language, line in _errors(path, counts):
            if "--totals" not in arguments:
                print(language, line)
    for language, count in sorted(counts.items()):
        print(
            language,
            *(f"{key} {count[key + ' right']}/{count[key]}" for key in count if "right" not in key),
            sep="\n  ",
        )


def _errors(path: Path, counts: dict[str, Counter[str]]) -> list[tuple[str, str]]:
    gold = read_gold(path)
    meta = {key: gold.meta.get(key) for key in ("url", "title", "publisher", "published", "author", "section")}
    page = page_of(document_of({"id": gold.id, "text": gold.text, **meta}, str(path), gold.id))
    language = page.document.language or "?"
    count = counts.setdefault(language, Counter())
    telling = Telling(page)
    lines = []
    for event in sorted(gold.events, key=lambda event: event.span):
        sentence = next((s for s in page.sentences if s.overlaps(event.span)), event.span)
        sentence = Span(min(sentence.start, event.span.start), max(sentence.end, event.span.end))
        told = telling.of(event.span, sentence, sorted(event.types))
        for key, right, seen in _judged(event, told, page.document.genre):
            count[key] += 1
            count[f"{key} right"] += right
            if not right:
                words, whole = event.span.of(gold.text), " ".join(sentence.of(gold.text).split())
                lines.append((language, f"{gold.id} {key}: [{words}] {seen} | {whole}"))
    return lines


def _judged(event: GoldEvent, told: Told, genre: str | None) -> list[tuple[str, bool, str]]:
    date = str(told.date) if told.date else None
    own = date if told.origin == "text" else None
    kind = "dated" if event.date else "undated"
    seen = f"gold {event.date} got {own} ({told.reason}) {genre}"
    found = [
        (f"date, {kind}", own == event.date, seen),
        ("date with publication", date == event.date, f"gold {event.date} got {date}"),
        ("date as scored", date == event.date or (event.date is None and own is None), ""),
    ]
    if event.attributed_to is not None:
        right = _same_speaker(told.speaker, event.attributed_to)
        kind = "narrated" if event.attributed_to in _NARRATOR else "quoted"
        found.append((f"speaker, {kind}", right, f"gold {event.attributed_to!r} got {told.speaker}"))
    if event.status is not None:
        right = told.status.value == event.status
        found.append(("status", right, f"gold {event.status} got {told.status} for {event.date}"))
    return found


def _same_speaker(told: Speaker, gold: str) -> bool:
    narrated = told.form is SpeechForm.NARRATION
    if gold in _NARRATOR:
        return narrated
    ours, theirs = ({w for w in name.casefold().split() if len(w) > 2} for name in (told.name, gold))
    return not narrated and (bool(ours & theirs) or told.code == gold)


if __name__ == "__main__":
    main(sys.argv[1:])
