"""Files and folders to documents: what each file is, by its content."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from mihwar.errors import InputError
from mihwar.model import Document, Failure
from mihwar.reading.encodings import decode, sniff_encoding
from mihwar.reading.html import read_html
from mihwar.reading.jsonl import document_of, read_jsonl
from mihwar.reading.plain import read_text

__all__ = ["MAX_FILE", "read_documents"]

MAX_FILE = 16 * 1024 * 1024
"""Bytes of a plain text, HTML or JSON file; JSON Lines have no limit but that of a line."""

_WORKSPACE_MARK = "mihwar.json"  # the file that every workspace holds
_STAGE = "reading"
_HEAD = 65_536
_HTML = re.compile(
    r"(?:<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->|\s)*<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|"
    r"script|style|link|p|h[1-6]|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    r"(?:<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->|\s)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL
)
_JSON = re.compile(r"\s*\{\s*[\"}]|\s*\[\s*\{")


def read_documents(paths: Sequence[str | Path]) -> Iterator[Document | Failure]:
    """Each document of files and folders (with all below them), in sorted order of paths.

    Kinds are told by content: plain text (``text`` is the decoded file, unchanged), HTML, JSON Lines of
    documents, one JSON document or a list of them. What cannot be read is one ``Failure`` with cause and
    remedy, and the rest goes on. A file is held in memory whole up to 16 MiB; JSON Lines line by line.
    Hidden files inside a folder are left out.
    """
    for path in _files(paths):
        if isinstance(path, Failure):
            yield path
            continue
        shown = os.fsencode(path).decode("utf-8", "replace")
        try:
            yield from _read_file(path, shown)
        except InputError as error:
            yield Failure(shown, _STAGE, error.cause, error.remedy)
        except OSError as error:
            yield Failure(shown, _STAGE, error.strerror or str(error), "Check that the file can be read")
        except Exception as error:  # noqa: BLE001  # one poisoned file must not stop the rest
            yield Failure(shown, _STAGE, f"{type(error).__name__}: {error}", "Report it with the file")


def _files(paths: Sequence[str | Path]) -> Iterator[Path | Failure]:
    found: set[Path] = set()
    missing: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            for folder, names, files in os.walk(path):
                if _WORKSPACE_MARK in files:
                    names.clear()  # a workspace inside the folder is what was read from it, not more of it
                    continue
                names[:] = sorted(name for name in names if not name.startswith("."))
                found.update(Path(folder, name) for name in files if not name.startswith("."))
        elif path.exists():
            found.add(path)
        else:
            missing.append(path)
    for path in sorted(found.union(missing), key=str):
        if path in missing:
            yield Failure(str(path), _STAGE, "there is no such file or folder", "Check the path")
        else:
            yield path


def _read_file(path: Path, shown: str) -> Iterator[Document | Failure]:
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise InputError(shown, "is neither a file nor a folder", "Give a regular file")
    if status.st_size == 0:
        raise InputError(shown, "is empty", "Give a document with words in it")
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
        stream.seek(0)
        encoding = sniff_encoding(head, shown, cut=status.st_size > len(head))
        start = head.decode(encoding, "replace")
        if path.suffix.lower() in {".jsonl", ".ndjson"} or _is_json_lines(start, whole=len(head) == status.st_size):
            yield from read_jsonl(stream, shown)
            return
        data = _bounded(stream, status.st_size, shown)
    if _JSON.match(start):
        yield from _read_json(data, shown)
    elif _FEED.match(start):
        raise InputError(shown, "is a feed, which cannot be read yet", "Save the articles it links to")
    elif start.startswith("WARC/"):
        raise InputError(shown, "is a WARC file, which cannot be read yet", "Extract its pages first")
    elif _HTML.match(start):
        yield read_html(data, shown)
    else:
        yield read_text(decode(data, shown), shown)


def _is_json_lines(start: str, *, whole: bool) -> bool:
    """Whether the first line is an object of its own (or one too long to see the end of)."""
    if not re.match(r"\s*\{\s*\"", start):
        return False
    first, newline, rest = start.lstrip().partition("\n")
    if not newline and not whole:
        return True
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return bool(re.match(r"\s*\{\s*\"", rest))


def _bounded(stream: BinaryIO, size: int, shown: str) -> bytes:
    if size > MAX_FILE:
        limit = f"{MAX_FILE // 2**20} MiB"
        raise InputError(
            shown,
            f"has {size / 2**20:.0f} MiB; a text, HTML or JSON file may have {limit}",
            "Split it, or write its documents as JSON Lines, which have no limit",
        )
    return stream.read(MAX_FILE + 1)


def _read_json(data: bytes, shown: str) -> Iterator[Document | Failure]:
    try:
        value = json.loads(decode(data, shown))
    except RecursionError:
        raise InputError(shown, "is nested too deeply", "Write it as JSON Lines") from None
    except ValueError as error:
        raise InputError(shown, f"is not JSON: {error}", "Write one document a line as JSON Lines") from None
    if not isinstance(value, list):
        yield document_of(value, shown, shown)
        return
    for number, item in enumerate(value, 1):
        try:
            yield document_of(item, shown, f"{shown}[{number}]")
        except InputError as error:
            yield Failure(error.path, _STAGE, error.cause, error.remedy)
