"""Mentions of a text: listed forms, composed, gated and resolved for the day of publication."""

from __future__ import annotations

import itertools
from dataclasses import replace
from functools import cache

from mihwar.actors.composing import Phrase, joins, primary
from mihwar.actors.composing_arabic import compose_arabic
from mihwar.actors.composing_english import compose_english
from mihwar.actors.composing_plain import compose_plain
from mihwar.actors.folding import Folded, fold
from mihwar.actors.gating import admitted, disputed, is_place, told_by_context
from mihwar.actors.language_patterns import extra_words
from mihwar.actors.matching import find_tokens
from mihwar.actors.naming import actor_name, office_name, state_name
from mihwar.actors.patterns import Sense
from mihwar.actors.resolving import resolve_office
from mihwar.actors.tables import language_tables, table
from mihwar.actors.tenures import held_on, states_of, tenures_of
from mihwar.model import Mention, MentionKind, PartialDate, Span, Tenure

__all__ = ["find_mentions"]

_ALONE = {
    "S": MentionKind.STATE,
    "M": MentionKind.METONYM,
    "Q": MentionKind.METONYM,
    "D": MentionKind.DEMONYM,
    "E": MentionKind.DEMONYM,
    "B": MentionKind.BODY,
    "G": MentionKind.GROUP,
    "I": MentionKind.INSTRUMENT,
}
_TABLE_KIND = {"B": "body", "G": "group", "I": "instrument"}
_HEAD_KIND = {
    "N": ("body", MentionKind.BODY),
    "O": ("office", MentionKind.OFFICE),
    "R": ("role", MentionKind.UNLISTED),
}


def find_mentions(text: str, language: str | None, published: PartialDate | None) -> tuple[Mention, ...]:
    """All mentions in ``text``, in order and disjoint, resolved for ``published``.

    Spans count code points of ``text``. A language with a table of its own is read by it, any other text as
    Arabic and English together; time is linear in the length of the text. A capital after "in" (or في) is taken
    for the place and left out.
    """
    own = language if language in language_tables() else None
    folded = fold(text)
    tokens = find_tokens(folded, own)
    tokens = disputed(text, folded, tokens) if own is None else told_by_context(folded, tokens, own)
    phrases: list[Phrase] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        compose = compose_arabic if token.arabic else None
        if primary(token).role == "K":
            at += 1
            continue
        if own is not None:
            phrase, at = compose_plain(folded, tokens, at, own)
        elif compose is not None:
            phrase, at = compose(folded.text, tokens, at)
        else:
            phrase, at = compose_english(folded, tokens, at)
        if _says_nothing(folded, phrase):
            continue
        if not is_place(folded, phrase, token, own):
            phrases += _divided(phrase)
    mentions: list[Mention] = []
    _share_heads(folded.text, phrases, own)
    for phrase in admitted(folded, phrases, published):
        if not mentions or mentions[-1].span.end <= folded.origin(phrase.start, phrase.end)[0]:
            mentions.append(_mention(folded, phrase, published))
    return tuple(mentions)


def _says_nothing(folded: Folded, phrase: Phrase) -> bool:
    """Whether the phrase names no one: adjectives alone, or a word that needs a state beside it and has none."""
    if phrase.people:
        return False
    if phrase.owner is not None:
        return not phrase.heads and phrase.owner.ref in joins("en", "never_alone")
    before = folded.text[max(0, phrase.start - 4) : phrase.start]
    if any(head.ref in joins("en", "needs_article") for head in phrase.heads) and folded.text[phrase.start].isascii():
        return not before.endswith(tuple(f"{word} " for word in joins("en", "determiners")))
    return all(head.ref in joins("en", "needs_owner") for head in phrase.heads)


def _share_heads(text: str, phrases: list[Phrase], own: str | None) -> None:
    """Give a lone demonym the heads of the phrase it is joined to ("French and German leaders")."""
    both = {f" {word} " for word in (joins("en", "and") if own is None else extra_words(own, "and"))}
    for before, after in itertools.pairwise(phrases):
        gap = text[before.end : after.start]
        if (
            (gap == " و" or (own is not None and gap in both))
            and _is_demonym(after)
            and before.owner is not None
            and before.owner.role == "D"
            and not before.people
        ):
            after.heads = list(before.heads)
        elif (
            gap in both
            and _is_demonym(before)
            and after.owner is not None
            and after.owner.role == "D"
            and not after.people
        ):
            before.heads = list(after.heads)


def _is_demonym(phrase: Phrase) -> bool:
    return phrase.owner is not None and phrase.owner.role == "D" and not phrase.heads and not phrase.people


def _divided(phrase: Phrase) -> list[Phrase]:
    """Two phrases where the name does not belong to the words before it (استقبل الرئيس التركي بوتين)."""
    if not phrase.people or phrase.by_name is None or (phrase.owner is None and not phrase.heads):
        return [phrase]
    code = phrase.owner.code if phrase.owner is not None else None
    fitting = [one for one in phrase.people if _fits(one.ref, code, phrase)]
    if fitting:
        phrase.people = fitting
        return [phrase]
    start, end = phrase.by_name
    named = Phrase(start, end, people=phrase.people, by_name=phrase.by_name)
    phrase.people, phrase.by_name = [], None
    phrase.end = start
    return [phrase, named]


