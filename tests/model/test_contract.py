"""Claims and pages survive the trip through their JSON."""

import datetime as dt
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mihwar.errors import InputError
from mihwar.model import (
    Anomaly,
    AnomalyKind,
    Cause,
    Citation,
    Claim,
    DateOrigin,
    Document,
    Entity,
    Mention,
    MentionKind,
    Page,
    PartialDate,
    Quote,
    Span,
    Speaker,
    SpeakerKind,
    SpeechForm,
    Status,
    claim_from_json,
    claim_to_json,
    page_to_json,
)

WORDS = st.text(max_size=20)
MAYBE = st.none() | WORDS
SPANS = st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)).map(lambda ends: Span(min(ends), max(ends)))
DAYS = st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31))
DATES = (
    DAYS.map(lambda day: PartialDate.of(day.year, day.month, day.day))
    | DAYS.map(lambda day: PartialDate.of(day.year, day.month))
    | DAYS.map(lambda day: PartialDate.of(day.year))
    | st.tuples(DAYS, DAYS).map(lambda ends: PartialDate.between(min(ends), max(ends)))
)


def several(items):
    return st.lists(items, max_size=3).map(tuple)


ENTITIES = several(st.builds(Entity, MAYBE, MAYBE, WORDS, WORDS, MAYBE))
CLAIMS = st.builds(
    Claim,
    id=WORDS,
    types=several(WORDS),
    actors=ENTITIES,
    recipients=ENTITIES,
    status=st.sampled_from(Status),
    speaker=st.builds(Speaker, st.sampled_from(SpeakerKind), WORDS, MAYBE, st.sampled_from(SpeechForm)),
    text=WORDS,
    sentence=SPANS,
    event_spans=several(SPANS),
    actor_spans=several(SPANS),
    recipient_spans=several(SPANS),
    citation=st.builds(Citation, WORDS, MAYBE, MAYBE, MAYBE, MAYBE, st.none() | DATES),
    coder=WORDS,
    quad_code=st.integers(1, 4),
    scale=st.floats(-10, 10),
    confidence=st.floats(0, 1),
    date=st.none() | DATES,
    date_from=st.none() | st.sampled_from(DateOrigin),
    modes=several(WORDS),
    contexts=several(WORDS),
    causes=several(st.builds(Cause, WORDS, SPANS, MAYBE)),
)


@settings(max_examples=150, deadline=None)
@given(CLAIMS)
def test_a_claim_comes_back_as_it_went(claim):
    line = json.dumps(claim_to_json(claim))
    assert claim_from_json(json.loads(line)) == claim


def test_keys_are_those_of_the_contract():
    read = claim_from_json(
        {
            "id": "c1",
            "actor": [{"code": "USA"}],
            "event": ["ACCUSE"],
            "status": "occurred",
            "speaker": {"kind": "author", "form": "narration"},
            "text": "Washington criticised Baku.",
            "unknown": 1,
        }
    )
    assert " ".join(claim_to_json(read)) == (
        "id date date_from actor recipient event mode context status quad_code event_scale confidence "
        "speaker causes text text_info cite_info coder"
    )
    assert read.sentence == Span(0, 27)


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"status": "perhaps"}, "status"),
        ({"actor": "USA"}, "actor"),
        ({"actor": [{"code": 7}]}, "actor[0].code"),
        ({"date": "2023-02-30"}, "date"),
        ({"date": "yesterday"}, "date"),
        ({"speaker": {"kind": "author"}}, "speaker.form"),
        ({"text_info": {"event": [[1]]}}, "text_info.event"),
        ({"confidence": "high"}, "confidence"),
        ({"causes": [3]}, "causes[0]"),
        ({"event": [None]}, "event"),
    ],
)
def test_a_wrong_field_is_named(change, place):
    whole = {
        "id": "c1",
        "actor": [],
        "event": [],
        "status": "occurred",
        "text": "",
        "speaker": {"kind": "author", "form": "narration"},
    }
    claim_from_json(whole)
    with pytest.raises(InputError) as caught:
        claim_from_json({**whole, **change}, origin="claims.jsonl:7")
    assert caught.value.place == place
    assert "claims.jsonl:7" in str(caught.value)


def test_a_page_has_every_key_and_only_those():
    document = Document("d1", "a.txt", "باكو ردت.", published=PartialDate.parse("2023-11"), chrome=(Span(0, 4),))
    page = Page(
        document,
        sentences=(Span(0, 9),),
        mentions=(Mention(Span(0, 4), MentionKind.METONYM, "state:AZE", "AZE", "GOV", "Azerbaijan"),),
        quotes=(Quote(Span(5, 8), SpeechForm.DIRECT, "باكو", "AZE"),),
        anomalies=(Anomaly(Span(5, 8), AnomalyKind.GARBLED_DATE, "odd", None),),
    )
    value = json.loads(json.dumps(page_to_json(page)))
    assert " ".join(value) == (
        "id path url title author publisher section genre language published text chrome sentences "
        "mentions quotes anomalies"
    )
    assert value["published"] == "2023-11"
    assert value["chrome"] == [{"start": 0, "end": 4}]
    assert value["mentions"] == [
        {
            "start": 0,
            "end": 4,
            "actor": "state:AZE",
            "code": "AZE",
            "sector": "GOV",
            "identifier_text": "Azerbaijan",
        }
    ]
    assert value["quotes"] == [{"start": 5, "end": 8, "speaker": "باكو", "speaker_code": "AZE", "form": "direct"}]
    assert value["anomalies"][0]["kind"] == "garbled_date"
