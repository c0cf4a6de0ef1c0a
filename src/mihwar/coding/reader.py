"""The coder of record: reads acts off the encoder, one pass a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mihwar.coding.acts import Act
from mihwar.coding.calibration import evidence, load_calibration
from mihwar.coding.candidates import Candidate, candidates
from mihwar.coding.coreference import Context
from mihwar.coding.decoding import event_spans, mention_spans, tokens_of
from mihwar.coding.encoder import SentenceEncoder, default_encoder
from mihwar.coding.heads import Heads, best_mode
from mihwar.coding.labels import CONTEXTS, STATUSES, TYPES
from mihwar.coding.parties import RoleLimits, resolved_parties
from mihwar.coding.scoring import ScoredAct, scored_acts
from mihwar.languages import Respaced
from mihwar.model import AnomalyKind, Document, Mention, MentionKind, Page, Span, Status

if TYPE_CHECKING:
    from mihwar.coding.encoder import EncodedSentence

__all__ = ["EncoderCoder", "Thresholds"]

# Code points between the words of two readings of one act, set on the odd-numbered gold articles.
_NEAR = 12
_NEAR_SAME_TYPE = 30


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities above which something is read; acts below ``confidence`` are dropped.

    Set on the odd-numbered gold articles of ``tests/quality/articles``; the even-numbered are kept for measuring.
    """

    event: float = 0.5
    mention: float = 0.6
    actor: float = 0.3
    recipient: float = 0.3
    speaker: float = 0.5
    weak_role: float = 0.15
    second_type: float = 0.3
    confidence: float = 0.35
    context: float = 0.5


