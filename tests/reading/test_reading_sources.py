"""Files of every kind, good and broken, through ``read_documents``."""

import json
import os
import time
import tracemalloc

import pytest

from mihwar.errors import InputError
from mihwar.model import Document, Failure
from mihwar.reading import MAX_FILE, MAX_LINE, read_documents, read_html, read_text

ARABIC = (
    "وزير الخارجية الكويتي يزور بغداد\r\n\r\nوصل وزير الخارجية الكويتي إلى بغداد يوم الاثنين في زيارة تستمر يومين.\r\n"
    "وقال إن البلدين اتفقا على استئناف المحادثات بشأن ترسيم الحدود البحرية بينهما.\r\n"
)
ENGLISH = (
    "Kuwait envoy in Baghdad\n\nThe envoy arrived on Monday for two days of talks on the border, officials said.\n"
)


def read(path):
    return list(read_documents([path]))


def only(path):
    (found,) = read(path)
    return found


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6"],
)
def test_text_is_the_decoded_file_unchanged(tmp_path, encoding):
    path = tmp_path / "page"
    path.write_bytes(ARABIC.encode(encoding))
    document = only(path)
    assert document.text == ARABIC
    assert document.title == "وزير الخارجية الكويتي يزور بغداد"
    assert document.language == "ar"


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Министр прибыл в Баку. Он заявил, что переговоры продолжатся в понедельник.\n"),
        ("koi8-r", "Министр прибыл в Баку. Он заявил, что переговоры продолжатся в понедельник.\n"),
        ("cp1252", "Le ministre a quitté Alger après trois journées de négociations « difficiles ».\n"),
    ],
)
def test_older_encodings(tmp_path, encoding, text):
    path = tmp_path / "old.txt"
    path.write_bytes(text.encode(encoding))
    assert only(path).text == text


def test_a_broken_byte_does_not_change_the_encoding(tmp_path):
    path = tmp_path / "cut.txt"
    path.write_bytes(ARABIC.encode() * 3 + b"\xd8")
    assert only(path).text == ARABIC * 3 + "\ufffd"


@pytest.mark.parametrize(
    ("name", "data", "cause"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\r\n", "has no text"),
        ("paper.txt", b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
        ("noise.txt", bytes(range(256)) * 40, "binary"),
        ("photo.html", b"\x89PNG\r\n\x1a\n" + bytes(50), "a PNG image"),
        ("menu.txt", "الرئيسية\nشارك\nاتصل بنا\nجميع الحقوق محفوظة\n".encode(), "furniture"),
        ("feed.xml", b"<?xml version='1.0'?><rss version='2.0'></rss>", "feed"),
        ("bare.html", b"<html><body><nav>Home</nav></body></html>", ""),
    ],
)
def test_what_cannot_be_read_is_a_failure_with_a_way_out(tmp_path, name, data, cause):
    path = tmp_path / name
    path.write_bytes(data)
    failure = only(path)
    assert isinstance(failure, Failure)
    assert failure.path == str(path)
    assert failure.stage == "reading"
    assert cause in failure.cause
    assert failure.remedy


def test_a_folder_is_read_in_order_and_one_bad_file_stops_nothing(tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_text(ENGLISH)
    (tmp_path / "a.txt").write_text(ENGLISH.replace("Monday", "Tuesday"))
    (tmp_path / "c.txt").write_bytes(b"")
    (tmp_path / ".hidden").write_text("x")
    found = list(read_documents([tmp_path / "c.txt", tmp_path, tmp_path / "nope"]))
    assert [os.path.relpath(item.path, tmp_path) for item in found] == ["a.txt", "b/two.txt", "c.txt", "nope"]
    assert [type(item) for item in found] == [Document, Document, Failure, Failure]


def test_json_lines_keep_their_fields_and_name_bad_lines(tmp_path):
    path = tmp_path / "documents.txt"
    rows = [
        json.dumps({"id": "a1", "text": ENGLISH, "publisher": "Gulf Observer", "published": "2024-02", "title": "T"}),
        "{broken",
        json.dumps({"title": "no text"}),
        "",
        json.dumps({"text": 5}),
        json.dumps({"text": ENGLISH, "published": "someday"}),
        json.dumps([1]),
        "[" * 100_000,
        json.dumps({"text": "\ud800 " + ENGLISH, "published": "2024-02-06T10:00:00Z"}),
    ]
    path.write_text("\n".join(rows))
    found = read(path)
    assert [item.path for item in found if isinstance(item, Failure)] == [f"{path}:{n}" for n in (2, 3, 5, 6, 7, 8)]
    first, last = (item for item in found if isinstance(item, Document))
    assert (first.id, first.title, first.publisher, str(first.published)) == ("a1", "T", "Gulf Observer", "2024-02")
    assert first.text == ENGLISH
    assert last.text == "\ufffd " + ENGLISH
    assert str(last.published) == "2024-02-06"


def test_one_json_document_and_a_list_of_them(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps({"text": ENGLISH}, indent=2))
    (tmp_path / "two.json").write_text(json.dumps([{"text": ENGLISH}, {"text": ""}], indent=1))
    kinds = [type(item) for item in read_documents([tmp_path])]
    assert kinds == [Document, Document, Failure]


def test_long_files_are_refused_and_long_json_lines_streamed(tmp_path):
    big = tmp_path / "big.txt"
    with big.open("wb") as out:
        out.write(ENGLISH.encode() * 2_000)
        out.truncate(200 * 2**20)
    lines = tmp_path / "big.jsonl"
    row = json.dumps({"text": ENGLISH}) + "\n"
    with lines.open("w") as out:
        out.write(row)
        out.write('{"text": "')
        for _ in range(2 * MAX_LINE // 2**20):
            out.write("x" * 2**20)
        out.write('"}\n' + row)
    tracemalloc.start()
    refused = only(big)
    streamed = read(lines)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert f"{MAX_FILE // 2**20} MiB" in refused.cause
    assert "JSON Lines" in refused.remedy
    assert [type(item) for item in streamed] == [Document, Failure, Document]
    assert streamed[1].path == f"{lines}:2"
    assert peak < 4 * MAX_LINE


def test_hostile_characters_are_harmless():
    text = "Envoy\u202e returns\0 home\n\nThe \u2066envoy\u2069 returned to Baku on Monday,\0 officials said after the talks.\n"
    document = read_text(text)
    assert document.text == text
    assert read_text(text).id == document.id


def test_ids_come_from_content():
    assert read_text(ENGLISH, "a.txt").id == read_text(ENGLISH, "b.txt").id
    assert read_text(ENGLISH).id != read_text(ENGLISH + " ").id


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        "share\n",
        "Read more: x\n",
        "a. ",
        "\n",
        "م ",
        "http://",
        "((((",
        "- ",
        "Read more\n",
        "Comments\n",
        "x y z w v\n",
    ],
)
def test_hostile_length_takes_linear_time(unit):
    text = "Ankara and Athens agreed to meet again in the spring, officials said.\n" + unit * (200_000 // len(unit))
    begun = time.process_time()
    assert read_text(text).text == text
    assert time.process_time() - begun < 30


def test_nothing_but_white_space_raises():
    with pytest.raises(InputError, match="no text"):
        read_text(" \n ")
    with pytest.raises(InputError):
        read_html("<html><body></body></html>")
