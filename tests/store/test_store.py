"""The workspace through its public surface."""

import dataclasses
import json
import threading

import pytest
from synthetic import claim, entries, page

from mihwar.errors import StoreError
from mihwar.model import Entity, Failure, PartialDate, page_to_json
from mihwar.store import SCHEMA_VERSION, AddReport, Judgement, Store


@pytest.fixture
def store(tmp_path):
    return Store.open(tmp_path / "a workspace with عربي 100%")


def test_what_goes_in_comes_out(store):
    added = list(entries(3))
    assert store.add(added) == AddReport(documents=3, claims=6)
    assert list(store.documents()) == [host.document for host, _ in added]
    assert {one.id: one for one in store.claims()} == {one.id: one for _, found in added for one in found}
    pages = list(store.pages())
    assert pages == [page_to_json(host) for host, _ in added]
    assert list(pages[0]) == list(page_to_json(added[0][0]))
    assert store.document(added[1][0].document.id) == added[1][0].document
    assert store.document("nothing") is None
    assert store.check() == []


def test_adding_twice_adds_nothing(store):
    failure = Failure("bad.txt", "reading", "is empty", "Give words")
    store.add(entries(5), [failure])
    version = store.version
    assert store.add(entries(5), [failure, failure]) == AddReport(present=5)
    assert store.version == version
    assert len(list(store.claims())) == 10
    assert list(store.failures()) == [failure]


def test_an_empty_workspace_answers(store):
    assert list(store.claims(("USA", "AZE"))) == []
    assert list(store.documents()) == list(store.failures()) == list(store.judgements()) == []
    assert store.check() == []
    assert store.add([]) == AddReport()


def test_documents_without_claims_and_claims_coded_later(store):
    host = page(1)
    store.add([(host, [])])
    assert list(store.claims()) == []
    assert store.add([(host, [claim(host, 4)])]) == AddReport(claims=1, present=1)
    assert [one.id for one in store.claims()] == [claim(host, 4).id]


def test_one_id_with_two_texts_is_a_failure(store):
    host = page(1)
    other = dataclasses.replace(page(2), document=dataclasses.replace(page(2).document, id=host.document.id))
    report = store.add([(host, [claim(host, 1)]), (other, [claim(other, 2)])])
    assert report == AddReport(documents=1, claims=1, failures=1)
    assert store.add([(other, [])]).documents == 0
    (failure,) = store.failures()
    assert (failure.path, failure.stage) == ("page-00002.txt", "store")
    assert store.document(host.document.id) == host.document


def test_a_dyad_in_both_directions_and_as_parties(store):
    host = page(1)
    there, back, apart = claim(host, 1, "USA", "AZE"), claim(host, 2, "AZE", "USA"), claim(host, 3, "USA", "ARM")
    parties = tuple(Entity(code, "GOV", code, code) for code in ("AZE", "RUS", "USA"))
    joint = dataclasses.replace(claim(host, 4), actors=parties, recipients=())
    store.add([(host, [there, back, apart, joint])])
    for codes in (("USA", "AZE"), ("AZE", "USA")):
        assert {one.id for one in store.claims(codes)} == {there.id, back.id, joint.id}
    assert [one.id for one in store.claims(("RUS", "USA"))] == [joint.id]
    assert list(store.claims(("USA", "FRA"))) == []
    assert list(store.claims(("x' OR 1=1 --", "FRA"))) == []


@pytest.mark.parametrize(
    ("since", "until", "numbers"),
    [
        (None, None, {1, 2, 3}),
        ("2023", None, {2, 3}),
        ("2023-09-20", "2023-09-20", {2}),
        (None, "2022", {1}),
        ("2023-10", "2023-11", {3}),
        ("2024", None, set()),
    ],
)
def test_a_window_takes_any_day_a_date_may_mean(store, since, until, numbers):
    host = dataclasses.replace(
        page(1), document=dataclasses.replace(page(1).document, published=PartialDate.of(2023, 11, 5))
    )
    dates = {1: PartialDate.of(2022), 2: PartialDate.parse("2023-09"), 3: None}
    found = {n: dataclasses.replace(claim(host, n), date=date) for n, date in dates.items()}
    store.add([(host, list(found.values()))])
    ends = [PartialDate.parse(end) if end else None for end in (since, until)]
    assert {one.id for one in store.claims(None, *ends)} == {found[n].id for n in numbers}


def test_claims_come_in_order_of_date(store):
    store.add(entries(20))
    dates = [one.date.first for one in store.claims() if one.date]
    assert dates == sorted(dates)
    assert len(dates) < 40


