"""French: states, peoples, institutions with their state inside or behind, persons, places that are no mention."""

import pytest

from mihwar.actors import find_mentions
from mihwar.model import PartialDate

DAY = PartialDate.parse("2025-06-15")


def found(text, day=DAY):
    return [(m.span.of(text), m.code, m.sector) for m in find_mentions(text, "fr", day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'Azerbaïdjan a protesté.", [("Azerbaïdjan", "AZE", "GOV")]),
        ("Les États-Unis et la Chine négocient.", [("États-Unis", "USA", "GOV"), ("Chine", "CHN", "GOV")]),
        ("Le gouvernement français proteste.", [("gouvernement français", "FRA", "GOV")]),
        ("le gouvernement de la Turquie", [("gouvernement de la Turquie", "TUR", "GOV")]),
        ("L'armée israélienne a tiré.", [("armée israélienne", "ISR", "MIL")]),
        ("les forces armées soudanaises", [("forces armées soudanaises", "SDN", "MIL")]),
        ("Des soldats géorgiens partent.", [("soldats géorgiens", "GEO", "MIL")]),
        ("Le Parlement irakien a voté.", [("Parlement irakien", "IRQ", "LEG")]),
        (
            "le président de la République islamique d'Iran",
            [("président de la République islamique d'Iran", "IRN", "GOV")],
        ),
        ("le ministre turc des Affaires étrangères", [("ministre turc des Affaires étrangères", "TUR", "GOV")]),
        ("le ministère russe de la Défense", [("ministère russe de la Défense", "RUS", "MIL")]),
        ("le chef de la diplomatie arménienne", [("chef de la diplomatie arménienne", "ARM", "GOV")]),
        ("l'ex-ministre malgache", [("ex-ministre malgache", "MDG", "ELI")]),
        (
            "les présidents arménien et azerbaïdjanais",
            [("présidents arménien", "ARM", "GOV"), ("azerbaïdjanais", "AZE", "GOV")],
        ),
        ("Les Iraniens ont voté.", [("Iraniens", "IRN", "CVL")]),
        ("un navire iranien", [("navire iranien", "IRN", "BUS")]),
        ("Moscou a condamné l'attaque.", [("Moscou", "RUS", "GOV")]),
        ("Le Quai d'Orsay a réagi.", [("Quai d'Orsay", "FRA", "GOV")]),
        ("L'Élysée et la Maison-Blanche", [("Élysée", "FRA", "GOV"), ("Maison-Blanche", "USA", "GOV")]),
        ("Bruxelles menace.", [("Bruxelles", "EUR", "GOV")]),
        ("L'Otan a répondu à l'ONU.", [("Otan", "IGO", None), ("ONU", "UNO", None)]),
        ("Le Hezbollah et le Hamas", [("Hezbollah", "LBN", "REB"), ("Hamas", "PSE", "REB")]),
        ("Les houthistes ont tiré.", [("houthistes", "YEM", "REB")]),
        ("Tsahal a frappé.", [("Tsahal", "ISR", "MIL")]),
        ("Emmanuel Macron a parlé.", [("Emmanuel Macron", "FRA", "GOV")]),
        ("Le président Volodymyr Zelensky est venu.", [("président Volodymyr Zelensky", "UKR", "GOV")]),
        ("La Russie et M. Lavrov ont refusé.", [("Russie", "RUS", "GOV"), ("M. Lavrov", "RUS", "GOV")]),
        ("Un accord russo-ukrainien", [("russo", "RUS", "GOV"), ("ukrainien", "UKR", "GOV")]),
    ],
)
def test_french_mention_has_its_code_and_sector(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vladimir Poutine a signé.", "Vladimir Putin"),
        ("Recep Tayyip Erdoğan a signé.", "Recep Tayyip Erdogan"),
        ("Mohammed Ben Salman a signé.", "Mohammed bin Salman"),
        ("Abdelmadjid Tebboune a signé.", "Abdelmadjid Tebboune"),
        ("Djeyhoun Baïramov a signé.", "Jeyhun Bayramov"),
        ("Nikol Pachinian a signé.", "Nikol Pashinyan"),
        ("Bachar Al-Assad a signé.", "Bashar al-Assad"),
    ],
)
def test_french_spelling_of_a_name_is_the_person(text, name):
    assert [m.identifier_text for m in find_mentions(text, "fr", DAY)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Né à Paris, il vit près d'Ankara.",
        "Les ministres se sont réunis à Vienne.",
        "Il lit le Washington Post.",
        "un navire dans l'océan Indien",
        "en Amérique latine",
        "Mme Macron dirige une boulangerie.",
        "la République dominicaine".replace("République dominicaine", "place Dominique"),
    ],
)
def test_french_place_or_namesake_is_left_out(text):
    assert [m for m in find_mentions(text, "fr", None) if m.code] == []


def test_french_office_is_that_of_the_day():
    (then,) = find_mentions("François Hollande a parlé.", "fr", PartialDate.parse("2015-06-01"))
    (later,) = find_mentions("François Hollande a parlé.", "fr", PartialDate.parse("2020-06-01"))
    assert (then.office, then.sector, later.sector) == ("President", "GOV", "ELI")


def test_french_portfolio_around_its_state_is_one_office():
    (minister,) = find_mentions("le ministre iranien des Affaires étrangères", "fr", DAY)
    assert (minister.actor, minister.office) == ("office:IRN:foreign-minister", "foreign minister")
