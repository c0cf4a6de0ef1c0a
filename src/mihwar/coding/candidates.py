"""The mentions that may play a part in a sentence: the actor table's and those that only the encoder sees."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mihwar.coding.decoding import TaggedSpan, tokens_of
from mihwar.coding.labels import MENTION_SECTORS
from mihwar.coding.repeated_names import RepeatedNames
from mihwar.model import Mention, MentionKind, Span

if TYPE_CHECKING:
    from mihwar.coding.encoder import EncodedSentence, Floats
    from mihwar.coding.heads import Heads

__all__ = ["Candidate", "candidates"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention (document offsets), its word pieces in the sentence, and its probability of pointing back."""

    mention: Mention
    tokens: tuple[int, ...]
    pronoun: float


def candidates(
    text: str,
    sentence: Span,
    encoded: EncodedSentence,
    tagged: list[TaggedSpan],
    known: list[Mention],
    heads: Heads,
    names: RepeatedNames,
) -> list[Candidate]:
    """All candidates of one sentence in text order; ``known`` are the table's mentions inside it.

    A name that stands in ``names`` is given its state; names beside a state are added to them.
    """
    import numpy as np

    found: list[tuple[Mention, tuple[int, ...]]] = []
    taken: list[Span] = []
    for span in tagged:
        absolute = Span(span.span.start + sentence.start, span.span.end + sentence.start)
        inside = [mention for mention in known if mention.span.overlaps(absolute)]
        if not inside:
            words = absolute.of(text)
            found.append((Mention(absolute, MentionKind.UNLISTED, None, None, None, words), span.tokens))
            continue
        if inside[-1].kind is MentionKind.OFFICE and inside[-1].code is not None:
            names.introduce(text, absolute.end, inside[-1])
        if len(inside) == 1 and inside[0].kind is MentionKind.DEMONYM and absolute.contains(inside[0].span):
            if absolute != inside[0].span:
                found.append((replace(inside[0], span=absolute, sector=None), span.tokens))
                taken.append(inside[0].span)
    for mention in known:
        if mention.kind is MentionKind.INSTRUMENT or mention.span in taken:
            continue
        relative = Span(mention.span.start - sentence.start, mention.span.end - sentence.start)
        tokens = tuple(tokens_of(relative, encoded.offsets))
        if tokens:
            found.append((mention, tokens))
    if not found:
        return []
    found.sort(key=lambda pair: pair[0].span)
    vectors: Floats = np.stack([encoded.vectors[list(tokens)].mean(0) for _, tokens in found])
    sectors, pronouns = heads.mentions(vectors)
    result = []
    for (mention, tokens), sector, pronoun in zip(found, sectors, pronouns, strict=True):
        if mention.sector is None and mention.kind in (MentionKind.UNLISTED, MentionKind.DEMONYM):
            best = MENTION_SECTORS[int(sector.argmax())]
            mention = replace(  # noqa: PLW2901  (the enriched copy replaces the bare one)
                mention, sector=None if best == "-" else best, reason=mention.reason or "found by the encoder"
            )
        if mention.kind is MentionKind.UNLISTED and mention.code is None:
            mention = _told_before(text, mention, names)  # noqa: PLW2901
        points_back = float(pronoun) if mention.kind is MentionKind.UNLISTED else 0.0
        result.append(Candidate(mention, tokens, points_back))
    return result


def _told_before(text: str, mention: Mention, names: RepeatedNames) -> Mention:
    """The mention with the state and identity of the one whose name it repeats."""
    first = names.of(text, mention)
    if first is None:
        return mention
    return replace(
        mention,
        actor=first.actor,
        code=first.code,
        sector=first.sector or mention.sector,
        office=first.office,
        reason=f"repeats a name told beside {first.identifier_text}",
    )
