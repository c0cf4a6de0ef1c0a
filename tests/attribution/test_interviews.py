"""Turns of interviews, composed: labels, initials, dashes; and pages that only ask."""

from mihwar.attribution import find_turns

LABELLED = """The road back

Nadia Ferhat, a former envoy, met our reporter on Monday.

Desert Post: Did Algiers answer the letter?
Nadia Ferhat: It did not. Paris then recalled its ambassador.

DP: Why so late?
NF: Nobody wanted the blame.

DP: And now?
NF: They will meet in June.
"""
PLAIN = """INTERVIEW
Piotr Wrona speaks with the deputy minister, Jan Kowal

Q: Are you certain?

Quite certain. Minsk denied everything.

Q: Is there a build-up?

We moved a thousand troops.

Q: They say you are wrong.

They are mistaken.
"""
ARABIC = """حوار

- لماذا تأخر الأمر؟
سلمى الهادي: أعادت الرياض سفيرها وحدها.

- ومن المسؤول؟
رفضت الدوحة المطالب كلها.

- ماذا بعد؟
ستستأنف الرحلات قريبا.
"""


def told(text):
    return {(quote.span.of(text), quote.speaker) for quote in find_turns(text, ())}


def test_answers_are_told_by_the_one_whose_name_labels_them():
    answers = told(LABELLED)
    assert ("It did not. Paris then recalled its ambassador.", "Nadia Ferhat") in answers
    assert ("They will meet in June.", "Nadia Ferhat") in answers
    assert not any("Did Algiers" in words or "our reporter" in words for words, _ in answers)


def test_answers_without_labels_are_told_by_the_one_whom_the_lead_introduces():
    assert told(PLAIN) == {
        ("Quite certain. Minsk denied everything.", "Jan Kowal"),
        ("We moved a thousand troops.", "Jan Kowal"),
        ("They are mistaken.", "Jan Kowal"),
    }


def test_arabic_turns_with_dashes():
    assert {speaker for _, speaker in told(ARABIC)} == {"سلمى الهادي"}
    assert len(told(ARABIC)) == 3


def test_an_article_that_asks_is_no_interview():
    text = "Who lost Mali?\n\nParis did. It withdrew in 2022.\n\nWho came next?\n\nMoscow sent fighters.\n"
    assert find_turns(text, ()) == ()
    assert find_turns("a: b\n" * 2000, ()) == ()
