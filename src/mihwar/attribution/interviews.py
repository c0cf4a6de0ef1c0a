"""Turns of printed interviews: each answer with the one who gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

from mihwar.languages import fold
from mihwar.model import Mention, MentionKind, Quote, Span, SpeechForm

__all__ = ["find_turns"]

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_LABEL = re.compile(r"[ \t]{0,4}([^\n:.?!؟«»\"]{1,40}?)[ \t]?:[ \t]")
_DASH = re.compile(r"[ \t]{0,4}[-–—•][ \t]")
_ASKS = re.compile(r"[?؟][\"”»)]{0,2}[ \t]*$")
_NAME = re.compile(r"[A-Z][\w'’\-]{1,30}(?: [A-Z][\w'’\-]{1,30}){1,3}")
# So many questions make an interview; more labels than these are a list.
_TURNS, _LABELS = 3, 12
_EARLY = 1500


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    import yaml

    raw = yaml.safe_load(files("mihwar.attribution").joinpath("interviews.yaml").read_text(encoding="utf-8"))
    fields = {field for words in raw.values() for field in words}
    return {f: frozenset(fold(word) for words in raw.values() for word in words.get(f, ())) for f in fields}


def find_turns(text: str, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """The answers of an interview as direct speech, in text order; none on a page that is no interview.

    A turn is told by its label (a name, initials of one, "A:"), or by the question before it: "Q:" or a dash.
    """
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    labels = [_label(text, line) for line in lines]
    counts = Counter(label for label in labels if label)
    asks = _asking(text, lines, labels)
    if sum(asks) < _TURNS or len({label for label, count in counts.items() if count > 1}) > _LABELS:
        return ()
    first = asks.index(True)
    guest = _guest(text, lines, labels, asks, first, mentions)
    if guest is None:
        return ()
    questions = [at for at, ask in enumerate(asks) if ask]
    found = []
    for at, following in zip(questions, [*questions[1:], questions[-1] + 2], strict=True):
        if at + 1 >= min(following, len(lines)):
            continue
        start, end = lines[at + 1].start, lines[min(following, len(lines)) - 1].end
        match = _LABEL.match(text, start, end)
        if match and labels[at + 1]:
            start = match.end()
        if start < end:
            found.append(Quote(Span(start, end), SpeechForm.DIRECT, guest[0], guest[1], guest[2]))
    return tuple(found)


def _label(text: str, line: Span) -> str | None:
    match = _LABEL.match(text, line.start, line.end)
    return fold(match.group(1).strip()) if match else None


def _asking(text: str, lines: Sequence[Span], labels: Sequence[str | None]) -> list[bool]:
    """Which lines ask: by "Q:", by a label whose turns end in a question mark, by a dash and a question mark."""
    ends = [bool(_ASKS.search(text, max(line.start, line.end - 6), line.end)) for line in lines]
    asked = Counter(label for label, end in zip(labels, ends, strict=True) if label and end)
    total = Counter(label for label in labels if label)
    questions, answers = _words()["questions"], _words()["answers"]
    found = []
    for line, label, end in zip(lines, labels, ends, strict=True):
        by_label = label is not None and (label in questions or (end and 2 * asked[label] >= total[label]))
        found.append((by_label and label not in answers) or (end and bool(_DASH.match(text, line.start, line.end))))
    return found


def _guest(
    text: str,
    lines: Sequence[Span],
    labels: Sequence[str | None],
    asks: Sequence[bool],
    first: int,
    mentions: Sequence[Mention],
) -> tuple[str, str | None, Span] | None:
    """Who answers: the full name that labels an answer, else whom the lines before the first question introduce."""
    usual = _words()["answers"] | _words()["questions"]
    for at in range(first + 1, len(lines)):
        label = labels[at]
        if label and asks[at - 1] and not asks[at] and label not in usual and len(label.split()) >= 2:
            match = _LABEL.match(text, lines[at].start, lines[at].end)
            if match:
                span = Span(*match.span(1))
                code = next((m.code for m in mentions if m.span.overlaps(span)), None)
                return span.of(text).strip(), code, span
    begin, stop = lines[0].start, min(lines[first].start, lines[0].start + _EARLY)
    head = text[begin:stop]
    lead = max((head.lower().find(word) for word in _words()["introducing"] if word in head.lower()), default=0)
    people = [m for m in mentions if m.kind is MentionKind.PERSON and begin + lead <= m.span.start < stop]
    if people:
        return people[0].span.of(text), people[0].code, people[0].span
    names = list(_NAME.finditer(text, begin + lead, stop))
    if names and lead:
        return names[0].group(), None, Span(*names[0].span())
    return None
