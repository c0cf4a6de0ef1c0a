"""Sentences of composed Arabic, English, Turkish and Russian text, and what holds for any text at all."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mihwar.model import Span
from mihwar.segmenting import MAX_SENTENCE, sentence_spans


def cut(text, language, chrome=()):
    return [span.of(text) for span in sentence_spans(text, language, chrome)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("ar", ["قال د. أحمد سالم إن بلاده ترفض القرار.", "وأضاف أن الحوار مستمر."]),
        ("ar", ["نشرت وكالة أ. ف. ب. الخبر صباحا.", "ولم تعلق الوزارة."]),
        ("ar", ["عقد اللقاء في 15. نوفمبر 2023 في المنامة.", "ثم غادر الوفد."]),
        ("ar", ["ارتفع السعر إلى 10.5 دولار.", "هل يستمر ذلك؟", "لا أحد يعلم!"]),
        ("ar", ["راجع ص. 12 من التقرير.", "انتهى."]),
        ("ar", ["انسحبت القوات من الأرض.", "وعاد السكان."]),
        ("en", ["Mr. J. Smith of the U.S. Senate met Gen. Lee at 5 p.m. on Tuesday.", "They agreed."]),
        ("en", ["He has lived in the U.S. for years.", "She has not."]),
        ("en", ["The envoy left the U.S.", "The embassy declined to comment."]),
        ("en", ["Exports rose 3.5 percent, e.g. in oil.", "Imports fell."]),
        ("en", ["On 15. November the two sides met.", "Nothing came of it."]),
        ("en", ["See example.com for the text.", "It is long."]),
        ("en", ["Did it work?", "Yes!", "It did..."]),
        ("tr", ["Bu sorun 19. yüzyılda başladı.", "Sn. Bakan konuştu."]),
        ("ru", ["Об этом заявил С. В. Петров.", "Сумма составила 5 млн. рублей."]),
        ("hy", ["Նա գնաց Երևան։", "Հետո վերադարձավ։"]),
    ],
)
def test_known_sentences(language, sentences):
    assert cut(" ".join(sentences), language) == sentences


def test_stray_full_stops_stay_with_their_sentence():
    assert cut("مثل ممر الغاز الجنوبي. . وقد أدت المشاريع إلى زيادة.", "ar") == [
        "مثل ممر الغاز الجنوبي. .",
        "وقد أدت المشاريع إلى زيادة.",
    ]


def test_an_opening_mark_goes_with_what_it_opens():
    assert cut('وقال الوزير كلمته. "إننا نرفض. ثم غادر.', "ar")[0] == "وقال الوزير كلمته."
    assert cut('"We refuse." He left. "Why?"', "en")[0] == '"We refuse."'


def test_paragraphs_and_headlines_stand_alone():
    text = "Ankara lifts objection\n\nANKARA - Turkey agreed\nThe deal came late.\r\n\r\nIt held."
    assert cut(text, "en") == [
        "Ankara lifts objection",
        "ANKARA - Turkey agreed",
        "The deal came late.",
        "It held.",
    ]


def test_hard_wrapped_copy_is_one_paragraph():
    text = (
        "The two foreign ministers met in Geneva on Monday and agreed to open\n"
        "the border crossing that has been closed since the war, a spokesman\n"
        "said. Trade will resume in March."
    )
    found = cut(text, "en")
    assert len(found) == 2
    assert found[0].endswith("a spokesman\nsaid.")


def test_no_sentence_crosses_chrome():
    text = "The council met and Share this article decided to wait. It left."
    chrome = (Span(text.index("Share"), text.index("decided")),)
    assert cut(text, "en", chrome) == ["The council met and", "decided to wait.", "It left."]


@pytest.mark.parametrize("language", ["en", "ar", "xx", None])
@pytest.mark.parametrize("unit", ["كلمة ", "a. ", '" ', "x", ". ", "U.S.", "1. ", "\n", "!\n"])
def test_hostile_length_is_bounded(unit, language):
    text = unit * (400_000 // len(unit))
    begun = time.process_time()
    spans = sentence_spans(text, language, ())
    assert time.process_time() - begun < 5
    assert all(span.end - span.start <= MAX_SENTENCE for span in spans)
    assert sum(not letter.isspace() for span in spans for letter in span.of(text)) == sum(
        not letter.isspace() for letter in text
    )


def test_a_long_sentence_is_cut_between_words():
    text = "word " * 3_000
    assert {len(word) for found in cut(text, "en") for word in found.split()} == {4}


MARKS = st.sampled_from(
    [". ", ".", "؟ ", "! ", " ", "\n", "\n\n", "\r\n", '"', "«", "»", "U.S.", "د. ", "5.", "\u2028"]
)
TEXTS = st.lists(MARKS | st.text(max_size=6) | st.sampled_from(["باكو", "The", "met", "وقال"]), max_size=40).map(
    "".join
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.sampled_from(["ar", "en", "tr", "zz", None]), st.data())
def test_every_character_outside_chrome_is_covered_once(text, language, data):
    ends = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    chrome = tuple(Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False) if pair[0] < pair[1])
    spans = sentence_spans(text, language, chrome)
    assert list(spans) == sorted(spans)
    assert all(left.end <= right.start for left, right in itertools.pairwise(spans))
    for span in spans:
        words = span.of(text)
        assert words
        assert words == words.strip()
        assert not any(span.overlaps(other) for other in chrome)
    covered = {place for span in spans for place in range(span.start, span.end)}
    hidden = {place for span in chrome for place in range(span.start, span.end)}
    for place, letter in enumerate(text):
        if not letter.isspace():
            assert (place in covered) != (place in hidden)
