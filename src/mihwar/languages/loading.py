"""Read and check the language files: one YAML file a language, nothing else to register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from mihwar.errors import OntologyError, UnknownNameError
from mihwar.languages.folding import fold
from mihwar.languages.language import CauseWords, DateWords, Language, ReportingWords, StatusWords
from mihwar.model.data_files import parse_yaml

__all__ = ["language", "language_codes", "read_language"]

STANCES = frozenset({"say", "claim", "admit", "deny", "warn", "affirm", "accuse", "ask", "promise", "think"})
NUMBER_ENDINGS = frozenset({"ordinal", "case", "from", "to", "decade"})
UNITS = frozenset({"day", "week", "month", "year", "decade", "century", "quarter", "half"})
ROLES = ("this", "previous", "next", "other", "ago", "hence", "before", "after", "of", "to", "and", "from", "in")
MARKS = ("decade_marks", "determiners", "hijri_marks", "gregorian_marks", "ignored_eras", "vague")


@lru_cache(maxsize=1)
def language_codes() -> tuple[str, ...]:
    """The codes of the languages that have a data file, sorted."""
    names = (entry.name for entry in files("mihwar.languages").joinpath("data").iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


@lru_cache(maxsize=64)
def language(code: str) -> Language:
    """The language with this ISO 639 code (``ar``, ``en``, also ``ar-EG``).

    Raises ``UnknownNameError`` for a language without a file, ``OntologyError`` for a faulty file.
    """
    short = code.replace("_", "-").partition("-")[0].lower()
    if short not in language_codes():
        raise UnknownNameError("language", code, list(language_codes()))
    source = files("mihwar.languages").joinpath("data", f"{short}.yaml").read_text(encoding="utf-8")
    return read_language(parse_yaml(source), f"languages/data/{short}.yaml")


class _Fields:
    """The fields of one file, each read with its shape checked; errors name the file and the field."""

    def __init__(self, raw: object, place: str) -> None:
        self.place = place
        if not isinstance(raw, dict):
            raise OntologyError(f"{place}: must be a mapping of fields")
        self.raw: dict[str, Any] = raw

    def fail(self, field: str, problem: str) -> OntologyError:
        return OntologyError(f"{self.place}: {field}: {problem}")

    def text(self, field: str) -> str:
        value = self.raw.get(field)
        if not isinstance(value, str) or not value:
            raise self.fail(field, "must be a word")
        return value

    def words(self, field: str, within: Mapping[str, Any] | None = None) -> tuple[str, ...]:
        value = (self.raw if within is None else within).get(field) or ()
        if not isinstance(value, (list, tuple)) or not all(isinstance(word, str) for word in value):
            raise self.fail(field, "must be a list of words (quote yes, no, on and off)")
        return tuple(value)

    def folded(self, field: str) -> frozenset[str]:
        return frozenset(map(fold, self.words(field)))

    def mapping(self, field: str) -> Mapping[Any, Any]:
        value = self.raw.get(field) or {}
        if not isinstance(value, dict):
            raise self.fail(field, "must be a mapping")
        return value

    def named_numbers(self, field: str, allowed: range) -> dict[str, int]:
        """``{number: [names]}`` turned around, each name once."""
        found: dict[str, int] = {}
        for number, names in self.mapping(field).items():
            if not isinstance(number, int) or number not in allowed:
                raise self.fail(field, f"{number!r} is not in {allowed.start}..{allowed.stop - 1}")
            for name in names:
                if found.setdefault(fold(name), number) != number:
                    raise self.fail(field, f"{name!r} names two numbers")
        return found

    def numbers(self, field: str) -> dict[str, int]:
        value = self.mapping(field)
        if not all(isinstance(word, str) and isinstance(number, int) for word, number in value.items()):
            raise self.fail(field, "must map words to whole numbers")
        return {fold(word): number for word, number in value.items()}

    def names(self, field: str, allowed: frozenset[str]) -> dict[str, str]:
        """``{role: [words]}`` turned around; roles must be ``allowed``."""
        value = self.mapping(field)
        if strange := set(value) - allowed:
            raise self.fail(field, f"{sorted(strange)} not among {sorted(allowed)}")
        return {fold(word): role for role, words in value.items() for word in words}


def read_language(raw: object, place: str) -> Language:
    """Check a language file's fields and fold its words. Raises ``OntologyError`` naming ``place``."""
    fields = _Fields(raw, place)
    if (direction := fields.text("direction")) not in {"ltr", "rtl"}:
        raise fields.fail("direction", "must be ltr or rtl")
    pairs = fields.raw.get("quotation_marks") or []
    if not pairs or not all(isinstance(pair, list) and len(pair) == 2 for pair in pairs):
        raise fields.fail("quotation_marks", "must be a list of [opening, closing] pairs")
    proclitics = fields.mapping("proclitics")
    return Language(
        code=fields.text("code"),
        name=fields.text("name"),
        english_name=fields.text("english_name"),
        direction=direction,
        script=fields.text("script"),
        articles=fields.words("article"),
        proclitics=fields.words("letters", proclitics),
        proclitic_combinations=_longest_first(fields.words("combinations", proclitics)),
        possessives=_longest_first(fields.words("possessives")),
        quotation_marks=tuple((opening, closing) for opening, closing in pairs),
        commas=fields.words("comma"),
        abbreviations=frozenset(word.lower() for word in fields.words("abbreviations")),
        dates=_date_words(fields),
        reporting=_reporting_words(fields),
        status=_status_words(fields),
        causes=_cause_words(fields),
        number_labels=fields.folded("number_labels"),
        counted_things=fields.folded("counted_things"),
        instrument_nouns=fields.folded("instrument_nouns"),
        enacting_verbs=fields.folded("enacting_verbs"),
    )


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def _date_words(fields: _Fields) -> DateWords:
    months = fields.named_numbers("months", range(1, 13))
    weekdays = fields.named_numbers("weekdays", range(7))
    if fields.text("numeric_order") not in {"dmy", "mdy", "ymd"}:
        raise fields.fail("numeric_order", "must be dmy, mdy or ymd")
    if set(months.values()) != set(range(1, 13)) or set(weekdays.values()) != set(range(7)):
        raise fields.fail("months, weekdays", "every month and every weekday needs a name")
    cardinals, ordinals = fields.numbers("cardinals"), fields.numbers("ordinals")
    for unit, value in fields.numbers("joined_units").items():
        for tens, more in fields.numbers("joined_tens").items():
            (ordinals if tens.startswith("وال") else cardinals)[f"{unit} {tens}"] = value + more
    counted = {fold(word): (int(pair[0]), str(pair[1])) for word, pair in fields.mapping("counted_units").items()}
    if strange := {unit for _, unit in counted.values()} - UNITS:
        raise fields.fail("counted_units", f"{sorted(strange)} not among {sorted(UNITS)}")
    relative = {fold(word): (int(pair[0]), str(pair[1])) for word, pair in fields.mapping("relative_units").items()}
    if strange := {unit for _, unit in relative.values()} - UNITS:
        raise fields.fail("relative_units", f"{sorted(strange)} not among {sorted(UNITS)}")
    return DateWords(
        months=months,
        ambiguous_months=fields.folded("ambiguous_months"),
        hijri_months=fields.named_numbers("hijri_months", range(1, 13)),
        jalali_months=fields.named_numbers("jalali_months", range(1, 13)),
        weekdays=weekdays,
        cardinals=cardinals,
        ordinals=ordinals,
        ordinal_suffixes=fields.folded("ordinal_suffixes"),
        number_endings=fields.names("number_endings", NUMBER_ENDINGS),
        units=fields.names("units", UNITS),
        counted_units=counted,
        relative_days=fields.named_numbers("relative_days", range(-9, 10)),
        decade_numbers=fields.numbers("decade_numbers"),
        relative_units=relative,
        solar_years=bool(fields.raw.get("solar_years")),
        parts=fields.names("parts", frozenset({"early", "middle", "late"})),
        seasons=fields.numbers("seasons"),
        numeric_order=fields.text("numeric_order"),
        roles={role: fields.folded(role) for role in ROLES + MARKS},
    )


