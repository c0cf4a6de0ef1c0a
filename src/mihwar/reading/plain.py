"""A text to a document: furniture marked, facts read, nothing of the text changed."""

from __future__ import annotations

from dataclasses import dataclass

from mihwar.errors import InputError
from mihwar.model import Document, PartialDate, content_id
from mihwar.reading.detection import language_of
from mihwar.reading.facts import facts_of
from mihwar.reading.genre import genre_of
from mihwar.reading.layout import Layout, lay_out
from mihwar.reading.words import words

__all__ = ["Known", "compose", "read_text"]

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True, slots=True)
class Known:
    """What metadata says of a document; it is believed before what its text seems to say."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    section: str | None = None
    genre: str | None = None
    language: str | None = None
    published: PartialDate | None = None


def read_text(text: str, path: str = "-") -> Document:
    """The document that a plain text is. Raises ``InputError`` if it holds no words but page furniture."""
    return compose(text, path, Known())


def compose(text: str, path: str, known: Known) -> Document:
    """A document of ``text``, unchanged but for lone surrogates (each becomes U+FFFD, so offsets hold)."""
    if not text.isascii():
        text = text.translate(_SURROGATES) if any("\ud800" <= one <= "\udfff" for one in text) else text
    if not text.strip():
        raise InputError(path, "has no text", "Give a document with words in it")
    layout = lay_out(text, known.title)
    if not layout.body and layout.title is None:
        raise InputError(path, "holds nothing but page furniture", "Save the article's own text, or its HTML page")
    facts = facts_of(layout, words())
    title = known.title or _title(layout)
    section = known.section or facts.section
    fields = {"text": text, "url": known.url, "title": known.title}
    return Document(
        id=known.id or content_id("document", **fields),
        path=path,
        text=text,
        url=known.url,
        title=title,
        author=known.author or facts.author,
        publisher=known.publisher or facts.publisher,
        section=section,
        genre=known.genre or genre_of(layout, facts, title, section),
        language=known.language or language_of(_body_text(layout)),
        published=known.published or facts.published,
        chrome=tuple(layout.lines[place].span for place in sorted(layout.chrome)),
    )


def _title(layout: Layout) -> str | None:
    return None if layout.title is None else layout.lines[layout.title].text


def _body_text(layout: Layout) -> str:
    places = layout.body or ([layout.title] if layout.title is not None else [])
    return "\n".join(layout.lines[place].text[:3_000] for place in places[:30])
