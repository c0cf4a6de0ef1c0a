"""The corpus: every file keeps the guide, and the parser says where one does not."""

from pathlib import Path

import pytest

from mihwar.errors import InputError
from mihwar.ontology import event_types
from mihwar.training.corpus import is_held_out, read_corpus

CORPUS = Path(__file__).parents[2] / "corpus"
HEADER = "=== en-news-0001\nlang: en\ngenre: news\npublisher: X\npublished: 2024-01-02\nauthor: -\ntitle: T\n---\n"


@pytest.fixture(scope="module")
def documents():
    return list(read_corpus(CORPUS))


def test_the_corpus_reads_whole_with_unique_ids(documents):
    ids = [document.id for document in documents]
    assert len(ids) == len(set(ids))
    assert sum(len(document.sentences) for document in documents) >= 1500


def test_half_of_it_is_arabic_and_every_type_and_none_is_there(documents):
    arabic = sum(len(d.sentences) for d in documents if d.language == "ar")
    english = sum(len(d.sentences) for d in documents if d.language == "en")
    assert min(arabic, english) >= 750
    for code in ("ar", "en"):
        sentences = [s for d in documents if d.language == code for s in d.sentences]
        types = [event.types[0] for sentence in sentences for event in sentence.events]
        assert {kind.code for kind in event_types()} == set(types)
        assert min(types.count(kind) for kind in set(types)) >= 40
        assert sum(not sentence.events for sentence in sentences) >= 100


def test_spans_stand_in_their_sentence(documents):
    for document in documents:
        for sentence in document.sentences:
            for event in sentence.events:
                assert all(0 <= span.start < span.end <= len(sentence.text) for span in event.spans)
                assert all(0 <= index < len(sentence.mentions) for index in event.actors + event.recipients)


def test_one_document_in_seven_is_held_out(documents):
    held = [document for document in documents if is_held_out(document.id)]
    assert 0.08 < len(held) / len(documents) < 0.2


def test_marks_become_spans(tmp_path):
    body = "و[1|باكو] <a|رفضت> العرض.\n  1 AZE GOV\n  a REJECT 1 > occurred date=2024-01\n"
    file = tmp_path / "c.txt"
    file.write_text(HEADER + body, encoding="utf-8")
    (sentence,) = next(read_corpus(file)).sentences
    assert sentence.text == "وباكو رفضت العرض."
    assert sentence.mentions[0].span.of(sentence.text) == "باكو"
    assert sentence.events[0].spans[0].of(sentence.text) == "رفضت"
    assert str(sentence.events[0].date) == "2024-01"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("[1|X] ran.\n", "not described"),
        ("[1|X] <a|hit> it.\n  1 USA GOV\n  a SMASH 1 > occurred\n", "unknown type"),
        ("[1|X] <a|hit> it.\n  1 USA GOV\n  a ASSAULT 2 > occurred\n", "mention 2"),
        ("[1|X] <a|hit> it.\n  1 USA GOV\n  a ASSAULT 1 > someday\n", "someday"),
        ("[1|X] [1|Y].\n  1 USA GOV\n", "twice"),
    ],
)
def test_a_broken_rule_names_its_line(tmp_path, body, words):
    file = tmp_path / "c.txt"
    file.write_text(HEADER + body, encoding="utf-8")
    with pytest.raises(InputError, match=words) as error:
        list(read_corpus(file))
    assert "line 9" in str(error.value)
