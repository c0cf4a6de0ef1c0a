"""English phrases: the state before its heads ("Turkish foreign minister") or after "of", then the name."""

from __future__ import annotations

import re

from mihwar.actors.composing import HEADS, OWNERS, Phrase, joins, primary
from mihwar.actors.folding import Folded
from mihwar.actors.matching import Token
from mihwar.actors.patterns import Sense

__all__ = ["compose_english"]

_WORD = re.compile(r" ([\w'’.-]{1,30})")


def compose_english(folded: Folded, tokens: list[Token], at: int) -> tuple[Phrase, int]:
    """The phrase that begins with token ``at`` and the number of the token after it."""
    text = folded.text
    first = tokens[at]
    phrase = Phrase(first.start, first.end)
    begun = at
    outer = 0
    while at < len(tokens):
        token, after = tokens[at], primary(tokens[at])
        gap = text[phrase.end : token.start] if at > begun else ""
        if at > begun and not _joined(phrase, gap, after.role):
            break
        if after.role in OWNERS:
            if phrase.owner is not None and _names_body_of(phrase, after):
                phrase.owner, phrase.end, at = after, token.end, at + 1
                continue
            if phrase.owner is not None or (phrase.heads and gap == " "):
                break
            if after.role == "D" and _of(gap) and not _leads_on(text, tokens, at):
                break
            if any(text.startswith(join, token.end) for join in joins("en", "backed")) and at > begun:
                break
            phrase.owner = after
            if _of(gap):
                outer = len(phrase.heads)
        elif after.role in HEADS:
            if gap in (" of ", " of the ") or _of(gap):
                if phrase.owner is not None:
                    break
                outer = len(phrase.heads)
                phrase.heads.append(after)
            else:
                phrase.heads.insert(outer, after)
        elif after.role == "F":
            phrase.former = True
        elif after.role in "PW":
            if gap != " " and at > begun:
                break
            phrase.people = [one for one in token.senses if one.role in "PW"]
            phrase.by_name = (token.start, token.end)
            phrase.end = token.end
            return _holders(text, tokens, at + 1, phrase)
        elif after.role not in "AT":
            if at == begun:
                phrase.owner = after if after.role == "I" else None
                return phrase, at + 1
            break
        phrase.end = token.end
        at += 1
    while at - 1 > begun and primary(tokens[at - 1]).role in "ATF":
        if primary(tokens[at - 1]).role == "T" and _name_after(folded, tokens, at):
            break
        at -= 1
        phrase.end = tokens[at - 1].end
    phrase.start = _start(tokens, begun, at, phrase)
    if (phrase.heads and phrase.heads[0].role == "O") or primary(tokens[at - 1]).role == "T":
        _extend(folded, tokens, at, phrase)
    return phrase, at


def _leads_on(text: str, tokens: list[Token], at: int) -> bool:
    """Whether a head, body or group follows token ``at`` ("of the Israeli Knesset", not "of the Yemeni war")."""
    if at + 1 >= len(tokens) or text[tokens[at].end : tokens[at + 1].start] != " ":
        return False
    return primary(tokens[at + 1]).role in "ONRBGA"


def _names_body_of(phrase: Phrase, after: Sense) -> bool:
    """Whether a named body or group follows its own state ("Russia's Federal Security Service")."""
    owner = phrase.owner
    return owner is not None and owner.role in "SMD" and after.role in "BG" and owner.code == after.code


def _holders(text: str, tokens: list[Token], at: int, phrase: Phrase) -> tuple[Phrase, int]:
    """Take in the word of "the Biden administration" behind the name."""
    if at < len(tokens) and not phrase.heads:
        after = primary(tokens[at])
        if text[phrase.end : tokens[at].start] == " " and after.role == "N" and after.ref in joins("en", "by_holder"):
            phrase.heads, phrase.end = [after], tokens[at].end
            return phrase, at + 1
    return phrase, at


def _start(tokens: list[Token], begun: int, at: int, phrase: Phrase) -> int:
    """Where the phrase begins once adjectives that lead to no head are left out."""
    if not phrase.heads and not phrase.people:
        owners = [token for token in tokens[begun:at] if primary(token).role in OWNERS]
        if owners:
            phrase.end = owners[-1].end
            return owners[0].start
    return tokens[begun].start


def _of(gap: str) -> bool:
    return gap.startswith(" ") and gap.endswith(" ") and gap.strip() in joins("en", "of")


def _joined(phrase: Phrase, gap: str, role: str) -> bool:
    if gap == " ":
        return True
    if gap.endswith(" ") and gap[:-1] in joins("en", "possessive"):
        return role in "ONRAFBG" and phrase.owner is not None and not phrase.heads
    if _of(gap):
        nested = bool(phrase.heads) and phrase.owner is None
        if role in "AONR":
            return nested and phrase.heads[0].ref in joins("en", "nested")
        if " from" in gap and nested and phrase.heads[0].role == "R" and phrase.heads[0].sector != "MIL":
            return role in "SMQ"
        if " for" in gap or " from" in gap:
            return nested and role in OWNERS and phrase.heads[0].ref in joins("en", "nested")
        return nested and role in OWNERS
    if gap.strip() in joins("en", "seat") and gap == f" {gap.strip()} ":
        return bool(phrase.heads) and phrase.owner is None and role == "M" and phrase.heads[0].role == "N"
    return gap == "-" and role == "F"


def _name_after(folded: Folded, tokens: list[Token], at: int) -> bool:
    before = tokens[at - 1].end
    match = _WORD.match(folded.kept, before)
    return match is not None and match.group(1)[:1].isupper()


def _extend(folded: Folded, tokens: list[Token], at: int, phrase: Phrase) -> None:
    """Take in up to four capitalised words that no table lists: the name of an office-holder we do not know."""
    while at < len(tokens) and primary(tokens[at]).role == "W":
        at += 1
    limit = tokens[at].start if at < len(tokens) else len(folded.kept)
    end = reached = phrase.end
    for _ in range(4):
        match = _WORD.match(folded.kept, end)
        if match is None or match.end() > limit:
            break
        word = match.group(1).removesuffix("'s").removesuffix("’s")
        stop = word != match.group(1) or (word.endswith((".", "'")) and len(word) > 2)
        plain = word.rstrip(".'’")
        if not plain or plain in joins("en", "not_names"):
            break
        end = match.start(1) + len(plain)
        if plain[0].isupper():
            reached = end
        elif plain.lower() not in joins("en", "particles"):
            break
        if stop:
            break
    if reached > phrase.end:
        phrase.end, phrase.extended = reached, True
