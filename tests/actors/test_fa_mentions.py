"""Persian: institutions, offices, names, places left out, words of two meanings."""

import pytest

from mihwar.actors import find_mentions
from mihwar.model import PartialDate

DAY = PartialDate.parse("2023-11-29")


def found(text, day=DAY):
    return [(m.span.of(text), m.code, m.sector) for m in find_mentions(text, "fa", day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وزارت خارجه روسیه بیانیه داد", [("وزارت خارجه روسیه", "RUS", "GOV")]),
        ("ارتش اسرائیل بیروت را بمباران کرد", [("ارتش اسرائیل", "ISR", "MIL"), ("بیروت", "LBN", "GOV")]),
        ("پلیس ترکیه دانشجویان را بازداشت کرد", [("پلیس ترکیه", "TUR", "COP"), ("دانشجویان", None, "EDU")]),
        ("سخنگوی وزارت خارجه ایران گفت", [("سخنگوی وزارت خارجه ایران", "IRN", "GOV")]),
        ("نخست‌وزیر عراق آمد", [("نخست‌وزیر عراق", "IRQ", "GOV")]),
        ("نخست وزیر عراق آمد", [("نخست وزیر عراق", "IRQ", "GOV")]),
        ("پارلمان گرجستان قانون را پذیرفت", [("پارلمان گرجستان", "GEO", "LEG")]),
        ("رئیس‌جمهوری آمریکا دستور داد", [("رئیس‌جمهوری آمریکا", "USA", "GOV")]),
        ("وزیر خارجه سابق ایران نوشت", [("وزیر خارجه سابق ایران", "IRN", "ELI")]),
        ("سپاه پاسداران موشک زد", [("سپاه پاسداران", "IRN", "MIL")]),
        ("شورای امنیت سازمان ملل رأی داد", [("شورای امنیت سازمان ملل", "UNO", None)]),
        ("آژانس بین‌المللی انرژی اتمی هشدار داد", [("آژانس بین‌المللی انرژی اتمی", "IGO", None)]),
        ("حزب‌الله لبنان شلیک کرد", [("حزب‌الله لبنان", "LBN", "REB")]),
        ("نظامیان روس عقب نشستند", [("نظامیان روس", "RUS", "MIL")]),
        ("روسیه‌ی امروز", [("روسیه‌ی", "RUS", "GOV")]),
        ("فلسطینی‌ها تظاهرات کردند", [("فلسطینی‌ها", "PSE", "CVL")]),
    ],
)
def test_institutions_are_one_mention(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ایران سفیر آلمان را احضار کرد", ["IRN", "DEU"]),
        ("پاریس و برلین مسکو را محکوم کردند", ["FRA", "DEU", "RUS"]),
        ("کاخ سفید با کرملین تماس گرفت", ["USA", "RUS"]),
        ("هند پاکستان را متهم کرد", ["IND", "PAK"]),
        ("طالبان و داعش جنگیدند", ["AFG", "IMG"]),
        ("اتحادیه اروپا و ناتو", ["EUR", "IGO"]),
    ],
)
def test_neighbouring_names_stay_apart(text, codes):
    assert [code for _, code, _ in found(text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "در تهران باران می‌بارد",
        "او در لندن ماند",
        "اقیانوس هند آرام است",
        "روزنامه واشنگتن پست نوشت",
        "اتاق را ترک کرد",
        "کمک مالی گرفت",
        "روز دوشنبه باران آمد",
        "آمریکای لاتین فقیر است",
    ],
)
def test_places_and_other_words_name_nobody(text):
    assert [code for _, code, _ in found(text) if code] == []


def test_words_of_two_meanings_need_their_context():
    assert ("مالی", "MLI", "GOV") in found("باماکو گفت مالی سربازان را بیرون کرد")
    assert ("دوشنبه", "TJK", "GOV") in found("تاجیکستان تهدید شد؛ دوشنبه پاسخ داد")


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("ولادیمیر پوتین سخن گفت", "Vladimir Putin", "RUS"),
        ("پوتین سخن گفت", "Vladimir Putin", "RUS"),
        ("مسعود پزشکیان آمد", "Masoud Pezeshkian", "IRN"),
        ("رئیس‌جمهور ایران حسن روحانی", "Hassan Rouhani", "IRN"),
        ("عباس عراقچی رفت", "Abbas Araghchi", "IRN"),
        ("آنتونیو گوترش هشدار داد", "António Guterres", "UNO"),
        ("قاسم‌ژومارت توقایف گفت", "Kassym-Jomart Tokayev", "KAZ"),
        ("محمد بن سلمان پذیرفت", "Mohammed bin Salman", "SAU"),
    ],
)
def test_people_are_told_by_name(text, name, code):
    (mention,) = [m for m in find_mentions(text, "fa", PartialDate.parse("2025-03-01")) if m.code]
    assert mention.code == code
    assert name.split()[-1][:5].lower() in (mention.identifier_text or "").lower()