def test_judgements_are_only_ever_appended(store):
    one = Judgement("c1", "e1", "same actors, type and week", "clusterer 1")
    assert store.judge([one, one]) == 1
    assert store.judge([one, Judgement("c1", "e2", "no", "leila")]) == 1
    assert [(item.event, item.judge) for item in store.judgements()] == [("e1", "clusterer 1"), ("e2", "leila")]


def test_a_failure_is_gone_once_its_path_gives_a_document(store):
    store.add([], [Failure("page-00001.txt", "reading", "is empty"), Failure("other.txt", "reading", "is empty")])
    store.add([(page(1), [])])
    assert [failure.path for failure in store.failures()] == ["other.txt"]


def test_hostile_strings_are_kept_or_made_sound(store):
    host = page(1)
    odd = dataclasses.replace(claim(host, 1), text="a\0b\u202e'\"; DROP TABLE claims\ud800", coder="x")
    store.add([(host, [odd])])
    (back,) = store.claims()
    assert back.text.startswith("a\0b\u202e'\"; DROP TABLE claims")


def test_a_newer_schema_is_refused(tmp_path):
    Store.open(tmp_path)
    (tmp_path / "mihwar.json").write_text(json.dumps({"schema": SCHEMA_VERSION + 1}))
    with pytest.raises(StoreError, match="newer Mihwar"):
        Store.open(tmp_path)
    (tmp_path / "mihwar.json").write_text("{")
    with pytest.raises(StoreError, match="damaged"):
        Store.open(tmp_path)


def test_what_is_no_workspace_is_refused(tmp_path):
    with pytest.raises(StoreError, match="no workspace here"):
        Store.open(tmp_path / "nowhere", create=False)
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="other files"):
        Store.open(tmp_path)
    with pytest.raises(StoreError, match="is a file"):
        Store.open(tmp_path / "notes.txt")
    assert sorted(item.name for item in tmp_path.iterdir()) == ["notes.txt"]


@pytest.mark.parametrize("name", ["a[1]", "a|b", "a^b", "a\\b", "a%41", "a\nb", "a\udc80"])
def test_a_folder_that_tables_cannot_live_in_is_refused(tmp_path, name):
    with pytest.raises(StoreError, match="cannot be kept under a name"):
        Store.open(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("table", ["claims", "documents"])
def test_a_damaged_file_is_named_not_passed_over(store, table):
    store.add(entries(3))
    for file in (store.path / table).glob("*.parquet"):
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2] + b"\0" * 40)
    assert any(problem.table == table and problem.remedy for problem in store.check())
    with pytest.raises(StoreError, match="cannot be read"):
        list(store.claims())


def test_check_names_what_is_wrong(store):
    store.add(entries(3))
    victim = next((store.path / "claims").glob("*.parquet"))
    victim.unlink()
    (problem,) = store.check()
    assert problem.table == "claims"
    assert "missing" in problem.message
    assert problem.remedy
    with pytest.raises(StoreError):
        list(store.claims())


def test_claims_of_a_cut_run_do_not_count(store):
    from mihwar.store.records import claim_row, now
    from mihwar.store.tables import write_rows

    host = page(7)
    write_rows(store.path, "claims", [claim_row(claim(host, 1), host.document.id, now())])
    assert list(store.claims()) == []
    (problem,) = store.check()
    assert "cut short" in problem.message
    store.add([(host, [claim(host, 1)])])
    assert [one.id for one in store.claims()] == [claim(host, 1).id]
    assert store.check() == []


def test_readers_beside_writers_see_whole_documents(store):
    partial, errors = [], []
    stop = threading.Event()

    def read():
        reader = Store.open(store.path, create=False)
        while not stop.is_set():
            try:
                claims = [one.citation.document for one in reader.claims()]
                partial.extend(key for key in set(claims) if claims.count(key) != 2)
            except StoreError as error:
                errors.append(error)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for start in range(0, 30, 5):
        store.add(list(entries(start + 5)))
    stop.set()
    for thread in threads:
        thread.join()
    assert errors == []
    assert partial == []


def test_many_small_adds_are_compacted(store, monkeypatch):
    monkeypatch.setattr("mihwar.store.store._MOST_FILES", 8)
    for number in range(20):
        host = page(number)
        store.add([(host, [claim(host, number)])])
    from mihwar.store.tables import current_files

    assert len(current_files(store.path, "claims")) <= 9
    assert len(list(store.claims())) == 20
    assert store.check() == []
