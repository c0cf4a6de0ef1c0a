"""Say warnings and gaps as sentences."""

from __future__ import annotations

from mihwar.dossier.phrasing import Phrasing
from mihwar.dossier.tree import Note

__all__ = ["say_gap", "say_warning"]


def say_warning(note: Note, say: Phrasing) -> str:
    """A reason to doubt the evidence, in one sentence or two."""
    words = say.words
    author = note.texts.get("author", "")
    suggestion = note.texts.get("suggestion", "")
    cites = say.cites(note.citations)
    return words.say(
        f"warning.{note.kind}",
        author=words.say("warning.author", name=say.style.value(author)) if author else "",
        title=say.quote(note.texts.get("title", "")),
        words=say.quote(note.texts.get("words", "")),
        message=say.style.value(note.texts.get("message", "").rstrip(".")),
        meaning=words.say("warning.meaning", suggestion=say.style.value(suggestion.rstrip(".")))
        if suggestion
        else "",
        paragraph=str(note.counts.get("paragraph", 0)),
        places=words.count("places", note.counts.get("n", 0)),
        cites=f" {cites}" if cites else "",
    )


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