def _fits(person: str, code: str | None, phrase: Phrase) -> bool:
    if phrase.head is not None and phrase.head.ref in joins("en", "by_holder"):
        return bool(states_of(person))
    if not tenures_of(person):
        return True
    if code is not None:
        return code in states_of(person) or code not in _state_codes()
    if phrase.head is None or phrase.head.ref not in joins("en", "exact"):
        return True
    return any(_same_office(tenure.post.id, phrase.head.ref) for tenure in tenures_of(person))


def _same_office(office: str, word: str) -> bool:
    equal = dict(pair.split("=") for pair in joins("en", "equal"))
    return word in office or equal.get(word, word) in office


@cache
def _state_codes() -> frozenset[str]:
    return frozenset(row["code"] for row in table("states"))


def _mention(folded: Folded, phrase: Phrase, published: PartialDate | None) -> Mention:
    text = folded.text[phrase.start : phrase.end]
    trimmed = phrase.start + len(text.rstrip())
    span = Span(*folded.origin(phrase.start, trimmed))
    if phrase.people:
        return _person(span, phrase, published)
    owner = phrase.owner
    if not phrase.heads:
        assert owner is not None
        return _alone(span, owner)
    head = phrase.heads[0]
    word, kind = _HEAD_KIND[head.role]
    sector = "ELI" if phrase.former and head.role in "OR" else phrase.sector
    if owner is None:
        kind = MentionKind.OFFICE if head.role == "O" else MentionKind.UNLISTED
        office = _office(phrase)
        return Mention(
            span,
            kind,
            None,
            None,
            sector,
            office or head.ref.replace("-", " "),
            office,
            f"word: {head.ref}, no state beside it",
        )
    office = _office(phrase)
    alias = dict(pair.split("=") for pair in joins("en", "alias"))
    actor = f"{word}:{owner.code}:{alias.get(head.ref, head.ref)}"
    name = actor_name(actor, "en")
    if owner.role in "BG":
        name = f"{name} of {actor_name(_table_id(owner), 'en')}"
        if head.role in "NR":
            actor, kind = _table_id(owner), _ALONE[owner.role]
    reason = f"words: {', '.join(one.ref for one in phrase.heads)} of {owner.ref}"
    return Mention(span, kind, actor, owner.code or None, sector, name, office, reason)


def _office(phrase: Phrase) -> str | None:
    head = phrase.head
    if head is None or head.role != "O":
        return None
    name = office_name(head.ref, "en")
    return f"former {name}" if phrase.former else name


def _table_id(sense: Sense) -> str:
    return sense.ref if ":" in sense.ref else f"{_TABLE_KIND[sense.role]}:{sense.ref}"


def _alone(span: Span, owner: Sense) -> Mention:
    kind = _ALONE[owner.role]
    if owner.role in "SMQDE":
        told = {"S": "name", "M": "capital", "Q": "palace or seat", "D": "demonym", "E": "people"}[owner.role]
        return Mention(
            span,
            kind,
            f"state:{owner.code}",
            owner.code,
            owner.sector,
            state_name(owner.code, "en"),
            None,
            f"{told} of {owner.code}",
        )
    actor = _table_id(owner)
    return Mention(
        span, kind, actor, owner.code or None, owner.sector or None, actor_name(actor, "en"), None, f"listed: {actor}"
    )


def _person(span: Span, phrase: Phrase, published: PartialDate | None) -> Mention:
    sense = phrase.people[0]
    person = f"person:{sense.ref}"
    if phrase.head is not None and phrase.head.role == "N" and phrase.owner is None:
        return _administration(span, phrase, sense.ref, published)
    code = phrase.owner.code if phrase.owner is not None else None
    how = "surname" if sense.role == "W" else "name"
    base = Mention(
        span,
        MentionKind.PERSON,
        person,
        code,
        phrase.sector,
        actor_name(person, "en"),
        _office(phrase),
        f"{how}: {sense.ref}",
    )
    told = resolve_office(base, published)
    head = phrase.head
    if told.sector != "ELI" or phrase.former or head is None:
        return told
    titled = [one for one in tenures_of(sense.ref) if _same_office(one.post.id, head.ref)]
    return _by_title(base, titled[-1]) if titled else told


def _by_title(mention: Mention, tenure: Tenure) -> Mention:
    """The office that the text gives to a person who has left it: the text speaks of the time before."""
    return replace(
        mention,
        code=tenure.post.state,
        sector=tenure.post.sector,
        office=tenure.post.names["en"],
        tenure=(tenure.start, tenure.end),
        reason=f"{mention.reason}; titled so in the text, held {tenure.start or '?'} to {tenure.end or '?'}",
    )


def _administration(span: Span, phrase: Phrase, person: str, published: PartialDate | None) -> Mention:
    held = (held_on(person, published) if published else ()) or tenures_of(person)
    code = held[-1].post.state if held else None
    name = f"{actor_name(f'person:{person}', 'en')} {phrase.heads[0].ref}"
    actor = f"body:{code}:{phrase.heads[0].ref}-{person}" if code else None
    return Mention(
        span,
        MentionKind.BODY,
        actor,
        code,
        phrase.sector,
        name,
        None,
        f"words: {phrase.heads[0].ref} and the name of {person}",
    )
