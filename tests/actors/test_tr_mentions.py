"""Turkish mentions: apostrophes and case endings, offices in front of names, places left out."""

import pytest

from mihwar.actors import find_mentions
from mihwar.model import PartialDate

PUBLISHED = PartialDate.parse("2024-05-10")


def mentions(text):
    return find_mentions(text, "tr", PUBLISHED)


@pytest.mark.parametrize(
    ("text", "words", "code", "sector"),
    [
        ("Rusya'nın tutumu değişmedi.", "Rusya", "RUS", "GOV"),
        ("ABD'den yanıt gelmedi.", "ABD", "USA", "GOV"),
        ("İran, görüşmelere döndü.", "İran", "IRN", "GOV"),
        ("Moskova, Batı'yı suçladı.", "Moskova", "RUS", "GOV"),
        ("Kremlin açıklama yaptı.", "Kremlin", "RUS", "GOV"),
        ("Beyaz Saray'dan tepki geldi.", "Beyaz Saray", "USA", "GOV"),
        ("Ruslar sınırı geçti.", "Ruslar", "RUS", "CVL"),
        ("Filistinlilere yardım ulaştı.", "Filistinlilere", "PSE", "CVL"),
        ("Rusya Savunma Bakanlığı duyurdu.", "Rusya Savunma Bakanlığı", "RUS", "MIL"),
        ("Ermenistan'ın dışişleri bakanı geldi.", "Ermenistan'ın dışişleri bakanı", "ARM", "GOV"),
        ("Almanya Başbakanı Olaf Scholz konuştu.", "Almanya Başbakanı Olaf Scholz", "DEU", "GOV"),
        ("Cumhurbaşkanı Recep Tayyip Erdoğan geldi.", "Cumhurbaşkanı Recep Tayyip Erdoğan", "TUR", "GOV"),
        ("Ermenistan Başbakanı Nikol Paşinyan'ın sözleri", "Ermenistan Başbakanı Nikol Paşinyan", "ARM", "GOV"),
        ("Türk Silahlı Kuvvetleri ilerledi.", "Türk Silahlı Kuvvetleri", "TUR", "MIL"),
        ("İsrail ordusu saldırdı.", "İsrail ordusu", "ISR", "MIL"),
        ("İngiliz polisi dört kişiyi yakaladı.", "İngiliz polisi", "GBR", "COP"),
        ("TBMM tasarıyı onayladı.", "TBMM", "TUR", "LEG"),
        ("BM Güvenlik Konseyi'nin kararı", "BM Güvenlik Konseyi", "UNO", None),
        ("AB'ye çağrı yapıldı.", "AB", "EUR", None),
        ("NATO'nun doğu kanadı", "NATO", "IGO", None),
        ("Hizbullah roket attı.", "Hizbullah", "LBN", "REB"),
        ("Husiler gemiyi vurdu.", "Husiler", "YEM", "REB"),
        ("Rusya'nın Ankara Büyükelçisi çağrıldı.", "Rusya'nın Ankara Büyükelçisi", "RUS", "GOV"),
        ("Biden yönetimi karar aldı.", "Biden yönetimi", "USA", "GOV"),
        ("Suudi Arabistan Veliaht Prensi geldi.", "Suudi Arabistan Veliaht Prensi", "SAU", "GOV"),
        ("Çin Halk Cumhuriyeti kutladı.", "Çin Halk Cumhuriyeti", "CHN", "GOV"),
        ("İranlı yetkililer reddetti.", "İranlı yetkililer", "IRN", "GOV"),
        ("Eski Almanya Başbakanı Angela Merkel yazdı.", "Eski Almanya Başbakanı Angela Merkel", "DEU", "ELI"),
    ],
)
def test_words_name_an_actor(text, words, code, sector):
    found = {mention.span.of(text): (mention.code, mention.sector) for mention in mentions(text)}
    assert words in found
    assert found[words][0] == code
    if sector is not None:
        assert found[words][1] == sector


@pytest.mark.parametrize(
    "text",
    [
        "Toplantı Ankara'da yapıldı.",
        "Moskova'daki zirve ertelendi.",
        "Oslo merkezli kuruluş açıkladı.",
        "Haberi Washington Post yazdı.",
        "Türkçe konuştu.",
        "Gemi Hint Okyanusu'nda battı.",
        "Ürün mısırdan yapılıyor.",
        "Sudan ucuz bahaneler".replace("Sudan", "sudan"),
        "Mali yılın sonunda borç arttı.",
    ],
)
def test_places_and_namesakes_are_left_out(text):
    assert [mention.span.of(text) for mention in mentions(text) if mention.code] == []


def test_a_surname_counts_where_its_state_is_named():
    text = "Azerbaycan ordusu ilerledi. Aliyev kararı savundu."
    assert [(m.span.of(text), m.code) for m in mentions(text)] == [("Azerbaycan ordusu", "AZE"), ("Aliyev", "AZE")]
    assert mentions("Aliyev iyi bir aşçıydı.") == () or mentions("Aliyev iyi bir aşçıydı.")[0].code == "AZE"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Rusya Dışişleri Bakanı Sergey Lavrov", "Sergey Lavrov"),
        ("Dışişleri Bakanı Hakan Fidan", "Hakan Fidan"),
        ("İran Cumhurbaşkanı Mesud Pezeşkiyan", "Pezeshkian"),
        ("Miçotakis", "Mitsotakis"),
        ("Ukrayna Devlet Başkanı Vladimir Zelenskiy", "Zelensk"),
        ("Hamas", "Hamas"),
    ],
)
def test_identifier_text_is_the_tables_own_name(text, named):
    last = mentions(f"{text} konuştu.")[-1]
    assert named.split()[-1] in last.identifier_text


def test_joined_demonyms_share_their_heads():
    text = "Fransız ve Alman liderler buluştu."
    assert [(m.code, m.actor) for m in mentions(text)] == [("FRA", "role:FRA:official"), ("DEU", "role:DEU:official")]
