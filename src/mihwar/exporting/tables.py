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
from mihwar.store.literals import literal, sound

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
    """A Parquet file (zstd) of the same rows in the same order, numbers as numbers; without claims, columns only."""
    from arro3.core import Array, DataType, Field, Schema, Table
    from deltalake import DeltaTable, QueryBuilder, write_deltalake

    types = {
        "quad_code": DataType.int32(),
        "event_scale": DataType.float64(),
        "confidence": DataType.float64(),
        "start": DataType.int64(),
        "end": DataType.int64(),
    }
    schema = Schema([Field(name, types.get(name, DataType.utf8()), nullable=True) for name in COLUMNS])
    rows = [[sound(value) if isinstance(value, str) else value for value in _row(claim)] for claim in claims]
    with tempfile.TemporaryDirectory() as folder:
        DeltaTable.create(folder, schema)
        if rows:
            columns = zip(COLUMNS, zip(*rows, strict=True), strict=True)
            arrays = [Array(list(values), type=types.get(name, DataType.utf8())) for name, values in columns]
            one_file = 1 << 62
            write_deltalake(
                folder, Table.from_arrays(arrays, schema=schema), mode="append", target_file_size=one_file
            )
        path = Path(folder) / "claims.parquet"
        # Files and partitions, if more than one, would be read as they come, out of order.
        engine = QueryBuilder({"datafusion.execution.target_partitions": "1"})
        engine.register("claims", DeltaTable(folder))
        target = literal(str(path))
        engine.execute(f"COPY claims TO {target} STORED AS PARQUET OPTIONS (compression 'zstd(3)')").read_all()
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
