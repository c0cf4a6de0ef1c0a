"""Many documents on several processes: the same claims in the same order, and a deadly document costs itself only."""

import os
import signal

import pytest

from mihwar.model import Document, Failure
from mihwar.pipeline import Pipeline, code_many, coder_named, parallel
from mihwar.reading import document_of

pytestmark = [pytest.mark.model, pytest.mark.slow]

SENTENCES = (
    "France condemned Russia on Monday.",
    "أدانت مصر إسرائيل يوم الاثنين.",
    "Turkish police arrested twelve protesters in Ankara.",
    "Россия ввела санкции против Украины.",
)


def documents(count):
    return [
        document_of({"id": f"d{number}", "text": SENTENCES[number % 4], "published": "2024-05-20"}, "x", str(number))
        for number in range(count)
    ]


def test_processes_give_what_one_gives_in_order():
    failed = Failure("gone.txt", "reading", "no such file")
    given = [*documents(13), failed, *documents(3)]
    alone = list(Pipeline(coder_named("encoder")).many(given))
    assert list(code_many(given, processes=2)) == alone
    assert alone[13] is failed


def test_few_documents_start_no_process(monkeypatch):
    def refuse(_processes, _confidence):
        raise AssertionError("a process was started")

    monkeypatch.setattr(parallel, "_pool", refuse)
    assert len(list(code_many(documents(3), processes=2))) == 3


class Deadly(Document):
    """A document that kills the process which unpacks it."""

    __slots__ = ()

    def __reduce__(self):
        return _die, ()


def _die():
    os.kill(os.getpid(), signal.SIGKILL)


def test_a_document_on_which_a_process_dies_is_one_failure():
    given = documents(14)
    plain = given[5]
    deadly = Deadly(**{name: getattr(plain, name) for name in Document.__dataclass_fields__})
    given[5] = deadly
    results = list(code_many(given, processes=2))
    assert [isinstance(result, Failure) for result in results] == [number == 5 for number in range(14)]
    assert "died" in results[5].cause
