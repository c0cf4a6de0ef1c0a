"""Turn the corpus and the public data into what the network learns from."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from mihwar.coding.labels import CONTEXTS, MENTION_SECTORS, MODES, STATUSES, TYPES
from mihwar.coding.tokenizing import Tokenizer
from mihwar.evaluation.tables import strip_marks
from mihwar.model import Span
from mihwar.training.corpus import CorpusDocument, CorpusEvent, CorpusSentence

__all__ = [
    "EventExample",
    "Example",
    "MentionExample",
    "corpus_examples",
    "gsr_examples",
    "kept_for_measuring",
    "plv_examples",
]

MAX_TOKENS = 160  # 99.5% of the corpus' sentences are shorter; longer ones are cut
_MODE_SHARE = 0.4  # of acts whose type has modes; annotators who look for them give one to 60% of such acts
SpanFinder = Callable[[str, str], Sequence[Span]]


@dataclass(slots=True)
class MentionExample:
    """A candidate mention: token indices, sector (index of ``MENTION_SECTORS`` or -1 unknown), pronoun flag
    (-1 unknown)."""

    tokens: list[int]
    sector: int = -1
    pronoun: int = -1


@dataclass(slots=True)
class EventExample:
    """An act: token indices (empty for a marked pair without event words), target over types, status index
    (-1 unknown), for each role the indices of its mentions, the mode (index of ``MODES``, -1 not judged) and the
    contexts (indices; ``None`` not judged)."""

    tokens: list[int]
    types: dict[int, float]
    status: int
    actors: list[int]
    recipients: list[int]
    speakers: list[int]
    exact: bool = True
    mode: int = -1
    contexts: list[int] | None = None


@dataclass(slots=True)
class Example:
    """One sentence: token ids, tags per token (or empty where unknown), mentions, acts, and the types that
    the sentence reports (probability by type index; only the listed types are judged). ``alternative`` is the
    same sentence with the actor table's spans for its mentions; each epoch takes one of the two."""

    source: str
    language: str
    ids: list[int]
    event_tags: list[int] = field(default_factory=list)
    mention_tags: list[int] = field(default_factory=list)
    mentions: list[MentionExample] = field(default_factory=list)
    events: list[EventExample] = field(default_factory=list)
    topics: dict[int, float] = field(default_factory=dict)
    alternative: Example | None = None


def _tokens(span: Span, offsets: list[tuple[int, int]]) -> list[int]:
    return [i for i, (start, end) in enumerate(offsets) if start < span.end and span.start < end]


def _tags(groups: Iterable[list[int]], length: int) -> list[int]:
    tags = [0] * length
    for group in groups:
        for position, token in enumerate(group):
            tags[token] = 1 if position == 0 else 2
    return tags


def corpus_examples(
    documents: Iterable[CorpusDocument], tokenizer: Tokenizer, find: SpanFinder | None
) -> Iterator[Example]:
    """Examples of the annotated corpus; ``find`` gives the actor table's spans, so that the heads learn on
    the spans they will meet."""
    for document in documents:
        judged = _gives_modes(document)
        for sentence in document.sentences:
            example = _corpus_example(document.language, sentence, tokenizer, (), no_mode=judged)
            if find is not None:
                spans = find(sentence.text, document.language)
                marked = {(mention.span.start, mention.span.end) for mention in sentence.mentions}
                if {(span.start, span.end) for span in spans} - marked:
                    example.alternative = _corpus_example(
                        document.language, sentence, tokenizer, spans, no_mode=judged
                    )
            yield example


def _gives_modes(document: CorpusDocument) -> bool:
    """Whether a missing mode means none here: some of the documents were annotated without looking for modes."""
    possible = [e for s in document.sentences for e in s.events if (e.types[0], None) in MODES]
    return sum(bool(event.modes) for event in possible) >= _MODE_SHARE * len(possible)


