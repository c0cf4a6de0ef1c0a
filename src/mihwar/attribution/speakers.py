"""Find the words that name a speaker beside a reporting verb, and who tells the words of a span."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from mihwar.attribution.phrases import Word, speech_of, words_in
from mihwar.languages import Language
from mihwar.model import Document, Mention, MentionKind, Quote, Span, Speaker, SpeakerKind, SpeechForm

__all__ = ["Named", "as_written", "by_mention", "last_speaker", "speaker_beside", "speaker_of"]

_SPEAKING = frozenset(MentionKind) - {MentionKind.INSTRUMENT}
_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
# Words between a verb and the end of its subject's name; longer titles lose their last words.
_NEAR, _LONGEST_NAME = 9, 8
# Letters between two mentions of one phrase ("the President of the X Y").
_GAP = 14
_STOPS = frozenset('.:։؛;!?؟،,\n«»“”"()—–')


@dataclass(frozen=True, slots=True)
class Named:
    """A speaker as the text names him: name, code of the table, the words."""

    name: str
    code: str | None
    span: Span


def by_mention(mention: Mention, text: str) -> Named:
    """The speaker that a mention names, as the text writes it."""
    return Named(mention.span.of(text), mention.code, mention.span)


def _within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Mentions (sorted by span) that lie in ``[start, end)`` and can speak."""
    first = bisect_left(mentions, start, key=lambda mention: mention.span.start)
    found = []
    for mention in mentions[first : first + 64]:
        if mention.span.start >= end:
            break
        if mention.span.end <= end and mention.kind in _SPEAKING:
            found.append(mention)
    return found


def _chain(found: Sequence[Mention]) -> list[Mention]:
    """The mentions of one phrase "President X of Y": each begins where the one before ends."""
    chain = [found[0]]
    for mention in found[1:]:
        if mention.span.start - chain[-1].span.end > _GAP:
            break
        chain.append(mention)
    return chain


def _is_participle(word: str) -> bool:
    """Arabic "adding that", "accusing": its subject is the sentence's, never what follows."""
    bare = word.removeprefix("و")
    return (bare[:1] == "م" and bare[-1:] in {"ا", "ة"}) or (bare[1:2] == "ا" and bare[-1:] == "ا" and len(bare) > 4)


def speaker_beside(
    words: Sequence[Word], verb: int, text: str, mentions: Sequence[Mention], language: Language, *, inverted: bool
) -> Named | None:
    """Who speaks the verb at index ``verb`` of a sentence's words: a mention or a phrase, after or before it.

    ``inverted``: the verb follows its quotation ("...", said X), so the speaker may follow it in any language.
    """
    # "...", Biden told reporters: what stands between the quotation and the verb is the speaker.
    helping = language.status.auxiliaries  # "...", a déclaré le ministre
    inverted = inverted and all(word.is_mark or word.text in helping for word in words[:verb])
    after_first = language.reporting.verb_first or inverted
    if verb and words[verb - 1].text in language.reporting.pronouns:
        return None
    if language.reporting.verb_first and (
        _is_participle(words[verb].text) or _subject_ends_at(words, verb, mentions, language)
    ):
        return _before(words, verb, text, mentions, language)
    sides = (_after, _before) if after_first else (_before,)
    if language.reporting.speaker_after and not after_first and not _named_before(words, verb, mentions, language):
        sides = (_after, _before)
    for side in sides:
        found = side(words, verb, text, mentions, language)
        if found is not None:
            return found
    return None


