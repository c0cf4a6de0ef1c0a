"""Places where a text contradicts itself or cannot be meant as it stands: flagged, never repaired."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mihwar.attribution.anomaly_numbers import contradicting_numbers
from mihwar.attribution.phrases import speech_of
from mihwar.attribution.translation import machine_translation_evidence
from mihwar.languages import Language, find_dates, fold
from mihwar.languages.date_tokens import Tokens, tokenise
from mihwar.model import Anomaly, AnomalyKind, Mention, PartialDate, Span

__all__ = ["find_anomalies", "joined_words"]

_IMPOSSIBLE = re.compile(r"[doq][fh]?[Mmk](?:[fir]?U?y)|[Mm][doq],y|[dq]/[dq]/y|y~[dq]~[dq](?![~/])")
_GARBLED = re.compile(r"(?<![LNdyq~/:,.])[zq][Mm][dyo](?!Q)|(?<![LN])[do][Mm][z](?![QUDKB])")
_LEFTOVER = re.compile(r"(?<![^\W_])\d{1,2}(?:st|nd|rd|th)(?![^\W_])", re.IGNORECASE)
_STRAY = re.compile(r"[.؟!،,;؛](?:[ \t\u00a0]{1,3}[.،,;؛])(?=\s|$)")
_WORD = re.compile(r"[^\W\d_]{7,60}")
_FINAL_ONLY = re.compile(r"[^\W\d_]{3,40}[ةى](?=[^\W\d_ًٌٍَُِّْ])[^\W\d_]{3,40}")
_CAPITAL = re.compile(
    r"(?<![^\W_])[A-Za-z][a-z]{3,40}(?:The|This|That|He|She|They|But|And|In|On|However|Meanwhile)(?![^\W_])"
)
# Evidence of machine translation from so many different signs on makes one flag for the page.
_SIGNS = 3
_REST = re.compile(r"[^\W\d_]{3,30}")


def find_anomalies(
    text: str,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    language: str | None,
    reference: PartialDate | None,
) -> tuple[Anomaly, ...]:
    """Garbled and impossible dates, contradicting numbers, leftovers of translation, run-together words and
    stray marks inside ``sentences``, in text order. Linear in ``text``.

    ``suggestion`` gives the likely reading with its reason where the document itself supports one.
    """
    words = speech_of(language)
    tokens = tokenise(text, words.code)
    found = [
        *_dates(text, sentences, tokens, words),
        *contradicting_numbers(text, tokens, mentions, words),
        *_leftovers(text, tokens, words, reference),
        *_run_together(text, mentions, words),
        *_stray_marks(text),
    ]
    inside = [anomaly for anomaly in found if not sentences or _holds(sentences, anomaly.span)]
    score, evidence = machine_translation_evidence(text, sentences, language, inside)
    if len({reason for _, reason in evidence}) >= _SIGNS:
        reasons = ", ".join(sorted({reason for _, reason in evidence}))
        message = f"signs of machine translation ({score:.2f} of 1): {reasons}"
        inside.append(Anomaly(evidence[0][0], AnomalyKind.MACHINE_TRANSLATION, message))
    return tuple(sorted(set(inside), key=lambda anomaly: (anomaly.span, anomaly.kind)))


def _holds(sentences: Sequence[Span], span: Span) -> bool:
    at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
    # A mark that ends one sentence and the stray one after it lie on both sides of the seam.
    return at >= 0 and span.start <= sentences[at].end


def _dates(text: str, sentences: Sequence[Span], tokens: Tokens, language: Language) -> Iterator[Anomaly]:
    garbled: set[int] = set()
    labelled = _labelled(tokens)
    for match in _GARBLED.finditer(tokens.symbols):
        start, end = match.span()
        span = Span(tokens.starts[start], tokens.ends[end - 1])
        stray = next(at for at in range(start, end) if tokens.symbols[at] in "zq")
        number = text[tokens.starts[stray] : tokens.ends[stray]]
        if not 2 <= len(number) <= 3 or not number.isdecimal():
            continue
        garbled.add(start)
        message = f"{number} stands where a day or a year belongs"
        suggestion = _likely_date(text, sentences, tokens, (start, end, stray), labelled)
        likely = suggestion.partition(";")[0] if suggestion else None
        yield Anomaly(span, AnomalyKind.GARBLED_DATE, message, suggestion, likely=likely)
    for match in _IMPOSSIBLE.finditer(tokens.symbols):
        start, end = match.span()
        if start in garbled or start - 1 in garbled:
            continue
        span = Span(tokens.starts[start], tokens.ends[end - 1])
        read = find_dates(span.of(text), language.code, None)
        # A reading as a bare month or year is only part of what stands there.
        if not any(date.span.end - date.span.start >= (span.end - span.start) * 0.8 for date in read):
            yield Anomaly(span, AnomalyKind.IMPOSSIBLE_DATE, "no calendar has this day")


def _labelled(tokens: Tokens) -> frozenset[int]:
    """Numbers that follow a label such as "Section" somewhere in the text."""
    symbols, found = tokens.symbols, set()
    for at in range(1, len(symbols)):
        if symbols[at] in "zdqy" and symbols[max(0, at - 2) : at].rstrip("xw:.#(")[-1:] in {"L", "N"}:
            found.add(tokens.values[at])
    return frozenset(found)


def _likely_date(
    text: str, sentences: Sequence[Span], tokens: Tokens, place: tuple[int, int, int], labelled: frozenset[int]
) -> str | None:
    """The reading that the document supports: the stray number is a section's elsewhere, the year stands near."""
    start, end, stray = place
    symbols, number = tokens.symbols, tokens.values[stray]
    if symbols[stray] != "z" or number not in labelled:
        return None
    rest = [at for at in range(start, end) if at != stray]
    begin = tokens.starts[start]
    at = bisect_right(sentences, begin, key=lambda sentence: sentence.start) - 1
    sentence = sentences[at] if at >= 0 else Span(begin, begin + 400)
    years = [
        at
        for at in range(end, min(end + 80, len(symbols)))
        if symbols[at] == "y" and tokens.starts[at] < sentence.end and 1900 <= tokens.values[at] <= 2100
    ]
    words = " ".join(text[tokens.starts[at] : tokens.ends[at]] for at in reversed(rest))
    if any(symbols[at] == "y" for at in rest) or not years:
        return f"{words}; {number} is the number of a section elsewhere in the text and seems misplaced here"
    year = tokens.values[years[0]]
    return (
        f"{words} {year}; section {number}: {number} is a section's number elsewhere in the text, "
        f"and {year} stands in the same sentence as part of a name, so the two numbers seem to have changed places"
    )