def _corpus_example(
    language: str, sentence: CorpusSentence, tokenizer: Tokenizer, spans: Sequence[Span], *, no_mode: bool
) -> Example:
    ids, offsets = tokenizer.encode(sentence.text, MAX_TOKENS)
    example = Example("corpus", language, ids)
    event_tokens = [[_tokens(span, offsets) for span in event.spans] for event in sentence.events]
    example.event_tags = _tags((group for groups in event_tokens for group in groups), len(ids))
    example.mention_tags = _tags((_tokens(m.span, offsets) for m in sentence.mentions), len(ids))
    used: set[int] = set()
    for mention in sentence.mentions:
        inside = [i for i, span in enumerate(spans) if span.overlaps(mention.span) and i not in used]
        used.update(inside)
        tokens = _tokens(spans[inside[0]] if len(inside) == 1 else mention.span, offsets)
        sector = mention.sector or "-"
        example.mentions.append(
            MentionExample(
                tokens,
                MENTION_SECTORS.index(sector) if sector in MENTION_SECTORS else -1,
                int(mention.pronoun),
            )
        )
    for i, span in enumerate(spans):
        if i not in used:
            example.mentions.append(MentionExample(_tokens(span, offsets)))
    for event, groups in zip(sentence.events, event_tokens, strict=True):
        share = 1.0 if len(event.types) == 1 else 0.25 / (len(event.types) - 1)
        types = {TYPES.index(name): share for name in event.types[1:]}
        types[TYPES.index(event.types[0])] = 1.0 if len(event.types) == 1 else 0.75
        tokens = sorted({token for group in groups for token in group})
        if not tokens:
            continue
        order = {mention.key: i for i, mention in enumerate(sentence.mentions)}
        example.events.append(
            EventExample(
                tokens,
                types,
                STATUSES.index(event.status.value),
                list(event.actors),
                list(event.recipients),
                [order[event.by]] if event.by in order else [],
                mode=_mode(event, no_mode=no_mode),
                contexts=[CONTEXTS.index(name) for name in event.contexts] or None,
            )
        )
    present = {index for event in example.events for index in event.types}
    example.topics = {index: float(index in present) for index in range(len(TYPES))}
    return example


def _mode(event: CorpusEvent, *, no_mode: bool) -> int:
    own = [MODES.index((event.types[0], mode)) for mode in event.modes if (event.types[0], mode) in MODES]
    if own:
        return own[0]
    none = (event.types[0], None)
    return MODES.index(none) if no_mode and not event.modes and none in MODES else -1


def kept_for_measuring(row_id: str) -> bool:
    """Whether a row of the public data is never trained on: one in ten, by the hash of its id."""
    return hashlib.sha256(row_id.encode()).digest()[0] % 10 == 0


def plv_examples(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """The marked pairs of PLV_train: one act without event words; YIELD is CONCEDE or RETREAT."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if kept_for_measuring(row["sentence_id"]):
                continue
            text, spans = strip_marks(row["marked_sentence"])
            if "s" not in spans or "t" not in spans or row["gold_root"] not in (*TYPES, "YIELD"):
                continue
            ids, offsets = tokenizer.encode(text, MAX_TOKENS)
            mentions = [MentionExample(_tokens(spans[role], offsets)) for role in ("s", "t")]
            if not all(mention.tokens for mention in mentions):
                continue
            names = ("CONCEDE", "RETREAT") if row["gold_root"] == "YIELD" else (row["gold_root"],)
            types = {TYPES.index(name): 1.0 for name in names}
            event = EventExample([], types, -1, [0], [1], [], exact=len(names) == 1)
            topics = {TYPES.index(names[0]): 1.0} if len(names) == 1 else {}
            yield Example("plv", "en", ids, mentions=mentions, events=[event], topics=topics)


def gsr_examples(path: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """Arabic sentences judged for one type; the target is the share of coders who accepted."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["event_type"] not in TYPES or row["label"] == "ambiguous" or kept_for_measuring(row["id"]):
                continue
            ids, _ = tokenizer.encode(row["text"], MAX_TOKENS)
            target = {"yes": 0.97, "difficult no": 0.05, "easy no": 0.0}.get(row["label"])
            if target is not None:
                yield Example("gsr", "ar", ids, topics={TYPES.index(row["event_type"]): target})