class EncoderCoder:
    """Codes pages with the shipped encoder, or with another of the same format."""

    def __init__(
        self,
        encoder: SentenceEncoder | None = None,
        thresholds: Thresholds | None = None,
        served_by: Callable[[Mention], Mention] = lambda mention: mention,
    ) -> None:
        """``served_by`` gives an instrument's mention the state that it serves."""
        self._served_by = served_by
        self._encoder = encoder or default_encoder()
        self._heads = Heads(self._encoder.heads)
        self._thresholds = thresholds or Thresholds()
        self._calibration = load_calibration()

    @property
    def name(self) -> str:
        """Name and version of the encoder."""
        return f"mihwar-encoder-{self._encoder.version}"

    def code(self, page: Page) -> list[Act]:
        """All acts of one page, in text order; sentences are read in parallel and joined in order."""
        text = page.document.text
        splits = [a.parts[0].end for a in page.anomalies if a.kind is AnomalyKind.RUN_TOGETHER and a.parts]
        spaced = [
            Respaced(span.of(text), [at - span.start for at in splits if span.start < at < span.end])
            for span in page.sentences
        ]
        encoded = [
            replace(result, offsets=tuple(_pair(space.back(Span(*pair))) for pair in result.offsets))
            for space, result in zip(spaced, self._encoder.encode([space.text for space in spaced]), strict=True)
        ]
        context = Context(self._heads, page.mentions)
        acts: list[Act] = []
        mentions = iter(_by_sentence(page))
        for span, sentence in zip(page.sentences, encoded, strict=True):
            acts += self._sentence(page.document, span, sentence, next(mentions), context)
        return acts

    def relation(self, text: str, actor: Span, recipient: Span) -> dict[str, float]:
        """Probability of each type for a marked pair in one sentence, by the act that the pair attends to."""
        encoded = self._encoder.encode([text])[0]
        parties = []
        for span in (actor, recipient):
            tokens = tokens_of(span, encoded.offsets)
            parties.append(encoded.vectors[tokens or [0]].mean(0))
        event = self._heads.attend(encoded.vectors, parties[0], parties[1])
        probabilities = self._heads.types(event, parties[0], parties[1], encoded.vectors.mean(0))
        return {name: float(p) for name, p in zip(TYPES, probabilities, strict=True)}

    def topics(self, texts: list[str]) -> list[dict[str, float]]:
        """For each sentence, the probability that it reports an act of each type."""
        return [
            {name: float(p) for name, p in zip(TYPES, self._heads.topics(encoded.vectors), strict=True)}
            for encoded in self._encoder.encode(texts)
        ]

    def _sentence(
        self, document: Document, span: Span, encoded: EncodedSentence, known: list[Mention], context: Context
    ) -> list[Act]:
        text, language = document.text, document.language
        words = span.of(text)
        events = event_spans(encoded, words, self._thresholds.event, language)
        tagged = mention_spans(encoded, words, self._thresholds.mention, language)
        found = candidates(text, span, encoded, tagged, known, self._heads, context.names)
        instruments = [self._served_by(mention) for mention in known if mention.kind is MentionKind.INSTRUMENT]
        limits = RoleLimits(self._thresholds.actor, self._thresholds.recipient, self._thresholds.weak_role)
        acts = []
        scored = scored_acts(self._heads, encoded, events, found, limits)
        read = (self._act(span, one, found, context, instruments, len(scored)) for one in scored)
        acts = [act for act in read if act is not None and act.confidence >= self._thresholds.confidence]
        acts = _merged(acts)
        for act in acts:
            context.add_subject(act.actors[0])
        context.add_sentence([candidate.mention for candidate in found])
        return acts

    def _act(
        self,
        span: Span,
        scored: ScoredAct,
        found: list[Candidate],
        context: Context,
        instruments: list[Mention],
        acts: int,
    ) -> Act | None:
        limit, roles = self._thresholds, scored.roles
        order = scored.types.argsort()[::-1]
        types = [TYPES[order[0]]]
        if scored.types[order[1]] >= limit.second_type:
            types.append(TYPES[order[1]])
        place = Span(scored.event.span.start + span.start, scored.event.span.end + span.start)
        chosen = scored.actors, scored.recipients
        speakers = [
            found[i].mention for i, p in enumerate(roles) if p[2] >= limit.speaker and i not in scored.recipients
        ]
        parties = resolved_parties(found, chosen, types[0], place, context, instruments, speakers)
        if parties is None:
            return None
        doer, target = parties
        mode = best_mode(scored.modes, types[0])
        known = evidence(scored, found, target=bool(target), acts=acts)
        return Act(
            span,
            (place,),
            tuple(types),
            tuple(doer),
            tuple(target),
            tuple(speakers),
            Status(STATUSES[int(scored.statuses.argmax())]),
            float(scored.statuses.max()),
            round(self._calibration.confidence(known), 4),
            modes=(mode,) if mode else (),
            contexts=tuple(name for name, p in zip(CONTEXTS, scored.contexts, strict=True) if p >= limit.context),
            evidence=known,
        )


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _by_sentence(page: Page) -> Iterator[list[Mention]]:
    """The page's mentions by sentence, in one pass over both sorted lists."""
    at = 0
    for span in page.sentences:
        while at < len(page.mentions) and page.mentions[at].span.start < span.start:
            at += 1
        end = at
        while end < len(page.mentions) and page.mentions[end].span.end <= span.end:
            end += 1
        yield list(page.mentions[at:end])
        at = end


def _merged(acts: list[Act]) -> list[Act]:
    """Acts of one sentence whose words stand close together and whose parties are the same states are one act
    told in several words ("would" and "lift its hold"); the surer reading gives its type and status."""
    merged: list[Act] = []
    for act in acts:
        twin = next((place for place, other in enumerate(merged) if _one_act(other, act)), None)
        if twin is None:
            merged.append(act)
            continue
        first, second = merged[twin], act
        surer = max((first, second), key=lambda one: one.confidence)
        spans = tuple(sorted(set(first.event_spans + second.event_spans)))
        types = surer.types + tuple(kind for kind in first.types + second.types if kind not in surer.types)
        merged[twin] = replace(surer, event_spans=spans, types=types[:2])
    return merged


def _one_act(first: Act, second: Act) -> bool:
    gap = second.event_spans[0].start - first.event_spans[-1].end
    same_parties = _codes(first.actors) == _codes(second.actors) and (
        _codes(first.recipients) == _codes(second.recipients) or first.types[0] == second.types[0]
    )
    near = _NEAR_SAME_TYPE if first.types[0] == second.types[0] else _NEAR
    return same_parties and gap <= near


def _codes(mentions: tuple[Mention, ...]) -> set[str | None]:
    return {mention.code for mention in mentions}
