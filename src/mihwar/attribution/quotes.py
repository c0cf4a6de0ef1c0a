"""Direct speech in every quotation style, and indirect speech, each with its speaker."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from mihwar.attribution.indirect import reported_spans
from mihwar.attribution.phrases import Word, phrase_table, speech_of, words_in
from mihwar.attribution.speakers import Named, last_speaker, speaker_beside
from mihwar.attribution.statements import reprinted_statement
from mihwar.languages import Language
from mihwar.model import Mention, Quote, Span, SpeechForm

__all__ = ["find_quotes", "quoted_spans"]

_PAIRS = {"«": "»", "“": "”", "„": "“”", "‘": "’", "”": "“”", "‹": "›", "「": "」"}
_STRAIGHT = '"'
# A quotation longer than this has lost its closing mark.
_LONGEST = 3000
# A quotation of so many words is speech even where no reporting verb is near (composed pages, 2 languages).
_SPEECH_WORDS = 8
_TITLE_WORDS = 6
_NAME_WORDS = 2
_NEAR_WORDS = 14
# A subject that opens a sentence stands within so many letters of its beginning.
_SUBJECT_LETTERS = 40
# Letters between a name and the colon before its words.
_COLON_GAP = 2

_Speech = tuple[Span, SpeechForm, Named | None, bool]


def quoted_spans(text: str) -> list[Span]:
    """The insides of all quotation marks, outermost first by place, disjoint. Linear in ``text``."""
    places = {mark: [m.start() for m in re.finditer(re.escape(mark), text)] for mark in set("".join(_PAIRS.values()))}
    straight = [m.start() for m in re.finditer(_STRAIGHT, text)]
    found: list[Span] = []
    position = 0
    for match in re.finditer("[" + "".join(_PAIRS) + _STRAIGHT + "]", text):
        start, mark = match.start(), match.group()
        if start < position:
            continue
        if mark == _STRAIGHT:
            end = _straight_end(text, straight, start)
        elif mark == "‘" and start and text[start - 1].isalnum():
            end = None
        else:
            end = min(
                (at for close in _PAIRS[mark] if (at := _next(places[close], start, text)) is not None), default=None
            )
        if end is not None and text[start + 1 : end].strip():
            found.append(Span(start + 1, end))
            position = end + 1
    return found


def _next(places: Sequence[int], start: int, text: str) -> int | None:
    """The next closing mark within reach; an apostrophe inside a word closes nothing."""
    at = bisect_right(places, start)
    for place in places[at : at + 40]:
        if place - start > _LONGEST:
            return None
        if text[place] == "’" and text[place + 1 : place + 2].isalnum():
            continue
        return place
    return None


def _straight_end(text: str, places: Sequence[int], start: int) -> int | None:
    at = bisect_left(places, start) + 1
    if at >= len(places) or places[at] - start > _LONGEST:
        return None
    return None if text.find("\n\n", start, places[at]) >= 0 else places[at]


def find_quotes(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention], language: str | None
) -> tuple[Quote, ...]:
    """Direct and indirect speech in ``sentences``, in order of their beginning.

    ``mentions`` are sorted by place. A quotation without a reporting verb near it counts as speech from 8
    words on; shorter ones are scare quotes or titles. A speaker outside the actor table has no code.
    """
    words = speech_of(language)
    direct = [(span, SpeechForm.DIRECT, named, False) for span, named in _direct(text, sentences, mentions, words)]
    inside = [span for span, *_ in direct]
    found = list(direct)
    for sentence in sentences:
        for span, named, impersonal in reported_spans(text, sentence, mentions, words, inside):
            found.append((span, SpeechForm.INDIRECT, named, impersonal))
    statement = reprinted_statement(text, sentences, mentions, words)
    if statement is not None:
        found.append((statement[0], SpeechForm.DIRECT, statement[1], False))
    found.sort(key=lambda speech: (speech[0].start, -speech[0].end))
    return tuple(_carried(text, sentences, mentions, found))


def _carried(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention], found: Sequence[_Speech]
) -> Iterator[Quote]:
    """Quotations in text order; one without a named speaker ("he added") goes to whoever was named last."""
    starts = [sentence.start for sentence in sentences]
    previous: Named | None = None
    for span, form, named, impersonal in found:
        speaker = named
        if speaker is None and not impersonal:
            at = bisect_right(starts, span.start) - 1
            back = last_speaker(sentences[at - 1], mentions, text) if at > 0 else None
            opens = back is not None and back.span.start - sentences[at - 1].start <= _SUBJECT_LETTERS
            speaker = back if previous is None or (opens and back and back.span > previous.span) else previous
        previous = named or previous
        yield _quote(span, form, speaker)


def _quote(span: Span, form: SpeechForm, named: Named | None) -> Quote:
    if named is None:
        return Quote(span, form)
    return Quote(span, form, named.name, named.code, named.span)


def _direct(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention], language: Language
) -> Iterator[tuple[Span, Named | None]]:
    starts = [sentence.start for sentence in sentences]
    for span in quoted_spans(text):
        at = bisect_right(starts, span.start) - 1
        if at < 0 or sentences[at].end < span.start:
            continue
        last = max(at, bisect_right(starts, span.end) - 1)
        verdict = _judged(text, span, sentences, at, last, mentions, language)
        if verdict is None:
            continue
        yield span, verdict[0]


def _judged(
    text: str,
    span: Span,
    sentences: Sequence[Span],
    at: int,
    last: int,
    mentions: Sequence[Mention],
    language: Language,
) -> tuple[Named | None] | None:
    """The speaker of a quotation, in a tuple of one; ``None`` where it is no speech."""
    count = sum(not word.is_mark for word in words_in(text, span))
    if count < _TITLE_WORDS and _is_title(text, span, language):
        return None
    before = words_in(
        text, Span(max(sentences[at].start, span.start - 300), max(span.start - 1, sentences[at].start))
    )
    after = words_in(text, Span(span.end + 1, max(span.end + 1, min(sentences[last].end, span.end + 200))))
    if not after and last + 1 < len(sentences) and sentences[last].end <= span.end + 2:
        after = words_in(
            text, Span(sentences[last + 1].start, min(sentences[last + 1].end, sentences[last + 1].start + 120))
        )
        after = after if _opens_with_verb(after, language) else []
    if count <= _NAME_WORDS and before and _stands_as_name(before[-1], after, language):
        return None
    verb = _verb(after[:_NEAR_WORDS], language, nearest_first=True)
    if verb is not None and not any(word.text in ".؛;" for word in after[:verb]):
        named = speaker_beside(after, verb, text, mentions, language, inverted=True)
        if named is None and language.reporting.verb_final and before:
            # X, "...", dedi: the subject stands before the quotation, its verb behind it.
            own = _mentions_between(mentions, before[0].start, span.start)
            named = speaker_beside([*before, after[verb]], len(before), text, own, language, inverted=False)
        return (named,)
    verb = _verb(before[-3 * _NEAR_WORDS :], language, nearest_first=False)
    if verb is not None:
        verb += max(0, len(before) - 3 * _NEAR_WORDS)
        distance = len(before) - verb
        if count >= 4 or distance <= _NEAR_WORDS:
            named = speaker_beside(before, verb, text, mentions, language, inverted=False)
            return (named,)
    if before and before[-1].text == ":" and count >= _TITLE_WORDS:
        named = last_speaker(Span(before[0].start, before[-1].start), mentions, text)
        if named is not None and before[-1].start - named.span.end <= _COLON_GAP:
            return (named,)
    if count >= _SPEECH_WORDS:
        return (_back(text, sentences, at, mentions) if _spoke(text, sentences, at, language) else None,)
    return None


def _mentions_between(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    first = bisect_left(mentions, start, key=lambda mention: mention.span.start)
    return mentions[first : bisect_left(mentions, end, lo=first, key=lambda mention: mention.span.start)]


def _stands_as_name(before: Word, after: Sequence[Word], language: Language) -> bool:
    """Whether a short quotation is the name of the noun before it: "the exercise «West» began"."""
    reporting = language.reporting
    if before.is_mark or before.text in reporting.verbs or before.text in reporting.complementisers:
        return False
    return language.script == "Cyrillic" and not (after and after[0].text in reporting.verbs)


def _back(text: str, sentences: Sequence[Span], at: int, mentions: Sequence[Mention]) -> Named | None:
    return last_speaker(sentences[at - 1], mentions, text) if at else None


def _spoke(text: str, sentences: Sequence[Span], at: int, language: Language) -> bool:
    """Whether the sentence before has a reporting verb or a noun of speech."""
    if not at:
        return False
    words = words_in(text, sentences[at - 1])
    return (
        any(word.text in language.reporting.speech_nouns for word in words)
        or _verb(words, language, nearest_first=True) is not None
    )


def _stance(word: Word, language: Language) -> str | None:
    verbs = language.reporting.verbs
    found = verbs.get(word.text)
    if found is None and word.text[:1] in {"و", "ف"} and language.reporting.verb_first:
        found = verbs.get(word.text[1:])
    return found


def _verb(words: Sequence[Word], language: Language, *, nearest_first: bool) -> int | None:
    if language.reporting.verb_final or language.reporting.compound_verbs:
        # "ifade etti", "ileri sürdü": the phrase, not its last word, is the verb
        hits = phrase_table(language.code, "verbs").find(words)
        return (hits[0].last if nearest_first else hits[-1].last) - 1 if hits else None
    order = range(len(words)) if nearest_first else range(len(words) - 1, -1, -1)
    return next((at for at in order if _stance(words[at], language) is not None), None)


def _opens_with_verb(words: Sequence[Word], language: Language) -> bool:
    return _verb(words[:4], language, nearest_first=True) is not None


def _is_title(text: str, span: Span, language: Language) -> bool:
    """A law's or agreement's name, or Title Case throughout: a name in quotation marks, not speech."""
    words = [word for word in words_in(text, span) if not word.is_mark]
    if not words:
        return True
    if any(word.text in language.instrument_nouns for word in (words[0], words[-1])):
        return True
    return (
        language.script == "Latin"
        and len(words) > 1
        and all(text[word.start].isupper() or len(word.text) <= 3 or word.text.isdigit() for word in words)
    )
