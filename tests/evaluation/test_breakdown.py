"""Tables of an evaluation, and the agreement of a sentence with its translation."""

from types import SimpleNamespace

from mihwar.evaluation import Breakdown, GoldArticle, GoldEvent, compare_sentences, match_claims
from mihwar.model import Span

TEXT = "Paris condemned Moscow. Ankara met Tehran. Police left."


def event(number, start, actors, recipients, types, *, symmetric=False):
    return GoldEvent(
        f"e{number}", Span(start, start + 5), frozenset(actors), frozenset(recipients), frozenset(types), None, None,
        None, symmetric, must=True, first_type=types[0],
    )  # fmt: skip


def claim(start, actors, recipients, kind):
    def side(codes):
        return [SimpleNamespace(code=code) for code in codes]

    return SimpleNamespace(
        sentence=Span(start, start + 20),
        event_spans=(Span(start + 6, start + 9),),
        types=(kind,),
        actors=side(actors),
        recipients=side(recipients),
        text=TEXT[start : start + 20],
    )


def broken_down(events, claims):
    gold = GoldArticle("en-x", TEXT, {}, (), tuple(events))
    table = Breakdown()
    table.add(gold, claims, match_claims(events, claims), "en")
    return table.to_json()


def test_a_wrong_type_is_a_confusion_with_an_example():
    result = broken_down([event(1, 0, ["FRA"], ["RUS"], ["ACCUSE"])], [claim(0, ["FRA"], ["RUS"], "REJECT")])
    assert result["confusion"] == {"ACCUSE -> REJECT": 1}
    assert result["errors"]["wrong type"] == 1
    assert result["examples"]["wrong type"][0]["gold"]["types"] == ["ACCUSE"]
    assert result["types"]["ACCUSE"]["recall"] == 0
    assert result["types"]["REJECT"]["precision"] == 0


def test_kinds_of_error_name_what_is_wrong():
    gold = [event(1, 0, ["FRA"], ["RUS"], ["ACCUSE"]), event(2, 43, ["FRA"], [], ["RETREAT"])]
    result = broken_down(gold, [claim(0, ["FRA"], ["BLR"], "ACCUSE")])
    assert result["errors"] == {"wrong recipient": 1, "no claim there": 1, "claim beside the gold events": 1}


def test_right_claims_leave_no_error_and_full_scores():
    gold = [event(1, 24, ["TUR", "IRN"], [], ["CONSULT"], symmetric=True)]
    result = broken_down(gold, [claim(24, ["TUR"], ["IRN"], "CONSULT")])
    assert result["errors"] == {}
    assert result["languages"]["en"]["f1"] == 1


def test_agreement_counts_claims_with_the_same_parties_and_type():
    spans = [Span(0, 23), Span(24, 42)]
    ours = [claim(0, ["FRA"], ["RUS"], "ACCUSE"), claim(24, ["TUR", "IRN"], [], "CONSULT")]
    theirs = [claim(0, ["FRA"], ["RUS"], "ACCUSE"), claim(24, ["TUR", "IRN"], [], "AGREE")]
    score = compare_sentences(ours, spans, theirs, spans).to_json()
    assert score["sentences"] == 2
    assert score["same_sentences"] == 1
    assert score["agreement"] == 0.5
    assert compare_sentences(ours, spans, ours, spans).to_json()["agreement"] == 1
