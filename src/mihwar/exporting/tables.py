"""One flat row a claim. Lists are joined by ``|``; the whole claim stands in the last column as JSON."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from collections.abc import Iterable
from pathlib import Path

from mihwar.model import Claim, Entity
from mihwar.model.contract import claim_to_json

__all__ = ["COLUMNS", "claims_to_csv", "claims_to_parquet"]

COLUMNS = (
    "id",
    "date",
    "date_from",
    "event",
    "status",
    "actor_codes",
    "actor_sectors",
    "actor_names",
    "recipient_codes",
    "recipient_sectors",
    "recipient_names",
    "quad_code",
    "event_scale",
    "confidence",
    "speaker_kind",
    "speaker",
    "speaker_code",
    "form",
    "text",
    "start",
    "end",
    "document",
    "title",
    "publication",
    "published",
    "language",
    "url",
    "coder",
    "claim",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def claims_to_csv(claims: Iterable[Claim]) -> str:
    """CSV with a header; a cell that a spreadsheet would run as a formula is kept from it by an apostrophe."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    for claim in claims:
        writer.writerow([_inert(value) for value in _row(claim)])
    return buffer.getvalue()


def claims_to_parquet(claims: Iterable[Claim]) -> bytes:
    """A Parquet file of the same rows, numbers as numbers."""
    import duckdb

    numbers = {
        "quad_code": "INTEGER",
        "event_scale": "DOUBLE",
        "confidence": "DOUBLE",
        "start": "BIGINT",
        "end": "BIGINT",
    }
    with tempfile.TemporaryDirectory() as folder, duckdb.connect() as connection:
        columns = ", ".join(f'"{name}" {numbers.get(name, "VARCHAR")}' for name in COLUMNS)
        connection.execute(f"CREATE TABLE claims ({columns})")
        rows = [_row(claim) for claim in claims]
        if rows:
            connection.executemany(f"INSERT INTO claims VALUES ({', '.join('?' * len(COLUMNS))})", rows)  # noqa: S608
        path = Path(folder) / "claims.parquet"
        connection.execute("COPY claims TO ? (FORMAT parquet, COMPRESSION zstd)", [str(path)])
        return path.read_bytes()


def _row(claim: Claim) -> list[str | int | float | None]:
    cite = claim.citation
    return [
        claim.id,
        _text(claim.date),
        _text(claim.date_from),
        "|".join(claim.types),
        claim.status.value,
        *_side(claim.actors),
        *_side(claim.recipients),
        claim.quad_code,
        claim.scale,
        claim.confidence,
        claim.speaker.kind.value,
        claim.speaker.name,
        claim.speaker.code,
        claim.speaker.form.value,
        claim.text,
        claim.sentence.start,
        claim.sentence.end,
        cite.document,
        cite.title,
        cite.publication,
        _text(cite.published),
        cite.language,
        cite.url,
        claim.coder,
        json.dumps(claim_to_json(claim), ensure_ascii=True),
    ]


def _side(entities: tuple[Entity, ...]) -> list[str]:
    return [
        "|".join(entity.code or "" for entity in entities),
        "|".join(entity.sector or "" for entity in entities),
        "|".join(entity.identifier_text for entity in entities),
    ]


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _inert(value: str | float | None) -> str | float | None:
    return "'" + value if isinstance(value, str) and value.startswith(_FORMULA) else value
