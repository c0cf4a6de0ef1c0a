"""Bytes to text: byte-order marks, strict UTF-8, UTF-16 without a mark, then detection."""

from __future__ import annotations

import codecs

from mihwar.errors import InputError

__all__ = ["decode", "sniff_encoding"]

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a PNG image"),
    (b"GIF8", "a GIF image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_REMEDY = "Give plain text, HTML or JSON Lines"
_SAMPLE = 65_536
# A text keeps a stray control byte now and then; a binary file of the kinds tried has over a tenth.
_MOST_CONTROLS = 0.02
_MOST_REPLACED = 0.05


def decode(data: bytes, path: str, *, html: bool = False) -> str:
    """The text of ``data``, every line break as it stands, without a byte-order mark.

    Raises ``InputError`` for a binary file. ``html`` believes a page's own charset after strict UTF-8.
    """
    return _decode_as(data, sniff_encoding(data, path, html=html), path)


def sniff_encoding(data: bytes, path: str, *, html: bool = False, cut: bool = False) -> str:
    """The Python name of the encoding of ``data``; ``cut`` tells that it may end inside a character.

    Raises ``InputError`` that names what a binary file is.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise InputError(path, f"is {kind}, not text", _REMEDY)
    wide = _wide_encoding(data[:_SAMPLE])
    if wide is not None:
        return wide
    sample = data[:_SAMPLE]
    controls = sum(sample.count(bytes([code])) for code in (*range(9), 11, *range(14, 27), *range(28, 32)))
    if controls > _MOST_CONTROLS * len(sample) and controls > 2:
        raise InputError(path, "is a binary file", _REMEDY)
    if b"\x1b" not in sample and _is_utf8(data, cut=cut):
        return "utf-8"
    return _detected(data, html=html)


def _is_utf8(data: bytes, *, cut: bool) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(data, final=not cut)
    except UnicodeDecodeError:
        return False
    return True


def _wide_encoding(sample: bytes) -> str | None:
    """UTF-16 without a mark: zeros (of spaces, full stops, ASCII) in one of each two bytes only."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 20 < len(sample) // 2 or min(even, odd) * 10 > max(even, odd):
        return None
    name = "utf-16-le" if odd > even else "utf-16-be"
    text = sample[: len(sample) // 2 * 2].decode(name, "replace")
    plain = sum(one.isalnum() or one.isspace() or one in ".,،:؛-()\"'«»?؟!/" for one in text)
    return name if plain > 0.9 * len(text) else None


def _detected(data: bytes, *, html: bool) -> str:
    from resiliparse.parse.encoding import detect_encoding

    # UTF-8 with a few broken bytes is likelier than any other encoding that takes those bytes.
    broken = data[:_SAMPLE].decode("utf-8", "replace")
    wide = sum(one > "\x7f" for one in broken)
    if wide and broken.count("\ufffd") < _MOST_REPLACED * wide:
        return "utf-8"
    name = detect_encoding(data, from_html_meta=html, html5_compatible=True) or "cp1252"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return str(name)


def _decode_as(data: bytes, encoding: str, path: str) -> str:
    text = data.decode(encoding, "replace")
    if encoding != "utf-8" and text.count("\ufffd") > 0.1 * len(text):
        raise InputError(path, f"cannot be decoded (taken for {encoding})", "Save it as UTF-8")
    return text
