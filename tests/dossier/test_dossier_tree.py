"""What a dossier holds: every statement backed by claims, every sentence cited once."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, is_dataclass, replace

import pytest
from build_claims import claim
from dossier_cases import ARABIC, ENGLISH, CaseNames, arabic_claims, english_claims, pages

from mihwar.dossier import build_dossier, render
from mihwar.dossier.tree import Statement
from mihwar.dossier.wording import wording
from mihwar.model import PartialDate
from mihwar.ontology import event_types

ALL = [*english_claims(), *arabic_claims()]


@pytest.fixture(scope="module")
def dossier():
    return build_dossier("USA", "AZE", pages(), ALL)


def _walk(node):
    yield node
    if is_dataclass(node):
        for name in node.__dataclass_fields__:
            yield from _walk(getattr(node, name))
    elif isinstance(node, tuple):
        for child in node:
            yield from _walk(child)


def test_every_statement_carries_claims_and_citations(dossier):
    known = {told.id for told in ALL}
    cited = {note.number for note in dossier.citations}
    statements = [node for node in _walk(dossier) if isinstance(node, Statement)]
    assert len(statements) > 15
    for told in statements:
        assert told.claims
        assert set(told.claims) <= known
        assert told.citations
        assert set(told.citations) <= cited


def test_facts_of_statements_are_the_claims_facts(dossier):
    by_id = {told.id: told for told in ALL}
    for told in (node for node in _walk(dossier) if isinstance(node, Statement)):
        claims = [by_id[name] for name in told.claims]
        entities = [e for c in claims for e in (*c.actors, *c.recipients)]
        assert {party.name for party in (*told.actors, *told.recipients)} <= {e.identifier_text for e in entities}
        assert {party.office for party in told.actors} <= {e.office for e in entities}
        assert told.when.date is None or told.when.date in {str(c.date) for c in claims}
        assert set(told.types) <= {kind for c in claims for kind in c.types}
        assert told.scale in {c.scale for c in claims}
        assert {teller.name for teller in told.tellers} == {c.speaker.name for c in claims}


def test_each_sentence_is_cited_once_exactly_and_in_place(dossier):
    texts = {"d1": ENGLISH, "d2": ARABIC}
    assert [note.number for note in dossier.citations] == list(range(1, len(dossier.citations) + 1))
    places = {(note.document, note.start) for note in dossier.citations}
    assert len(places) == len(dossier.citations)
    for note in dossier.citations:
        assert texts[note.document][note.start : note.end] == note.text
        assert note.path
    shared = next(note for note in dossier.citations if "did not renew" in note.text)
    assert len(shared.claims) == 2
    assert (shared.paragraph, shared.sentence) == (2, 3)


def test_ranking_and_signs(dossier):
    assert next(point.statement.types[0] for point in dossier.strains) == "ACCUSE"
    scores = [point.score for point in dossier.strains]
    assert scores == sorted(scores, reverse=True)
    for point in (*dossier.strains, *dossier.sustains):
        assert point.score == pytest.approx(point.weight * point.confidence * point.voices * point.directness)
    assert {point.statement.types[0] for point in dossier.sustains} == {"COOPERATE", "SUPPORT", "CONCEDE"}
    assert all(driver.effect > 0 for driver in dossier.strain_drivers)


def test_shown_but_not_counted(dossier):
    assert [told.status for told in dossier.uncounted] == ["normative"]
    assert [told.status for told in dossier.timeline if told.status == "negated"] == ["negated"]
    assert dossier.answer.events == 7


def test_third_state_with_opposite_signs(dossier):
    (armenia,) = dossier.drawn_in
    assert (armenia.code, armenia.with_a, armenia.with_b) == ("ARM", 5, -9)


def test_warnings_and_gaps(dossier):
    kinds = {note.kind for note in dossier.warnings}
    assert kinds == {"opinion", "garbled_date", "machine_translation"}
    garbled = next(note for note in dossier.warnings if note.kind == "garbled_date")
    assert garbled.texts["words"] == "907 يناير 25"
    assert garbled.texts["suggestion"] == "25 January 2002"
    assert garbled.citations
    unclear = {note.kind for note in dossier.unclear}
    assert {"side_silent", "undated", "publication_dates"} <= unclear
    assert "one_document" not in unclear


def test_a_refusal_is_a_reply_and_silence_is_named():
    accused = claim("ASSAULT", "USA", "AZE", text="struck a post")
    answered = claim("REJECT", "USA", "AZE", text="rejected the account", start=50)
    silent = build_dossier("USA", "AZE", [], [accused])
    assert [note.states for note in silent.unclear if note.kind == "no_reply"] == [("USA",)]
    spoken = build_dossier("USA", "AZE", [], [accused, answered])
    assert not [note for note in spoken.unclear if note.kind == "no_reply"]


def test_one_opinion_page_is_called_one_sided():
    made = build_dossier("USA", "AZE", pages()[1:], arabic_claims())
    assert made.answer.one_sided_by == "one_voice"
    assert {"one_author", "opinion"} <= {note.kind for note in made.warnings}
    assert "one_document" in {note.kind for note in made.unclear}
    shown = " ".join(render(made, "text", "en", CaseNames()).split())
    assert "As the author tells it, relations between" in shown
    assert "tells 100%, so this is one-sided." in shown


def test_window_and_confidence_leave_out_and_say_so():
    rows = [
        *english_claims(),
        claim("ASSAULT", "USA", "AZE", confidence=0.1, document="d9"),
        claim("AID", "USA", "AZE", date="1994-09-20", document="d8"),
    ]
    made = build_dossier("USA", "AZE", pages(), rows, PartialDate.parse("2020"), None)
    unclear = {note.kind: note.counts for note in made.unclear}
    assert unclear["low_confidence"] == {"n": 1}
    assert unclear["outside_window"] == {"n": 1}
    assert not [told for told in made.timeline if told.types == ("AID",)]


def test_nothing_known_is_said_plainly():
    made = build_dossier("USA", "AZE", [], [])
    assert made.answer.tension is None
    assert "nothing can be said" in " ".join(render(made, "text", "en", CaseNames()).split())
    assert {note.kind for note in made.unclear} == {"no_claims"}
    for form in ("text", "markdown", "html", "json"):
        assert render(made, form, "ar", CaseNames())


def test_claims_without_their_page_are_cited_by_their_own_text():
    made = build_dossier("USA", "AZE", [], english_claims())
    note = next(note for note in made.citations if note.start == english_claims()[0].sentence.start)
    assert note.text == english_claims()[0].text
    assert note.path is None
    assert made.timeline[0].words


def test_order_of_input_and_copies_do_not_matter(dossier):
    again = build_dossier("USA", "AZE", pages(), [*ALL, *ALL])
    assert asdict(again) == asdict(dossier)
    turned = build_dossier("USA", "AZE", pages(), ALL[::-1])
    assert turned.answer.tension == dossier.answer.tension
    assert [p.statement.claims for p in turned.strains] == [p.statement.claims for p in dossier.strains]


def test_json_is_the_tree(dossier):
    assert json.loads(render(dossier, "json")) == json.loads(json.dumps(asdict(dossier)))


def test_a_hostile_number_of_claims_stays_a_dossier():
    rows = [
        claim(
            "ACCUSE",
            "USA",
            "AZE",
            date=f"{1900 + n % 120}-01-{n % 28 + 1:02}",
            text=f"case number {n}",
            document=f"d{n}",
        )
        for n in range(600)
    ]
    made = build_dossier("USA", "AZE", [], rows)
    assert len(made.timeline) == 60
    assert {note.kind: note.counts for note in made.unclear}["not_shown"]["n"] == made.answer.events - 60


def test_every_number_and_name_of_the_text_comes_from_the_tree(dossier):
    """No figure and no capitalised name is in the English text that is neither a label nor a fact of the tree."""
    labels = wording("en").labels
    known = " ".join(
        [
            json.dumps(labels, ensure_ascii=False),
            json.dumps(asdict(dossier), ensure_ascii=False),
            *(f"{a} {b}" for a, b in CaseNames.STATES.values()),
        ]
    )
    known += " ".join(
        form for kind in event_types() for form in (*kind.labels.values(), *vars_of(kind.phrases["en"]))
    )
    names = set(re.findall(r"[^\W\d_]{2,}", known.casefold()))
    shown = render(dossier, "text", "en", CaseNames())
    body = re.sub(r"[\u2066-\u2069]", "", shown)
    assert {word for word in re.findall(r"[^\W\d_]{2,}", body.casefold()) if word not in names} == set()
    figures = set(re.findall(r"\d+", known))
    figures |= {f"{value:.{digits}f}" for value in _numbers(dossier) for digits in (0, 1, 2)}
    figures |= {str(round(value * 100)) for value in _numbers(dossier)} | {str(n) for n in range(1, 13)}
    figures |= {str(int(figure)) for figure in figures if figure.isdigit()}
    loose = {figure for figure in re.findall(r"\d+(?:\.\d+)?", body) if figure not in figures}
    assert loose == set()


def vars_of(phrases):
    return phrases.past, phrases.base, phrases.mutual, phrases.alone


def _numbers(dossier):
    for node in _walk(dossier):
        if isinstance(node, int | float):
            yield abs(node)
        if isinstance(node, tuple):
            yield len(node)


def test_replacing_the_reader_changes_only_names(dossier):
    class Shouting(CaseNames):
        def state_name(self, code, language):
            return super().state_name(code, language).upper()

    assert "AZERBAIJAN" in render(dossier, "text", "en", Shouting())
    assert replace(dossier, warnings=()).answer == dossier.answer
