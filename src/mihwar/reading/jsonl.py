"""JSON Lines of documents, one line in memory at a time."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from mihwar.errors import InputError
from mihwar.model import Document, Failure, PartialDate
from mihwar.reading.dating import machine_date
from mihwar.reading.encodings import sniff_encoding
from mihwar.reading.plain import Known, compose

__all__ = ["MAX_LINE", "document_of", "read_jsonl"]

MAX_LINE = 16 * 1024 * 1024
"""Bytes (characters in UTF-16): a hundred times the longest parliamentary debate on one line."""

_STAGE = "reading"
_TEXTS = ("id", "text", "title", "author", "publisher", "published", "url", "section", "genre", "language")
_REMEDY = 'Each line is one object such as {"id": "a1", "text": "..."}'


def read_jsonl(stream: BinaryIO, path: str) -> Iterator[Document | Failure]:
    """The documents of a JSON Lines stream; a bad line is one ``Failure`` at ``path:number``."""
    try:
        encoding = sniff_encoding(_peek(stream), path, cut=True)
    except InputError as error:
        yield Failure(path, _STAGE, error.cause, error.remedy)
        return
    for number, line, problem in _numbered(stream, encoding):
        where = f"{path}:{number}"
        if problem is not None:
            yield Failure(where, _STAGE, problem, _REMEDY)
        elif line.strip():
            yield _read_line(line, path, where)


def _peek(stream: BinaryIO) -> bytes:
    head = stream.read(65_536)
    stream.seek(0)
    return head


def _numbered(stream: BinaryIO, encoding: str) -> Iterator[tuple[int, str, str | None]]:
    """(line number from 1, text, what is wrong with it)."""
    wide = encoding.startswith(("utf-16", "utf-32"))
    source: Any = io.TextIOWrapper(stream, encoding, errors="replace", newline="\n") if wide else stream
    number = 0
    while raw := source.readline(MAX_LINE + 1):
        number += 1
        if len(raw) > MAX_LINE:
            newline = "\n" if wide else b"\n"
            while raw and not raw.endswith(newline):
                raw = source.readline(MAX_LINE)
            yield number, "", f"the line is longer than {MAX_LINE // 2**20} MiB"
            continue
        if wide:
            yield number, raw, None
            continue
        try:
            yield number, raw.decode("utf-8-sig" if number == 1 and encoding == "utf-8-sig" else encoding), None
        except UnicodeDecodeError as error:
            yield number, "", f"is not valid {encoding} at byte {error.start} of the line"


def _read_line(line: str, path: str, where: str) -> Document | Failure:
    try:
        return document_of(json.loads(line), path, where)
    except InputError as error:
        return Failure(where, _STAGE, error.cause, error.remedy)
    except RecursionError:
        return Failure(where, _STAGE, "is nested too deeply", _REMEDY)
    except ValueError as error:
        return Failure(where, _STAGE, f"is not JSON: {error}", _REMEDY)


def document_of(value: object, path: str, where: str) -> Document:
    """The document of one JSON object; its ``text`` stands unchanged. Raises ``InputError`` naming the field."""
    if not isinstance(value, dict):
        raise InputError(where, "is not a JSON object", _REMEDY)
    fields: dict[str, str | None] = {}
    for name in _TEXTS:
        found = value.get(name)
        if name == "id" and isinstance(found, int) and not isinstance(found, bool):
            found = str(found)
        if found is not None and not isinstance(found, str):
            raise InputError(where, f"{name} should be a string, is {type(found).__name__}", _REMEDY)
        fields[name] = _well_formed(found) if found is not None and name != "text" else found
    text = fields["text"]
    if text is None:
        raise InputError(where, "has no text field", _REMEDY)
    known = Known(
        id=fields["id"] or None,
        url=fields["url"] or None,
        title=fields["title"] or None,
        author=fields["author"] or None,
        publisher=fields["publisher"] or None,
        section=fields["section"] or None,
        genre=fields["genre"] or None,
        language=fields["language"] or None,
        published=_published(fields["published"], where),
    )
    try:
        return compose(text, path, known)
    except InputError as error:
        raise InputError(where, error.cause, error.remedy) from None


def _well_formed(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")


def _published(text: str | None, where: str) -> PartialDate | None:
    if not text:
        return None
    try:
        return PartialDate.parse(text)
    except ValueError:
        found = machine_date(text)
    if found is None:
        raise InputError(where, f"published is no date: {text[:40]!r}", "Write it as 2023-11-29") from None
    return found
