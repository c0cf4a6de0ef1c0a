"""Scores: matching as the contract says, additive, and the two tables."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mihwar.errors import InputError
from mihwar.evaluation import (
    ArticleScore,
    LabelScore,
    evaluate_gsr,
    evaluate_plv,
    match_claims,
    read_gold,
    strip_marks,
)
from mihwar.evaluation.gold import GoldEvent
from mihwar.model import Span


def event(start, actors, recipients, types, *, symmetric=False, must=True):
    return GoldEvent(
        "e", Span(start, start + 5), frozenset(actors), frozenset(recipients), frozenset(types), None, None, None,
        symmetric, must,
    )  # fmt: skip


def claim(start, actors, recipients, kind):
    def side(codes):
        return [SimpleNamespace(code=code) for code in codes]

    return SimpleNamespace(
        sentence=Span(start, start + 10), types=(kind,), actors=side(actors), recipients=side(recipients)
    )


def test_a_claim_matches_where_words_parties_and_type_agree():
    gold = [event(0, ["FRA"], ["RUS"], ["ACCUSE", "REJECT"])]
    assert match_claims(gold, [claim(0, ["FRA"], ["RUS", "BLR"], "REJECT")]) == {0: 0}
    assert match_claims(gold, [claim(0, ["RUS"], ["FRA"], "ACCUSE")]) == {}
    assert match_claims(gold, [claim(0, ["FRA"], [], "ACCUSE")]) == {}
    assert match_claims(gold, [claim(0, ["FRA"], ["RUS"], "AID")]) == {}
    assert match_claims(gold, [claim(50, ["FRA"], ["RUS"], "ACCUSE")]) == {}


def test_both_recipients_may_be_empty_and_sides_may_swap_where_symmetric():
    assert match_claims([event(0, ["FRA"], [], ["PROTEST"])], [claim(0, ["FRA"], [], "PROTEST")]) == {0: 0}
    meeting = [event(0, ["FRA", "RUS"], [], ["CONSULT"], symmetric=True)]
    assert match_claims(meeting, [claim(0, ["RUS"], ["FRA"], "CONSULT")]) == {0: 0}
    assert match_claims(meeting, [claim(0, ["RUS"], ["USA"], "CONSULT")]) == {}


def test_one_claim_matches_one_event_and_as_many_as_possible_match():
    gold = [event(0, ["FRA"], ["RUS"], ["ACCUSE"]), event(0, ["FRA"], ["RUS"], ["ACCUSE", "REJECT"])]
    matched = match_claims(gold, [claim(0, ["FRA"], ["RUS"], "ACCUSE"), claim(0, ["FRA"], ["RUS"], "REJECT")])
    assert matched == {0: 0, 1: 1}
    assert len(match_claims(gold, [claim(0, ["FRA"], ["RUS"], "ACCUSE")])) == 1


counts = st.builds(ArticleScore, *[st.integers(0, 50)] * 10)


@given(counts, counts)
def test_scores_add_up(a, b):
    together = a + b
    assert together.claims == a.claims + b.claims
    assert together.right_speakers == a.right_speakers + b.right_speakers
    assert together == b + a
    assert replace(together, claims=0) == replace(a, claims=0) + replace(b, claims=0)


@given(st.lists(st.sampled_from(["AA", "AB", "BA", "BB"])), st.lists(st.sampled_from(["AA", "AB", "BB"])))
def test_label_scores_add_up(first, second):
    from collections import Counter

    def score(rows):
        return LabelScore(Counter((row[0], row[1]) for row in rows))

    assert (score(first) + score(second)).to_json() == score(first + second).to_json()


class Oracle:
    """Says what the text begins with."""

    def relation(self, text, actor, recipient):
        from mihwar.coding.labels import TYPES

        assert actor.of(text) in ("فرنسا", text)
        return {name: 1.0 if text.startswith(name) else 0.0 for name in TYPES}

    def topics(self, texts):
        from mihwar.coding.labels import TYPES

        return [dict.fromkeys(TYPES, 0.9 if text.startswith("نعم") else 0.1) for text in texts]


def test_plv_merges_concede_and_retreat_and_keeps_order(tmp_path):
    table = tmp_path / "plv.tsv"
    rows = ["CONCEDE <s>فرنسا</s> to <t>Mali</t>\tYIELD", "AID <s>فرنسا</s> x <t>Chad</t>\tACCUSE"]
    table.write_text("marked_sentence\tgold_root\n" + "\n".join(rows) + "\n", encoding="utf-8")
    score, predictions = evaluate_plv(table, Oracle())
    assert [(p.row, p.gold, p.predicted) for p in predictions] == [(0, "YIELD", "YIELD"), (1, "ACCUSE", "AID")]
    assert score.to_json()["accuracy"] == 0.5


def test_a_pair_without_marks_is_still_answered(tmp_path):
    table = tmp_path / "plv.tsv"
    table.write_text("marked_sentence\tgold_root\nAID from France\tAID\n", encoding="utf-8")
    _, predictions = evaluate_plv(table, Oracle())
    assert [p.predicted for p in predictions] == ["AID"]


def test_gsr_leaves_the_ambiguous_out_of_the_score_but_not_of_the_predictions(tmp_path):
    table = tmp_path / "gsr.csv"
    lines = [
        "ASSAULT,yes,نعم هجوم",
        "ASSAULT,easy no,لا شيء",
        "ASSAULT,ambiguous,نعم ربما",
        "ASSAULT,difficult no,نعم",
    ]
    table.write_text("event_type,label,text\n" + "\n".join(lines) + "\n", encoding="utf-8")
    score, predictions = evaluate_gsr(table, Oracle())
    assert [p.predicted for p in predictions] == [True, False, True, True]
    assert score.of_class("yes") == {"precision": 0.5, "recall": 1.0, "f1": 0.6667, "rows": 1}


def test_tables_and_gold_that_cannot_be_read_say_where(tmp_path):
    table = tmp_path / "t.tsv"
    table.write_text("a\tb\n1\t2\n")
    with pytest.raises(InputError, match="marked_sentence"):
        evaluate_plv(table, Oracle())
    gold = tmp_path / "g.json"
    gold.write_text("{")
    with pytest.raises(InputError, match="gold article"):
        read_gold(gold)
    bad = {"document": "x", "text": "abc", "events": [{"id": "e7", "span": "zzz", "types": ["AID"]}]}
    gold.write_text(json.dumps(bad))
    with pytest.raises(InputError, match="e7"):
        read_gold(gold)


def test_marks_are_stripped_to_spans():
    text, spans = strip_marks("<t>Mali</t> thanked by <s>France</s>.")
    assert text == "Mali thanked by France."
    assert spans["s"].of(text) == "France"
    assert spans["t"].of(text) == "Mali"
