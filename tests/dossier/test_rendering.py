"""How a dossier reads: both languages, dates, direction marks, hostile text, terminals."""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

import pytest
from build_claims import claim, document
from dossier_cases import CaseNames, arabic_claims, english_claims, pages
from hypothesis import given, settings
from hypothesis import strategies as st

from mihwar.dossier import FORMATS, build_dossier, render
from mihwar.dossier.safety import HtmlStyle, MarkdownStyle, TextStyle, clean
from mihwar.dossier.wording import wording
from mihwar.dossier.wrapping import wrap
from mihwar.errors import UnknownNameError
from mihwar.model import Anomaly, AnomalyKind, Page, Span

ALL = [*english_claims(), *arabic_claims()]


@pytest.fixture(scope="module")
def dossier():
    return build_dossier("USA", "AZE", pages(), ALL)


def test_english_reads_as_sentences(dossier):
    text = " ".join(render(dossier, "text", "en", CaseNames()).split())
    for sentence in (
        "As this evidence tells it, relations between the United States and Azerbaijan read as mixed: tension 0.47",
        "It rests on 10 claims of 7 events in 2 documents, from 3 speakers on 2 sides",
        "What strains it most: James O'Brien (Assistant Secretary of State, United States) criticised or accused",
        "Azerbaijan on 15 November 2023 [1][2]; then, the United States Senate imposed sanctions on",
        "15 November 2023 — James O'Brien (Assistant Secretary of State, United States) criticised or accused",
        "Azerbaijan, told by the author in Caspian Wire and the author in EU Reporter [1][2]: “On 15 November 2023",
        "Reported 2023 — the United States Senate imposed sanctions on",
        "4. The United States refused, denied or ignored Azerbaijan, told by the author in Caspian Wire [3]: “and the White",
        "yielded to or eased restrictions on Azerbaijan, concerning Section 907, told by",
        "19–20 September 2023 — Azerbaijan attacked or used force against Armenian forces",
        "September 2022 — Nancy Pelosi (Speaker of the House, United States) praised or backed Armenia",
        "The United States should praise or back Azerbaijan",
        "(reported 2023); the reason given: “because of Karabakh”",
        "6 events have no date in the text.",
        "It cooperates with one of the two and is in conflict with the other.",
        "Probably means: 25 January 2002.",
        "No claim is told by a speaker of the United States: its own account is missing.",
        "paragraph 2, sentence 2, characters 33 to 88, Why they quarrel, by A. Writer, Caspian Wire, 29 November 2023, quarrel.txt",
    ):
        assert sentence in text


def test_arabic_reads_as_sentences(dossier):
    text = " ".join(render(dossier, "text", "ar", CaseNames()).split())
    for sentence in (
        "وفق ما ترويه هذه الأدلة، تبدو العلاقات بين الولايات المتحدة وأذربيجان مختلطة: درجة التوتر 0.47",
        "وتستند هذه الخلاصة إلى 10 إفادات عن 7 أحداث في وثيقتين، من 3 متحدثين ومن طرفين",
        "15 نوفمبر 2023 — انتقاد أو اتهام موجّه إلى أذربيجان من جانب جيمس أوبراين (مساعد وزير الخارجية، الولايات المتحدة)",
        "من 19 إلى 20 سبتمبر 2023 — هجوم أو استخدام للقوة ضد",
        "بلا تاريخ في النص: 6 أحداث.",
        "المعنى المرجّح: 25 يناير 2002.",
        "(مطلوب: ينبغي أو يجب)",
        "مقال رأي لا خبر: «ما سبب التوتر؟».",
        "تاريخ مشوّه «907 يناير 25» (الفقرة 3)",
        "لا إفادة على لسان متحدث من الولايات المتحدة: روايتها غائبة.",
    ):
        assert sentence in text


def test_no_latin_stands_bare_in_arabic_text(dossier):
    for line in render(dossier, "text", "ar", CaseNames()).splitlines():
        outside = re.sub("\u2068[^\u2069]*\u2069", "", line)
        assert not [letter for letter in outside if unicodedata.bidirectional(letter) == "L"], line


def test_no_arabic_stands_bare_in_english_text(dossier):
    for line in render(dossier, "text", "en", CaseNames()).splitlines():
        outside = re.sub("\u2068[^\u2069]*\u2069", "", line)
        assert not [letter for letter in outside if unicodedata.bidirectional(letter) in {"R", "AL"}], line


@pytest.mark.parametrize("language", ["ar", "en"])
def test_lines_fit_a_terminal(dossier, language):
    for line in render(dossier, "text", language, CaseNames()).splitlines():
        assert len(line) <= 104
        assert line.count("\u2068") == line.count("\u2069")


@pytest.mark.parametrize(
    ("date", "english", "arabic"),
    [
        ("2023-11-15", "15 November 2023", "15 نوفمبر 2023"),
        ("2023-11", "November 2023", "نوفمبر 2023"),
        ("2023", "2023", "عام 2023"),
        ("2023-09-19/2023-09-20", "19–20 September 2023", "من 19 إلى 20 سبتمبر 2023"),
        ("2023-08-30/2023-09-02", "30 August 2023 to 2 September 2023", "من 30 أغسطس 2023 إلى 2 سبتمبر 2023"),
        ("1977/1981", "1977 to 1981", "من 1977 إلى 1981"),
        ("2022-03/2022-05", "March to May 2022", "من مارس إلى مايو 2022"),
        (None, "date unknown", "التاريخ غير معروف"),
    ],
)
def test_dates_keep_their_precision(date, english, arabic):
    assert wording("en").date(date) == english
    assert wording("ar").date(date) == arabic


