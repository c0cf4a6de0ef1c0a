"""Interviews: what follows a question is told by the one who answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from mihwar.model import Mention, MentionKind, Quote, Span, SpeechForm
from mihwar.model.data_files import parse_yaml

__all__ = ["find_turns"]

_LABEL = re.compile(r"[-–—•\s]{0,4}([^\W\d_][^:\n?؟.!]{0,40}?)\s?:(?=\s)")
_DASH = re.compile(r"[-–—•]\s")
_NAME = re.compile(r"[A-Z][\w'’-]+(?: (?:[a-z]{2,3} )?[A-Z][\w'’.-]+){1,3}")
_MOST_LABEL_WORDS = 4
_LEAST_TURNS = 3  # fewer question marks also stand in articles that are no interviews
_LONGEST_QUESTION = 60  # words


@dataclass(frozen=True, slots=True)
class _Paragraph:
    span: Span
    text: str
    label: str | None
    body: int  # offset where the words begin, after the label

    @property
    def asks(self) -> bool:
        bare = self.text.rstrip("\"'»”’ ")
        # Armenian marks the word that asks, not the end.
        marked = bare.endswith(("?", "؟")) or "՞" in bare.rstrip("։:").rpartition("։")[2]
        return marked and len(self.text.split()) <= _LONGEST_QUESTION


def find_turns(text: str, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """The answers of an interview as direct speech of the one who gives them; none for any other page.

    A page is an interview if at least three paragraphs ask (by a label such as "Q:" or a name, by a dash with
    a question mark, by a question that stands alone) and as many paragraphs answer.
    """
    paragraphs = [_paragraph(text, Span(*match.span())) for match in re.finditer(r"[^\n]+", text) if match[0].strip()]
    asking = _asking_labels(paragraphs)
    asks = [_is_question(paragraph, asking) for paragraph in paragraphs]
    if sum(1 for question, following in pairwise(asks) if question and not following) < _LEAST_TURNS:
        return ()
    places = [place for place, question in enumerate(asks) if question]
    first, last = places[0], places[-1]
    answers = [p for place, p in enumerate(paragraphs) if place > first and not asks[place]]
    start = paragraphs[first].span.start
    name = _answerer(text[:start], answers, mentions, start)
    if name is None:
        return ()
    code = next((m.code for m in mentions if m.span.of(text) in name or name in m.span.of(text)), None)
    told = [
        paragraph
        for place, paragraph in enumerate(paragraphs)
        if place > first and not asks[place] and (place <= last + 1 or paragraph.label is not None)
    ]
    return tuple(Quote(Span(p.body, p.span.end), SpeechForm.DIRECT, name, code) for p in told if p.body < p.span.end)


def _paragraph(text: str, span: Span) -> _Paragraph:
    match = _LABEL.match(text, span.start, span.end)
    label = match[1].strip() if match and len(match[1].split()) <= _MOST_LABEL_WORDS else None
    body = match.end() if match and label is not None else span.start
    while body < span.end and text[body].isspace():
        body += 1
    return _Paragraph(span, span.of(text), label, body)


def _asking_labels(paragraphs: Sequence[_Paragraph]) -> set[str]:
    """Labels that ask: "Q", the outlet's name, its initials."""
    words = _words()
    labels = {p.label for p in paragraphs if p.label and p.label.casefold() not in words["answers"]}
    asked = {p.label for p in paragraphs if p.label and p.asks}
    return {label for label in labels if label in asked or label.casefold() in words["questions"]}


def _is_question(paragraph: _Paragraph, asking: set[str]) -> bool:
    if paragraph.label is not None:
        return paragraph.label in asking
    marks = sum(map(paragraph.text.count, "?؟՞"))
    return paragraph.asks and (_DASH.match(paragraph.text.lstrip()) is not None or marks == 1)


def _answerer(lead: str, answers: Sequence[_Paragraph], mentions: Sequence[Mention], first: int) -> str | None:
    """Who answers: the fullest label of an answer, else the name that the lead introduces."""
    skipped = _words()["answers"]
    labels = Counter(p.label for p in answers if p.label and p.label.casefold() not in skipped)
    full = [label for label in labels if " " in label]
    if full:
        return max(full, key=lambda label: (labels[label], len(label)))
    folded = lead.casefold()
    places = [folded.rfind(cue) + len(cue) for cue in _words()["introducing"] if cue in folded]
    if places:
        names = _NAME.findall(lead[min(places) :].split("\n", 1)[0])
        if names:
            return str(names[-1])
        known = [m for m in mentions if m.kind is MentionKind.PERSON and min(places) <= m.span.start < first]
        if known:
            return known[0].identifier_text
    return max(labels, key=lambda label: labels[label]) if labels else None


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = parse_yaml(Path(__file__).with_name("interviews.yaml").read_text(encoding="utf-8"))
    return {
        role: frozenset(word for language in data.values() for word in language[role])
        for role in ("questions", "answers", "introducing")
    }
