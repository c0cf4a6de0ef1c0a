"""The whole path on composed text with the shipped encoder: offsets, order, failures, one and many."""

import pytest

from mihwar.model import Document, Failure, Page, SpeechForm, content_id
from mihwar.model.contract import claim_from_json, claim_to_json
from mihwar.pipeline import Coded, Pipeline, coder_named
from mihwar.reading import read_text

pytestmark = pytest.mark.model

ENGLISH = """France condemns Russian strikes

PARIS - France on 3 March 2024 condemned Russia over strikes on Odesa, and summoned the Russian ambassador.
"We will keep helping Ukraine," French President Emmanuel Macron said on Tuesday.
Germany did not impose new sanctions on Russia.
The weather in Paris was mild.
"""
ARABIC = """باريس تدين الضربات الروسية

أدانت فرنسا روسيا في 3 مارس 2024 بسبب الضربات على أوديسا، واستدعت السفير الروسي.
وقال الرئيس الفرنسي إيمانويل ماكرون: «سنواصل دعم أوكرانيا».
ووصل وزير الخارجية التركي هاكان فيدان إلى بغداد حيث التقى رئيس الوزراء العراقي محمد شياع السوداني.
كان الطقس في باريس معتدلا.
"""


@pytest.fixture(scope="module")
def pipeline():
    return Pipeline(coder_named("encoder"))


@pytest.fixture(scope="module")
def coded(pipeline):
    return {text: pipeline.one(read_text(text)) for text in (ENGLISH, ARABIC)}


@pytest.mark.parametrize("text", [ENGLISH, ARABIC])
def test_every_span_of_every_claim_stands_in_the_text(coded, text):
    claims = coded[text].claims
    assert claims
    for claim in claims:
        assert claim.text == claim.sentence.of(text)
        for span in claim.event_spans:
            assert claim.sentence.contains(span)
            assert span.of(text).strip() == span.of(text) != ""
        for entity, span in zip(claim.actors, claim.actor_spans, strict=True):
            assert entity.entity_text == span.of(text)
        assert 0 <= claim.confidence <= 1
        assert claim_from_json(claim_to_json(claim)) == claim


@pytest.mark.parametrize(("text", "actor", "recipient"), [(ENGLISH, "FRA", "RUS"), (ARABIC, "FRA", "RUS")])
def test_a_plain_condemnation_is_found_with_its_date(coded, text, actor, recipient):
    found = [
        claim
        for claim in coded[text].claims
        if "ACCUSE" in claim.types
        and actor in {entity.code for entity in claim.actors}
        and recipient in {entity.code for entity in claim.recipients}
    ]
    assert "2024-03-03" in {str(claim.date) for claim in found}


def test_what_is_quoted_is_told_by_the_speaker_with_his_post(coded):
    for text in (ENGLISH, ARABIC):
        told = [claim for claim in coded[text].claims if claim.speaker.form is not SpeechForm.NARRATION]
        assert any("Macron" in claim.speaker.name or "ماكرون" in claim.speaker.name for claim in told)


def test_the_weather_is_no_act(coded):
    for text in (ENGLISH, ARABIC):
        assert not any("weather" in claim.text or "الطقس" in claim.text for claim in coded[text].claims)


def test_one_and_many_agree_whatever_the_company(pipeline, coded):
    documents = [read_text(text) for text in (ENGLISH, ARABIC)]
    alone = [coded[document.text] for document in documents]
    assert list(pipeline.many(documents)) == alone
    assert list(pipeline.many(reversed(documents))) == alone[::-1]


def test_a_poisoned_document_is_one_failure_and_the_rest_goes_on(pipeline):
    class Broken:
        name = "broken"

        def code(self, page: Page):
            if "poison" in page.document.text:
                raise RuntimeError("cannot be read")
            return []

    good = Document(content_id("document", text="a"), "a.txt", "France thanked Spain.", language="en")
    bad = Document(content_id("document", text="b"), "b.txt", "poison", language="en")
    missing = Failure("c.txt", "reading", "is empty")
    results = list(Pipeline(Broken()).many([good, bad, missing, good]))
    assert [type(result) for result in results] == [Coded, Failure, Failure, Coded]
    assert results[1].path == "b.txt"
    assert "cannot be read" in results[1].cause


def test_hostile_text_goes_through(pipeline):
    for text in (
        "\u202e\u2066 France \x00 attacked \ufeff Spain" * 50,
        "فرنسا ، " * 900,
        "فرنسا " * 3000,
        "a" * 20_000,
    ):
        result = pipeline.one(read_text(text + "\n"))
        for claim in result.claims:
            assert claim.sentence.of(result.page.document.text) == claim.text
