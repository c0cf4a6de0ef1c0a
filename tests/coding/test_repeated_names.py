"""A name told beside a state and repeated alone belongs to that state."""

from mihwar.coding.repeated_names import RepeatedNames
from mihwar.model import Mention, MentionKind, Span


def office(text, words, code):
    start = text.index(words)
    return Mention(Span(start, start + len(words)), MentionKind.OFFICE, None, code, "GOV", words)


def alone(text, words):
    start = text.rindex(words)
    return Mention(Span(start, start + len(words)), MentionKind.UNLISTED, None, None, None, words)


def test_an_english_surname_is_known_after_its_office():
    text = "Botswanan Foreign Minister Anna Zanele spoke. Zanele left. A guest came."
    names = RepeatedNames()
    first = office(text, "Botswanan Foreign Minister Anna Zanele", "BWA")
    names.introduce(text, first.span.end, first)
    assert names.of(text, alone(text, "Zanele")).code == "BWA"
    assert names.of(text, alone(text, "guest")) is None


def test_words_behind_the_office_count_and_endings_do_not_hide_them():
    text = "Panama Prezidenti Xose Mulino danışıb. Mulinonun sözləri yayılıb."
    names = RepeatedNames()
    names.introduce(text, text.index(" danışıb"), office(text, "Panama Prezidenti", "PAN"))
    assert names.of(text, alone(text, "Mulinonun")).code == "PAN"


def test_an_arabic_name_needs_no_capital_and_words_in_lower_case_are_no_names():
    text = "قال وزير خارجية بوتسوانا مالك زنيلي إن بلاده ترفض. وأضاف زنيلي ذلك."
    names = RepeatedNames()
    names.introduce(text, text.index(" إن"), office(text, "وزير خارجية بوتسوانا", "BWA"))
    assert names.of(text, alone(text, "زنيلي")).code == "BWA"
    assert names.of(text, alone(text, "ذلك")) is None
    assert RepeatedNames().of("the crowd", alone("the crowd", "crowd")) is None
