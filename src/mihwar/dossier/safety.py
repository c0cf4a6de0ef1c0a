"""Make words from the web safe to show: no control characters, no escapes, no change of direction."""

from __future__ import annotations

import re
import unicodedata
from html import escape
from typing import Protocol

__all__ = ["STYLES", "HtmlStyle", "MarkdownStyle", "Style", "TextStyle", "clean", "reading_direction"]

_FSI, _PDI = "\u2068", "\u2069"
_BIDI = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """``text`` on one line without control, surrogate, tag and direction-changing characters."""
    kept = text.translate(_BIDI)
    shown = "".join(
        " " if letter.isspace() else letter
        for letter in kept
        if letter.isspace() or (unicodedata.category(letter) not in {"Cc", "Cs", "Cn", "Co"} and not _is_tag(letter))
    )
    return _SPACE.sub(" ", shown).strip()


def _is_tag(letter: str) -> bool:
    return 0xE0000 <= ord(letter) <= 0xE007F


def _turns(text: str, base: str) -> bool:
    """Whether ``text`` holds a letter that runs against the page's direction."""
    against = {"L"} if base == "rtl" else {"R", "AL"}
    return any(unicodedata.bidirectional(letter) in against for letter in text)


def reading_direction(text: str) -> str:
    """``rtl`` or ``ltr``: the direction of most letters, since a quotation may begin with a name of the other."""
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    return "rtl" if kinds.count("R") + kinds.count("AL") > kinds.count("L") else "ltr"


class Style(Protocol):
    """How one format shows values that come from documents and tables."""

    direction: str

    def value(self, text: str) -> str:
        """Words from outside, escaped and kept from turning the line around."""
        ...

    def cite(self, number: int) -> str:
        """A citation mark."""
        ...


class TextStyle:
    """Plain text: runs of the other direction stand between U+2068 and U+2069."""

    def __init__(self, direction: str) -> None:
        self.direction = direction

    def value(self, text: str) -> str:
        """Cleaned, isolated where it turns."""
        shown = clean(text)
        return f"{_FSI}{shown}{_PDI}" if _turns(shown, self.direction) else shown

    def cite(self, number: int) -> str:
        """``[3]``."""
        return f"[{number}]"


class MarkdownStyle(TextStyle):
    """Markdown: as text, with marks escaped, so that no value makes a link, tag or heading."""

    def value(self, text: str) -> str:
        """Cleaned, escaped, isolated where it turns."""
        shown = _MARKDOWN.sub(r"\\\1", clean(text).replace("&", "&amp;"))
        return f"{_FSI}{shown}{_PDI}" if _turns(shown, self.direction) else shown

    def cite(self, number: int) -> str:
        """``[3]``: no link, since no value can define one."""
        return f"[{number}]"


class HtmlStyle(TextStyle):
    """HTML: escaped, in ``bdi`` where it turns."""

    def value(self, text: str) -> str:
        """Escaped, isolated where it turns."""
        shown = clean(text)
        if not _turns(shown, self.direction):
            return escape(shown)
        return f'<bdi dir="{reading_direction(shown)}">{escape(shown)}</bdi>'

    def cite(self, number: int) -> str:
        """A link to the citation."""
        return f'<a class="cite" href="#cite-{number}">[{number}]</a>'


STYLES: dict[str, type[TextStyle]] = {"text": TextStyle, "markdown": MarkdownStyle, "html": HtmlStyle}