def _leftovers(text: str, tokens: Tokens, language: Language, reference: PartialDate | None) -> Iterator[Anomaly]:
    if language.script == "Latin":
        return
    months = {start: at for at, start in enumerate(tokens.starts)}
    for match in _LEFTOVER.finditer(text):
        span = Span(*match.span())
        at = months.get(match.start())
        following = tokens.symbols[at + 1 : at + 3] if at is not None else ""
        digits = re.sub(r"\D", "", match.group())
        if following[:1] in {"M", "m", "H"}:
            month = text[tokens.starts[at + 1] : tokens.ends[at + 1]] if at is not None else ""
            suggestion = f"{digits} {month}: the ordinal ending is left over from English"
            yield Anomaly(
                span,
                AnomalyKind.MIXED_SCRIPT,
                "an English ordinal in a date of another script",
                suggestion,
                form="ordinal_in_date",
                likely=f"{digits} {month}".strip(),
            )
        else:
            yield Anomaly(
                span,
                AnomalyKind.MIXED_SCRIPT,
                "an English ordinal whose month is missing",
                f"the {digits}. of a month that the text has lost; reference {reference}" if reference else None,
                form="ordinal_alone",
            )


def _run_together(text: str, mentions: Sequence[Mention], language: Language) -> Iterator[Anomaly]:
    seen: set[int] = set()
    verbs = language.reporting.verbs
    if language.script == "Arabic":
        for match in _WORD.finditer(text):
            word = match.group()
            for at in range(4, len(word) - 3):
                if word[at] in "أإآ" and fold(word[at:]) in verbs and len(word) - at >= 4:
                    span = Span(*match.span())
                    seen.add(span.end)
                    yield _joined(span, word[:at], word[at:], "the second part is a verb by itself")
                    break
        for match in _FINAL_ONLY.finditer(text):
            span = Span(*match.span())
            at = max(match.group().rfind("ة", 0, -3), match.group().rfind("ى", 0, -3))
            if span.end not in seen and at > 2:
                seen.add(span.end)
                word = match.group()
                yield _joined(span, word[: at + 1], word[at + 1 :], f"{word[at]} stands only at the end of a word")
    else:
        for match in _CAPITAL.finditer(text):
            word = match.group()
            at = max(index for index, letter in enumerate(word) if letter.isupper())
            yield _joined(Span(*match.span()), word[:at], word[at:], "a capital letter inside a word")
    for mention in mentions:
        end = mention.span.end
        rest = _REST.match(text, end)
        if rest is not None and text[end - 1 : end].isalpha() and fold(rest.group()) in verbs:
            span = Span(mention.span.start, rest.end())
            if span.end not in seen:
                yield _joined(span, mention.span.of(text), rest.group(), "a name and a verb")


def _joined(span: Span, first: str, second: str, why: str) -> Anomaly:
    middle = span.start + len(first)
    return Anomaly(
        span,
        AnomalyKind.RUN_TOGETHER,
        "two words without a space between them",
        f"{first} | {second}: {why}",
        (Span(span.start, middle), Span(middle, span.end)),
        likely=f"{first} {second}",
    )


def joined_words(text: str, language: Language) -> list[int]:
    """Offsets where two words ran together, by the rules that need no mention: see ``find_anomalies``."""
    return [anomaly.parts[0].end for anomaly in _run_together(text, (), language)]


def _stray_marks(text: str) -> Iterator[Anomaly]:
    for match in _STRAY.finditer(text):
        if match.group().count(".") == 2 and (
            text[match.end() : match.end() + 2].strip() == "."
            or text[match.start() - 2 : match.start()].strip() == "."
        ):
            continue
        yield Anomaly(
            Span(*match.span()), AnomalyKind.CHOPPED_SENTENCE, "a stray mark after the end of a clause or sentence"
        )
