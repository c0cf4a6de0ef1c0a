"""What the model is shown and what it may answer: sentences as data, and a schema that can say nothing but acts."""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from mihwar.coding.labels import CONTEXTS, STATUSES, TYPES
from mihwar.model import Mention, Page, Span
from mihwar.ontology import event_types, sectors

__all__ = ["MOST_TOKENS", "Chunk", "chunks", "halves", "messages", "most_acts", "prompt_version", "schema", "shown"]

# Bounds of one request. A sentence longer than a page of text is no sentence; the model sees its beginning.
_SENTENCES, _CODE_POINTS = 8, 3000
_LONGEST_SENTENCE = 2000
_BEFORE = 2  # sentences shown for what "he" and "the ministry" mean; half of the reach that the encoder has
_LONGEST_BEFORE = 400
_KNOWN = 16
_LONGEST_TITLE = 300

# Bounds of one answer: code points of each string, entries of each list.
LONGEST_WORDS, LONGEST_PARTY = 120, 100
MOST_PARTIES, MOST_MODES, MOST_CONTEXTS = 5, 2, 4
MOST_TOKENS = 4096  # a full answer at these bounds has fewer on one sentence; a longer one is asked again in halves
_ESCAPED = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>[]"}
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True, slots=True)
class Chunk:
    """Sentences of one request, ``first`` counted from 0 in the page, and those that lead up to them."""

    first: int
    sentences: tuple[Span, ...]
    before: tuple[Span, ...]


def chunks(page: Page) -> Iterator[Chunk]:
    """The page's sentences in requests of a bounded size, in order."""
    first, size = 0, 0
    spans = page.sentences
    for number, span in enumerate(spans):
        length = min(span.end - span.start, _LONGEST_SENTENCE)
        if number > first and (number - first >= _SENTENCES or size + length > _CODE_POINTS):
            yield _chunk(spans, first, number)
            first, size = number, 0
        size += length
    if first < len(spans):
        yield _chunk(spans, first, len(spans))


def halves(chunk: Chunk, page: Page) -> list[Chunk]:
    """The two halves of a chunk of several sentences."""
    middle, end = chunk.first + len(chunk.sentences) // 2, chunk.first + len(chunk.sentences)
    return [_chunk(page.sentences, chunk.first, middle), _chunk(page.sentences, middle, end)]


def _chunk(spans: tuple[Span, ...], first: int, end: int) -> Chunk:
    return Chunk(first, spans[first:end], spans[max(first - _BEFORE, 0) : first])


def messages(chunk: Chunk, page: Page) -> list[dict[str, str]]:
    """The rules, and the sentences as one JSON object between tags that no text in it can close."""
    document = page.document
    text = document.text
    data = {
        "document": {
            "title": (document.title or "")[:_LONGEST_TITLE] or None,
            "published": str(document.published) if document.published else None,
            "language": document.language,
        },
        "before": [shown(span).of(text)[-_LONGEST_BEFORE:] for span in chunk.before],
        "sentences": [
            {"number": number, "text": shown(span).of(text), "known": _known(span, page)}
            for number, span in enumerate(chunk.sentences, 1)
        ],
    }
    return [
        {"role": "system", "content": _rules()},
        {"role": "user", "content": f"<article>\n{_inert(data)}\n</article>"},
    ]


def shown(sentence: Span) -> Span:
    """What the model sees of a sentence: its beginning, where it is endless."""
    return Span(sentence.start, min(sentence.end, sentence.start + _LONGEST_SENTENCE))


def _known(sentence: Span, page: Page) -> list[dict[str, str | None]]:
    """The table's names in a sentence with their codes, each once."""
    at = bisect_left(page.mentions, sentence.start, key=lambda mention: mention.span.start)
    found: dict[tuple[str, str], Mention] = {}
    text = page.document.text
    while at < len(page.mentions) and page.mentions[at].span.start < shown(sentence).end and len(found) < _KNOWN:
        mention = page.mentions[at]
        if mention.code is not None:
            found.setdefault((mention.span.of(text)[:LONGEST_PARTY], mention.code), mention)
        at += 1
    return [{"words": words, "code": code, "sector": one.sector} for (words, code), one in found.items()]


def _inert(data: Mapping[str, Any]) -> str:
    """JSON in whose strings no tag and no control token of a chat template (``<|im_end|>``, ``[INST]``) can stand.

    Lone surrogates, which no UTF-8 carries, become U+FFFD, one for one.
    """
    packed = re.sub("[\ud800-\udfff]", "\ufffd", json.dumps(data, ensure_ascii=False))
    return _STRING.sub(lambda string: string[0].translate(_ESCAPED), packed)


@cache
def _rules() -> str:
    listed = "; ".join(f"{kind.code}: {', '.join(kind.modes)}" for kind in event_types() if kind.modes)
    template = files("mihwar.coding.llm").joinpath("prompt.md").read_text(encoding="utf-8")
    return template.strip().replace("{modes}", listed)


def schema(sentences: int) -> dict[str, Any]:
    """JSON schema of the answer on so many sentences. Everything is required, bounded and closed: small models
    fill an open string, list or number until they are cut off, and llama.cpp does not hold a number to its bounds."""
    party = _object(
        words=_text(LONGEST_PARTY),
        code={"type": ["string", "null"], "maxLength": 3},
        sector={"enum": [*sectors(), None]},
    )
    modes = sorted({mode for kind in event_types() for mode in kind.modes})
    act = _object(
        sentence={"enum": list(range(1, sentences + 1))},
        words=_text(LONGEST_WORDS),
        type={"enum": list(TYPES)},
        modes=_list({"enum": modes}, MOST_MODES),
        status={"enum": list(STATUSES)},
        contexts=_list({"enum": list(CONTEXTS)}, MOST_CONTEXTS),
        actors=_list(party, MOST_PARTIES),
        recipients=_list(party, MOST_PARTIES),
        speaker={"type": ["string", "null"], "maxLength": LONGEST_PARTY},
        confidence={"enum": [tenth / 10 for tenth in range(1, 11)]},
    )
    return _object(acts=_list(act, most_acts(sentences)))


def most_acts(sentences: int) -> int:
    """Acts that an answer on so many sentences may have: four on one, eighteen on eight."""
    return 2 + 2 * sentences


@cache
def prompt_version() -> str:
    """Changes whenever the rules or the schema do."""
    return hashlib.sha256(f"{_rules()}{json.dumps(schema(1))}".encode()).hexdigest()[:12]


def _object(**properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _text(longest: int) -> dict[str, Any]:
    return {"type": "string", "maxLength": longest}


def _list(items: Mapping[str, Any], most: int) -> dict[str, Any]:
    return {"type": "array", "items": items, "maxItems": most}
