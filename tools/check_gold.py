"""Check gold articles against the documented format and print what they hold: ``check_gold.py [PATH ...]``.

Spans, quotes and page furniture must stand in the text word for word; actor codes, types, statuses and dates must
be known; a speaker is ``author`` or a name that stands in the text.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from mihwar.errors import InputError  # noqa: E402  (the checkout's own package, installed or not)
from mihwar.evaluation.gold import read_gold  # noqa: E402
from mihwar.model import PartialDate  # noqa: E402
from mihwar.ontology import event_types, is_state, organisations, statuses  # noqa: E402

META = ("language", "url", "title", "publisher", "published", "chrome")
EVENT = ("id", "span", "actors", "recipients", "types", "date", "attributed_to", "status", "symmetric", "must")
TYPES = frozenset(kind.code for kind in event_types())
PAGE = "author"


def main(paths: list[str]) -> int:
    """Print counts; 1 if any article breaks a rule."""
    targets = [Path(path) for path in paths] or [Path("tests/quality/articles")]
    files = [file for target in targets for file in (sorted(target.glob("*.json")) if target.is_dir() else [target])]
    counts: Counter[str] = Counter()
    types: Counter[str] = Counter()
    told: Counter[str] = Counter()
    bad = 0
    for file in files:
        try:
            read_gold(file)
        except InputError as error:
            print(error, file=sys.stderr)
            bad += 1
            continue
        article: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        for problem in problems(article, file.stem):
            print(f"{file}: {problem}", file=sys.stderr)
            bad += 1
        counts["articles"] += 1
        counts["words"] += len(article["text"].split())
        counts["quotes"] += len(article["quotes"])
        for event in article["events"]:
            counts["events"] += 1
            counts["must"] += bool(event["must"])
            counts["dated"] += event["date"] is not None
            counts["told by a named speaker"] += event["attributed_to"] != PAGE
            types[event["types"][0]] += 1
            told[event["status"]] += 1
    print(dict(counts))
    print("types", dict(types.most_common()))
    print("statuses", dict(told.most_common()))
    return 1 if bad else 0


def problems(article: dict[str, Any], stem: str) -> Iterator[str]:
    """Every rule that the article breaks, in words."""
    text: str = article["text"]
    meta: dict[str, Any] = article.get("meta", {})
    if article["document"] != stem:
        yield f"document {article['document']!r} is not the file's name"
    yield from (f"meta lacks {key}" for key in META if key not in meta)
    if not _is_date(str(meta.get("published"))):
        yield f"published {meta.get('published')!r} is no date"
    if str(meta.get("title")) not in text:
        yield "the title does not stand in the text"
    for words in meta.get("chrome", []):
        if words not in text:
            yield f"page furniture does not stand in the text: {words!r}"
    for quote in article["quotes"]:
        if quote["text"] not in text:
            yield f"quote does not stand in the text: {quote['text']!r}"
        if quote["speaker"] not in text:
            yield f"speaker of a quote does not stand in the text: {quote['speaker']!r}"
    seen: set[str] = set()
    for event in article["events"]:
        for problem in _event_problems(event, text):
            yield f"{event.get('id')}: {problem}"
        if event.get("id") in seen:
            yield f"{event['id']}: stands twice"
        seen.add(str(event.get("id")))


def _event_problems(event: dict[str, Any], text: str) -> Iterator[str]:
    missing = [key for key in EVENT if key not in event]
    if missing:
        yield f"lacks {', '.join(missing)}"
        return
    if not event["actors"]:
        yield "has no actor"
    yield from (f"unknown actor code {code}" for code in event["actors"] + event["recipients"] if not _is_code(code))
    yield from (f"unknown type {kind}" for kind in event["types"] if kind not in TYPES)
    if not event["types"]:
        yield "has no type"
    if event["status"] not in statuses():
        yield f"unknown status {event['status']!r}"
    if event["date"] is not None and not _is_date(event["date"]):
        yield f"date {event['date']!r} does not parse to itself"
    if not event["attributed_to"] or (event["attributed_to"] != PAGE and event["attributed_to"] not in text):
        yield f"speaker {event['attributed_to']!r} does not stand in the text"


def _is_code(code: str) -> bool:
    return is_state(code) or code in organisations()


def _is_date(text: str) -> bool:
    try:
        return str(PartialDate.parse(text)) == text
    except (InputError, ValueError):
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
