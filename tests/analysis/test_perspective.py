"""Who says what: contested points, sides, third states, causes."""

from __future__ import annotations

from build_claims import claim

from mihwar.analysis import ContestKind, contested, drawn_in, link_events, sides, stated_causes


def test_denial_by_the_other_side_is_contested():
    told = claim(
        "COERCE",
        "AZE",
        "ARM",
        date="2023-08-01",
        text="Azerbaijan blocked the Lachin road",
        speaker="Nikol Pashinyan",
        speaker_code="ARM",
        document="d1",
    )
    denied = claim(
        "COERCE",
        "AZE",
        "ARM",
        date="2023-08-01",
        text="Azerbaijan did not block the Lachin road",
        status="negated",
        speaker="Ilham Aliyev",
        speaker_code="AZE",
        document="d2",
    )
    (contest,) = contested(link_events([told, denied]))
    assert contest.kind is ContestKind.DENIED
    assert contest.sides_differ
    assert contest.first == (told,)


def test_a_denial_in_other_words_meets_what_it_denies():
    told = claim(
        "REJECT",
        "AZE",
        "USA",
        text="Paris says Baku refuses to take back citizens",
        speaker="Spokesman",
        speaker_code="USA",
    )
    denied = claim(
        "REJECT",
        "AZE",
        "USA",
        text="The minister in Baku denied that his state would not cooperate",
        event=(122, 142),
        status="negated",
        speaker="Minister",
        speaker_code="AZE",
        start=80,
    )
    telling = claim("REJECT", "AZE", "USA", text=denied.text, start=80, event=(94, 110))
    other = claim("AID", "AZE", "USA", text="Baku sent relief", speaker="Spokesman", speaker_code="USA", start=160)
    (contest,) = contested(link_events([told, denied, telling, other]))
    assert contest.kind is ContestKind.DENIED
    assert (contest.first, contest.second) == ((told,), (denied,))


def test_two_sides_blame_each_other():
    one = claim(
        "ASSAULT",
        "ARM",
        "AZE",
        date="2022-09-13",
        text="Armenia shelled posts",
        speaker="Ministry",
        speaker_code="AZE",
    )
    two = claim(
        "ASSAULT",
        "AZE",
        "ARM",
        date="2022-09-13",
        text="Azerbaijan shelled towns",
        speaker="Army",
        speaker_code="ARM",
        document="d2",
    )
    (contest,) = contested(link_events([one, two]))
    assert contest.kind is ContestKind.BLAME


def test_one_voice_reporting_both_ways_is_no_blame():
    one = claim("ASSAULT", "ARM", "AZE", date="2022-09-13", text="Armenia shelled posts")
    two = claim("ASSAULT", "AZE", "ARM", date="2022-09-13", text="Azerbaijan shelled towns", start=90)
    assert contested(link_events([one, two])) == ()


def test_opposite_accounts_of_one_thing():
    one = claim(
        "SUPPORT",
        "USA",
        "AZE",
        date="2023-11-15",
        text="Washington praised the Karabakh operation of Baku",
        speaker="A",
        speaker_code="AZE",
    )
    two = claim(
        "ACCUSE",
        "USA",
        "AZE",
        date="2023-11-15",
        text="Washington condemned the Karabakh operation of Baku",
        speaker="B",
        speaker_code="ARM",
        document="d2",
    )
    (contest,) = contested(link_events([one, two]))
    assert contest.kind is ContestKind.OPPOSITE


def test_one_author_is_one_sided_and_leans():
    rows = [claim("ACCUSE", "USA", "AZE", text=f"blame {n}", start=n * 50) for n in range(3)]
    rows += [claim("SUPPORT", "AZE", "USA", text=f"praise {n}", start=300 + n * 50) for n in range(3)]
    found = sides(rows, "USA", "AZE")
    assert found.one_sided
    assert found.reason == "one_voice"
    assert found.authors == found.documents == 1
    assert found.voices[0].leans == "AZE"
    assert found.voices[0].rates_a == -3
    assert dict(found.shares) == {"none": 1.0}


def test_balanced_voices_are_not_one_sided():
    rows = [
        claim("ACCUSE", "USA", "AZE", speaker="X", speaker_code="AZE"),
        claim("ACCUSE", "AZE", "USA", speaker="Y", speaker_code="USA", document="d2"),
    ]
    found = sides(rows, "USA", "AZE")
    assert not found.one_sided
    assert dict(found.shares) == {"AZE": 0.5, "USA": 0.5}
    assert sides([], "USA", "AZE").one_sided is False


def test_third_states_keep_their_sign_with_each():
    rows = [
        claim("SUPPORT", "USA", "ARM", text="backed Yerevan"),
        claim("ASSAULT", "AZE", "ARM", text="struck Karabakh"),
        claim("COOPERATE", ["AZE", "ISR"], text="oil to Israel"),
        claim("AID", "RUS", "ARM", text="neither state is in it"),
    ]
    found = {third.code: third for third in drawn_in(rows, "USA", "AZE")}
    assert set(found) == {"ARM", "ISR"}
    assert found["ARM"].with_a == 5
    assert found["ARM"].with_b == -9
    assert found["ISR"].with_a is None


def test_allies_against_a_third_are_not_set_against_each_other():
    (third, target) = drawn_in(
        [claim("SANCTION", ["USA", "ARM"], "AZE"), claim("ACCUSE", "USA", "ISR")], "USA", "AZE"
    )
    assert third.code == "ARM"
    assert third.with_a is None
    assert third.with_b == -6
    assert target.code == "ISR"


def test_causes_are_as_speakers_state_them():
    row = claim("CONCEDE", "USA", "AZE", text="waived it citing national security", cause="citing national security")
    (stated,) = stated_causes([row])
    assert stated.cause.text == "citing national security"
    assert stated.claim is row
    assert stated.because is None
