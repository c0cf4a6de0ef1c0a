"""Phrases of the other languages: a state, its institution or office and a name side by side, in any order."""

from __future__ import annotations

from mihwar.actors.composing import HEADS, OWNERS, Phrase, joins, primary
from mihwar.actors.folding import Folded
from mihwar.actors.language_patterns import extra_words, portfolio_sense
from mihwar.actors.matching import Token
from mihwar.actors.patterns import Sense

__all__ = ["compose_plain"]

_PLAIN = frozenset("IK")
_GOVERNMENTS = frozenset({"government", "administration", "regime"})


def compose_plain(folded: Folded, tokens: list[Token], at: int, language: str) -> tuple[Phrase, int]:
    """The phrase that begins with token ``at`` and the number of the token after it.

    "Ermənistanın baş naziri Nikol Paşinyan", "министр обороны России", "le ministre français des affaires
    étrangères": at most one owner and one person; a name ends the phrase.
    """
    begun, text = at, folded.text
    order = extra_words(language, "order")
    owner_first, head_first = "owner-first" in order, "head-first" in order
    phrase = Phrase(tokens[at].start, tokens[at].end)
    end = at
    while at < len(tokens):
        token = tokens[at]
        sense = primary(token)
        gap = text[phrase.end : token.start]
        if at > begun and not _joins(gap, language):
            break
        if sense.role in _PLAIN:
            if at == begun:
                phrase.owner = sense if sense.role == "I" else None
                return phrase, at + 1
            break
        if sense.role in OWNERS:
            if _is_own_body(phrase, sense, gap):
                phrase.owner, phrase.end = sense, token.end
                at += 1
                end = at
                continue
            if phrase.owner is not None and _is_seat(tokens, at, gap, text, language):
                phrase.end = token.end
                at += 1
                continue
            if phrase.owner is not None or _completes(phrase, sense.role, gap) or (phrase.heads and owner_first):
                break
            phrase.owner = sense
        elif sense.role in HEADS:
            if phrase.owner is not None if head_first else _second_institution(phrase, sense):
                break
            phrase.heads.insert(0 if sense.role == "O" else len(phrase.heads), sense)
        elif sense.role == "F":
            phrase.former = True
        elif sense.role in "PW":
            if gap not in ("", " ") and at > begun:
                break
            phrase.people = [one for one in token.senses if one.role in "PW"]
            phrase.heads = _whole_portfolio(phrase.heads)
            phrase.by_name = (token.start, token.end)
            phrase.end = token.end
            if owner_first and at == begun and not token.apart and _governs(text, tokens, at):
                phrase.heads, phrase.end = [primary(tokens[at + 1])], tokens[at + 1].end
                return phrase, at + 2
            return phrase, at + 1
        phrase.end = token.end
        at += 1
        if sense.role not in "ATF":
            end = at
            if token.apart:
                break
    if end == begun:  # adjectives and titles alone name nobody; the caller drops the phrase
        return phrase, at
    phrase.end = tokens[end - 1].end
    phrase.heads = _whole_portfolio(phrase.heads)
    return phrase, end


def _whole_portfolio(heads: list[Sense]) -> list[Sense]:
    """One head for an office whose state stands inside it ("le ministre iranien des Affaires étrangères")."""
    for outer in heads:
        for inner in heads:
            if outer.ref in ("minister", "ministry") and inner.ref.endswith("-affairs"):
                whole = portfolio_sense(f"{inner.ref.removesuffix('-affairs')}-{outer.ref}")
                rest = [head for head in heads if head is not inner]
                return [whole if head is outer else head for head in rest]
    return heads


def _is_own_body(phrase: Phrase, sense: Sense, gap: str) -> bool:
    """Whether a listed body stands behind its own state: "ԱՄՆ Պետդեպարտամենտ", "ABŞ Dövlət Departamenti"."""
    owner = phrase.owner
    return (
        owner is not None
        and owner.role in "SD"
        and sense.role in "BG"
        and sense.code == owner.code
        and gap == " "
        and not phrase.heads
    )


def _is_seat(tokens: list[Token], at: int, gap: str, text: str, language: str) -> bool:
    """Whether the token is the place of a foreign office: "Rusya'nın Ankara Büyükelçisi" is Russia's."""
    if primary(tokens[at]).role not in ("M" if gap == " " else "SM") or at + 1 >= len(tokens):
        return False
    following = primary(tokens[at + 1])
    return following.ref in joins("en", "posted") and _joins(text[tokens[at].end : tokens[at + 1].start], language)


def _governs(text: str, tokens: list[Token], at: int) -> bool:
    """Whether the word behind a name is its government ("Şolts hökuməti")."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        after is not None
        and text[tokens[at].end : after.start] == " "
        and primary(after).role == "N"
        and primary(after).ref in _GOVERNMENTS
    )


def _joins(gap: str, language: str) -> bool:
    # "ex-ministre" and "NATO-nun" are one word, " - " ends a phrase
    word = gap if "-" in gap and not gap.startswith("-") else gap.strip()
    return gap == " " or (word in extra_words(language, "join") and len(gap) <= 12)


def _completes(phrase: Phrase, role: str, gap: str) -> bool:
    """Whether a demonym of people, which stands by itself, would begin another phrase."""
    return role == "E" and gap == " " and bool(phrase.heads)


def _second_institution(phrase: Phrase, sense: Sense) -> bool:
    """Two institutions side by side are two mentions, an office of an institution or its portfolio is one."""
    return sense.role == "N" and not sense.ref.endswith("-affairs") and any(head.role == "N" for head in phrase.heads)
