"""What a reader must know before trusting a dossier: warnings, and what could not be established."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mihwar.analysis import Relation, Sides, codes, is_conflict, is_counted
from mihwar.dossier.citing import Citations
from mihwar.dossier.tree import Note
from mihwar.model import AnomalyKind, Claim, DateOrigin, Page, Span, Status

__all__ = ["gaps", "warnings"]

_SHOWN = 40
"""Anomalies of one page and kind told one by one, so that a hostile page cannot fill the dossier."""
_SHOWN_OF_SLIGHT = 5
_SLIGHT = frozenset({AnomalyKind.MIXED_SCRIPT, AnomalyKind.CHOPPED_SENTENCE, AnomalyKind.MACHINE_TRANSLATION})
_LONGEST = 200
_WORDS_AROUND = 2
_WORD = re.compile(r"\S+")


def _note(
    kind: str,
    claims: Sequence[Claim] = (),
    *,
    counts: dict[str, int] | None = None,
    texts: dict[str, str] | None = None,
    states: tuple[str, ...] = (),
    citations: tuple[int, ...] = (),
    form: str = "",
) -> Note:
    return Note(kind, counts or {}, texts or {}, states, tuple(claim.id for claim in claims), citations, form)


def warnings(
    told: Relation, heard: Sides, pages: Sequence[Page], claims: Sequence[Claim], citations: Citations
) -> Iterator[Note]:
    """Reasons to doubt the evidence: who wrote it, its genre, its translation, its garbled places."""
    used = {claim.citation.document for claim in claims}
    listed = [page for page in pages if page.document.id in used] or list(pages)
    if heard.authors == 1 and len(heard.voices) >= 1 and told.claims:
        author = next((page.document.author for page in listed if page.document.author), None)
        yield _note("one_author", told.claims, texts={"author": author or ""})
    for page in listed:
        title = page.document.title or page.document.path
        if page.document.genre in {"opinion", "statement", "interview"}:
            yield _note(page.document.genre, texts={"title": title})
        if page.document.published is None:
            yield _note("no_publication_date", texts={"title": title})
        yield from _anomalies(page, title, told.claims, citations)


def _anomalies(page: Page, title: str, claims: Sequence[Claim], citations: Citations) -> Iterator[Note]:
    text = page.document.text
    shown: Counter[AnomalyKind] = Counter()
    rest: Counter[AnomalyKind] = Counter()
    for anomaly in page.anomalies:
        slight = anomaly.kind in _SLIGHT
        if shown[anomaly.kind] >= (_SHOWN_OF_SLIGHT if slight else _SHOWN):
            rest[anomaly.kind] += 1
            continue
        shown[anomaly.kind] += 1
        inside = [c for c in claims if c.citation.document == page.document.id and c.sentence.overlaps(anomaly.span)]
        paragraph, _ = citations.place(page.document.id, anomaly.span.start)
        words = anomaly.span.of(text)[:_LONGEST]
        yield _note(
            anomaly.kind.value,
            inside,
            counts={"start": anomaly.span.start, "end": anomaly.span.end, "paragraph": paragraph or 0},
            texts={
                "words": _around(text, anomaly.span) if slight else words,
                "message": anomaly.message[:_LONGEST],
                "suggestion": (anomaly.suggestion or "")[:_LONGEST],
                "likely": (anomaly.likely or "")[:_LONGEST],
                "language": page.document.language or "",
                "title": title,
            },
            citations=citations.cite(inside),
            form=anomaly.form,
        )
    for kind, count in sorted(rest.items()):
        yield _note(f"{kind.value}_count", counts={"n": count}, texts={"title": title})


def _around(text: str, span: Span) -> str:
    """The words of a place with two on each side of its line: a stray mark alone says nothing."""
    before = list(_WORD.finditer(text, max(0, span.start - _LONGEST), span.start))[-_WORDS_AROUND:]
    after = list(_WORD.finditer(text, span.end, span.end + _LONGEST))[:_WORDS_AROUND]
    line = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    start = max(line, before[0].start() if before else span.start)
    stop = min(len(text) if end < 0 else end, after[-1].end() if after else span.end)
    return text[start:stop][:_LONGEST].rstrip("،,;؛: ")


def gaps(
    told: Relation,
    heard: Sides,
    pages: Sequence[Page],
    weak: Sequence[Claim],
    outside: Sequence[Claim],
    unlisted: int = 0,
) -> Iterator[Note]:
    """What the claims do not tell: silent sides, missing dates and names, replies not found."""
    if not told.claims:
        yield _note("no_claims", counts={"documents": len(pages)})
    for state in (told.a, told.b):
        if told.claims and state not in dict(heard.shares):
            yield _note("side_silent", states=(state,))
    counted = [claim for event in told.events for claim in event.claims if is_counted(claim)]
    for state in (told.a, told.b):
        acts = [claim for claim in counted if is_conflict(claim) and state in codes(claim.actors)]
        denied = any(event for event in told.denied if state in codes(event.claims[0].actors))
        refuted = any(claim.status is Status.NEGATED for event in told.events for claim in event.claims)
        replied = any("REJECT" in claim.types and state in codes(claim.actors) for claim in counted)
        if acts and state not in dict(heard.shares) and not denied and not refuted and not replied:
            yield _note("no_reply", acts, states=(state,), counts={"n": len(acts)})
    undated = [claim for claim in told.claims if claim.date is None]
    if undated:
        yield _note("undated", undated, counts={"n": len(undated), "of": len(told.claims)})
    published = [claim for claim in told.claims if claim.date_from is DateOrigin.PUBLICATION]
    if published:
        yield _note("publication_dates", published, counts={"n": len(published)})
    unnamed = [c for c in told.claims if any(not e.code for e in (*c.actors, *c.recipients))]
    if unnamed:
        yield _note("unnamed", unnamed, counts={"n": len(unnamed)})
    if told.claims and heard.documents == 1:
        yield _note("one_document")
    if weak:
        yield _note("low_confidence", weak, counts={"n": len(weak)})
    if outside:
        yield _note("outside_window", outside, counts={"n": len(outside)})
    if told.events and not any(is_conflict(event.claims[0]) for event in told.events):
        yield _note("no_strain")
    if told.events and all(is_conflict(event.claims[0]) for event in told.events):
        yield _note("no_sustain")
    if unlisted:
        yield _note("not_shown", counts={"n": unlisted})
    if told.claims and not any(claim.causes for claim in told.claims):
        yield _note("no_cause")
