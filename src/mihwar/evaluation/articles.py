"""Score claims against gold articles: the matching of docs/reference/formats.md, one claim to one event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields

from mihwar.evaluation.gold import GoldArticle, GoldEvent
from mihwar.model import Claim, SpeechForm

__all__ = ["ArticleScore", "match_claims", "score_article"]


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """Counts of one or more articles; ``a + b`` scores both together."""

    claims: int = 0
    right_claims: int = 0
    must_events: int = 0
    found_events: int = 0
    dates: int = 0
    right_dates: int = 0
    speakers: int = 0
    right_speakers: int = 0
    statuses: int = 0
    right_statuses: int = 0

    def __add__(self, other: ArticleScore) -> ArticleScore:
        return ArticleScore(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    def to_json(self) -> dict[str, float | int]:
        """Counts, precision, recall, F1, and shares of matched claims with the right date, speaker, status."""
        precision, recall = _share(self.right_claims, self.claims), _share(self.found_events, self.must_events)
        return {
            **{f.name: getattr(self, f.name) for f in fields(self)},
            "precision": precision,
            "recall": recall,
            "f1": round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0,
            "date_accuracy": _share(self.right_dates, self.dates),
            "speaker_accuracy": _share(self.right_speakers, self.speakers),
            "status_accuracy": _share(self.right_statuses, self.statuses),
        }


def score_article(gold: GoldArticle, claims: Sequence[Claim]) -> tuple[ArticleScore, dict[int, int]]:
    """The article's score and the matching (claim index -> event index).

    A date is right if it is written as the gold's, or absent like it.
    """
    matched = match_claims(gold.events, claims)
    pairs = [(claims[c], gold.events[e]) for c, e in matched.items()]
    told = [(claim, event) for claim, event in pairs if event.attributed_to is not None]
    judged = [(claim, event) for claim, event in pairs if event.status is not None]
    score = ArticleScore(
        claims=len(claims),
        right_claims=len(matched),
        must_events=sum(event.must for event in gold.events),
        found_events=sum(gold.events[e].must for e in matched.values()),
        dates=len(pairs),
        right_dates=sum((str(claim.date) if claim.date else None) == event.date for claim, event in pairs),
        speakers=len(told),
        right_speakers=sum(_same_speaker(claim, event.attributed_to or "") for claim, event in told),
        statuses=len(judged),
        right_statuses=sum(claim.status.value == event.status for claim, event in judged),
    )
    return score, matched


def match_claims(events: Sequence[GoldEvent], claims: Sequence[Claim]) -> dict[int, int]:
    """A largest matching of claims to events (Kuhn 1955, augmenting paths); must-events are offered first."""
    options: list[list[int]] = []
    for claim in claims:
        fitting = [index for index, event in enumerate(events) if _fits(claim, event)]
        options.append(sorted(fitting, key=lambda index: (not events[index].must, index)))
    holder: dict[int, int] = {}

    def place(claim: int, seen: set[int]) -> bool:
        for event in options[claim]:
            if event in seen:
                continue
            seen.add(event)
            if event not in holder or place(holder[event], seen):
                holder[event] = claim
                return True
        return False

    for index in range(len(claims)):
        place(index, set())
    return {claim: event for event, claim in holder.items()}


def _fits(claim: Claim, event: GoldEvent) -> bool:
    if not claim.sentence.overlaps(event.span) or not event.types & set(claim.types[:1]):
        return False
    actors = {entity.code for entity in claim.actors if entity.code}
    recipients = {entity.code for entity in claim.recipients if entity.code}
    straight = bool(actors & event.actors) and _recipients_agree(recipients, event.recipients)
    if straight or not event.symmetric:
        return straight
    ours, theirs = actors | recipients, event.actors | event.recipients
    return len(ours & theirs) >= min(2, len(theirs))


def _recipients_agree(ours: set[str], theirs: frozenset[str]) -> bool:
    return bool(ours & theirs) if ours or theirs else True


def _same_speaker(claim: Claim, gold: str) -> bool:
    told_by_page = claim.speaker.form is SpeechForm.NARRATION
    if gold.casefold() in ("author", "outlet", "narrator"):
        return told_by_page
    ours, theirs = _words(claim.speaker.name), _words(gold)
    return not told_by_page and (bool(ours & theirs) or claim.speaker.code == gold)


def _words(name: str) -> set[str]:
    return {word for word in re.findall(r"\w+", name.casefold()) if len(word) > 2}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
