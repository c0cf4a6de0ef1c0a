"""Azerbaijani: endings of case, an owner before its institution, places and other names left out."""

import pytest

from mihwar.actors import find_mentions
from mihwar.model import PartialDate

DAY = PartialDate.parse("2023-11-29")


def found(text):
    return [(m.span.of(text), m.code, m.sector) for m in find_mentions(text, "az", DAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ermənistanın baş naziri Nikol Paşinyan gəldi.", [("Ermənistanın baş naziri Nikol Paşinyan", "ARM", "GOV")]),
        ("NATO-nun baş katibi Yens Stoltenberq susdu.", [("NATO-nun baş katibi Yens Stoltenberq", "IGO", "GOV")]),
        ("ABŞ-ın dövlət katibi Entoni Blinken zəng edib.", [("ABŞ-ın dövlət katibi Entoni Blinken", "USA", "GOV")]),
        (
            "Rusiya Xarici İşlər Nazirliyinin sözçüsü Mariya Zaxarova danışdı.",
            [("Rusiya Xarici İşlər Nazirliyinin sözçüsü Mariya Zaxarova", "RUS", "GOV")],
        ),
        ("İran ordusu manevr keçirir.", [("İran ordusu", "IRN", "MIL")]),
        ("Gürcüstanın parlamenti səs verdi.", [("Gürcüstanın parlamenti", "GEO", "LEG")]),
        ("amerikalı diplomatlar getdi.", [("amerikalı diplomatlar", "USA", "GOV")]),
        ("Ukraynanın müdafiə naziri istefa verdi.", [("Ukraynanın müdafiə naziri", "UKR", "GOV")]),
        ("İsrail artilleriyası atəş açdı.", [("İsrail artilleriyası", "ISR", "MIL")]),
        ("Fransa Senatı toplandı.", [("Fransa Senatı", "FRA", "LEG")]),
        ("Kreml susur.", [("Kreml", "RUS", "GOV")]),
        ("erməni separatçılar getdi.", [("erməni separatçılar", "ARM", "REB")]),
        ("Rus sülhməramlıları çıxır.", [("Rus sülhməramlıları", "RUS", "MIL")]),
        ("Şolts hökuməti dağıldı.", [("Şolts hökuməti", "DEU", "GOV")]),
        ("Avropa İttifaqı sanksiya tətbiq etdi.", [("Avropa İttifaqı", "EUR", None)]),
        ("BMT Təhlükəsizlik Şurası toplandı.", [("BMT Təhlükəsizlik Şurası", "UNO", None)]),
        ("Livan Hizbullahı raket atdı.", [("Livan Hizbullahı", "LBN", "REB")]),
        ("türkiyəli iş adamları gəldi.", [("türkiyəli iş adamları", "TUR", "BUS")]),
        ("Fransızlar etiraz etdi.", [("Fransızlar", "FRA", "CVL")]),
        ("İraqlı qaçqınlar döndü.", [("İraqlı qaçqınlar", "IRQ", "REF")]),
        ("Britaniya kəşfiyyatı bilir.", [("Britaniya kəşfiyyatı", "GBR", "SPY")]),
        ("Azərbaycan polisi onu saxladı.", [("Azərbaycan polisi", "AZE", "COP")]),
        ("Suriyanın keçmiş prezidenti danışdı.", [("Suriyanın keçmiş prezidenti", "SYR", "ELI")]),
        ("Vaşinqton Yerevana silah satır.", [("Vaşinqton", "USA", "GOV"), ("Yerevana", "ARM", "GOV")]),
        (
            "Rusiyaya prezident Tramp zəng etdi.",
            [("Rusiyaya", "RUS", "GOV"), ("prezident Tramp", "USA", "GOV")],
        ),
        (
            "Koblens məhkəməsi Suriyanı tanıyır.",
            [("məhkəməsi", None, "JUD"), ("Suriyanı", "SYR", "GOV")],
        ),
        ("Qırğız və tacik sərhədçilər.", [("Qırğız", "KGZ", "MIL"), ("tacik sərhədçilər", "TJK", "MIL")]),
    ],
)
def test_azerbaijani_mentions(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Bakıda yağış yağır.",
        "Görüş Moskvada keçirildi.",
        "Fars körfəzində gəmi batdı.",
        "Washington Post yazır.",
        "Hind okeanı genişdir.",
        "Oman körfəzi dardır.",
        "O, rus dilini bilir.",
    ],
)
def test_places_and_other_names_are_no_actors(text):
    assert found(text) == []


def test_identifier_names_the_state_and_office():
    (mention,) = find_mentions("Azərbaycanın xarici işlər naziri Tehranda idi.", "az", DAY)
    assert mention.code == "AZE"
    assert "foreign minister" in mention.identifier_text.lower()


def test_an_instrument_has_no_state():
    text = "Azadlığı Dəstək Aktına 907-ci düzəliş dayandırıldı."
    (mention,) = find_mentions(text, "az", DAY)
    assert (mention.code, mention.actor) == (None, "instrument:section-907-of-the-freedom-support-act")
