"""What keeps a listed form from being a mention: a place, a namesake, a surname that nothing supports."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mihwar.actors.composing import Phrase, joins
from mihwar.actors.folding import Folded, fold
from mihwar.actors.language_patterns import extra_words, needed_words
from mihwar.actors.matching import Token
from mihwar.actors.patterns import FULL_NAME_NEEDED
from mihwar.actors.tables import listed, table
from mihwar.actors.tenures import held_on, states_of
from mihwar.model import PartialDate

__all__ = ["admitted", "disputed", "is_place", "told_by_context"]

# How far back a locative word is looked for: the longest of data/clitics.tsv and its blank.
_LOOK_BACK = 24


# What follows the place in a dateline: "BAKU (Agency) -", "باكو - ", "Baku, 12 May -".
_BEHIND = re.compile(r"'(\w{1,8})")  # a case ending behind an apostrophe: "Bakü'de"
_NEXT_WORD = re.compile(r" (\w{1,24})")
_DATELINE = re.compile(r" ?\(| ?- |,[^\n.]{1,30} - |,[^\n.]{1,24}\d{4} ?(?:\n|$)")


@cache
def _locatives(language: str) -> re.Pattern[str]:
    words = [
        fold(word).text
        for row in table("clitics")
        if row["language"] == language
        for word in listed(row["locatives"])
    ]
    return re.compile(rf"(?:^|[^\w])(?:و)?(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))}) $")


def is_place(folded: Folded, phrase: Phrase, token: Token, own: str | None = None) -> bool:
    """Whether the phrase is a capital alone behind "in" or in a dateline: a place, not its government."""
    if phrase.heads or phrase.people or phrase.owner is None or phrase.owner.role != "M":
        return False
    before = folded.text[max(0, phrase.start - _LOOK_BACK) : phrase.start]
    if before[-1:] in ("", "\n") and _DATELINE.match(folded.text, phrase.end):
        return True
    if own is not None:
        word = folded.text[phrase.start : phrase.end]
        rest = _BEHIND.match(folded.text, phrase.end)
        whole = word + (rest.group() if rest else "")
        leading = before.rsplit(" ", 2)[-2:-1] if before.endswith(" ") else []
        behind = _NEXT_WORD.match(folded.text, phrase.end)
        if behind is not None and behind.group(1) in extra_words(own, "speaking"):
            return False
        return (
            bool(set(leading) & extra_words(own, "locative"))
            or before.endswith(_leading_phrases(own))
            or whole.endswith(tuple(extra_words(own, "locative_ending")))
            or (behind is not None and behind.group(1) in extra_words(own, "place_behind"))
        )
    return _locatives("ar" if token.arabic else "en").search(before) is not None


@cache
def _leading_phrases(language: str) -> tuple[str, ...]:
    """Locatives of several words ("se trouve à", "près d'"), as they end before the place."""
    return tuple(
        phrase if phrase.endswith("'") else phrase + " "
        for phrase in extra_words(language, "locative")
        if " " in phrase
    )


def told_by_context(folded: Folded, tokens: list[Token], language: str) -> list[Token]:
    """The tokens without those whose form needs a word that the document lacks (rows of kind ``context``)."""
    needed = needed_words(language)
    silent = {form for form, words in needed.items() if form in folded.text and not words.search(folded.text)}
    return [token for token in tokens if folded.text[token.start : token.end] not in silent] if silent else tokens


class _Context(NamedTuple):
    """One row of data/contexts.tsv."""

    code: str
    otherwise: str
    supporting: re.Pattern[str] | None
    opposing: re.Pattern[str] | None
    spelled: dict[str, str]

    def verdict(self, text: str) -> str | None:
        """The code that the form means in the folded document, if any."""
        supported = bool(self.supporting and self.supporting.search(text))
        opposed = bool(self.opposing.search(text)) if self.opposing else self.supporting is not None
        return (self.otherwise or None) if opposed and not supported else self.code


@cache
def _contexts() -> dict[str, _Context]:
    """By folded form: the code meant by default, the code (or none) if the context speaks against it."""
    found = {}
    for row in table("contexts"):
        spelled = dict(pair.split("=") for pair in listed(row["spelled"]))
        found[fold(row["form"]).text] = _Context(
            row["code"], row["otherwise"], _any_of(row["for"]), _any_of(row["against"]), spelled
        )
    return found


def _any_of(cell: str) -> re.Pattern[str] | None:
    words = [re.escape(fold(word).text) for word in listed(cell)]
    return re.compile("|".join(words)) if words else None


# The longest prefix of data/joins.tsv that turns a name into an adjective ("anti-").
_PREFIX = 6


def disputed(text: str, folded: Folded, tokens: list[Token]) -> list[Token]:
    """The tokens without those whose form means something else in this document, by data/contexts.tsv, and without
    those behind "pro-" and its like.

    A form with words ``against`` it is dropped (or becomes the code of ``otherwise``) where one of them stands in
    the document and none of the words ``for`` it does; a form with only ``for`` needs one of them; vowel marks in
    ``text``, the original, decide alone where the row spells them out.
    """
    contexts = _contexts()
    prefixes = tuple(joins("en", "prefixes"))
    verdicts: dict[str, str | None] = {}
    kept = []
    for token in tokens:
        if folded.text[max(0, token.start - _PREFIX) : token.start].endswith(prefixes):
            continue
        form = folded.text[token.start : token.end].removeprefix("ال")
        entry = contexts.get(form) or contexts.get("ال" + form)
        if entry is None:
            kept.append(token)
            continue
        if form not in verdicts:
            verdicts[form] = entry.verdict(folded.text)
        start, end = folded.origin(token.start, token.end)
        verdict = entry.spelled.get(text[start:end].removeprefix("ال"), verdicts[form])
        if verdict is None:
            continue
        senses = tuple(
            sense._replace(ref=verdict, code=verdict) if sense.role in "SMDE" else sense for sense in token.senses
        )
        kept.append(Token(token.start, token.end, senses, token.clitic, token.definite, token.arabic))
    return kept


def admitted(folded: Folded, phrases: list[Phrase], published: PartialDate | None) -> list[Phrase]:
    """The phrases whose weak surnames something supports: the full name, or the person's state, in the document.

    the document. A surname that the table does not list needs the full name. Of namesakes the one whose full name
    stands in the document is taken (the nearest before the surname), then one who held an office on the day of
    publication, then the first listed.
    """
    codes = {phrase.owner.code for phrase in phrases if phrase.owner is not None and phrase.owner.code}
    named = {one.ref for phrase in phrases for one in phrase.people if one.role == "P"}
    last_seen: dict[str, int] = {}
    codes |= {code for ref in named for code in states_of(ref)}
    out = []
    for phrase in phrases:
        last_seen.update({one.ref: phrase.start for one in phrase.people if one.role == "P"})
        if any(one.role == "W" for one in phrase.people):
            if phrase.by_name == (phrase.start, phrase.end) and _other_first_name(folded, phrase.start, phrase.end):
                continue
            fitting = [one for one in phrase.people if one.ref in named]
            if fitting:
                fitting.sort(key=lambda one: -last_seen.get(one.ref, -1))
            else:
                loose = [one for one in phrase.people if one.sector != FULL_NAME_NEEDED]
                fitting = [one for one in loose if states_of(one.ref) & codes]
                if published is not None:
                    fitting.sort(key=lambda one: not held_on(one.ref, published))
            if not fitting and published is not None:
                fitting = [one for one in loose if _leads(one.ref, published)]
                fitting = fitting if len(fitting) == 1 else []
            if not fitting:
                if phrase.owner is None and not phrase.heads:
                    continue
                assert phrase.by_name is not None
                if phrase.by_name[0] <= phrase.start:
                    continue
                phrase.end, phrase.people, phrase.by_name = phrase.by_name[0], [], None
            else:
                phrase.people = fitting
        out.append(phrase)
    return out


def _leads(person: str, date: PartialDate) -> bool:
    """Whether the person was head of state or government on the date: a surname that readers need no help with."""
    leading = joins("en", "leading")
    return any(tenure.post.id.rsplit(":", 1)[-1] in leading for tenure in held_on(person, date))


# A line shorter than this that begins with one unlisted word and a surname is a byline, not a sentence.
_BYLINE = 100
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'.-]{0,30}) $")


def _other_first_name(folded: Folded, start: int, end: int) -> bool:
    """Whether a first name stands before a surname alone, so that it is another person's.

    English: a capitalised word that does not begin the sentence. Arabic: the first word of a short line.
    """
    before = _WORD_BEFORE.search(folded.kept[max(0, start - 34) : start])
    if before is None:
        return False
    word_start = start - len(before.group())
    opening = folded.kept[max(0, word_start - 2) : word_start]
    if folded.text[start].isascii():
        word = before.group(1)
        if word.endswith(".") and len(word) > 2:
            return False
        begins = not opening.strip() or opening.strip()[-1:] in '.!?:"“”'
        return (
            word[0].isupper()
            and "'" not in word
            and word not in joins("en", "not_names")
            and not ((begins and word_start == 0) or _ends(opening))
        )
    if opening.strip(" ") and not opening.endswith("\n"):
        return False
    stop = folded.text.find("\n", end, end + _BYLINE)
    line_end = stop if stop >= 0 else len(folded.text)
    return line_end - word_start < _BYLINE and "." not in folded.text[end : line_end - 1]


def _ends(opening: str) -> bool:
    return opening[:1] in '.!?:"“”\n' or opening.endswith("\n")
