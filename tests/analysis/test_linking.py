"""Which claims are held to be one event."""

from __future__ import annotations

import random

from build_claims import claim
from hypothesis import given
from hypothesis import strategies as st

from mihwar.analysis import likeness, link_events

CONDEMNED = "James O'Brien condemned Azerbaijan over its use of force in Karabakh"


def test_same_day_same_act_in_two_outlets_is_one_event():
    events = link_events(
        [
            claim("ACCUSE", "USA", "AZE", date="2023-11-15", text=CONDEMNED, document="d1"),
            claim(
                "ACCUSE",
                "USA",
                "AZE",
                date="2023-11-15",
                text="US official O'Brien condemned Baku's use of force",
                document="d2",
            ),
        ]
    )
    assert len(events) == 1
    assert "same day" in events[0].reason


def test_two_languages_meet_by_parties_type_and_date():
    english = claim("ACCUSE", "USA", "AZE", date="2023-11-15", text=CONDEMNED, document="d1")
    arabic = claim(
        "ACCUSE", "USA", "AZE", date="2023-11-15", text="أدان أوبراين أذربيجان علانية", document="d2", language="ar"
    )
    undated = claim("ACCUSE", "USA", "AZE", text="أدان أوبراين أذربيجان علانية", document="d2", language="ar")
    assert len(link_events([english, arabic])) == 1
    assert "two languages" in link_events([english, arabic])[0].reason
    assert len(link_events([english, undated])) == 2


def test_arabic_reports_of_one_act_with_other_word_forms():
    one = claim(
        "SANCTION",
        "USA:LEG",
        "AZE",
        date="2023-11-15",
        text="صوت مجلس الشيوخ على تعليق المساعدة العسكرية لأذربيجان",
        language="ar",
        document="d1",
    )
    two = claim(
        "SANCTION",
        "USA:LEG",
        "AZE",
        date="2023-11-16",
        text="مجلس الشيوخ الأمريكي يصوّت لتعليق المساعدات العسكرية لأذربيجان",
        language="ar",
        document="d2",
    )
    assert len(link_events([one, two])) == 1


def test_what_keeps_claims_apart():
    base = claim("ACCUSE", "USA", "AZE", date="2023-11-15", text=CONDEMNED)
    apart = [
        claim("ACCUSE", "AZE", "USA", date="2023-11-15", text=CONDEMNED, document="d2"),
        claim("ACCUSE", "USA", "AZE", date="2023-10-02", text=CONDEMNED, document="d2"),
        claim("AID", "USA", "AZE", date="2023-11-15", text=CONDEMNED, document="d2"),
        claim("ACCUSE", "USA", "ARM", date="2023-11-15", text=CONDEMNED, document="d2"),
        claim("ACCUSE", "USA", "AZE", date="2023-11-15", text=CONDEMNED, document="d2", status="future"),
    ]
    for other in apart:
        assert len(link_events([base, other])) == 2, other


def test_two_acts_of_one_sentence_stay_two():
    sentence = "The Senate voted to suspend military aid to Azerbaijan and later suspended training"
    first = claim("SANCTION", "USA:LEG", "AZE", date="2023", text=sentence, event=(17, 24))
    second = claim("SANCTION", "USA:LEG", "AZE", date="2023", text=sentence, event=(66, 75))
    assert len(link_events([first, second])) == 2


def test_a_denial_and_what_it_denies_are_two_acts_of_one_sentence():
    sentence = "Ottawa said Delhi broke the rule, but Delhi denied that it had broken any rule"
    denied = claim("REJECT", "IND", "CAN", text=sentence, event=(38, 78))
    inner = claim("REJECT", "IND", "CAN", text=sentence, event=(61, 78), status="negated")
    assert len(link_events([denied, inner])) == 2


def test_who_shot_whom_is_never_turned_around():
    text = "a clash on 24 September at Banjska between Serb gunmen and Kosovo police"
    one = claim("ASSAULT", ["SRB", "KOS"], "KOS", date="2023-09-24", text=text, document="d1")
    two = claim("ASSAULT", "KOS", ["SRB", "KOS"], date="2023-09-24", text=text, document="d2")
    assert len(link_events([one, two])) == 2
    met = [
        claim("CONSULT", a, b, date="2023-09-24", text=text, document=f"m{a}")
        for a, b in (("SRB", "KOS"), ("KOS", "SRB"))
    ]
    assert len(link_events(met)) == 1


def test_headline_and_lead_are_one_event():
    headline = claim("CONSULT", ["USA", "AZE"], date="2023-11-15", text="Blinken meets Aliyev in Munich", start=0)
    lead = claim(
        "CONSULT",
        ["AZE", "USA"],
        date="2023-11-15",
        text="Antony Blinken met Ilham Aliyev in Munich on Wednesday",
        start=40,
    )
    assert len(link_events([headline, lead])) == 1


def test_a_denial_joins_the_event_it_denies():
    told = claim(
        "COERCE",
        "AZE",
        "ARM",
        date="2023-08-01",
        text="Azerbaijan blocked the Lachin road to Karabakh",
        document="d1",
    )
    denied = claim(
        "COERCE",
        "AZE",
        "ARM",
        date="2023-08-01",
        text="Azerbaijan did not block the Lachin road",
        status="negated",
        document="d2",
    )
    (event,) = link_events([told, denied])
    assert event.date == told.date


def test_a_date_is_never_made_narrower():
    month = claim("AID", "USA", "AZE", date="2023-09", text="The US sent relief to Azerbaijan", document="d1")
    year = claim("AID", "USA", "AZE", date="2023", text="The US sent relief to Azerbaijan", document="d2")
    (event,) = link_events([month, year])
    assert str(event.date) == "2023-09"


KINDS = ["ACCUSE", "SUPPORT", "SANCTION", "AID", "REQUEST", "ASSAULT"]
CLAIMS = st.builds(
    claim,
    st.sampled_from(KINDS),
    st.sampled_from(["USA", "AZE"]),
    st.sampled_from(["USA", "AZE", "ARM"]),
    date=st.sampled_from([None, "2023", "2023-11", "2023-11-15", "2023-11-16"]),
    document=st.sampled_from(["d1", "d2", "d3"]),
    text=st.sampled_from([CONDEMNED, "Washington pressed Baku", "واشنطن تضغط على باكو"]),
    status=st.sampled_from(["occurred", "negated", "future"]),
)


@given(st.lists(CLAIMS, max_size=12), st.randoms())
def test_every_claim_is_in_one_event_whatever_the_order(claims, chance: random.Random):
    events = link_events(claims)
    linked = [told.id for event in events for told in event.claims]
    assert sorted(linked) == sorted({told.id for told in claims})
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert {event.id for event in link_events(shuffled)} == {event.id for event in events}
    assert all(event.reason for event in events)


@given(CLAIMS, CLAIMS)
def test_likeness_is_bounded_and_symmetric(one, two):
    assert 0 <= likeness(one, two).score <= 1
    assert abs(likeness(one, two).score - likeness(two, one).score) < 1e-9
