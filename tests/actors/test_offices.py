import pytest

from mihwar.actors import actor_name, find_mentions, known_actors, office_name, resolve_office, state_code, state_name
from mihwar.errors import UnknownNameError
from mihwar.model import PartialDate


def only(text, day="2023-11-29"):
    (mention,) = find_mentions(text, None, PartialDate.parse(day))
    return mention


@pytest.mark.parametrize(
    ("day", "sector", "office"),
    [
        ("2023-11-29", "GOV", "President"),
        ("2012-05", "GOV", "Vice President"),
        ("2018", "ELI", "former Vice President"),
    ],
)
def test_a_person_has_the_office_of_the_date(day, sector, office):
    mention = only("Joe Biden", day)
    assert (mention.actor, mention.sector, mention.office) == ("person:joe-biden", sector, office)
    assert "President" in mention.reason


def test_a_former_holder_keeps_the_identity_and_gets_the_office_back_for_its_time():
    now = only("الرئيس السابق حيدر علييف")
    assert (now.actor, now.code, now.sector) == ("person:heydar-aliyev", "AZE", "ELI")
    then = resolve_office(now, PartialDate.parse("1994-09-20"))
    assert (then.sector, then.office) == ("GOV", "President")
    assert then.tenure is not None


def test_a_surname_passes_to_the_namesake_in_office():
    text = "The United States Congress heard President Bush."
    mention = find_mentions(text, "en", PartialDate.parse("2023-11-29"))[-1]
    assert resolve_office(mention, PartialDate.parse("2002-01-25")).actor == "person:george-w-bush"
    assert resolve_office(mention, PartialDate.parse("1991-01-17")).actor == "person:george-h-w-bush"


def test_former_without_a_name_is_eli():
    assert only("the former Turkish president").sector == "ELI"
    assert only("رئيس الوزراء العراقي السابق").sector == "ELI"


def test_mentions_of_no_person_come_back_unchanged():
    mention = only("the Turkish army")
    assert resolve_office(mention, PartialDate.parse("1999")) == mention


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("aze", "AZE"), ("USA", "USA"), ("us", "USA"), ("أمريكا", "USA"), ("اذربيجان", "AZE"), ("Azərbaycan", "AZE"), ("Armenians", "ARM"),
        ("أذربيجانيون", "AZE"), ("الأرمن", "ARM"), ("Россия", "RUS"), ("Kremlin", "RUS"), ("the UK", "GBR"), ("kosovo", "KOS"),
        ("EUR", "EUR"), ("United Nations", "UNO"), ("طهران", "IRN"), ("گرجستان", "GEO"), ("Hong Kong", "HKG"), ("Palestine", "PSE"),
    ],
)  # fmt: skip
def test_state_code_knows_names_in_any_spelling(name, code):
    assert state_code(name) == code


def test_an_unknown_state_names_near_ones():
    with pytest.raises(UnknownNameError) as caught:
        state_code("Azerbajan")
    assert any("azerbaijan" in near for near in caught.value.known)


def test_names_in_both_languages():
    assert (state_name("AZE", "en"), state_name("AZE", "ar")) == ("Azerbaijan", "أذربيجان")
    assert actor_name("person:ilham-aliyev", "ar") == "إلهام علييف"
    assert actor_name("state:USA", "en") == "United States"
    assert office_name("foreign minister", "ar") == "وزير الخارجية"
    assert actor_name("office:TUR:president", "en") == "president of Turkey"


def test_every_known_actor_has_a_name_and_its_own_id():
    actors = list(known_actors())
    assert len({actor.id for actor in actors}) == len(actors)
    assert all(any(actor.names.values()) for actor in actors)
    states = [actor for actor in actors if actor.id.startswith("state:")]
    assert len(states) == 198
    assert sum(actor.id.startswith("igo:") for actor in actors) >= 150


def test_a_title_in_the_text_speaks_of_its_own_time():
    titled = only("President Barack Obama")
    assert (titled.sector, titled.office) == ("GOV", "President")
    assert only("Barack Obama").sector == "ELI"
    assert only("former President Barack Obama").sector == "ELI"
    assert resolve_office(titled, PartialDate.parse("2023")).sector == "ELI"
