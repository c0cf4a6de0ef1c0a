"""HTML pages to documents: trafilatura for the text, JSON-LD and meta tags for the facts."""

from __future__ import annotations

from typing import Any

from mihwar.errors import InputError
from mihwar.model import Document
from mihwar.reading.encodings import decode
from mihwar.reading.metadata import depth_of, metadata_of
from mihwar.reading.plain import compose
from mihwar.reading.words import key

__all__ = ["read_html"]

# docs/decisions/0012: below about 200 characters the default mode returned a menu for a one-line flash.
_SHORT = 200
_DEEPEST = 250
_BLOCKS = frozenset({"p", "head", "quote", "item", "list", "row", "lb", "table", "code", "div", "cell", "fw", "ab"})


def read_html(source: str | bytes, path: str = "-", url: str | None = None) -> Document:
    """The document on an HTML page; ``text`` is its headline and paragraphs, a blank line between them.

    Raises ``InputError`` if the page holds no article text.
    """
    page = decode(source, path, html=True) if isinstance(source, bytes) else source
    page = page.replace("\0", " ")
    known = metadata_of(page, url)
    text = _extracted(page)
    if not text.strip():
        raise InputError(path, "holds no article text", "Save the page after its text has loaded")
    if known.title and key(known.title) not in key(text[: 3 * len(known.title) + 200]):
        text = f"{known.title}\n\n{text}"
    return compose(text, path, known)


def _extracted(page: str) -> str:
    text = _trafilatura(page, precise=False)
    if len(text) < _SHORT:
        text = _trafilatura(page, precise=True) or text
    # resiliparse takes 20 s for 40,000 nested elements; lxml stops at 256 levels, which no article has.
    return text or ("" if depth_of(page) >= _DEEPEST else _resiliparse(page))


def _trafilatura(page: str, *, precise: bool) -> str:
    from trafilatura import bare_extraction

    try:
        found = bare_extraction(
            page, favor_precision=precise, include_comments=False, include_tables=True, with_metadata=False
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        # Broken markup that the extractor trips over; the plainer one below takes it.
        return ""
    if found is None or isinstance(found, dict) or found.body is None:
        return ""
    return _paragraphs(found.body)


def _paragraphs(body: Any) -> str:
    """The text of the extractor's tree, which keeps the ZWNJ that its own ``.text`` deletes."""
    parts: list[str] = []

    def flush() -> str:
        words = " ".join("".join(parts).split())
        parts.clear()
        return words

    blocks: list[str] = []
    for event, element in _walk(body):
        block = element.tag in _BLOCKS
        if block:
            blocks.append(flush())
        if event == "start":
            parts.append(element.text or "")
        else:
            parts.append(element.tail or "")
    blocks.append(flush())
    return "\n\n".join(block for block in blocks if block)


def _walk(body: Any) -> Any:
    from lxml.etree import iterwalk

    return iterwalk(body, events=("start", "end"))


def _resiliparse(page: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(page, main_content=True, alt_texts=False, links=False) or "").strip()