def _reporting_words(fields: _Fields) -> ReportingWords:
    verbs = fields.names("reporting", STANCES)
    for form, stance in _inflected(fields):
        verbs.setdefault(form, stance)
    return ReportingWords(
        verbs=verbs,
        according=fields.folded("according"),
        according_behind=fields.folded("according_behind"),
        complementisers=fields.folded("complementisers"),
        role_words=fields.folded("role_words"),
        pronouns=fields.folded("pronouns"),
        first_person=fields.folded("first_person"),
        titles=fields.folded("titles"),
        verb_first=bool(fields.raw.get("verb_first")),
        verb_final=bool(fields.raw.get("verb_final")),
        compound_verbs=bool(fields.raw.get("compound_verbs")),
        speaker_after=bool(fields.raw.get("speaker_after")),
        reported_endings=tuple(map(fold, fields.words("reported_endings"))),
        bare_verbs=fields.folded("bare_verbs"),
        speech_nouns=fields.folded("speech_nouns"),
        organisations=fields.folded("organisations"),
        accuse_joins=fields.folded("accuse_joins"),
        other_complements=fields.folded("other_complements"),
        topics=fields.folded("topics"),
        statement_intros=fields.folded("statement_intros"),
        statement_ends=fields.folded("statement_ends"),
    )


