"""Dates in running text, Arabic and English: precision, reference, numbers that are no dates, offsets."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mihwar.languages import DateKind, find_dates, language
from mihwar.model import PartialDate

WEDNESDAY = PartialDate.parse("2023-11-29")


def read(text, code, reference=WEDNESDAY):
    return [str(found.date) for found in find_dates(text, code, reference)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("في 7th مارس 2022، خلال مؤتمر", ["2022-03-07"]),
        ("وقع الاتفاق في الفترة من 3 إلى 9 آب 2021", ["2021-08-03/2021-08-09"]),
        ("من 28 أيلول إلى 3 تشرين الأول 2020", ["2020-09-28/2020-10-03"]),
        ("اللقاء يوم الثلاثاء 14 نونبر 2023 في الرباط", ["2023-11-14"]),
        ("في 12 جانفي 2019", ["2019-01-12"]),
        ("في 21 يناير/كانون الثاني 2020 زار الوفد", ["2020-01-21"]),
        ("في عام 1967 وقعت الحرب", ["1967"]),
        ("بين عامي 1988 و1994", ["1988-01-01/1994-12-31"]),
        ("من عام 2003 إلى عام 2011", ["2003-01-01/2011-12-31"]),
        ("في أواخر الثمانينيات", ["1986-01-01/1989-12-31"]),
        ("ثلاثينيات القرن الماضي", ["1930-01-01/1939-12-31"]),
        ("هذا العام", ["2023"]),
        ("العام الماضي قالت الوزارة", ["2022"]),
        ("الشهر المقبل", ["2023-12"]),
        ("قبل ثلاثة أيام", ["2023-11-26"]),
        ("قبل أسبوعين", ["2023-11-13/2023-11-19"]),
        ("أمس الأول", ["2023-11-27"]),
        ("وقال يوم الاثنين إن", ["2023-11-27"]),
        ("سيلتقي الوزيران الجمعة", ["2023-12-01"]),
        ("٥ أيار ٢٠١٨", ["2018-05-05"]),
        ("۱۵ نوفمبر ۲۰۲۳", ["2023-11-15"]),
        ("في 9 رجب 1445 هـ", ["2024-01-21"]),
        ("في الخامس والعشرين من فبراير 2021", ["2021-02-25"]),
        ("في 15 ديسمبر", ["2022-12-15"]),
        ("ستعقد القمة في 15 ديسمبر", ["2023-12-15"]),
        ("في سبتمبر الماضي", ["2023-09"]),
        ("مطلع نوفمبر 2022", ["2022-11"]),
        ("صيف عام 2014", ["2014-06-01/2014-08-31"]),
        ("بتاريخ 04/11/2023", ["2023-11-04"]),
        ("في الربع الثالث من عام 2016", ["2016-07-01/2016-09-30"]),
        ("15 من الشهر الجاري", ["2023-11-15"]),
    ],
)
def test_arabic_expression_resolves(text, dates):
    assert read(text, "ar") == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("from 3 to 5 May", ["2023-05-03/2023-05-05"]),
        ("on September 19-20, 2021,", ["2021-09-19/2021-09-20"]),
        ("19–20 September 2021", ["2021-09-19/2021-09-20"]),
        ("between 28 December 2021 and 3 January 2022", ["2021-12-28/2022-01-03"]),
        ("on Tuesday, March 5th, 2019", ["2019-03-05"]),
        ("the 4th of July 1999", ["1999-07-04"]),
        ("in the early 1990s", ["1990-01-01/1993-12-31"]),
        ("during the late nineties", ["1996-01-01/1999-12-31"]),
        ("from 1977 to 1981", ["1977-01-01/1981-12-31"]),
        ("in October", ["2023-10"]),
        ("last March", ["2023-03"]),
        ("May 2024", ["2024-05"]),
        ("in the spring of 2019", ["2019-03-01/2019-05-31"]),
        ("two days ago", ["2023-11-27"]),
        ("three months ago", ["2023-08"]),
        ("will travel on Friday", ["2023-12-01"]),
        ("met on Friday", ["2023-11-24"]),
        ("on Monday.", ["2023-11-27"]),
        ("last week", ["2023-11-20/2023-11-26"]),
        ("last Thursday", ["2023-11-23"]),
        ("2021-03-07", ["2021-03-07"]),
        ("15/11/2023", ["2023-11-15"]),
        ("13.5.2015", ["2015-05-13"]),
        ("since 2014, Russia", ["2014"]),
        ("Sept. 11, 2001", ["2001-09-11"]),
        ("the 19th century", ["1801-01-01/1900-12-31"]),
        ("in the first half of 2020", ["2020-01-01/2020-06-30"]),
        ("February 29", ["2020-02-29"]),
    ],
)
def test_english_expression_resolves(text, dates):
    assert read(text, "en") == dates


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Section 1907 of the code", "en"),
        ("UN Security Council resolution 1973 was cited", "en"),
        ("resolution no. 1803", "en"),
        ("some 2000 troops crossed", "en"),
        ("the Foreign Aid Act of 1961 limits it", "en"),
        ("the Taiwan Relations Act 1979, which", "en"),
        ("they may march again", "en"),
        ("on the 1st the ministers", "en"),
        ("paid $1990, he said", "en"),
        ("version 10.5 was released", "en"),
        ("المادة 1990 من القانون", "ar"),
        ("قرار مجلس الأمن رقم 2015 بشأن", "ar"),
        ("قانون الدفاع لعام 2011 يمنع", "ar"),
        ("نشر 2000 جندي", "ar"),
        ("وأيضا على 1st التقى الوزيران", "ar"),
        ("في 512 مارس 14، تنازل الرئيس", "ar"),
        ("في اليوم التالي غادر", "ar"),
        ("31 نوفمبر 2023", "ar"),
    ],
)
def test_a_number_that_is_no_date_gives_none(text, code):
    assert [date for date in read(text, code) if len(date) > 7] == []
    assert not [date for date in read(text, code) if "month" not in date and date[:4] in text and len(date) == 4]


def test_enacted_year_is_a_date_though_the_name_has_one():
    assert read("Congress passed the Arms Export Act of 1976 in 1977", "en") == ["1977"]
    assert read("سن الكونغرس قانون المساعدات لعام 1961 في عام 1962", "ar") == ["1962"]


def test_relative_words_need_a_reference():
    assert read("yesterday and on 5 May", "en", None) == []
    assert read("on 5 May 2020", "en", None) == ["2020-05-05"]
    (found,) = find_dates("أمس", "ar", WEDNESDAY)
    assert found.kind is DateKind.RELATIVE
    assert "2023-11-29" in found.reason


def test_unknown_language_reads_what_any_language_knows():
    assert read("يوم 5 مايو 2020 and 6 May 2020", None) == ["2020-05-05", "2020-05-06"]
    assert read("6 May 2020", "zz") == ["2020-05-06"]


MONTHS = sorted(
    {
        name
        for code in ("ar", "en")
        for name in language(code).dates.months
        if not name.endswith("2") and "1" not in name
    }
)


@settings(max_examples=150, deadline=None)
@given(
    day=st.integers(1, 28),
    month=st.sampled_from(MONTHS),
    year=st.integers(1900, 2099),
    before=st.sampled_from(["", "قال إن ", "He said 🙂 on ", "\u200fوفي "]),
    after=st.sampled_from(["", ".", " جلسة", " the talks", "، ثم"]),
)
def test_a_slice_reads_to_the_same_date(day, month, year, before, after):
    text = f"{before}{day} {month} {year}{after}"
    (found,) = find_dates(text, None, WEDNESDAY)
    slice_ = found.span.of(text)
    assert slice_ == f"{day} {month} {year}"
    (again,) = find_dates(slice_, None, WEDNESDAY)
    assert again.date == found.date


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="0123456789 -/.,وفي من إلى مايو May th 'ل\n", max_size=80))
def test_any_text_gives_ordered_disjoint_spans_inside_it(text):
    found = find_dates(text, None, WEDNESDAY)
    ends = [0]
    for mention in found:
        assert ends[-1] <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text).strip()
        ends.append(mention.span.end)


@pytest.mark.parametrize(
    "piece", ["1 ", "1-", "May ", "من 1 إلى ", "1", "e of the ", "و", "1.1", "ي\u0651", "a'", "12, ", "قبل "]
)
def test_a_megabyte_of_hostile_text_takes_linear_time(piece):
    text = piece * (1_000_000 // len(piece))
    start = time.process_time()
    find_dates(text, "ar", WEDNESDAY)
    # One megabyte of dense date words took 1.9 s at most here; quadratic work would take hours.
    assert time.process_time() - start < 12
