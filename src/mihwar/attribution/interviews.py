"""Printed interviews: whose answer a paragraph is, by the labels of the turns or by the questions before it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from mihwar.attribution.phrases import phrase_table, words_in
from mihwar.attribution.speakers import Named, as_written
from mihwar.languages import Language, fold
from mihwar.model import Mention, MentionKind, Span

__all__ = ["interview_answers"]

_LINE = re.compile(r"[^\n]+")
_LABEL = re.compile(r"[ \t\-–—•*]{0,4}([^\n:：.?!؟«»\"]{1,40}?)[ \t]?[:：][ \t]")
_ASKS = re.compile(r"[?؟][\"”»)]{0,2}\s*$")
# So many turns make an interview; an introduction stands in so many first sentences.
_TURNS, _EARLY = 3, 8
_NAME = re.compile(r"[A-Z][\w'’\-]+(?:[ \t]+(?:al-|de |van |von |bin |ibn )?[A-Z][\w'’\-.]+){1,4}")
_LONGEST_QUESTION = 450


def interview_answers(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention], language: Language
) -> Iterator[tuple[Span, Named | None]]:
    """Each answer of a printed interview with the one who gives it; nothing where the page is no interview.

    Turns are told by labels that return ("Q:", "Jane Doe:", "ج:"), else, on a page that calls itself an
    interview, by paragraphs that ask.
    """
    if not sentences:
        return
    lines = [
        Span(*match.span())
        for match in _LINE.finditer(text, sentences[0].start, sentences[-1].end)
        if match.group().strip()
    ]
    labelled = [(line, _label(text, line)) for line in lines]
    counts = Counter(label for _, label in labelled if label)
    known = {label for label, count in counts.items() if count >= 2}
    guest = _guest(text, sentences, mentions, language)
    if sum(counts[label] for label in known) >= 2 * _TURNS - 2 and len(known) >= 2:
        yield from _by_labels(text, labelled, known, guest, language)
    elif guest is not None and _is_interview(text, sentences, language):
        yield from _by_questions(text, lines, guest)


def _label(text: str, line: Span) -> str | None:
    match = _LABEL.match(text, line.start, line.end)
    return fold(match.group(1).strip()) if match else None


def _by_labels(
    text: str, labelled: Sequence[tuple[Span, str | None]], known: set[str], guest: Named | None, language: Language
) -> Iterator[tuple[Span, Named | None]]:
    turns: list[tuple[str, Span]] = []
    for line, label in labelled:
        if label in known and label is not None:
            turns.append((label, line))
        elif turns and line.start - turns[-1][1].end <= 3:
            turns[-1] = (turns[-1][0], Span(turns[-1][1].start, line.end))
    asked = Counter(label for label, turn in turns if _ASKS.search(text, max(turn.start, turn.end - 8), turn.end))
    total = Counter(label for label, _ in turns)
    askers = {label for label in known if 2 * asked[label] >= total[label]} | (known & language.reporting.askers)
    for label, turn in turns:
        if label in askers:
            continue
        match = _LABEL.match(text, turn.start, turn.end)
        start = match.end() if match else turn.start
        named = guest
        if match and len(match.group(1).split()) >= 2 or match and guest is None:
            named = Named(match.group(1).strip(), guest.code if guest else None, Span(*match.span(1)))
        if start < turn.end:
            yield Span(start, turn.end), named


def _by_questions(text: str, lines: Sequence[Span], guest: Named) -> Iterator[tuple[Span, Named | None]]:
    asks = [
        bool(_ASKS.search(text, max(line.start, line.end - 8), line.end))
        and line.end - line.start <= _LONGEST_QUESTION
        for line in lines
    ]
    places = [at for at, ask in enumerate(asks) if ask and at + 1 < len(lines) and not asks[at + 1]]
    if len(places) < _TURNS:
        return
    for at, following in zip(places, [*places[1:], None], strict=True):
        # The last answer is one paragraph: what follows may be the page's own.
        last = at + 2 if following is None else following
        yield Span(lines[at + 1].start, lines[last - 1].end), guest


def _is_interview(text: str, sentences: Sequence[Span], language: Language) -> bool:
    table = phrase_table(language.code, "interview_words")
    return any(table.find(words_in(text, sentence)) for sentence in sentences[:_EARLY])


def _guest(text: str, sentences: Sequence[Span], mentions: Sequence[Mention], language: Language) -> Named | None:
    """Who is interviewed: the person named first before the turns, by the table or by the letters."""
    end = sentences[min(_EARLY, len(sentences)) - 1].end
    early = [mention for mention in mentions if mention.span.end <= end]
    joins = phrase_table(language.code, "interview_with")
    for sentence in sentences[:_EARLY]:
        words = words_in(text, sentence)
        for hit in joins.find(words):
            here = [m for m in early if 0 <= m.span.start - hit.span.end <= 40 and sentence.contains(m.span)]
            if here:
                return as_written(words[hit.last : hit.last + 12], here, text, language)
            name = _NAME.search(text, hit.span.end, min(sentence.end, hit.span.end + 80))
            if name:
                return Named(name.group(), None, Span(*name.span()))
    person = next((m for m in early if m.kind is MentionKind.PERSON), None)
    return Named(person.span.of(text), person.code, person.span) if person else None
