"""What is known of each state when a mention without one is read; and the confidence of acts."""

from hypothesis import given
from hypothesis import strategies as st

from mihwar.coding.antecedents import FEATURES, Anaphor, NamedSoFar
from mihwar.coding.calibration import EVIDENCE, Calibration, load_calibration
from mihwar.model import Mention, MentionKind, Span


def named(code, start, sector="GOV"):
    return Mention(Span(start, start + 3), MentionKind.STATE, f"state:{code}", code, sector, code)


def unlisted(start, sector=None):
    return Mention(Span(start, start + 3), MentionKind.UNLISTED, None, None, sector, "it")


def feature(row, name):
    return row[FEATURES.index(name)]


def test_every_state_named_so_far_is_a_candidate_once():
    so_far = NamedSoFar([named("ARM", 0), named("AZE", 10), named("ARM", 50)])
    so_far.add_sentence([named("ARM", 0), named("AZE", 10)])
    here = [named("ARM", 50)]
    assert so_far.candidates(here) == ["ARM", "AZE"]
    rows = so_far.features(Anaphor(unlisted(60), acts=True, other=frozenset({"ARM"})), here)
    assert [len(row) for row in rows] == [len(FEATURES)] * 2
    assert feature(rows[0], "named before it in the sentence") == 1
    assert feature(rows[0], "the other side of the act") == 1
    assert feature(rows[1], "named before it in the sentence") == 0
    assert feature(rows[1], "sentences back") > 0


def test_a_state_that_follows_counts_as_named_after():
    so_far = NamedSoFar([named("TUR", 20)])
    rows = so_far.features(Anaphor(unlisted(0), acts=False, other=frozenset()), [named("TUR", 20)])
    assert feature(rows[0], "named after it in the sentence") == 1
    assert feature(rows[0], "the mention is acted on") == 1


@given(st.permutations(["ARM", "AZE", "TUR", "IRN"]))
def test_no_state_is_favoured_by_its_name(codes):
    """Renaming the states of a text renames the candidates and leaves their numbers."""

    def rows(names):
        mentions = [named(name, 10 * at) for at, name in enumerate(names)]
        so_far = NamedSoFar(mentions)
        so_far.add_sentence(mentions[:2])
        so_far.subjects.append(names[0])
        return so_far.features(Anaphor(unlisted(90), acts=True, other=frozenset({names[2]})), mentions[2:])

    assert rows(list(codes)) == rows(["ARM", "AZE", "TUR", "IRN"])


def test_nothing_named_gives_no_candidate():
    assert NamedSoFar([]).features(Anaphor(unlisted(0), acts=True, other=frozenset()), []) == []


@given(st.lists(st.floats(-20, 0), min_size=len(EVIDENCE), max_size=len(EVIDENCE)))
def test_confidence_is_a_probability(values):
    assert 0 <= load_calibration().confidence(tuple(values)) <= 1


def test_surer_evidence_gives_more_confidence():
    calibration = load_calibration()
    sure, unsure = [0.0] * len(EVIDENCE), [0.0] * len(EVIDENCE)
    unsure[EVIDENCE.index("log probability of its type")] = -2.0
    assert calibration.confidence(tuple(sure)) > calibration.confidence(tuple(unsure))
    assert Calibration((0.0,) * len(EVIDENCE), 0.0).confidence(tuple(unsure)) == 0.5