@pytest.mark.parametrize(
    ("n", "shown"),
    [(1, "إفادة واحدة"), (2, "إفادتين"), (7, "7 إفادات"), (22, "22 إفادة"), (103, "103 إفادات"), (200, "200 إفادة")],
)
def test_arabic_counts(n, shown):
    assert wording("ar").count("claims", n) == shown


def test_both_languages_have_the_same_labels():
    def keys(node, path=""):
        if isinstance(node, dict):
            return {key for name, child in node.items() for key in keys(child, f"{path}.{name}")}
        return {path}

    skip = re.compile(r"\.counts\.|\.status_note\.|\.nouns\.|\.short\.")
    one, two = ({key for key in keys(wording(language).labels) if not skip.search(key)} for language in ("ar", "en"))
    assert one == two
    assert wording("ar").labels["counts"].keys() == wording("en").labels["counts"].keys()


class _Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.open = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


EVIL = '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) \x1b[31m\u202egnp.exe\u2066 **b** {{ 7*7 }} {a} "q" \x9b2J'


def _hostile():
    text = f"{EVIL} Sentence."
    row = claim(
        "ACCUSE",
        f"USA:GOV:{EVIL.replace(':', ';')}:{EVIL.replace(':', ';')}",
        "AZE",
        text=text,
        speaker=EVIL,
        title=EVIL,
        publication=EVIL,
        cause=EVIL,
    )
    page = Page(
        document(
            text, title=EVIL, author=EVIL, publisher=EVIL, url="javascript:alert(1)", genre="opinion", language="en"
        ),
        (row.sentence,),
        anomalies=(Anomaly(Span(0, len(EVIL)), AnomalyKind.GARBLED_DATE, EVIL, EVIL),),
    )
    return build_dossier("USA", "AZE", [page], [row])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_html_escapes_what_documents_say(language):
    page = render(_hostile(), "html", language, CaseNames())
    parser = _Tags()
    parser.feed(page)
    assert parser.open == []
    assert not {"script", "img"} & set(parser.tags)
    assert not [name for name, _ in parser.attributes if name.startswith("on")]
    assert not [value for name, value in parser.attributes if name == "href" and not value.startswith(("#", "http"))]
    assert f'lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in page
    assert "&lt;script&gt;" in page
    assert "{{ 7*7 }}" in page


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_no_control_character_reaches_a_terminal(form, language):
    shown = render(_hostile(), form, language, CaseNames())
    assert not [letter for letter in shown if unicodedata.category(letter) == "Cc" and letter != "\n"]
    assert not re.search("[\u202a-\u202e\u2066\u2067\u200e\u200f]", shown)


def test_markdown_of_hostile_text_makes_no_link_or_tag():
    shown = render(_hostile(), "markdown", "en", CaseNames())
    assert not re.search(r"(?<!\\)<[a-z/]", shown)
    assert "](" not in shown.replace("\\]", "")


def test_html_parses_and_links_every_citation(dossier):
    page = render(dossier, "html", "ar", CaseNames())
    parser = _Tags()
    parser.feed(page)
    assert parser.open == []
    ids = {value for name, value in parser.attributes if name == "id"}
    assert {value[1:] for name, value in parser.attributes if name == "href" and value.startswith("#")} <= ids
    assert len([value for value in ids if value.startswith("cite-")]) == len(dossier.citations)
    assert "http://" not in page
    assert "https://" not in page


def test_unknown_format_and_language_list_the_known(dossier):
    with pytest.raises(UnknownNameError, match="markdown"):
        render(dossier, "pdf", "en", CaseNames())
    with pytest.raises(UnknownNameError, match="ar, en"):
        render(dossier, "text", "fr", CaseNames())
    assert FORMATS == ("html", "json", "markdown", "text")


@given(st.text(max_size=80), st.sampled_from(["ltr", "rtl"]))
def test_values_are_one_line_and_balanced(text, direction):
    for style in (TextStyle(direction), MarkdownStyle(direction)):
        shown = style.value(text)
        assert "\n" not in shown
        assert shown.count("\u2068") == shown.count("\u2069") <= 1
    assert "<script" not in HtmlStyle(direction).value(text + "<script")
    assert clean(clean(text)) == clean(text)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(["word", "كلمة", "\u2068Latin run of words\u2069", "x" * 120]), max_size=40))
def test_wrapping_keeps_words_and_isolates(parts):
    text = " ".join(parts)
    lines = wrap(text, 60, first="- ", rest="  ")
    assert all(line.count("\u2068") == line.count("\u2069") for line in lines)
    bare = re.sub(r"[\u2068\u2069\s-]", "", "".join(lines))
    assert bare == re.sub(r"[\u2068\u2069\s-]", "", text)
