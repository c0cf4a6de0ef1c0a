"""Indirect speech: the clause after "said that", "according to X", and the act that someone is accused of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from mihwar.attribution.phrases import Word, phrase_table, words_in
from mihwar.attribution.speakers import Named, as_written, by_mention, speaker_beside
from mihwar.languages import Language
from mihwar.model import Mention, MentionKind, Span

__all__ = ["reported_spans"]

# How many words may stand between a reporting verb and its "that": a long title and a name.
_REACH = 22
_ENDS = frozenset({";", "؛", "\n"})
_COMMAS = frozenset({",", "،"})
_SENTENCE_WORDS = 400
# The longest aside between commas: ", a security official told this newspaper,".
_ASIDE = 6
_NAME_WORDS = 3

# Words between the verb of a reported clause and the reporting verb; letters of a subject that opens the sentence.
_CLAUSE_VERB, _SUBJECT_LETTERS = 4, 40

_Found = tuple[Span, Named | None, bool]


def reported_spans(
    text: str, sentence: Span, mentions: Sequence[Mention], language: Language, quoted: Sequence[Span]
) -> Iterator[_Found]:
    """(span, speaker or ``None``, whether nobody is meant as speaker) of each reported clause of a sentence."""
    words = words_in(text, sentence)[:_SENTENCE_WORDS]
    at = bisect_left(mentions, sentence.start, key=lambda mention: mention.span.start)
    local = [mention for mention in mentions[at : at + 64] if sentence.contains(mention.span)]
    at = bisect_left(quoted, sentence.start, key=lambda span: span.end)
    inside = [span for span in quoted[at : at + 64] if span.overlaps(sentence)]
    table = phrase_table(language.code, "verbs")
    taken = -1
    for hit in table.find(words):
        if hit.first < taken or any(span.contains(hit.span) for span in inside):
            continue
        if any(mention.span.contains(hit.span) for mention in local):
            continue
        if language.reporting.verb_first and any(
            word.text in language.status.conditional or word.text in language.status.norm
            for word in words[max(0, hit.first - 2) : hit.first]
        ):
            continue
        stance = language.reporting.verbs.get(hit.phrase, "say")
        opening = _opening(words, hit.last - 1, local, language, stance, hit.phrase)
        if opening is not None:
            while opening < len(words) and words[opening].text in _COMMAS:
                opening += 1
            end = _end(words, opening, language, accused=stance == "accuse")
            if end > opening:
                span = Span(words[opening].start, words[end - 1].end)
                if not any(_mostly_inside(span, quote) for quote in inside):
                    yield span, speaker_beside(words, hit.last - 1, text, local, language, inverted=False), False
            continue
        if language.reporting.verb_final:
            begin = _clause_begin(words, hit.first, inside)
            mine = [mention for mention in local if mention.span.start >= words[begin].start]
            before = _before_verb(words[begin:], hit.first - begin, text, mine, language)
            if before is not None and not any(_mostly_inside(before[0], quote) for quote in inside):
                yield before[0], before[1], False
            continue
        trailing = _trailing(words, hit.first, hit.last, text, local, language)
        if trailing is not None and not any(_mostly_inside(trailing[0], quote) for quote in inside):
            taken = hit.last
            yield trailing[0], trailing[1], False
    if language.reporting.verb_final:
        yield from _according_final(text, words, local, language, "according")
        return
    yield from _according_final(text, words, local, language, "according_behind")
    yield from _according(text, words, local, language)


def _opening(
    words: Sequence[Word],
    verb: int,
    mentions: Sequence[Mention],
    language: Language,
    stance: str,
    form: str,
) -> int | None:
    """Index of the first word of the clause that the verb reports, or ``None``."""
    reporting = language.reporting
    for at in range(verb + 1, min(len(words) - 1, verb + 1 + _REACH)):
        word = words[at].text
        if word in _ENDS or word in {".", ":"}:
            break
        if word in reporting.complementisers:
            if (
                words[at - 1].text in reporting.other_complements
                or words[at - 1].text.lstrip("وب") in reporting.other_complements
            ):
                return None
            return at + 1
        if stance == "accuse" and at > verb + 1:
            if word in reporting.accuse_joins:
                if words[at + 1].text in reporting.other_complements and any(
                    after.text in reporting.complementisers for after in words[at + 2 : at + 4]
                ):
                    continue  # "обвинил в том, что": the clause begins behind "that"
                return at + 1
            if language.reporting.verb_first and len(word) > 2 and word[0] in reporting.accuse_joins:
                named = any(
                    m.span.start <= words[at].start < m.span.end or m.span.start == words[at].start + 1
                    for m in mentions
                )
                usual = word in reporting.other_complements or word in reporting.speech_nouns
                if not named and not usual and word[1:2] != word[0] and word not in language.status.deadlines:
                    return at
    if form in reporting.bare_verbs and verb + 3 < len(words) and not words[verb + 1].is_mark:
        if words[verb + 1].text not in language.dates.roles["in"] and words[verb + 1].text not in {
            "to",
            "of",
            "a",
            "an",
        }:
            return verb + 1
        if words[verb + 1].text == "on" and (next_ := _after_weekday(words, verb + 1, language)) is not None:
            return next_
    return None


def _mostly_inside(span: Span, quote: Span) -> bool:
    """Whether the clause is the quotation itself, not a longer clause that quotes some words."""
    shared = min(span.end, quote.end) - max(span.start, quote.start)
    return 2 * shared > span.end - span.start


def _after_weekday(words: Sequence[Word], at: int, language: Language) -> int | None:
    """In "said on Tuesday Baku had ...": the word after the day, unless a mark or "that" follows."""
    if at + 2 < len(words) and words[at + 1].text in language.dates.weekdays and not words[at + 2].is_mark:
        return at + 2
    return None


def _end(words: Sequence[Word], opening: int, language: Language, *, accused: bool = False) -> int:
    """One past the clause's last word: a hard mark, or a comma before a contrasting clause or a new verb.

    What follows as ", which ..." is the page's own gloss; what someone is ``accused`` of ends at "after" too.
    """
    at = opening
    while at < len(words):
        word = words[at].text
        if word in _ENDS:
            break
        if accused and at > opening and word in language.status.afters:
            break
        if (
            accused
            and word in language.dates.roles["and"]
            and at + 1 < len(words)
            and words[at + 1].text.endswith("ed")
        ):
            break
        if word in _COMMAS and at + 1 < len(words):
            after = words[at + 1].text
            if after in language.status.relative_pronouns or after.removeprefix("و") in language.reporting.pronouns:
                break
            if after in language.status.contrast or after.removeprefix("و") in language.status.contrast:
                break
            if after in language.reporting.verbs or (after[:1] == "و" and after[1:] in language.reporting.verbs):
                break
        at += 1
    while at > opening and words[at - 1].is_mark:
        at -= 1
    return at


def _trailing(
    words: Sequence[Word], first: int, last: int, text: str, mentions: Sequence[Mention], language: Language
) -> tuple[Span, Named | None] | None:
    """In "..., officials said on Tuesday." and "If ..., officials said, ...": the clauses around it are reported."""
    if language.reporting.verb_first:
        return None
    comma = next((at for at in range(first - 1, max(-1, first - 16), -1) if words[at].text in _COMMAS), None)
    if comma is None or comma < 1 or words[comma + 1].text in language.status.contrast:
        return None
    stop = next((at for at in range(last, len(words)) if words[at].is_mark), len(words))
    if stop - last > _ASIDE:
        return None
    goes_on = stop + 2 < len(words) and words[stop].text in _COMMAS
    helped = all(word.text in language.status.auxiliaries for word in words[comma + 1 : first])
    if language.reporting.speaker_after and stop > last and comma >= 3 and helped:
        named = speaker_beside(words[first:], last - first - 1, text, mentions, language, inverted=True)
        return None if named is None else (Span(words[0].start, words[comma - 1].end), named)
    rest = words[last:stop]
    if not goes_on and len(rest) > 4:
        return None
    if rest and not (
        rest[0].text in language.dates.roles["in"] or rest[0].text in language.dates.weekdays or goes_on
    ):
        return None
    named = speaker_beside(
        words, first, text, [m for m in mentions if m.span.start > words[comma].start], language, inverted=False
    )
    pronoun = first and words[first - 1].text in language.reporting.pronouns
    if named is None and not pronoun:
        return None
    if goes_on and comma and words[comma - 1].text in language.status.clause_breaks:
        # "..., because, it said, ...": only what follows is told by the speaker.
        return Span(words[stop + 1].start, words[_end(words, stop + 1, language) - 1].end), named
    if comma < 3:
        return None
    close = _end(words, stop + 1, language) if goes_on else comma
    while close > 1 and words[close - 1].is_mark:
        close -= 1
    return Span(words[0].start, words[close - 1].end), named


def _clause_begin(words: Sequence[Word], verb: int, quoted: Sequence[Span]) -> int:
    """The first word behind the last quotation or semicolon before a verb at the end."""
    place = max((span.end for span in quoted if span.end <= words[verb].start), default=-1)
    for at in range(verb - 1, -1, -1):
        if words[at].text in _ENDS or words[at].start <= place:
            return at + 1
    return 0


def _before_verb(
    words: Sequence[Word], verb: int, text: str, mentions: Sequence[Mention], language: Language
) -> tuple[Span, Named | None] | None:
    """In "X Y-in getdiyini bildirib" ("X said that Y had gone"): the clause between the speaker and the verb.

    The subject opens the sentence; the verb of the clause has one of ``reported_endings``.
    """
    near = [word for word in words[max(0, verb - _CLAUSE_VERB) : verb] if not word.is_mark]
    if not any(word.text.endswith(language.reporting.reported_endings) for word in near):
        return None
    opening = [m for m in mentions if m.span.start <= words[0].start + _SUBJECT_LETTERS]
    chain = opening[:1]
    if len(opening) > 1 and opening[0].kind is MentionKind.OFFICE and opening[1].kind is MentionKind.PERSON:
        chain = opening[:2]
    first, named = 0, None
    pronoun = words[0].text in language.reporting.pronouns
    if pronoun:
        first = 1
    elif chain and chain[-1].span.end < words[verb].start:
        first = next((at for at, word in enumerate(words) if word.start >= chain[-1].span.end), 0)
        named = as_written(words[:first], chain, text, language)
    first = _behind_name(words, first, verb, text)
    while first < verb and (words[first].is_mark or words[first].text in language.reporting.topics):
        first += 1
    if verb - first < 2:
        return None
    return Span(words[first].start, words[verb - 1].end), named


def _behind_name(words: Sequence[Word], first: int, verb: int, text: str) -> int:
    """Past the rest of a subject's name that no table has ("X Büyükelçisi Jane Doe, ...")."""
    for at in range(first, min(verb, first + _NAME_WORDS + 1)):
        if words[at].text in _COMMAS:
            return at
        if words[at].is_mark or not text[words[at].start].isupper():
            break
    return first


