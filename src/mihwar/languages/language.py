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
    ``counted_units`` dual nouns to a count and a unit; ``relative_units`` a word to units from the reference
    ("last year" in one word); ``solar_years``: figures 1300-1450 are years of the Iranian calendar;
    ``number_endings`` what follows figures behind a hyphen or an apostrophe to what it says (``ordinal``, ``case``,
    ``from``, ``to``, ``decade``). The rest are sets of phrases by their role.
    """

    months: Mapping[str, int]
    ambiguous_months: frozenset[str]
    hijri_months: Mapping[str, int]
    jalali_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    ordinal_suffixes: frozenset[str]
    number_endings: Mapping[str, str]
    units: Mapping[str, str]
    counted_units: Mapping[str, tuple[int, str]]
    relative_days: Mapping[str, int]
    decade_numbers: Mapping[str, int]
    parts: Mapping[str, str]
    relative_units: Mapping[str, tuple[int, str]]
    solar_years: bool
    seasons: Mapping[str, int]
    numeric_order: str
    roles: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class ReportingWords:
    """How a text says that someone says: ``verbs`` maps each inflected form to its stance (say, claim,
    admit, deny, warn, affirm, accuse, ask, promise, think). ``verb_first``: the speaker usually follows the
    verb. ``speaker_after``: he may where nothing before it names him ("Об этом заявил посол").
    ``bare_verbs`` open a reported clause without a complementiser; ``other_complements`` before a
    complementiser show that it opens no reported clause ("must that", "before that"); ``accuse_joins``
    lead from an accusing verb to the act; ``verb_final``: the verb ends the sentence, so that a reported clause
    stands before it with one of ``reported_endings`` and a speaker before "according to"; ``topics`` set a subject
    before its verb ("as for"); ``compound_verbs``: most verbs of saying are a noun and a light verb;
    ``statement_intros`` and ``statement_ends`` stand around a statement that a page reprints.
    ``according_behind`` are phrases with the speaker before them ("Լավրովի խոսքով"). The other fields are folded
    phrases.
    """

    verbs: Mapping[str, str]
    according: frozenset[str]
    according_behind: frozenset[str]
    complementisers: frozenset[str]
    role_words: frozenset[str]
    pronouns: frozenset[str]
    first_person: frozenset[str]
    titles: frozenset[str]
    verb_first: bool
    verb_final: bool
    compound_verbs: bool
    speaker_after: bool
    reported_endings: tuple[str, ...]
    bare_verbs: frozenset[str]
    speech_nouns: frozenset[str]
    organisations: frozenset[str]
    accuse_joins: frozenset[str]
    other_complements: frozenset[str]
    topics: frozenset[str]
    statement_intros: frozenset[str]
    statement_ends: frozenset[str]


@dataclass(frozen=True, slots=True)
class StatusWords:
    """Words that move a clause away from "it happened", and the words at which such a scope ends.

    ``affirming_possibility`` words leave an act possible only before a verb with one of
    ``imperfect_prefixes``. ``openers`` make the clause that they open a condition ("if");
    ``reported_future`` is a future seen from a saying ("said it would");
    ``same_time`` points back to the date before; ``deadlines`` lead in no date of an act,
    ``since`` the beginning of a state; ``when`` opens a clause of the date before it, ``subordinators`` a clause
    that keeps its dates to itself, as ``participles`` do ("drawn in 1893") without ``auxiliaries``;
    ``afters`` lead in what went before. ``day_shifts`` maps phrases such as
    "the next day" to days from the act told before.
    """

    negation: frozenset[str]
    future: frozenset[str]
    future_prefixes: tuple[str, ...]
    future_endings: tuple[str, ...]
    future_exceptions: tuple[str, ...]
    conditional: frozenset[str]
    norm: frozenset[str]
    history: frozenset[str]
    contrast: frozenset[str]
    clause_breaks: frozenset[str]
    relative_pronouns: frozenset[str]
    affirming_possibility: frozenset[str]
    imperfect_prefixes: tuple[str, ...]
    openers: frozenset[str]
    reported_future: frozenset[str]
    same_time: frozenset[str]
    deadlines: frozenset[str]
    since: frozenset[str]
    when: frozenset[str]
    subordinators: frozenset[str]
    participles: frozenset[str]
    auxiliaries: frozenset[str]
    afters: frozenset[str]
    day_shifts: Mapping[str, int]


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
