"""Persian: dates of both calendars, quotations with their speakers, statuses, and where sentences end."""

import pytest

from mihwar.attribution import find_quotes, status_of
from mihwar.languages import find_dates
from mihwar.model import Mention, MentionKind, PartialDate, Span, Status
from mihwar.segmenting import sentence_spans

WEDNESDAY = PartialDate.parse("2023-11-29")


def read(text, reference=WEDNESDAY):
    return [str(found.date) for found in find_dates(text, "fa", reference)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("روز دوشنبه ۱۵ آبان ۱۴۰۲ در باکو", ["2023-11-06"]),
        ("۱۵ نوامبر ۲۰۲۳", ["2023-11-15"]),
        ("در نوامبر ۲۰۲۰", ["2020-11"]),
        ("در ماه مه ۲۰۱۸", ["2018-05"]),
        ("پنجم ژوئیه", ["2023-07-05"]),
        ("روز پنجشنبه ۱۹ خرداد", ["2023-06-09"]),
        ("بیست و یکم آبان ۱۴۰۲", ["2023-11-12"]),
        ("اول اسفند", ["2023-02-20"]),
        ("از ۳ تا ۵ آبان ۱۴۰۲", ["2023-10-25/2023-10-27"]),
        ("از ۱۵ تا ۱۷ اکتبر ۲۰۲۲", ["2022-10-15/2022-10-17"]),
        ("تیر ۱۳۹۴", ["2015-06-22/2015-07-22"]),
        ("در اردیبهشت‌ماه ۱۳۹۷", ["2018-04-21/2018-05-21"]),
        ("مهرماه امسال", ["2023-09-23/2023-10-22"]),
        ("۲۲ بهمن ۱۳۵۷", ["1979-02-11"]),
        ("۲۴ اسد ۱۴۰۰", ["2021-08-15"]),
        ("۱۴۰۲/۰۸/۱۵", ["2023-11-06"]),
        ("در سال ۱۳۹۸", ["2019-03-21/2020-03-19"]),
        ("انتخابات سال ۸۸", ["2009-03-21/2010-03-20"]),
        ("سال‌های ۱۳۹۲ تا ۱۴۰۰", ["2013-03-21/2022-03-20"]),
        ("از سال ۲۰۲۰ تا ۲۰۲۲", ["2020-01-01/2022-12-31"]),
        ("بهار ۱۴۰۱", ["2022-03-21/2022-06-21"]),
        ("در دهه شصت", ["1981-03-21/1991-03-20"]),
        ("دهه ۱۹۹۰ میلادی", ["1990-01-01/1999-12-31"]),
        ("قرن نوزدهم", ["1801-01-01/1900-12-31"]),
        ("قرن ۱۹", ["1801-01-01/1900-12-31"]),
        ("محرم ۱۴۴۵ قمری", ["2023-07-19/2023-08-16"]),
        ("اواخر سال ۲۰۲۱", ["2021"]),
        ("هفته گذشته", ["2023-11-20/2023-11-26"]),
        ("دو هفته پیش", ["2023-11-13/2023-11-19"]),
        ("ماه آینده", ["2023-12"]),
        ("پارسال", ["2022"]),
        ("دیروز", ["2023-11-28"]),
        ("روز گذشته", ["2023-11-28"]),
        ("سه روز پیش", ["2023-11-26"]),
        ("۱۰ روز گذشته", ["2023-11-19/2023-11-29"]),
        ("سه شنبه گذشته", ["2023-11-28"]),
        ("سه‌شنبه با او دیدار کرد", ["2023-11-28"]),
        ("جمعه به باکو خواهد رفت", ["2023-12-01"]),
        ("۲۴ آبان (۱۵ نوامبر)", ["2023-11-15", "2023-11-15"]),
        ("در ۷ اکتبر", ["2023-10-07"]),
    ],
)
def test_persian_expression_resolves(text, dates):
    assert read(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "قطعنامه ۱۳۷۳ شورای امنیت",
        "۱۴۰۰ نفر کشته شدند",
        "در آب‌های خلیج فارس",
        "جوان بیست‌ساله‌ای گریخت",
        "مهر و محبت",
        "تیر خورد و افتاد",
        "ماده ۹۰۷ قانون",
    ],
)
def test_what_is_no_date_is_left_alone(text):
    assert read(text) == []


def mention(text, words, code=None):
    at = text.index(words)
    return Mention(Span(at, at + len(words)), MentionKind.PERSON, words, code, "GOV", words)


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("عباس عراقچی گفت: «ما مذاکره را ترک نمی‌کنیم.»", "عباس عراقچی", "ما مذاکره را ترک نمی‌کنیم."),
        (
            "دونالد ترامپ نوشت: «توافق با آن‌ها به پایان رسیده است.»",
            "دونالد ترامپ",
            "توافق با آن‌ها به پایان رسیده است.",
        ),
        (
            "سرگئی لاوروف هشدار داد: «ما به این حمله پاسخ خواهیم داد.»",
            "سرگئی لاوروف",
            "ما به این حمله پاسخ خواهیم داد.",
        ),
        ("هاکان فیدان تأکید کرد: «مرزهای ما همیشه باز می‌ماند.»", "هاکان فیدان", "مرزهای ما همیشه باز می‌ماند."),
        ("نیکول پاشینیان می‌گوید: «صلح نزدیک است.»", "نیکول پاشینیان", "صلح نزدیک است."),
    ],
)
def test_the_speaker_of_a_quotation_is_named(text, speaker, said):
    (quote,) = find_quotes(text, sentence_spans(text, "fa", ()), [mention(text, speaker)], "fa")
    assert quote.speaker == speaker
    assert quote.span.of(text).strip() == said


@pytest.mark.parametrize(
    ("text", "words", "status"),
    [
        ("ایران فردا با آمریکا مذاکره خواهد کرد.", "مذاکره خواهد کرد", Status.FUTURE),
        ("اگر آمریکا تحریم کند، ایران خارج می‌شود.", "تحریم کند", Status.HYPOTHETICAL),
        ("روسیه باید نیروهایش را بیرون ببرد.", "بیرون ببرد", Status.NORMATIVE),
        ("ترکیه بدون عبور از مرز بازگشت.", "عبور از مرز", Status.NEGATED),
        ("روسیه پل را بمباران کرد.", "بمباران کرد", Status.OCCURRED),
    ],
)
def test_status_follows_the_words_around_the_act(text, words, status):
    at = text.index(words)
    found, _ = status_of(Span(at, at + len(words)), Span(0, len(text)), text, "fa")
    assert found == status


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("وزیر خارجه ایران به مسکو رفت. او با لاوروف دیدار کرد.", 2),
        ("دکتر. محمد مصدق در ۱۹۵۳ برکنار شد.", 1),
        ("آیا توافق می‌شود؟ کسی نمی‌داند.", 2),
        ("در سال ۳۰۰ ق.م. اسکندر آمد و رفت.", 1),
        ("نیروهای پ.ک.ک. عقب نشستند.", 1),
    ],
)
def test_sentences_end_where_they_should(text, count):
    assert len(sentence_spans(text, "fa", ())) == count
