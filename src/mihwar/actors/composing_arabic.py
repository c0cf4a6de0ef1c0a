"""Arabic phrases: the head comes first, the nisba or the state after it, then the name."""

from __future__ import annotations

import re

from mihwar.actors.composing import HEADS, Phrase, joins, primary
from mihwar.actors.matching import Token

__all__ = ["compose_arabic"]

# Up to three definite words that no table lists, between a construct head and its nisba: وزارة ... السعودية.
_BETWEEN = re.compile(r" (?:و?ال\w{2,20} ){1,3}")


def compose_arabic(text: str, tokens: list[Token], at: int) -> tuple[Phrase, int]:
    """The phrase that begins with token ``at`` and the number of the token after it."""
    first = tokens[at]
    sense = primary(first)
    phrase = Phrase(first.start, first.end)
    if sense.role in "PW":
        phrase.people = [one for one in first.senses if one.role in "PW"]
        phrase.by_name = (first.start, first.end)
        return phrase, at + 1
    if sense.role == "T":
        return _after_title(text, tokens, at, phrase)
    if sense.role in "BG":
        phrase.owner = sense
    elif sense.role in HEADS:
        phrase.heads = [sense]
    else:
        phrase.owner = sense if sense.role not in "FAK" else None
        return phrase, at + 1
    definite, former = first.definite, False
    at += 1
    while at < len(tokens):
        token = tokens[at]
        gap = text[phrase.end : token.start]
        if gap != " " or token.clitic:
            if not (_to_its_state(text, phrase, token, former) or _reaches(phrase, token, gap, definite)):
                break
        after = primary(token)
        if after.role in HEADS:
            if definite or phrase.owner is not None or not _chains(phrase):
                break
            phrase.heads.append(after)
            definite = token.definite
        elif after.role == "F":
            former = phrase.former = True
        elif after.role == "A":
            pass
        elif after.role in "DE":
            own = phrase.owner is not None and phrase.owner.role in "BG" and phrase.owner.code == after.code
            if phrase.owner is not None and not own:
                break
            phrase.owner = phrase.owner or after
        elif after.role in "SMQBG":
            if phrase.owner is not None or ((definite and gap == " ") and not token.clitic):
                break
            phrase.owner = after
            definite = True
        elif after.role in "PW":
            phrase.people = [one for one in token.senses if one.role in "PW"]
            phrase.by_name = (token.start, token.end)
            phrase.end = token.end
            return phrase, at + 1
        elif after.role == "T" and at + 1 < len(tokens) and primary(tokens[at + 1]).role in "PW":
            pass
        else:
            break
        phrase.end = token.end
        at += 1
    return _trimmed(tokens, phrase, at)


def _trimmed(tokens: list[Token], phrase: Phrase, at: int) -> tuple[Phrase, int]:
    """Give back a title at the end that no name followed."""
    while tokens[at - 1].start > phrase.start and primary(tokens[at - 1]).role in "TA":
        at -= 1
        phrase.end = tokens[at - 1].end
    return phrase, at


def _chains(phrase: Phrase) -> bool:
    return phrase.heads[-1].ref in joins("ar", "generic") or phrase.heads[-1].role in "OR"


def _to_its_state(text: str, phrase: Phrase, token: Token, former: bool) -> bool:
    """ل and a state after an office marked former (الرئيس السابق لباكستان), or after secretary-general."""
    if text[phrase.end : token.start] not in (" ", " ل") or token.clitic not in ("ل", "") or phrase.owner is not None:
        return False
    general = bool(phrase.heads) and phrase.heads[0].ref == "secretary-general"
    return (former or general) and primary(token).role in "SB"


def _reaches(phrase: Phrase, token: Token, gap: str, definite: bool) -> bool:
    """A seat (وزارة الدفاع في باكو), or words no table lists between a construct head and its nisba."""
    if phrase.owner is not None or not phrase.heads or token.clitic:
        return False
    head, role = phrase.heads[-1].ref, primary(token).role
    if gap.strip() in joins("ar", "seat") and gap.startswith(" ") and gap.endswith(" "):
        return head in joins("ar", "seated") and role == "M"
    if definite or head not in joins("ar", "open") or role not in "DE" or not token.definite:
        return False
    return _BETWEEN.fullmatch(gap) is not None


def _after_title(text: str, tokens: list[Token], at: int, phrase: Phrase) -> tuple[Phrase, int]:
    if at + 1 < len(tokens):
        token = tokens[at + 1]
        if text[phrase.end : token.start] == " " and not token.clitic and primary(token).role in "PW":
            phrase.end = token.end
            phrase.people = [one for one in token.senses if one.role in "PW"]
            phrase.by_name = (token.start, token.end)
            return phrase, at + 2
    return phrase, at + 1
