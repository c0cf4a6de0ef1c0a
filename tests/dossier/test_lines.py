"""What one line of a dossier holds: the clause, the names, like acts together, causes that say something."""

from __future__ import annotations

import pytest
from build_claims import claim, document
from hypothesis import given
from hypothesis import strategies as st

from mihwar.dossier import build_dossier, names, render
from mihwar.dossier.snippeting import snippet
from mihwar.model import Anomaly, AnomalyKind, Page, Span


def _cut(text, words):
    at = text.index(words)
    return snippet(text, Span(0, len(text)), [Span(at, at + len(words))])


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        (
            "In fact it began early, by an act of 1992, which restricted some kinds of direct aid to them.",
            "restricted",
            "which restricted some kinds of direct aid to them",
        ),
        (
            "بدأ الموقف في التسعينيات من خلال سن المادة، والتي قيدت أنواعًا معينة من المساعدة الأمريكية المباشرة لها.",
            "قيدت",
            "والتي قيدت أنواعًا معينة من المساعدة الأمريكية المباشرة لها",
        ),
        ("It agreed, in short.", "agreed", "It agreed, in short"),
    ],
)
def test_a_snippet_is_the_clause_of_the_act(text, words, shown):
    assert _cut(text, words) == shown


def test_a_long_clause_is_cut_on_both_sides_and_says_so():
    words = [f"w{n}" for n in range(40)]
    shown = _cut(" ".join(words), "w20")
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "w20" in shown.split()
    assert len(shown.split()) == 14 + 2


@given(st.text(alphabet="ab ,.،«»\n", max_size=300), st.integers(0, 300), st.integers(1, 40))
def test_a_snippet_is_words_of_its_sentence(text, at, size):
    shown = snippet(text, Span(0, len(text)), [Span(at, at + size)])
    assert shown.strip("… ") in text
    assert len(shown.split()) <= 16


def _undated(n, text):
    return claim("SUPPORT", "AZE", "USA", text=text, document=f"d{n}", start=0, event=(0, 5))


def test_like_acts_share_a_line_with_all_citations():
    rows = [
        _undated(1, "praised its mediation"),
        _undated(2, "hailed that partnership"),
        _undated(3, "lauded an envoy"),
    ]
    dated = claim("SUPPORT", "AZE", "USA", date="2020", text="thanked it in 2020", document="d4")
    made = build_dossier("USA", "AZE", [], [*rows, dated])
    lines = {point.events: point for point in made.sustains}
    assert set(lines) == {3, 1}
    assert len(lines[3].statement.claims) == len(lines[3].statement.citations) == 3
    assert len(made.timeline) == 4
    shown = " ".join(render(made).split())
    assert "Azerbaijan praised or backed the United States (3 acts)" in shown
    assert "3 events have no date in the text." in shown


def test_names_that_say_what_a_party_is_read_as_prose():
    rows = [
        claim("SUPPORT", "AZE:MIL:soldier of Azerbaijan", "USA:GOV:government of United States"),
        claim("ACCUSE", "USA:GOV:Antony Blinken:secretary of state", "AZE:MIL:army of Azerbaijan", document="d2"),
    ]
    english = " ".join(render(build_dossier("USA", "AZE", [], rows)).split())
    assert "soldiers of Azerbaijan praised or backed the government of the United States" in english
    assert (
        "Antony Blinken (secretary of state, United States) criticised or accused the army of Azerbaijan" in english
    )
    arabic = " ".join(render(build_dossier("USA", "AZE", [], rows), "text", "ar").split())
    assert "لصالح حكومة الولايات المتحدة من جانب جنود من أذربيجان" in arabic
    assert "موجّه إلى جيش أذربيجان من جانب أنتوني بلينكن" in arabic


def test_tables_name_actors_in_arabic_by_their_english_name():
    assert names().actor_name("US Senate", "ar") != "US Senate"
    assert names().actor_name("nobody has this name", "ar") == "nobody has this name"


@pytest.mark.parametrize(
    ("because", "kept"),
    [
        ("هذه التطورات", False),
        ("it", False),
        ("security", False),
        ("national security concerns", True),
        ("مخاوف تتعلق بالأمن", True),
    ],
)
def test_a_cause_that_only_points_is_left_out(because, kept):
    made = build_dossier("USA", "AZE", [], [claim("ACCUSE", "USA", "AZE", text="x" * 60, cause=because)])
    assert bool(made.causes) is kept


def test_one_cause_of_two_acts_is_told_once():
    rows = [
        claim("ACCUSE", "USA", "AZE", text="one sentence", cause="the old war"),
        claim("AID", "USA", "AZE", text="one sentence", cause="the old war", confidence=0.5),
    ]
    (cause,) = build_dossier("USA", "AZE", [], rows).causes
    assert cause.statement.types == ("ACCUSE",)


def test_warnings_quote_the_place_and_the_missing_date():
    text = "The gas line . . And so it led on."
    at = text.index(". .")
    page = Page(
        document(text, language="en", title="Gas"),
        (Span(0, len(text)),),
        anomalies=(Anomaly(Span(at, at + 3), AnomalyKind.CHOPPED_SENTENCE, "a stray mark"),),
    )
    made = build_dossier("USA", "AZE", [page], [claim("ACCUSE", "USA", "AZE", text=text)])
    english, arabic = (" ".join(render(made, "text", language).split()) for language in ("en", "ar"))
    assert "A sentence that seems chopped: “gas line . . And so” (paragraph 1)" in english
    assert "No publication date: “Gas”" in english
    assert "جملة تبدو مبتورة" in arabic
    assert "a stray mark" not in arabic