def _inflected(fields: _Fields) -> Iterator[tuple[str, str]]:
    """Every form of every reporting stem, with its stance."""
    patterns = fields.mapping("inflections")
    for stance, stems_by_pattern in fields.mapping("reporting_roots").items():
        if stance not in STANCES:
            raise fields.fail("reporting_roots", f"{stance!r} not among {sorted(STANCES)}")
        for kind, stems in stems_by_pattern.items():
            if kind not in patterns:
                raise fields.fail("reporting_roots", f"{kind!r} has no line in inflections")
            for stem in stems:
                yield from ((fold(pattern.replace("{}", stem)), stance) for pattern in patterns[kind])


def _status_words(fields: _Fields) -> StatusWords:
    return StatusWords(
        negation=fields.folded("negation"),
        future=fields.folded("future"),
        future_prefixes=fields.words("future_prefix"),
        future_endings=tuple(map(fold, fields.words("future_ending"))),
        future_exceptions=fields.words("future_prefix_exceptions") + fields.words("future_ending_exceptions"),
        conditional=fields.folded("conditional"),
        norm=fields.folded("norm"),
        history=fields.folded("history"),
        contrast=fields.folded("contrast"),
        clause_breaks=fields.folded("clause_breaks"),
        relative_pronouns=fields.folded("relative_pronouns"),
        affirming_possibility=fields.folded("affirming_possibility"),
        imperfect_prefixes=tuple(map(fold, fields.words("imperfect_prefixes"))),
        openers=fields.folded("condition_openers"),
        reported_future=fields.folded("reported_future"),
        same_time=fields.folded("same_time"),
        deadlines=fields.folded("deadlines"),
        since=fields.folded("since"),
        when=fields.folded("when"),
        subordinators=fields.folded("subordinators"),
        auxiliaries=fields.folded("auxiliaries"),
        afters=fields.folded("afters"),
        participles=fields.folded("participles"),
        day_shifts=fields.numbers("day_shifts"),
    )


def _cause_words(fields: _Fields) -> CauseWords:
    causes = fields.mapping("causes")
    if strange := set(causes) - {"cause_after", "cause_before"}:
        raise fields.fail("causes", f"unknown directions {sorted(strange)}")
    return CauseWords(
        after=frozenset(map(fold, fields.words("cause_after", causes))),
        before=frozenset(map(fold, fields.words("cause_before", causes))),
        clause=fields.folded("clause_causes"),
    )
