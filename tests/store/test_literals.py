"""Values that were written into SQL come back as they went in, and do nothing else."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from synthetic import claim, page

from mihwar.store import Store
from mihwar.store.literals import literal, rows_of, sound

HOSTILE = [
    "",
    "'",
    "''",
    "\\",
    "\\'",
    "\\' OR 1=1 --",
    "a'); DROP TABLE claims; --",
    "a\0b",
    "\0'",
    "\ud800",
    "a\udfff'\ud800",
    "'\u2019\u02bc\uff07",
    "{first} {rows} {{x}} $1 ? :id %s",
    "/* x */ -- y\n'z'",
    "\u202eأذربيجان\u0640'",
    "U&'\\0027'",
    "E'\\''",
    "$$x$$",
    "🇦🇿'" * 50,
]


def ask(sql):
    from deltalake import QueryBuilder

    return QueryBuilder().execute(sql).read_all().column(0).to_pylist()


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_only_a_text(text):
    assert ask(f"SELECT {literal(text)} AS x") == [sound(text)]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(st.characters() | st.sampled_from("'\\\0\"{};-\ud800\udfff")), min_size=1, max_size=20))
def test_any_texts_are_only_texts(texts):
    assert ask(f"SELECT * FROM {rows_of(texts)}") == [sound(text) for text in texts]


def test_nothing_and_days():
    assert literal(None) == "NULL"
    assert ask(f"SELECT {literal(dt.date(2023, 9, 20))}") == [dt.date(2023, 9, 20)]
    assert ask(f"SELECT {literal(dt.date.min)} < {literal(dt.date.max)}") == [True]
    assert literal(dt.datetime(2023, 9, 20, 5, tzinfo=dt.UTC)) == "DATE '2023-09-20'"


def test_sound_keeps_what_utf_8_can_hold():
    assert sound("a\0'\\ عربي 🇦🇿") == "a\0'\\ عربي 🇦🇿"
    assert sound("\ud800x") == "?x"


def test_hostile_ids_find_their_own_rows(tmp_path):
    import dataclasses

    store = Store.open(tmp_path / "it's {x} a#b?c $1 100% ; --")
    entries = []
    for number, identity in enumerate(HOSTILE[1:]):
        host = page(number)
        host = dataclasses.replace(host, document=dataclasses.replace(host.document, id=identity, path=identity))
        entries.append((host, [dataclasses.replace(claim(host, number), id=identity, actors=())]))
    first = store.add(entries)
    assert (first.documents, first.claims) == (len(entries), len(entries))
    again = store.add(entries)
    assert (again.documents, again.claims, again.present) == (0, 0, len(entries))
    for host, _ in entries:
        assert store.document(host.document.id).text == host.document.text
        assert store.has([host.document.id, "' OR ''='"]) == {host.document.id}
    assert len(list(store.claims())) == len(entries)
    for text in HOSTILE:
        assert list(store.claims((text, "USA"))) == []
    assert store.check() == []


def test_many_ids_at_once(tmp_path):
    store = Store.open(tmp_path)
    store.add([(page(1), [])])
    assert store.has([f"'{number}\\" for number in range(20_000)] + [page(1).document.id]) == {page(1).document.id}
    assert store.has([]) == set()
