"""The ontology's data keep the codebook's rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mihwar.errors import UnknownNameError
from mihwar.model import Status
from mihwar.ontology import (
    contexts,
    event_type,
    event_types,
    fold_state,
    from_cameo,
    is_state,
    organisations,
    problems,
    quad_label,
    score,
    sector_label,
    sectors,
    states,
    statuses,
)

CODES = [kind.code for kind in event_types()]


def test_data_are_sound():
    assert problems() == ()


def test_types_follow_the_2_0_manual():
    assert event_type("SANCTION").quad_code == 4
    assert event_type("ACCUSE").score == -3
    assert event_type("ASSAULT").modes["drone"] == -9.5
    assert not {"DEMAND", "DISAPPROVE", "INVESTIGATE", "CRIME", "YIELD"} & set(CODES)


def test_labels_in_both_languages():
    assert event_type("ACCUSE").labels["ar"] == "انتقاد أو اتهام"
    assert event_type("ACCUSE").labels["en"] == "criticism or accusation"
    assert quad_label(4, "en") == "material conflict"
    assert sector_label("LEG", "ar") == "البرلمان"


def test_unknown_type_lists_the_known():
    with pytest.raises(UnknownNameError, match="ACCUSE"):
        event_type("DISAPPROVE")


def test_statuses_are_the_models():
    assert set(statuses()) == {status.value for status in Status}
    assert len(contexts()) == 37
    assert len(sectors()) == 25
    assert "UNO" in organisations()


@pytest.mark.parametrize(("code", "state"), [("PRI", "USA"), ("HKG", "HKG"), ("PSE", "PSE"), ("MAC", "CHN")])
def test_dependencies_fold(code, state):
    assert fold_state(code) == state
    assert is_state(code)


def test_organisations_are_no_states():
    assert not any(is_state(code) for code in organisations())
    assert not is_state(None)
    assert 194 <= len(states()) <= 200


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("0871", ("RETREAT", ("ceasefire",))),
        ("081", ("CONCEDE", ())),
        ("42", ("CONSULT", ("visit",))),
        ("195", ("ASSAULT", ("aerial",))),
        ("163", ("SANCTION", ())),
        ("010", None),
        ("", None),
        ("---", None),
    ],
)
def test_cameo(code, expected):
    assert from_cameo(code) == expected


def test_every_cameo_root_is_decided():
    without = [root for root in range(1, 21) if from_cameo(f"{root:02d}") is None]
    assert without == [1, 2]


@given(st.lists(st.sampled_from(CODES), max_size=4), st.lists(st.text(max_size=12), max_size=3))
def test_score_is_the_mean_and_ignores_foreign_modes(types, modes):
    value = score(types, [mode for mode in modes if mode not in {"visit", "phone"}])
    assert -10 <= value <= 10
    assert score(types) == (sum(event_type(code).score for code in types) / len(types) if types else 0)


def test_a_mode_replaces_its_types_score():
    assert score(["CONSULT"], ["visit"]) == 4
    assert score(["CONSULT"], ["aerial"]) == 2.5
    assert score(["CONSULT", "ACCUSE"], ["visit"]) == pytest.approx(0.5)
