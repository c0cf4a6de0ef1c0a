"""Read the annotated corpus (``corpus/GUIDE.md``) into typed sentences with code-point spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mihwar.coding.labels import TYPES
from mihwar.errors import InputError
from mihwar.model import PartialDate, Span, Status

__all__ = ["CorpusDocument", "CorpusEvent", "CorpusMention", "CorpusSentence", "is_held_out", "read_corpus"]

_MARK = re.compile(r"\[(\d{1,2})\|([^\[\]<>|]+)\]|<([a-z])\|([^\[\]<>|]+)>")
_EVENT = re.compile(r"([a-z])\s+([A-Z/]+)\s+([\d,]*|-)\s*>\s*([\d,]*|-)\s+([a-z]+)(.*)")
_OPTION = re.compile(r"(\w+)=(\"[^\"]*\"(?::\w+)?|\S+)")
_META = ("lang", "genre", "publisher", "published", "author", "title")
_HELD_OUT_EVERY = 7


@dataclass(frozen=True, slots=True)
class CorpusMention:
    """A marked actor: its span in the sentence, its codes (more than one for "both sides") and sector."""

    key: str
    span: Span
    codes: tuple[str, ...]
    sector: str | None
    pronoun: bool


@dataclass(frozen=True, slots=True)
class CorpusEvent:
    """A marked act: event-word spans, acceptable types (best first), indices into the sentence's mentions."""

    key: str
    spans: tuple[Span, ...]
    types: tuple[str, ...]
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    status: Status
    date: PartialDate | None = None
    by: str = "author"
    form: str = "narration"
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class CorpusSentence:
    """One sentence without its markers, and what is marked in it."""

    text: str
    mentions: tuple[CorpusMention, ...] = ()
    events: tuple[CorpusEvent, ...] = ()
    headline: bool = False


@dataclass(slots=True)
class CorpusDocument:
    """One composed document; ``meta`` holds the header lines as written."""

    id: str
    path: str
    meta: dict[str, str] = field(default_factory=dict)
    sentences: list[CorpusSentence] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The document's language code."""
        return self.meta["lang"]


def is_held_out(document_id: str) -> bool:
    """Whether a document is kept for measuring: its number is divisible by seven."""
    return int(document_id.rsplit("-", 1)[1]) % _HELD_OUT_EVERY == 0


def read_corpus(path: Path) -> Iterator[CorpusDocument]:
    """Documents of one corpus file, or of all ``*.txt`` files of a folder in sorted order.

    Raises :class:`InputError` with file and line where a rule of the guide is broken.
    """
    files = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
    for file in files:
        yield from _read_file(file)


def _read_file(path: Path) -> Iterator[CorpusDocument]:
    document: CorpusDocument | None = None
    in_body = False
    block: tuple[int, str, list[str]] | None = None
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.startswith("=== "):
            if document is not None:
                _finish(document, block)
                yield document
            document, in_body, block = CorpusDocument(line[4:].strip(), f"{path}:{number}"), False, None
            if not re.fullmatch(r"[a-z]{2}(-[a-z]+)+-\d{4}", document.id):
                raise InputError(str(path), f"bad document id {document.id!r}", place=f"line {number}")
        elif not line.strip():
            continue
        elif document is None:
            raise InputError(str(path), "text before the first document", place=f"line {number}")
        elif not in_body:
            if line.strip() == "---":
                in_body = True
                missing = [key for key in _META if key not in document.meta]
                if missing:
                    raise InputError(str(path), f"header lacks {missing}", place=f"line {number}")
                continue
            key, _, value = line.partition(":")
            document.meta[key.strip()] = value.strip()
        elif line.startswith("  "):
            if block is None:
                raise InputError(str(path), "annotation before a sentence", place=f"line {number}")
            block[2].append(line.strip())
        else:
            _finish(document, block)
            block = (number, line.strip(), [])
    if document is not None:
        _finish(document, block)
        yield document


def _finish(document: CorpusDocument, block: tuple[int, str, list[str]] | None) -> None:
    if block is None:
        return
    number, line, notes = block
    place = f"line {number}"
    file = document.path.rsplit(":", 1)[0]
    try:
        document.sentences.append(_sentence(line, notes))
    except ValueError as error:
        raise InputError(file, str(error), place=place) from error


