"""Names of authors and publishers, taken out of the lines that hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mihwar.reading.words import Words, key

__all__ = ["author_name", "copyright_name", "dateline_publisher", "noted_publisher"]

_TOKEN = re.compile(r"[\w'’&.]+(?:-\w+)*", re.UNICODE)
_STOP = re.compile(r"[،,|(\[–—•·؛;:\"“”«»/]|\s[-+]\s|(?<=\w{4})\.\s|\.$|\s\+$")
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|\b[Cc]opyright\b)[^\w]*(?:©[^\w]*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[^\w]*")
_DATELINE = re.compile(r"[^()\n]{2,60}\(([^()\n]{2,40})\)\s*[-–—:]")
_SEGMENT = re.compile(r"[/()،,|:–—-]")
_SMALL = frozenset({"of", "the", "and", "for", "&", "on", "de", "du", "la"})
_LONGEST_NAME = 6


def author_name(value: str) -> str | None:
    """The name at the start of a byline's words, without post, outlet or date; ``None`` if none is there."""
    head = _STOP.split(value.strip(" -–—:|*"), maxsplit=1)[0].strip()
    tokens = head.split()
    if not 0 < len(tokens) <= _LONGEST_NAME or any(letter.isdigit() for letter in head):
        return None
    return head


def copyright_name(text: str) -> str | None:
    """The holder in a copyright line."""
    match = _COPYRIGHT.search(text)
    return _name_at(text, match.end()) if match else None


def dateline_publisher(text: str, words: Words) -> str | None:
    """The agency or outlet of a dateline: ``LONDON (Reuters) -``, ``باريس/ الأناضول``."""
    match = _DATELINE.match(text)
    if match:
        name = match.group(1).strip()
        if len(name.split()) <= 4 and not any(letter.isdigit() for letter in name):
            return name
    # A dateline comes before the first sentence's own punctuation.
    for part in _SEGMENT.split(text[:90])[:4]:
        if key(part) in words.agencies:
            return part.strip()
    return None


def noted_publisher(text: str, words: Words) -> str | None:
    """The outlet that a disclaimer or note names, by the words around it; ``None`` for a nameless one."""
    tokens = [(key(match.group()), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    keys = [token for token, _, _ in tokens]
    for before, after in words.publisher_notes:
        for name in _around(text, tokens, keys, before.split(), after.split()):
            bare = key(name)
            if words.generic_publishers.isdisjoint((bare, bare.rpartition(" ")[2])):
                return name
    return None


def _around(
    text: str, tokens: list[tuple[str, int, int]], keys: list[str], before: list[str], after: list[str]
) -> Iterator[str]:
    if not before:
        place = _find(keys, after, 0)
        if place > 0:
            name = _name_before(text, tokens, place)
            if name:
                yield name
        return
    joined = before[-1] == "ل"
    wanted = before[:-1] if joined else before
    place = _find(keys, wanted, 0)
    if place < 0 or place + len(wanted) >= len(tokens):
        return
    start = tokens[place + len(wanted)][1]
    limit = len(text)
    if after:
        close = _find(keys, after, place + len(wanted))
        if close < 0:
            return
        limit = tokens[close][1]
    name = _name_at(text[:limit], start)
    if name and joined:
        if not name.startswith("ل"):
            return
        name = "ا" + name[1:] if name.startswith("لل") else name[1:].lstrip("ـ ")
    if name:
        yield name


def _find(keys: list[str], wanted: list[str], start: int) -> int:
    for place in range(start, len(keys) - len(wanted) + 1):
        if keys[place : place + len(wanted)] == wanted:
            return place
    return -1


def _name_at(text: str, start: int) -> str | None:
    """The run of capitalised words at ``start``, or, in a script without capitals, the words up to a mark."""
    head = _STOP.split(text[start : start + 80], maxsplit=1)[0].split()
    while head and head[0].lower() in {"the", "its", "our"} and len(head) > 1 and not head[1][0].isupper():
        head.pop(0)
    name: list[str] = []
    for word in head[:_LONGEST_NAME]:
        small = word.lower() in _SMALL
        if word[0].isascii() and word[0].isalpha() and not word[0].isupper() and not small:
            break
        if name and not word[0].isascii() and name[-1].isascii():
            break
        name.append(word)
    while name and name[-1].lower() in _SMALL:
        name.pop()
    if not name or (len(name) > 4 and not name[0].isascii()):
        return None
    found = " ".join(name).strip(" .-")
    return found or None


def _name_before(text: str, tokens: list[tuple[str, int, int]], place: int) -> str | None:
    at = place
    while at > 0 and place - at < _LONGEST_NAME:
        word = text[tokens[at - 1][1] : tokens[at - 1][2]]
        if not (word[0].isupper() or word.lower() in _SMALL):
            break
        at -= 1
    name = text[tokens[at][1] : tokens[place - 1][2]].strip() if at < place else ""
    return name or None
