"""The word lists of page furniture and page facts, read once from this package's data files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from mihwar.languages import ascii_digits, fold, language, language_codes
from mihwar.model.data_files import parse_yaml

__all__ = ["Words", "key", "words"]

_LONGEST_OPENER = 6


def key(text: str) -> str:
    """What lists are compared in: folded, digits ASCII, everything but letters and digits one space.

    >>> key("وصــل حديــثاً"), key("— Share this:")
    ('وصل حديثا', 'share this')
    """
    folded = ascii_digits(fold(text)).replace("ة", "ه")
    return " ".join("".join(letter if letter.isalnum() else " " for letter in folded).split())


@dataclass(frozen=True, slots=True)
class Words:
    """All languages' lists joined: a page often carries furniture of a language that it is not in.

    Every field holds keys (see :func:`key`); ``publisher_notes`` are (words before, words after) the name.
    """

    lines: frozenset[str]
    openers: frozenset[str]
    phrases: tuple[str, ...]
    hints: tuple[str, ...]
    lists: frozenset[str]
    comments: frozenset[str]
    disclaimers: frozenset[str]
    home: frozenset[str]
    photo_credits: frozenset[str]
    author_labels: frozenset[str]
    author_bio: tuple[str, ...]
    affiliation: frozenset[str]
    opinion_sections: frozenset[str]
    statement_marks: frozenset[str]
    statement_phrases: tuple[str, ...]
    interview_marks: frozenset[str]
    question_marks: frozenset[str]
    answer_marks: frozenset[str]
    sections: frozenset[str]
    publisher_words: frozenset[str]
    publisher_notes: tuple[tuple[str, str], ...]
    generic_publishers: frozenset[str]
    date_labels: frozenset[str]
    clock_words: frozenset[str]
    calendar_words: frozenset[str]
    argued: frozenset[str]
    reported: frozenset[str]
    agencies: frozenset[str]

    def opens(self, line_key: str, known: frozenset[str]) -> str | None:
        """The longest entry of ``known`` that the line begins with, at a word's end."""
        tokens = line_key.split(" ", _LONGEST_OPENER)[:_LONGEST_OPENER]
        for count in range(len(tokens), 0, -1):
            head = " ".join(tokens[:count])
            if head in known:
                return head
        return None


@cache
def words() -> Words:
    """The lists of every language, read on first use."""
    parts = [_table("en.yaml"), _table("ar.yaml"), *_table("more.yaml").values()]

    def together(name: str) -> frozenset[str]:
        return frozenset(key(entry) for part in parts for entry in part.get(name, [])) - {""}

    def ordered(name: str) -> tuple[str, ...]:
        return tuple(sorted(together(name)))

    notes = [note for part in parts for note in part.get("publisher_notes", [])]
    return Words(
        lines=together("lines"),
        openers=together("openers"),
        phrases=ordered("phrases"),
        hints=ordered("hints"),
        lists=together("lists"),
        comments=together("comments"),
        disclaimers=together("disclaimers"),
        home=together("home"),
        photo_credits=together("photo_credits"),
        author_labels=together("author_labels"),
        author_bio=ordered("author_bio"),
        affiliation=together("affiliation"),
        opinion_sections=together("opinion_sections"),
        statement_marks=together("statement_marks"),
        statement_phrases=ordered("statement_phrases"),
        interview_marks=together("interview_marks"),
        question_marks=together("question_marks"),
        answer_marks=together("answer_marks"),
        sections=together("sections"),
        publisher_words=together("publisher_words"),
        publisher_notes=tuple((key(before), key(after)) for before, _, after in map(_split, notes)),
        generic_publishers=together("generic_publishers"),
        date_labels=together("date_labels"),
        clock_words=together("clock_words"),
        calendar_words=frozenset(_calendar_words()),
        argued=together("argued"),
        reported=together("reported"),
        agencies=frozenset(key(name) for name in _table("agencies.yaml")["names"]),
    )


def _split(note: str) -> tuple[str, str, str]:
    return note.partition("*")


def _calendar_words() -> Iterable[str]:
    for code in language_codes():
        dates = language(code).dates
        for names in (dates.months, dates.hijri_months, dates.jalali_months, dates.weekdays):
            for name in names:
                yield from key(name).split()


def _table(name: str) -> dict[str, Any]:
    found: dict[str, Any] = parse_yaml(files("mihwar.reading").joinpath("data", name).read_text(encoding="utf-8"))
    return found