def _according_final(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], language: Language, table: str
) -> Iterator[_Found]:
    """From "X-in sözlərinə görə, ...": the speaker stands before the phrase, the clause after it."""
    for hit in phrase_table(language.code, table).find(words):
        start = hit.first
        while start > 0 and not words[start - 1].is_mark and hit.first - start < 14:
            start -= 1
        opening = hit.last + 1 if hit.last < len(words) and words[hit.last].is_mark else hit.last
        if start == hit.first or opening >= len(words):
            continue
        source = Span(words[start].start, words[hit.first - 1].end)
        within = [m for m in mentions if source.start <= m.span.start < source.end]
        person = next((m for m in within if m.kind.value == "person"), within[0] if within else None)
        end = _end(words, opening, language)
        if end > opening:
            named = by_mention(person, text) if person is not None else Named(source.of(text), None, source)
            yield Span(words[opening].start, words[end - 1].end), named, False


def _according(text: str, words: Sequence[Word], mentions: Sequence[Mention], language: Language) -> Iterator[_Found]:
    """From "According to X, ..." and "..., according to X"."""
    for hit in phrase_table(language.code, "according").find(words):
        stop = hit.last
        while stop < len(words) and words[stop].text not in _COMMAS | _ENDS | {".", ":"} and stop - hit.last < 14:
            stop += 1
        if stop == hit.last:
            continue
        source = Span(words[hit.last].start, words[stop - 1].end)
        within = [m for m in mentions if source.start <= m.span.start < source.end]
        person = next((m for m in within if m.kind.value == "person"), within[0] if within else None)
        named = by_mention(person, text) if person is not None else Named(source.of(text), None, source)
        if (
            words[hit.last].text in language.reporting.speech_nouns
            or words[hit.last].text.removeprefix("لل") in language.reporting.speech_nouns
        ):
            continue
        roles = language.reporting.role_words | language.reporting.organisations
        if person is None and not any(
            word.text.lstrip("ل") in roles or text[word.start].isupper() for word in words[hit.last : stop]
        ):
            continue
        if hit.first <= 2:
            if stop + 1 < len(words):
                end = _end(words, stop + 1, language)
                if end > stop + 1:
                    yield Span(words[stop + 1].start, words[end - 1].end), named, False
        else:
            end = hit.first
            while end and words[end - 1].is_mark:
                end -= 1
            if end:
                yield Span(words[0].start, words[end - 1].end), named, False
