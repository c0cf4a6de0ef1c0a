"""Numbers of laws and sections that contradict another mention of the same instrument in the document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mihwar.languages import Language, fold
from mihwar.languages.date_tokens import Tokens
from mihwar.model import Anomaly, AnomalyKind, Mention, MentionKind, Span

__all__ = ["contradicting_numbers"]

# Words of a name compared, and how far a number may stand from the name it belongs to.
_NAME_WORDS, _REACH = 3, 12
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A number told of an instrument: ``role`` section or year, where it stands."""

    instrument: str
    role: str
    number: int
    span: Span


def contradicting_numbers(
    text: str, tokens: Tokens, mentions: Sequence[Mention], language: Language
) -> Iterator[Anomaly]:
    """A section number that looks like a year though the same instrument has a small one elsewhere, and a
    law's year that differs from the year of the same law elsewhere. The rarer, else the odder one is flagged.
    """
    groups: defaultdict[tuple[str, str], list[_Numbered]] = defaultdict(list)
    for found in _numbered(text, tokens, mentions, language):
        groups[found.instrument, found.role].append(found)
    for (_, role), group in groups.items():
        counts = Counter(found.number for found in group)
        if len(counts) < 2:
            continue
        if role == "section":
            small = {number: count for number, count in counts.items() if number not in _YEARS}
            if not small:
                continue
            likely = max(small, key=lambda number: small[number])
            for found in group:
                if found.number in _YEARS:
                    yield _flag(found, likely, counts, "section number, and looks like a year")
        elif len(counts) == 2:
            yield from _years(group, counts)


def _years(group: Sequence[_Numbered], counts: Counter[int]) -> Iterator[Anomaly]:
    (first, n), (second, m) = counts.most_common(2)
    # With equal counts the year under which the text says the law was made is the likely one: it stands first.
    likely = first if n > m else group[0].number
    wrong = second if likely == first else first
    for found in group:
        if found.number == wrong:
            yield _flag(found, likely, counts, "year of this instrument")


def _flag(found: _Numbered, likely: int, counts: Counter[int], what: str) -> Anomaly:
    message = f"{found.number} as {what} contradicts {likely} for the same instrument elsewhere in the text"
    reason = f"{likely}: the text has it {counts[likely]} time(s), {found.number} {counts[found.number]}"
    return Anomaly(found.span, AnomalyKind.CONTRADICTING_NUMBER, message, reason, form=found.role, likely=str(likely))


def _numbered(text: str, tokens: Tokens, mentions: Sequence[Mention], language: Language) -> Iterator[_Numbered]:
    laws = language.instrument_nouns & language.number_labels
    instruments = {m.span.start: m for m in mentions if m.kind is MentionKind.INSTRUMENT}
    symbols = tokens.symbols
    for at, symbol in enumerate(symbols):
        if symbol != "N" or fold(text[tokens.starts[at] : tokens.ends[at]]) not in laws:
            continue
        name, first, last = _name(text, tokens, at, language)
        mention = next((instruments[s] for s in tokens.starts[max(0, first - 3) : last] if s in instruments), None)
        key = name or (mention.identifier_text if mention is not None else "")
        if not key:
            continue
        section = _section_before(symbols, first)
        if section is not None:
            yield _of(key, "section", tokens, section)
        year = _year_after(symbols, last)
        if year is not None and tokens.values[year] in _YEARS:
            enacted = symbols[year - 1] == "U" and symbols[year - 2 : year - 1] in {"i", "b"}
            if not enacted or _enacted(text, tokens, first, language):
                yield _of(key, "year", tokens, year)


def _of(key: str, role: str, tokens: Tokens, at: int) -> _Numbered:
    return _Numbered(key, role, tokens.values[at], Span(tokens.starts[at], tokens.ends[at]))


def _name(text: str, tokens: Tokens, at: int, language: Language) -> tuple[str, int, int]:
    """The name's folded words, and the indices of the first and one past the last token of the name."""
    symbols = tokens.symbols

    def word(index: int) -> str:
        return text[tokens.starts[index] : tokens.ends[index]]

    if language.script == "Latin":
        first = at
        while first > 0 and at - first < 5 and word(first - 1)[:1].isupper() and symbols[first - 1] in "xINk":
            first -= 1
        if at - first < 2 or not word(at)[:1].isupper():
            return "", at, at + 1
        return " ".join(fold(word(index)) for index in range(first, at + 1)), first, at + 1
    last = at + 1
    while last < len(symbols) and last - at <= _NAME_WORDS and symbols[last] in "xINQ":
        last += 1
    if last - at < 3:
        return "", at, last
    return " ".join(fold(word(index)) for index in range(at, min(last, at + 1 + _NAME_WORDS))), at, last


def _section_before(symbols: str, first: int) -> int | None:
    """Index of a number in "Section N of the", "المادة N من" right before the name."""
    at = first - 1
    while at >= 0 and symbols[at] in "fhr" and first - at <= 3:
        at -= 1
    if at >= 1 and at < first - 1 and symbols[at] in "dqzy" and symbols[at - 1] in {"L", "#", ":"}:
        return at
    return None


def _year_after(symbols: str, last: int) -> int | None:
    """Index of a year in "Act of 1992", "Act (1992)", "قانون ... لعام 1992" right after the name."""
    for at in range(last, min(last + 4, len(symbols))):
        if symbols[at] == "y":
            return at
        if symbols[at] not in "frhUi(":
            return None
    return None


def _enacted(text: str, tokens: Tokens, first: int, language: Language) -> bool:
    start = max(0, first - _REACH)
    return any(
        fold(text[tokens.starts[at] : tokens.ends[at]]) in language.enacting_verbs
        for at in range(start, first)
        if tokens.symbols[at] != "."
    )
