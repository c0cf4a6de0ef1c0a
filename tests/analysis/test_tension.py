"""Tension: bounds, additivity, copies, windows, drivers, ranking."""

from __future__ import annotations

from dataclasses import replace

import pytest
from build_claims import claim
from hypothesis import given, settings
from hypothesis import strategies as st

from mihwar.analysis import drivers, link_events, rank, relation, tension, tension_by, weigh

KINDS = ["ACCUSE", "SUPPORT", "SANCTION", "AID", "REQUEST", "ASSAULT", "CONSULT", "CONCEDE", "RETREAT"]
CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from(KINDS),
        st.just("USA"),
        st.just("AZE"),
        date=st.sampled_from([None, "2022", "2023-11", "2023-11-15", "2023-03-01"]),
        document=st.sampled_from([f"d{n}" for n in range(14)]),
        text=st.sampled_from(["one act told", "another thing done", "yet some more happened"]),
        confidence=st.sampled_from([0.4, 0.9]),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(CLAIMS)
def test_tension_lies_in_its_interval_within_bounds(claims):
    estimate = tension(link_events(claims), resamples=200)
    if estimate.value is None:
        assert estimate.weights.volume == 0
        return
    assert 0 <= estimate.low <= estimate.value <= estimate.high <= 1
    assert tension(link_events(claims), resamples=200) == estimate


@given(CLAIMS, CLAIMS)
def test_weights_add_up(first, second):
    one, two = link_events(first), link_events(second)
    assert (weigh(one) + weigh(two)).conflict == pytest.approx(weigh(one + two).conflict)
    assert (weigh(one) + weigh(two)).cooperation == pytest.approx(weigh(one + two).cooperation)


@settings(deadline=None)
@given(CLAIMS.filter(bool), st.data())
def test_a_copy_of_a_claim_does_not_raise_tension(claims, data):
    original = data.draw(st.sampled_from(claims))
    copied = [*claims, replace(original, id=original.id + "copy")]
    before, after = weigh(link_events(claims)), weigh(link_events(copied))
    assert (after.tension or 0) <= (before.tension or 0) + 1e-9


def test_formula():
    events = link_events([claim("SANCTION", "USA", "AZE"), claim("CONCEDE", "USA", "AZE", date="2002")])
    assert tension(events).value == pytest.approx(6 / 10.5)


def test_a_handful_of_events_is_not_certain():
    events = link_events([claim("ACCUSE", "USA", "AZE", date=f"2023-0{n}-01", text=f"case {n}") for n in range(1, 5)])
    estimate = tension(events)
    assert estimate.value == 1
    assert estimate.low < 0.6
    assert estimate.resampled == "event"


def test_no_events_have_no_tension():
    estimate = tension([])
    assert estimate.value is None
    assert estimate.low is None


def test_only_what_happened_counts():
    rows = [
        claim("ASSAULT", "AZE", "USA", status=status, date="2023-01-02")
        for status in ("negated", "future", "hypothetical", "normative")
    ]
    told = relation("USA", "AZE", [*rows, claim("AID", "USA", "AZE", status="historical")])
    assert tension(told.events).value == 0
    assert len(told.uncounted) == 3
    assert len(told.denied) == 1


def test_joint_sanctions_on_a_third_are_no_strain():
    told = relation(
        "USA", "AZE", [claim("SANCTION", ["USA", "AZE"], "RUS"), claim("COOPERATE", ["USA", "AZE"], "ISR")]
    )
    assert len(told.joint) == 1
    assert [event.types for event in told.events] == [("COOPERATE",)]


def test_windows_take_only_dates_that_fit():
    events = link_events(
        [
            claim("ACCUSE", "USA", "AZE", date="2023-11-15"),
            claim("AID", "USA", "AZE", date="2023"),
            claim("SUPPORT", "USA", "AZE"),
        ]
    )
    assert [(w.period, w.estimate.events) for w in tension_by(events, "month")] == [("2023-11", 1)]
    assert [(w.period, w.estimate.events) for w in tension_by(events, "year")] == [("2023", 2)]


def test_drivers_say_what_moves_tension_and_which_way():
    waiver = claim("REJECT", "USA", "AZE", text="did not renew the waiver")
    events = link_events(
        [
            waiver,
            claim("SANCTION", "USA:LEG", "AZE", text="suspended aid", contexts=("military",)),
            claim("COOPERATE", ["USA", "AZE"], text="built the pipeline", contexts=("natural_resource",)),
            claim("SUPPORT", "USA", "AZE", text="backed the contract"),
        ]
    )
    found = drivers(events, "USA", "AZE", {waiver.id: ["Section 907"]})
    effects = {(driver.kind, driver.key): driver.effect for driver in found}
    assert effects["type", "SANCTION"] > 0 > effects["type", "COOPERATE"]
    assert effects["instrument", "Section 907"] > 0
    assert ("type", "REJECT") not in effects
    assert sum(weigh(driver.events).volume for driver in found if driver.kind == "type") <= weigh(events).volume
    assert list(map(abs, [d.effect for d in found])) == sorted((abs(d.effect) for d in found), reverse=True)


def test_rank_merges_near_duplicates_and_counts_voices():
    suspended = "The Senate voted to suspend military aid to Azerbaijan"
    events = link_events(
        [
            claim("SANCTION", "USA:LEG", "AZE", text=suspended, document="d1"),
            claim(
                "SANCTION",
                "USA:LEG",
                "AZE",
                text=suspended + " this year",
                date="2023",
                document="d2",
                publication="Other Press",
            ),
            claim("ACCUSE", "USA", "AZE", text="criticised Baku", date="2023-11-15"),
        ]
    )
    first, second = rank(events, "USA", "AZE")
    assert first.event.types == ("SANCTION",)
    assert first.voices == 2
    assert first.score == pytest.approx(6 * 0.9 * 2 * 1.0)
    assert second.voices == 1