def _named_before(words: Sequence[Word], verb: int, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether a mention, a role or a pronoun stands in the clause before the verb."""
    start = verb
    while start > 0 and words[start - 1].text not in _STOPS:
        start -= 1
    known = language.reporting.role_words | language.reporting.pronouns
    return any(word.text in known for word in words[start:verb]) or (
        start < verb and bool(_within(mentions, words[start].start, words[verb].start))
    )


def _subject_ends_at(words: Sequence[Word], verb: int, mentions: Sequence[Mention], language: Language) -> bool:
    """Whether a subject opens the clause and ends right before the verb: "المغرب اتهم", "أما X فاتهمت"."""
    start = verb
    while start > 0 and not words[start - 1].is_mark:
        start -= 1
    before = words[start:verb]
    if not before or words[verb].text.startswith("و"):
        return False
    if before[0].text in language.reporting.topics:
        return True
    if before[-1].text in language.dates.roles["in"] or before[-1].text in language.status.negation:
        return False
    near = [mention for mention in mentions if 0 <= words[verb].start - mention.span.end <= 2]
    # A mention that some preposition or another noun governs is no subject: it opens the clause, or its title does.
    return any(
        mention.span.start <= before[0].start + 1 or before[0].text in language.reporting.role_words
        for mention in near
    )


def _stop_after(words: Sequence[Word], verb: int, language: Language) -> int:
    """The index at which a subject after the verb ends: a mark, a complementiser, another verb."""
    stop = verb + 1
    while stop < len(words) and stop - verb <= _NEAR + _LONGEST_NAME:
        word = words[stop].text
        if word in _STOPS or word in language.reporting.complementisers:
            break
        if stop > verb + 1 and word in language.reporting.verbs and word not in language.reporting.role_words:
            break
        stop += 1
    return stop


def _after(
    words: Sequence[Word], verb: int, text: str, mentions: Sequence[Mention], language: Language
) -> Named | None:
    stop = _stop_after(words, verb, language)
    if stop == verb + 1:
        return None
    found = _within(mentions, words[verb].end, words[stop - 1].end)
    if found and found[0].span.start - words[verb].end <= 40:
        return as_written(words[verb + 1 : stop], found, text, language)
    return _phrase(words[verb + 1 : stop], text, language)


def _before(
    words: Sequence[Word], verb: int, text: str, mentions: Sequence[Mention], language: Language
) -> Named | None:
    first = verb
    commas = 0
    while first > 0 and verb - first < 3 * _NEAR:
        word = words[first - 1].text
        if word in {",", "،"} and commas < 2:
            commas += 1
        elif word in _STOPS:
            break
        first -= 1
    found = _within(mentions, words[first].start, words[verb].start)
    if found:
        near = [m for m in found if words[verb].start - m.span.end <= 60] or found[-1:]
        people = [m for m in found if m.kind in _PEOPLE]
        return as_written(words[first:verb], people or near, text, language)
    start = verb
    while start > first and words[start - 1].text not in _STOPS:
        start -= 1
    return _phrase(words[start:verb], text, language)


def as_written(words: Sequence[Word], found: Sequence[Mention], text: str, language: Language) -> Named:
    """The speaker of a subject phrase that holds mentions: a person's name, else the noun phrase of the first."""
    chain = _chain(found)
    person = next((m for m in chain if m.kind is MentionKind.PERSON), None)
    if person is None and not language.reporting.verb_first:
        person = next((m for m in found if m.kind is MentionKind.PERSON), None)
    if person is not None:
        return by_mention(person, text)
    head = chain[0]
    if any(m.kind is MentionKind.OFFICE for m in chain) or any(
        word.text in language.reporting.role_words - language.reporting.organisations for word in words
    ):
        name = _unlisted_name(words, chain, text, language)
        if name is not None:
            return Named(name.of(text), head.code, name)
    start, end = head.span.start, max(m.span.end for m in chain if m is head or m.kind is not MentionKind.STATE)
    for word in reversed([word for word in words if word.end <= head.span.start]):
        if word.is_mark or _is_function(word, language) or head.span.start - word.start > 40:
            break
        start = word.start
    for word in words:
        if word.start >= end and word.text in language.reporting.role_words and word.start - end <= 1:
            end = word.end
    span = Span(start, end)
    return Named(span.of(text), head.code, span)


def _unlisted_name(words: Sequence[Word], chain: Sequence[Mention], text: str, language: Language) -> Span | None:
    """A name outside the table beside an office: "Ambassador Jane Doe", "Jane Doe, the minister"."""
    free = [
        word
        for word in words
        if not any(m.span.start < word.end and word.start < m.span.end for m in chain) and len(word.text) > 1
    ]
    runs: list[list[Word]] = [[]]
    for word in words:
        usual = word not in free or word.is_mark or _is_function(word, language)
        if usual or (language.script == "Latin" and not text[word.start].isupper()):
            runs.append([])
        elif not language.reporting.verb_first or word.start >= chain[0].span.end:
            runs[-1].append(word)
    best = max(runs, key=len)
    if len(best) < 2 or len(best) > _LONGEST_NAME:
        return None
    return Span(best[0].start, best[-1].end)


def _phrase(words: Sequence[Word], text: str, language: Language) -> Named | None:
    """A role ("a senior official") or a proper name outside the table, as the text writes it."""
    kept = list(words[:_LONGEST_NAME])
    if not kept or kept[0].text in language.reporting.pronouns:
        return None
    roles = [at for at, word in enumerate(kept) if word.text in language.reporting.role_words]
    upper = [at for at, word in enumerate(kept) if text[word.start].isupper()]
    if language.script == "Latin":
        if not roles and not upper:
            return None
        first = min(roles[:1] + upper[:1])
        while first > 0 and not text[kept[first - 1].start].isupper() and first > min(roles[:1] or [first]) - 3:
            if kept[first - 1].text in language.status.clause_breaks or kept[first - 1].is_mark:
                break
            first -= 1
    else:
        first = 0
        if not roles and (len(kept) > 5 or len(kept) < 2 or _is_function(kept[0], language)):
            return None
    last = len(kept)
    for at in range(first + 1, last):
        if kept[at].text in language.dates.roles["in"] and at > first:
            last = at
            break
    span = Span(kept[first].start, kept[last - 1].end)
    return Named(span.of(text), None, span)


def _is_function(word: Word, language: Language) -> bool:
    return (
        word.text in language.dates.roles["in"]
        or word.text in language.dates.roles["of"]
        or word.text in language.status.negation
        or word.text in language.status.clause_breaks
        or word.text in language.reporting.verbs
    )


def last_speaker(before: Span, mentions: Sequence[Mention], text: str) -> Named | None:
    """The person or body named first in the sentence before: whom "he said" points back to."""
    found = _within(mentions, before.start, before.end)
    people = [m for m in found if m.kind in _PEOPLE]
    chosen = people or found
    return by_mention(chosen[0], text) if chosen else None


def speaker_of(
    event: Span,
    sentence: Span,
    quotes: Sequence[Quote],
    document: Document,
    mentions: Sequence[Mention] = (),
) -> Speaker:
    """Who tells the event: the innermost quotation that holds it, else the author or the outlet.

    News without a quotation is told by the outlet (or by its author where no publisher is known); opinion
    and everything else by the author. Narration has the form ``NARRATION``. Speakers are people
    unless ``mentions`` or the words of the name show a body or a state. Speech of another sentence that runs
    over this one counts too.
    """
    holding = [q for q in quotes if q.span.overlaps(sentence) and _holds(q.span, event, document)]
    if holding:
        quote = min(holding, key=lambda q: (q.span.end - q.span.start, q.speaker is None))
        named = next((q for q in sorted(holding, key=lambda q: q.span.end - q.span.start) if q.speaker), quote)
        kind = _kind_of(named, document, mentions)
        return Speaker(kind, named.speaker or "unnamed", named.speaker_code, quote.form)
    if document.genre == "news" and document.publisher:
        return Speaker(SpeakerKind.OUTLET, document.publisher, None, SpeechForm.NARRATION)
    return Speaker(SpeakerKind.AUTHOR, document.author or "author", None, SpeechForm.NARRATION)


def _holds(quote: Span, event: Span, document: Document) -> bool:
    """Whether the event lies in the quotation; the "that" which opens the event's words may stand before it."""
    if quote.contains(event):
        return True
    if quote.start - 8 > event.start or quote.start <= event.start or event.end > quote.end:
        return False
    ahead = words_in(document.text, Span(event.start, quote.start))
    opening = speech_of(document.language).reporting.complementisers
    return bool(ahead) and all(word.text in opening or word.is_mark for word in ahead)


def _kind_of(quote: Quote, document: Document, mentions: Sequence[Mention]) -> SpeakerKind:
    if quote.speaker_span is None:
        return SpeakerKind.PERSON
    for mention in mentions:
        if mention.span.overlaps(quote.speaker_span):
            return SpeakerKind.PERSON if mention.kind in _PEOPLE else SpeakerKind.ORGANISATION
    bodies = speech_of(document.language).reporting.organisations
    first = words_in(document.text, quote.speaker_span)[:3]
    return SpeakerKind.ORGANISATION if any(word.text in bodies for word in first) else SpeakerKind.PERSON
