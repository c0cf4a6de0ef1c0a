"""Turn claims and events into the dossier's statements."""

from __future__ import annotations

from collections.abc import Sequence

from mihwar.analysis import Direction, Ranked, counted_claims, direction, is_counted, scale
from mihwar.dossier.citing import Citations
from mihwar.dossier.tree import Party, RankedPoint, Statement, Teller, When
from mihwar.model import Claim, Entity, Event, PartialDate, SpeakerKind

__all__ = ["Stating"]


class Stating:
    """Makes statements about states ``a`` and ``b``, citing as it goes."""

    def __init__(self, a: str, b: str, citations: Citations) -> None:
        self._a, self._b, self._citations = a, b, citations

    def claims(self, claims: Sequence[Claim], reason: str = "") -> Statement:
        """One statement of claims that tell one act; the surest asserting claim words it."""
        asserting = [claim for claim in claims if is_counted(claim)] or list(claims)
        best = min(asserting, key=lambda claim: (-claim.confidence, claim.sentence.start, claim.id))
        return self._statement(best, claims, best.types, best.date, reason)

    def event(self, event: Event) -> Statement:
        """One statement of an event that counts, or of one that is only denied."""
        asserting = counted_claims(event) or event.claims
        best = min(asserting, key=lambda claim: (-claim.confidence, claim.sentence.start, claim.id))
        return self._statement(best, event.claims, event.types, event.date, event.reason, scale(event))

    def ranked(self, entry: Ranked) -> RankedPoint:
        """A ranked event, near-duplicates' claims with it."""
        event = entry.event
        merged = tuple(claim for other in entry.merged for claim in other.claims)
        best = min(
            counted_claims(event) or event.claims,
            key=lambda claim: (-claim.confidence, claim.sentence.start, claim.id),
        )
        reason = event.reason + ("; near-duplicates told with it" if merged else "")
        told = self._statement(best, (*event.claims, *merged), event.types, event.date, reason, scale(event))
        return RankedPoint(told, entry.score, entry.weight, entry.confidence, entry.voices, entry.directness, 1)

    def _statement(
        self,
        best: Claim,
        claims: Sequence[Claim],
        types: tuple[str, ...],
        date: PartialDate | None,
        reason: str,
        value: float | None = None,
    ) -> Statement:
        unique = list({claim.id: claim for claim in claims}.values())
        way = direction(best, self._a, self._b)
        together = len(best.actors) > 1 and not best.recipients
        return Statement(
            claims=tuple(claim.id for claim in unique),
            citations=self._citations.cite([best, *unique]),
            types=types,
            status=best.status.value,
            actors=tuple(map(_party, best.actors)),
            recipients=tuple(map(_party, best.recipients)),
            mutual=together or (way is Direction.MUTUAL and not best.recipients),
            when=_when(date, unique),
            tellers=tuple(dict.fromkeys(_teller(claim) for claim in [best, *unique])),
            words=self._citations.words(best),
            snippets=tuple(filter(None, [self._citations.snippet(best)])),
            instrument=self._citations.instrument(best),
            scale=best.scale if value is None else value,
            confidence=best.confidence,
            reason=reason,
        )


def _party(entity: Entity) -> Party:
    words = entity.entity_text or entity.identifier_text
    return Party(entity.identifier_text or words, words, entity.code, entity.sector, entity.office)


def _teller(claim: Claim) -> Teller:
    speaker = claim.speaker
    outlet = claim.citation.publication
    name = speaker.name or (outlet or "" if speaker.kind is SpeakerKind.OUTLET else "")
    return Teller(speaker.kind.value, name, speaker.code, speaker.form.value, outlet)


def _when(date: PartialDate | None, claims: Sequence[Claim]) -> When:
    if date is None:
        return When(None, None, None)
    origins = {claim.date_from.value for claim in claims if claim.date == date and claim.date_from}
    origin = "text" if "text" in origins else next(iter(sorted(origins)), None)
    return When(str(date), date.precision.value, origin)
