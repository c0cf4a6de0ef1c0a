"""Acts out of a model's answer: only those whose words stand in the text and whose codes the codebook has."""

from __future__ import annotations

import json
import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from mihwar.coding.acts import Act
from mihwar.coding.labels import CONTEXTS, STATUSES, TYPES
from mihwar.coding.llm.finding import Words
from mihwar.coding.llm.prompting import (
    LONGEST_PARTY,
    LONGEST_WORDS,
    MOST_CONTEXTS,
    MOST_MODES,
    MOST_PARTIES,
    Chunk,
    most_acts,
    shown,
)
from mihwar.model import Mention, MentionKind, Page, Span, Status
from mihwar.ontology import event_type, fold_state, organisations, sectors, states

__all__ = ["entries_of", "verified_acts"]

_LONGEST_ANSWER = 400_000  # code points; the schema's bounds allow less
Entry = dict[str, Any]


def entries_of(answer: str) -> list[Any] | None:
    """The list of acts in an answer, unchecked; ``None`` where it is not the JSON object that was asked for."""
    bare = answer.strip()
    if bare.startswith("```"):
        bare = bare.partition("\n")[2].rpartition("```")[0]
    if len(bare) > _LONGEST_ANSWER:
        return None
    try:
        value = json.loads(bare)
    except (ValueError, RecursionError):
        return None
    acts = value.get("acts") if isinstance(value, dict) else None
    return acts if isinstance(acts, list) else None


def verified_acts(entries: Sequence[Any], chunk: Chunk, page: Page, source: str, dropped: Counter[str]) -> list[Act]:
    """The acts that hold, in text order; what does not is counted in ``dropped`` by its reason.

    ``source`` names the model in the reason of mentions that only it saw.
    """
    reader = _Reader(chunk, page, source, dropped)
    most = most_acts(len(chunk.sentences))
    if len(entries) > most:
        dropped["acts beyond the number asked for"] += len(entries) - most
    acts: dict[tuple[object, ...], Act] = {}
    for entry in entries[:most]:
        try:
            act = reader.act(entry)
        except _UnfitError as unfit:
            dropped[str(unfit)] += 1
            continue
        if acts.setdefault(_identity(act), act) is not act:
            dropped["acts told twice"] += 1
    return sorted(acts.values(), key=lambda act: (act.sentence, act.event_spans, act.types))


def _identity(act: Act) -> tuple[object, ...]:
    sides = (frozenset(one.code or one.span for one in side) for side in (act.actors, act.recipients))
    return (act.event_spans, act.types, *sides)


class _UnfitError(Exception):
    """An entry that is left out; the text is the reason, in the plural, as the report counts it."""