def _sentence(line: str, notes: list[str]) -> CorpusSentence:
    headline = line.startswith("## ")
    if headline:
        line = line[3:]
    text, at = "", 0
    mention_spans: dict[str, Span] = {}
    event_spans: dict[str, list[Span]] = {}
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        words = match[2] or match[4]
        span = Span(len(text), len(text) + len(words))
        if match[1]:
            if match[1] in mention_spans:
                raise ValueError(f"mention {match[1]} stands twice")
            mention_spans[match[1]] = span
        else:
            event_spans.setdefault(match[3], []).append(span)
        text += words
        at = match.end()
    text += line[at:]
    if re.search(r"[\[\]<>|]", text):
        raise ValueError(f"stray marker in: {text[:80]}")
    mentions: list[CorpusMention] = []
    events: list[CorpusEvent] = []
    for note in notes:
        if note[0].isdigit():
            mentions.append(_mention(note, mention_spans))
    mentions.sort(key=lambda mention: mention.span)
    order = {mention.key: index for index, mention in enumerate(mentions)}
    for note in notes:
        if not note[0].isdigit():
            events.append(_event(note, event_spans, order, text))
    unlabelled = set(mention_spans) - set(order) | set(event_spans) - {event.key for event in events}
    if unlabelled:
        raise ValueError(f"marked but not described: {sorted(unlabelled)}")
    return CorpusSentence(text, tuple(mentions), tuple(events), headline)


def _mention(note: str, spans: dict[str, Span]) -> CorpusMention:
    parts = note.split()
    if parts[0] not in spans:
        raise ValueError(f"mention {parts[0]} is described but not marked")
    if len(parts) not in (3, 4) or (len(parts) == 4 and parts[3] != "pro"):
        raise ValueError(f"mention line must be NUMBER CODE SECTOR [pro]: {note!r}")
    codes = () if parts[1] == "-" else tuple(parts[1].split("+"))
    for code in codes:
        if not re.fullmatch(r"[A-Z]{3}", code):
            raise ValueError(f"bad country code {code!r}")
    if parts[2] != "-" and not re.fullmatch(r"[A-Z]{3}", parts[2]):
        raise ValueError(f"bad sector {parts[2]!r}")
    return CorpusMention(parts[0], spans[parts[0]], codes, None if parts[2] == "-" else parts[2], len(parts) == 4)


def _event(note: str, spans: dict[str, list[Span]], order: dict[str, int], text: str) -> CorpusEvent:
    match = _EVENT.fullmatch(note)
    if match is None:
        raise ValueError(f"event line must be LETTER TYPE ACTORS > RECIPIENTS STATUS ...: {note!r}")
    key, types, actors, recipients, status, rest = match.groups()
    actors, recipients = actors.strip("-"), recipients.strip("-")
    if key not in spans:
        raise ValueError(f"event {key} is described but not marked")
    for name in types.split("/"):
        if name not in TYPES:
            raise ValueError(f"unknown type {name!r}")
    for number in (actors + "," + recipients).split(","):
        if number and number not in order:
            raise ValueError(f"event {key} names mention {number}, which is not described")
    options = {}
    for option in _OPTION.finditer(rest):
        options[option[1]] = option[2]
    if _OPTION.sub("", rest).strip():
        raise ValueError(f"cannot read {rest.strip()!r}")
    unknown = set(options) - {"date", "by", "mode", "ctx", "cause"}
    if unknown:
        raise ValueError(f"unknown options {sorted(unknown)}")
    by, _, form = (
        options.get("by", "author").rpartition(":")
        if ":" in options.get("by", "")
        else (options.get("by", "author"), "", "")
    )
    by = by.strip('"')
    if by.isdigit() and by not in order:
        raise ValueError(f"event {key} is told by mention {by}, which is not described")
    if form not in ("", "direct", "indirect", "narration"):
        raise ValueError(f"unknown form {form!r}")
    cause = options.get("cause", "").strip('"') or None
    if cause is not None and cause not in text:
        raise ValueError(f"cause does not stand in the sentence: {cause!r}")
    return CorpusEvent(
        key,
        tuple(spans[key]),
        tuple(types.split("/")),
        tuple(order[number] for number in actors.split(",") if number),
        tuple(order[number] for number in recipients.split(",") if number),
        Status(status),
        PartialDate.parse(options["date"]) if "date" in options else None,
        by,
        form or ("narration" if by == "author" else "indirect"),
        tuple(options["mode"].split(",")) if "mode" in options else (),
        tuple(options["ctx"].split(",")) if "ctx" in options else (),
        cause,
    )
