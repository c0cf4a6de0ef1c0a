"""Number the sentences that a dossier cites, and find their places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from mihwar.dossier.snippeting import snippet
from mihwar.dossier.tree import CitationNote, Named
from mihwar.model import Claim, Mention, MentionKind, Page, Span

__all__ = ["Citations"]

_NEAR = 80
"""Code points between an act and the law that it concerns: about a dozen words, a clause and its neighbour."""


class Citations:
    """Hands out one number a sentence, in the order in which sentences are first cited."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._pages = {page.document.id: page for page in pages}
        self._numbers: dict[tuple[str, Span], int] = {}
        self._claims: dict[int, list[Claim]] = {}
        self._paragraphs: dict[str, list[int]] = {}
        self._named: dict[str, list[Mention]] = {}

    def cite(self, claims: Iterable[Claim]) -> tuple[int, ...]:
        """The numbers of the claims' sentences, ascending; the same sentence has the same number."""
        numbers: set[int] = set()
        for claim in claims:
            key = (claim.citation.document, claim.sentence)
            number = self._numbers.setdefault(key, len(self._numbers) + 1)
            listed = self._claims.setdefault(number, [])
            if claim not in listed:
                listed.append(claim)
            numbers.add(number)
        return tuple(sorted(numbers))

    def words(self, claim: Claim) -> tuple[str, ...]:
        """The words that carry the act, from the document's text where it is at hand."""
        page = self._pages.get(claim.citation.document)
        if page:
            return tuple(span.of(page.document.text) for span in claim.event_spans)
        base = claim.sentence.start
        return tuple(claim.text[span.start - base : span.end - base] for span in claim.event_spans)

    def snippet(self, claim: Claim) -> str:
        """The clause that the act stands in, at most 14 words of the document."""
        page = self._pages.get(claim.citation.document)
        if page:
            return snippet(page.document.text, claim.sentence, claim.event_spans)
        base = claim.sentence.start
        moved = [Span(span.start - base, span.end - base) for span in claim.event_spans if span.start >= base]
        return snippet(claim.text, Span(0, len(claim.text)), moved)

    def instrument(self, claim: Claim) -> Named | None:
        """The law, treaty or project named in the claim's sentence nearest to the words of the act."""
        page = self._pages.get(claim.citation.document)
        if page is None or not claim.event_spans:
            return None
        near = [
            (apart, mention.span, mention)
            for mention in self._instruments(page)
            if claim.sentence.contains(mention.span) and (apart := _apart(mention.span, claim.event_spans)) <= _NEAR
        ]
        if not near:
            return None
        mention = min(near, key=lambda found: found[:2])[2]
        return Named(mention.identifier_text, mention.span.of(page.document.text))

    def _instruments(self, page: Page) -> list[Mention]:
        listed = self._named.get(page.document.id)
        if listed is None:
            listed = [mention for mention in page.mentions if mention.kind is MentionKind.INSTRUMENT]
            self._named[page.document.id] = listed
        return listed

    def place(self, document: str, offset: int) -> tuple[int | None, int | None]:
        """Paragraph and sentence that hold code point ``offset``, from 1; ``None`` where unknown."""
        page = self._pages.get(document)
        if page is None:
            return None, None
        starts = self._paragraphs.setdefault(document, _paragraph_starts(page.document.text))
        paragraph = bisect_right(starts, offset) or None
        sentence = bisect_right([span.start for span in page.sentences], offset) or None
        return paragraph, sentence

    def notes(self) -> tuple[CitationNote, ...]:
        """All cited sentences in order of their numbers."""
        return tuple(self._note(number, document, span) for (document, span), number in self._numbers.items())

    def _note(self, number: int, name: str, span: Span) -> CitationNote:
        claims = self._claims[number]
        cited, page = claims[0].citation, self._pages.get(name)
        document = page.document if page else None
        paragraph, sentence = self.place(name, span.start)
        published = document.published if document and document.published else cited.published
        return CitationNote(
            number=number,
            text=span.of(document.text) if document else claims[0].text,
            document=name,
            start=span.start,
            end=span.end,
            paragraph=paragraph,
            sentence=sentence,
            title=(document.title if document else None) or cited.title,
            author=document.author if document else None,
            publisher=(document.publisher if document else None) or cited.publication,
            published=str(published) if published else None,
            language=(document.language if document else None) or cited.language,
            path=document.path if document else None,
            url=(document.url if document else None) or cited.url,
            claims=tuple(claim.id for claim in claims),
        )


def _paragraph_starts(text: str) -> list[int]:
    """Where paragraphs begin: after a blank line, or at each line of a text that has no blank lines."""
    lines: list[tuple[int, bool]] = []
    offset = 0
    for line in text.split("\n"):
        lines.append((offset, not line.strip()))
        offset += len(line) + 1
    by_line = not any(blank for _, blank in lines[:-1])
    return [start for place, (start, blank) in enumerate(lines) if not blank and (by_line or _opens(lines, place))]


def _apart(span: Span, others: Sequence[Span]) -> int:
    """Code points between ``span`` and the nearest of ``others``, 0 where they meet."""
    return min(max(0, other.start - span.end, span.start - other.end) for other in others)


def _opens(lines: Sequence[tuple[int, bool]], place: int) -> bool:
    return place == 0 or lines[place - 1][1]
