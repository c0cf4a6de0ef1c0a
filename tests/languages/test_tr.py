"""Turkish: dates with case endings, quotations of a verb-final language, sentences with ordinals and abbreviations."""

import pytest

from mihwar.actors import find_mentions
from mihwar.attribution import find_quotes
from mihwar.languages import find_dates, language
from mihwar.model import PartialDate
from mihwar.segmenting import sentence_spans

WEDNESDAY = PartialDate.parse("2023-11-29")


def read(text, reference=WEDNESDAY):
    return [str(found.date) for found in find_dates(text, "tr", reference)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Anlaşma 15 Kasım 2023'te imzalandı.", ["2023-11-15"]),
        ("Heyet 15 Kasım 2023 Çarşamba günü geldi.", ["2023-11-15"]),
        ("Grup Kasım 2023'te kuruldu.", ["2023-11"]),
        ("2023 yılının Kasım ayında açıkladı.", ["2023-11"]),
        ("2023'ün Kasım ayında açıkladı.", ["2023-11"]),
        ("2023 yılında seçim yapıldı.", ["2023"]),
        ("Savaş 1992'de başladı.", ["1992"]),
        ("1990'lı yıllarda göç arttı.", ["1990-01-01/1999-12-31"]),
        ("1990'larda göç arttı.", ["1990-01-01/1999-12-31"]),
        ("20. yüzyılda çizilen sınır", ["1901-01-01/2000-12-31"]),
        ("Bakan dün konuştu.", ["2023-11-28"]),
        ("Bakan bugün konuştu.", ["2023-11-29"]),
        ("Bakan önceki gün konuştu.", ["2023-11-27"]),
        ("Liderler yarın görüşecek.", ["2023-11-30"]),
        ("Geçen hafta Bakü'ye gitti.", ["2023-11-20/2023-11-26"]),
        ("Geçen yıl ziyaret etti.", ["2022"]),
        ("Gelecek ay toplanacak.", ["2023-12"]),
        ("Üç gün önce vuruldu.", ["2023-11-26"]),
        ("10 yıl önce kapatıldı.", ["2013"]),
        ("Salı günü açıklandı.", ["2023-11-28"]),
        ("Cuma günü görüşecekler.", ["2023-12-01"]),
        ("15-17 Kasım 2023 tarihlerinde", ["2023-11-15/2023-11-17"]),
        ("28 Eylül-3 Ekim 2020", ["2020-09-28/2020-10-03"]),
        ("2020'den 2023'e kadar sürdü.", ["2020-01-01/2023-12-31"]),
        ("1988 ile 1994 yılları arasında", ["1988-01-01/1994-12-31"]),
        ("15.11.2023 tarihli karar", ["2023-11-15"]),
        ("2023'ün üçüncü çeyreğinde", ["2023-07-01/2023-09-30"]),
        ("2023 sonbaharında", ["2023-09-01/2023-11-30"]),
        ("Geçen yılın eylül ayında", ["2022-09"]),
        ("15 Kasım'da imzaladılar.", ["2023-11-15"]),
        ("3 Aralık'ta Ankara'ya gelecek.", ["2023-12-03"]),
        ("Bu ayın 15'inde", ["2023-11-15"]),
        ("Mayıs 1994'ten bu yana", ["1994-05"]),
        ("8 Ağustos 2025 tarihinde", ["2025-08-08"]),
    ],
)
def test_turkish_expression_resolves(text, dates):
    assert read(text) == dates


@pytest.mark.parametrize(
    "text",
    ["907 sayılı yasa", "1701 sayılı karar", "2000 asker öldü", "ekim alanları genişledi", "Mahallede bir ocak var."],
)
def test_numbers_and_namesakes_are_no_dates(text):
    assert read(text) == []


def quotes_of(text):
    found = find_quotes(text, sentence_spans(text, "tr", ()), find_mentions(text, "tr", WEDNESDAY), "tr")
    return [(quote.form.value, quote.span.of(text), quote.speaker_code) for quote in found]


@pytest.mark.parametrize(
    ("text", "form", "words", "code"),
    [
        (
            "Türkiye Dışişleri Bakanı Hakan Fidan, Ermenistan ile sürecin devam ettiğini söyledi.",
            "indirect",
            "Ermenistan ile sürecin devam ettiğini",
            "TUR",
        ),
        (
            "Rusya Savunma Bakanlığı, Ukrayna'nın gece Belgorod'a saldırdığını bildirdi.",
            "indirect",
            "Ukrayna'nın gece Belgorod'a saldırdığını",
            "RUS",
        ),
        (
            "Hamas, İsrail'in ateşkesi ihlal ettiğini iddia etti.",
            "indirect",
            "İsrail'in ateşkesi ihlal ettiğini",
            "PSE",
        ),
        (
            'Cumhurbaşkanı Recep Tayyip Erdoğan, "Azerbaycan\'ın yanında olmaya devam edeceğiz" dedi.',
            "direct",
            "Azerbaycan'ın yanında olmaya devam edeceğiz",
            "TUR",
        ),
        (
            'Netanyahu, "Hedeflerimize ulaşana kadar durmayacağız" ifadelerini kullandı.',
            "direct",
            "Hedeflerimize ulaşana kadar durmayacağız",
            "ISR",
        ),
        (
            '"Bu saldırı cevapsız kalmayacak" diyen İran Dışişleri Bakanı Abbas Arakçi, Paris\'e gitti.',
            "direct",
            "Bu saldırı cevapsız kalmayacak",
            "IRN",
        ),
        (
            'ABD Başkanı Donald Trump: "İran nükleer silaha sahip olamaz, buna izin vermeyeceğiz."',
            "direct",
            "İran nükleer silaha sahip olamaz, buna izin vermeyeceğiz.",
            "USA",
        ),
        ("Kremlin Sözcüsü Dmitriy Peskov'a göre, Batı barış istemiyor.", "indirect", "Batı barış istemiyor", "RUS"),
    ],
)
def test_the_speaker_stands_before_a_verb_at_the_end(text, form, words, code):
    assert (form, words, code) in quotes_of(text)


def test_who_is_named_inside_a_quotation_does_not_speak_it():
    (quote,) = quotes_of(
        'Bakan, "Türkiye, Suriye\'nin toprak bütünlüğünü destekliyor ve destekleyecek" ifadesini kullandı.'
    )
    assert quote[2] is None


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Prof. Dr. Ayşe Kaya konuştu. Salon doluydu.", 2),
        ("Taraflar 15. Zirve'de buluştu. Görüşme iki saat sürdü.", 2),
        ("20. yüzyılda çizilen sınır değişmedi.", 1),
        ("Org. Yaşar Güler cepheye gitti. Ardından Ankara'ya döndü.", 2),
        ("Sn. Bakan geldi. Basın bekliyordu.", 2),
        ('Bakan "Hayır." dedi. Toplantı bitti.', 2),
        ("ABD Dışişleri Bakanlığı açıkladı! Moskova sustu. Neden?", 3),
    ],
)
def test_sentences_end_where_they_should(text, sentences):
    assert len(sentence_spans(text, "tr", ())) == sentences


def test_stances_of_reporting_verbs():
    verbs = language("tr").reporting.verbs
    told = {
        form: verbs[form]
        for form in ("dedi", "iddia etti", "uyardı", "yalanladı", "vurguladı", "suçladı", "kabul etti")
    }
    assert list(told.values()) == ["say", "claim", "warn", "deny", "affirm", "accuse", "admit"]
