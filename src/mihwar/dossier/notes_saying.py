"""Say warnings and gaps as sentences."""

from __future__ import annotations

from mihwar.dossier.phrasing import Phrasing
from mihwar.dossier.tree import Note
from mihwar.languages import find_dates

__all__ = ["say_gap", "say_warning"]

_DATES = frozenset({"garbled_date", "impossible_date"})


def say_warning(note: Note, say: Phrasing) -> str:
    """A reason to doubt the evidence, in one sentence or two."""
    words = say.words
    author = note.texts.get("author", "")
    likely = _likely(note, say)
    cites = say.cites(note.citations)
    key = f"warning.{note.kind}"
    form = f"_{note.form}" if note.form and words.has(f"{key}_{note.form}") else ""
    return words.say(
        key + form,
        author=words.say("warning.author", name=say.style.value(author)) if author else "",
        title=say.quote(note.texts.get("title", "")),
        words=say.quote(note.texts.get("words", "")),
        likely=likely,
        meaning=words.say("warning.meaning", likely=likely) if likely else "",
        paragraph=str(note.counts.get("paragraph", 0)),
        places=words.count("places", note.counts.get("n", 0)),
        cites=f" {cites}" if cites else "",
    )


def _likely(note: Note, say: Phrasing) -> str:
    """The likely reading: a date as this language writes it, other words as the text has them."""
    likely = note.texts.get("likely", "")
    if not likely:
        return ""
    if note.kind in _DATES:
        found = find_dates(likely, note.texts.get("language") or None, None)
        if len(found) == 1 and found[0].date and len(found[0].span.of(likely)) == len(likely):
            return say.words.date(str(found[0].date))
    return say.style.value(likely) if likely.isdecimal() else say.quote(likely)


def say_gap(note: Note, say: Phrasing) -> str:
    """What could not be established, in one sentence."""
    words = say.words
    n = note.counts.get("n", 0)
    text = words.say(
        f"unclear.{note.kind}",
        state=say.state(note.states[0]) if note.states else "",
        documents=words.count("documents", note.counts.get("documents", 0)),
        n=str(n),
        claims=words.count("claims", note.counts.get("of", n)),
    )
    return text[:1].upper() + text[1:]
