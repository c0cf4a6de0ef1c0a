"""The Parquet file of claims, read back by a program that did not write it."""

import csv
import io

import duckdb
import pytest

from mihwar.exporting import COLUMNS, claims_to_csv, claims_to_parquet
from mihwar.model import (
    Citation,
    Claim,
    DateOrigin,
    Entity,
    PartialDate,
    Span,
    Speaker,
    SpeakerKind,
    SpeechForm,
    Status,
)

TYPES = {"quad_code": "INTEGER", "event_scale": "DOUBLE", "confidence": "DOUBLE", "start": "BIGINT", "end": "BIGINT"}


def claim(number, text):
    return Claim(
        id=f"c{number}",
        types=("ACCUSE", "PROTEST"),
        actors=(Entity("USA", "GOV", "USA", "واشنطن"), Entity(None, None, "x", "x")),
        recipients=(Entity("AZE", "GOV", "AZE", "باكو"),),
        status=Status.OCCURRED,
        speaker=Speaker(SpeakerKind.AUTHOR, "-", None, SpeechForm.NARRATION),
        text=text,
        sentence=Span(0, 20),
        event_spans=(Span(0, 5),),
        actor_spans=(),
        recipient_spans=(),
        citation=Citation("d1", None, None, "Gulf Observer", "ar", PartialDate.parse("2023-09")),
        coder="composed",
        quad_code=3 if number % 2 else None,
        scale=-3.5 if number % 2 else None,
        confidence=0.5,
        date=PartialDate.parse("2023-09") if number % 2 else None,
        date_from=DateOrigin.TEXT if number % 2 else None,
    )


def read(data, tmp_path):
    path = tmp_path / "claims.parquet"
    path.write_bytes(data)
    with duckdb.connect() as database:
        found = database.execute("SELECT * FROM read_parquet(?)", [str(path)])
        return [(name, str(kind)) for name, kind, *_ in found.description], found.fetchall()


@pytest.mark.parametrize("count", [0, 1, 3000])
def test_rows_columns_types_and_order(tmp_path, count):
    claims = [claim(number, f"نددت واشنطن {number}") for number in range(count)]
    columns, rows = read(claims_to_parquet(iter(claims)), tmp_path)
    assert columns == [(name, TYPES.get(name, "VARCHAR")) for name in COLUMNS]
    assert [row[0] for row in rows] == [one.id for one in claims]
    written = list(csv.reader(io.StringIO(claims_to_csv(claims))))[1:]
    assert len(rows) == len(written)
    # A cell that a spreadsheet would run, such as the speaker's "-", has an apostrophe in CSV alone.
    for row, line in zip(rows, written, strict=True):
        assert ["" if cell is None else str(cell) for cell in row] == [cell.removeprefix("'") for cell in line]


def test_hostile_text_is_kept_or_made_sound(tmp_path):
    texts = ["a'b\\", "a\0b", "=1+1", "\ud800x", "'; DROP TABLE claims; --", "🇦🇿\u202e"]
    _, rows = read(claims_to_parquet([claim(1, text) for text in texts]), tmp_path)
    place = COLUMNS.index("text")
    assert [row[place] for row in rows] == ["a'b\\", "a\0b", "=1+1", "?x", "'; DROP TABLE claims; --", "🇦🇿\u202e"]
