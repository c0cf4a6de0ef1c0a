"""Write the corpus as gold articles: ``corpus_to_gold.py OUT [--held-out] [PATH ...]``, one JSON file a document.

The format is that of ``mihwar evaluate article`` (docs/reference/formats.md) with two additions an event: ``words``, the
spans of its event words, and in the document ``mentions``, each with ``start``, ``end``, ``codes``, ``sector`` and
``pronoun``. Spans count code points of ``text``. An event's own span is its sentence from the first of its words and
mentions to the last. ``--held-out`` takes only the documents that are never trained on.

Scores on such articles are lower than on the gold articles of ``tests/quality``: the corpus marks a recipient only where
its sentence names one.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from mihwar.training.corpus import CorpusDocument, CorpusEvent, CorpusSentence, is_held_out, read_corpus


def article(document: CorpusDocument) -> dict[str, Any]:
    """One document as a gold article."""
    text = ""
    starts: list[int] = []
    for sentence in document.sentences:
        starts.append(len(text))
        text += sentence.text + "\n"
    meta = {key: value for key, value in document.meta.items() if value != "-" and key != "lang"}
    events: list[dict[str, Any]] = []
    mentions: list[dict[str, Any]] = []
    for start, sentence in zip(starts, document.sentences, strict=True):
        mentions += [
            {"start": start + m.span.start, "end": start + m.span.end, "codes": list(m.codes), "sector": m.sector,
             "pronoun": m.pronoun}
            for m in sentence.mentions
        ]  # fmt: skip
        events += [event(f"{len(events) + at}", start, sentence, one) for at, one in enumerate(sentence.events, 1)]
    return {
        "document": document.id,
        "meta": {"language": document.language, "url": None, "chrome": [], **meta},
        "text": text.rstrip("\n"),
        "quotes": [],
        "mentions": mentions,
        "events": events,
    }


def event(number: str, start: int, sentence: CorpusSentence, one: CorpusEvent) -> dict[str, Any]:
    """One event; one without recipients and with several actors is symmetric."""
    sides = [sorted({c for i in side for c in sentence.mentions[i].codes if c != "-"}) for side in
             (one.actors, one.recipients)]  # fmt: skip
    spans = [*one.spans, *(sentence.mentions[i].span for i in (*one.actors, *one.recipients))]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    told_by = next((m.span.of(sentence.text) for m in sentence.mentions if m.key == one.by), one.by.strip('"'))
    return {
        "id": number,
        "span": sentence.text[first:last],
        "words": [[start + span.start, start + span.end] for span in one.spans],
        "actors": sides[0],
        "recipients": sides[1],
        "types": list(one.types),
        "date": str(one.date) if one.date else None,
        "attributed_to": told_by,
        "status": one.status.value,
        "symmetric": len(sides[0]) > 1 and not sides[1],
        "must": True,
    }


def main() -> None:
    """Write every document of the paths (the whole corpus by default)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("paths", type=Path, nargs="*", default=[Path(__file__).parents[1] / "corpus"])
    parser.add_argument("--held-out", action="store_true")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    written = 0
    for path in options.paths:
        for document in read_corpus(path):
            if options.held_out and not is_held_out(document.id):
                continue
            target = options.out / f"{document.id}.json"
            target.write_text(json.dumps(article(document), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
            written += 1
    print(f"{written} articles in {options.out}")


if __name__ == "__main__":
    main()
