"""What Mihwar knows of one language: plain words and letters, as its data file gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["CauseWords", "DateWords", "Language", "ReportingWords", "StatusWords"]


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words of date expressions, all folded (see :func:`mihwar.languages.fold`).

    ``months``, ``hijri_months`` and ``jalali_months`` map names to 1-12, ``weekdays`` to 0 (Monday) - 6,
    ``relative_days`` to days from the reference, ``units`` to day, week, month, year, decade or century,
    ``counted_units`` dual nouns to a count and a unit. The rest are sets of phrases by their role.
    """

    months: Mapping[str, int]
    ambiguous_months: frozenset[str]
    hijri_months: Mapping[str, int]
    jalali_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_suffixes: frozenset[str]
    units: Mapping[str, str]
    counted_units: Mapping[str, tuple[int, str]]
    relative_days: Mapping[str, int]
    decade_numbers: Mapping[str, int]
    parts: Mapping[str, str]
    seasons: Mapping[str, int]
    numeric_order: str
    roles: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class ReportingWords:
    """How a text says that someone says: ``verbs`` maps each inflected form to its stance (say, claim,
    admit, deny, warn, affirm, accuse, ask, promise, think); the other fields are folded phrases.
    """

    verbs: Mapping[str, str]
    according: frozenset[str]
    complementisers: frozenset[str]
    role_words: frozenset[str]
    pronouns: frozenset[str]
    first_person: frozenset[str]
    titles: frozenset[str]


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words that move a clause away from "it happened", and the words at which such a scope ends."""

    negation: frozenset[str]
    future: frozenset[str]
    future_prefixes: tuple[str, ...]
    future_exceptions: tuple[str, ...]
    conditional: frozenset[str]
    norm: frozenset[str]
    history: frozenset[str]
    contrast: frozenset[str]
    clause_breaks: frozenset[str]
    relative_pronouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class CauseWords:
    """Connectives by where the reason stands: after them, or before them. ``clause`` holds single words
    that give a reason only where they open a clause.
    """

    after: frozenset[str]
    before: frozenset[str]
    clause: frozenset[str]


@dataclass(frozen=True, slots=True)
class Language:
    """One language, read from ``languages/data/CODE.yaml`` and checked.

    ``proclitics`` are letters that stick to the front of a word; ``proclitic_combinations`` the strings
    of them that may stand before a name (the definite article's joins among them, as written: ``"لل"``).
    ``possessives`` are endings that stick to a name. ``quotation_marks`` are (opening, closing) pairs.
    ``abbreviations`` keep their inner dots and lack the last one.
    """

    code: str
    name: str
    english_name: str
    direction: str
    script: str
    articles: tuple[str, ...]
    proclitics: tuple[str, ...]
    proclitic_combinations: tuple[str, ...]
    possessives: tuple[str, ...]
    quotation_marks: tuple[tuple[str, str], ...]
    commas: tuple[str, ...]
    abbreviations: frozenset[str]
    dates: DateWords
    reporting: ReportingWords
    status: StatusWords
    causes: CauseWords
    number_labels: frozenset[str]
    counted_things: frozenset[str]
    instrument_nouns: frozenset[str]
    enacting_verbs: frozenset[str]