class _Reader:
    def __init__(self, chunk: Chunk, page: Page, source: str, dropped: Counter[str]) -> None:
        self._chunk, self._page, self._source, self._dropped = chunk, page, source, dropped
        self._text = page.document.text
        self._starts = [mention.span.start for mention in page.mentions]

    def act(self, entry: object) -> Act:
        """The act of one entry; :class:`_UnfitError` says why it is none."""
        if not isinstance(entry, dict):
            raise _UnfitError("entries that are no act")
        number = entry.get("sentence")
        if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= len(self._chunk.sentences):
            raise _UnfitError("acts of no sentence shown")
        sentence = self._chunk.sentences[number - 1]
        seen = shown(sentence)
        kind, status, sure = entry.get("type"), entry.get("status"), _share(entry.get("confidence"))
        if kind not in TYPES or status not in STATUSES:
            raise _UnfitError("acts of a type or status outside the codebook")
        if sure is None:
            raise _UnfitError("acts without a confidence from 0 to 1")
        words = Words.of(self._text, self._around(seen), self._page.document.language)
        event = self._event(entry.get("words"), words, seen)
        if event is None:
            raise _UnfitError("acts whose words do not stand in the sentence")
        if any(one.span.contains(event) for one in self._around(event) if one.kind is not MentionKind.INSTRUMENT):
            raise _UnfitError("acts whose words only name somebody")
        actors = self._parties(entry.get("actors"), words, seen, event)
        if not actors:
            raise _UnfitError("acts of nobody in the text")
        recipients = self._parties(entry.get("recipients"), words, seen, event)
        others = tuple(one for one in recipients if one not in actors)
        if len(others) < len(recipients):
            self._dropped["recipients that are the actor"] += len(recipients) - len(others)
        speaker = entry.get("speaker")
        told = self._parties([{"words": speaker}], words, seen, event) if speaker is not None else []
        return Act(
            sentence,
            (event,),
            (kind,),
            tuple(actors),
            others,
            tuple(told),
            Status(status),
            sure,
            sure,
            modes=self._chosen(entry.get("modes"), tuple(event_type(kind).modes), MOST_MODES, "modes"),
            contexts=self._chosen(entry.get("contexts"), CONTEXTS, MOST_CONTEXTS, "contexts"),
        )

    def _event(self, given: object, words: Words, sentence: Span) -> Span | None:
        if not isinstance(given, str) or len(given) > LONGEST_WORDS:
            return None
        found = words.places(given, sentence)
        return found[0] if found else None

    def _parties(self, given: object, words: Words, sentence: Span, event: Span) -> list[Mention]:
        """The mentions of one side, each once."""
        listed = given if isinstance(given, list) else []
        if given is not None and not isinstance(given, list):
            self._dropped["lists that are none"] += 1
        found: dict[Span, Mention] = {}
        for party in listed[:MOST_PARTIES]:
            try:
                mention = self._party(party, words, sentence, event)
            except _UnfitError as unfit:
                self._dropped[str(unfit)] += 1
            else:
                found.setdefault(mention.span, mention)
        return list(found.values())

    def _party(self, given: object, words: Words, sentence: Span, event: Span) -> Mention:
        said = given.get("words") if isinstance(given, dict) else None
        if not isinstance(given, dict) or not isinstance(said, str) or len(said) > LONGEST_PARTY:
            raise _UnfitError("parties and speakers that are none")
        place = self._place(said, words, sentence, event)
        if place is None:
            raise _UnfitError("parties and speakers whose words do not stand in the text")
        code, sector = self._code(given.get("code")), given.get("sector")
        sector = sector if sector in sectors() else None
        named = [one for one in self._around(place) if one.kind is not MentionKind.INSTRUMENT]
        known = max(named, key=lambda one: (one.code == code, _shared(one.span, place)), default=None)
        if known is None or known.code is None:
            base = known or Mention(place, MentionKind.UNLISTED, None, None, None, place.of(self._text))
            return replace(base, code=code, sector=base.sector or sector, reason=f"as {self._source} reads it")
        if code is not None and code != known.code:
            self._dropped["codes against the actor table, which stands"] += 1
        if known.kind is MentionKind.DEMONYM and place.contains(known.span):
            return replace(known, span=place, sector=sector or known.sector)
        return known

    def _place(self, said: str, words: Words, sentence: Span, event: Span) -> Span | None:
        """Where a party is named: in the act's sentence the place nearest to the act that is not inside its words,
        else the last place before, among the sentences that the model saw."""
        here = words.places(said, sentence, of_name=True)
        if here:
            return min(here, key=lambda place: (event.contains(place), _distance(place, event), place))
        for span in reversed((*self._chunk.before, *self._chunk.sentences)):
            if span.end <= sentence.start:
                found = words._replace(mentions=self._around(shown(span))).places(said, shown(span), of_name=True)
                if found:
                    return found[-1]
        return None

    def _code(self, given: object) -> str | None:
        """The code, dependencies folded, if the codebook has it."""
        if given is None:
            return None
        code = fold_state(given.strip().upper()) if isinstance(given, str) else ""
        if code in states() or code in organisations():
            return code
        self._dropped["codes outside the codebook"] += 1
        return None

    def _chosen(self, given: object, known: Sequence[str], most: int, what: str) -> tuple[str, ...]:
        listed = given if isinstance(given, list) else []
        kept = tuple(dict.fromkeys(one for one in listed[:most] if isinstance(one, str) and one in known))
        if len(kept) < len(listed):
            self._dropped[f"{what} outside the codebook or of another type"] += len(listed) - len(kept)
        return kept

    def _around(self, span: Span) -> Sequence[Mention]:
        """The page's mentions that overlap ``span``; one that begins before it is looked for among the two before."""
        first, last = bisect_left(self._starts, span.start), bisect_right(self._starts, span.end - 1)
        return [one for one in self._page.mentions[max(first - 2, 0) : last] if one.span.overlaps(span)]


def _share(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    return round(float(value), 4) if 0 <= value <= 1 else None


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
