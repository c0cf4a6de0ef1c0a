"""Dates, speakers and statuses that reach over clauses and sentences, in Arabic and English; composed."""

import pytest

from mihwar.attribution import date_of_event, find_quotes, speaker_of, status_of
from mihwar.languages import find_dates
from mihwar.model import Document, Page, PartialDate, Span, SpeechForm, Status
from mihwar.pipeline.telling import Telling

PUBLISHED = PartialDate.parse("2022-06-15")


def span_of(text, words):
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(
    ("text", "code", "event", "date"),
    [
        ("Lima welcomed the border drawn in 1929.", "en", "welcomed", None),
        ("The two states agreed on Monday to talk.", "en", "agreed", "2022-06-13"),
        ("Quito recalled its envoy in 2019, when Lima bought the jets.", "en", "bought", "2019"),
        ("Quito has refused since 2019 to pay.", "en", "refused", None),
        ("Lima shut the port on Monday, two days after Quito fired on a boat.", "en", "fired", "2022-06-11"),
        ("Lima praised Quito, where rebels fought in 1999.", "en", "praised", None),
        ("Lima visited Quito last summer.", "en", "visited", "2021"),
        ("قطعت ليما علاقاتها في يناير كانون الثاني 2016.", "ar", "قطعت", "2016-01"),
        ("أوقفت ليما الرحلات عام 2019 عندما هاجمت كيتو الميناء.", "ar", "هاجمت", "2019"),
        ("ترفض ليما منذ عام 2019 الدفع.", "ar", "الدفع", None),
        ("وقعت ليما وكيتو الاتفاق الأسبوع الماضي.", "ar", "وقعت", "2022-06"),
    ],
)
def test_a_date_keeps_to_its_clause(text, code, event, date):
    whole = Span(0, len(text))
    found, reason = date_of_event(span_of(text, event), whole, find_dates(text, code, PUBLISHED), text, code)
    assert (str(found) if found else None) == date, reason


@pytest.mark.parametrize(
    ("text", "code", "event"),
    [
        ("The next day Lima closed the port.", "en", "closed"),
        ("وأغلقت ليما في اليوم التالي الميناء.", "ar", "أغلقت"),
    ],
)
def test_the_next_day_counts_from_the_act_before(text, code, event):
    previous = PartialDate.parse("2022-03-31")
    found, _ = date_of_event(span_of(text, event), Span(0, len(text)), (), text, code, previous)
    assert str(found) == "2022-04-01"


@pytest.mark.parametrize(
    ("text", "code", "event", "speaker"),
    [
        ("If Lima paid, Ana Ruiz said, Quito would leave.", "en", "Quito would leave", "Ana Ruiz"),
        ("Ana Ruiz insisted that Quito had fired, which Lima denied.", "en", "had fired", "Ana Ruiz"),
        ("المغرب اتهم مدريد بالتآمر عليه.", "ar", "بالتآمر عليه", None),
        ("أما قوات الجبل فاتهمت الجيش بقصف سوق.", "ar", "بقصف سوق", "قوات الجبل"),
        ("وقال سامي نصار إن ليما هاجمت الميناء.", "ar", "هاجمت", "سامي نصار"),
    ],
)
def test_reported_words_have_the_speaker_as_written(text, code, event, speaker):
    whole = Span(0, len(text))
    told = speaker_of(
        span_of(text, event), whole, find_quotes(text, [whole], (), code), Document("d", "p", text, language=code)
    )
    assert told.form is SpeechForm.INDIRECT
    assert speaker is None or speaker in told.name


@pytest.mark.parametrize(
    ("text", "code", "event", "status"),
    [
        ("The two states will set up a joint commission.", "en", "The two states will set up a joint", Status.FUTURE),
        ("If Lima fires, Quito will answer.", "en", "Quito will answer", Status.HYPOTHETICAL),
        ("Lima denied that it had fired.", "en", "had fired", Status.NEGATED),
        ("Lima warned that it would answer.", "en", "warned that it would answer", Status.OCCURRED),
        ("وسيعيد الطرفان فتح المعبر.", "ar", "وسيعيد الطرفان فتح", Status.FUTURE),
        ("وقد نددت ليما بالهجوم.", "ar", "وقد نددت ليما بالهجوم", Status.OCCURRED),
        ("نفت ليما أنها هاجمت الميناء.", "ar", "هاجمت", Status.NEGATED),
    ],
)
def test_status_reads_the_event_and_its_sentence(text, code, event, status):
    assert status_of(span_of(text, event), Span(0, len(text)), text, code)[0] is status


def page(code, *sentences):
    text, spans = "", []
    for sentence in sentences:
        spans.append(Span(len(text), len(text) + len(sentence)))
        text += sentence + "\n"
    document = Document("d", "p", text, language=code, genre="news", published=PUBLISHED)
    return Page(document, tuple(spans), (), (), ())


@pytest.mark.parametrize(
    ("code", "headline", "lead", "goes_on", "reaction"),
    [
        (
            "en",
            "Lima shells port",
            "Lima on Monday shelled the port of Quito in an attack that killed two sailors.",
            "Guards killed three men.",
            "Bogota condemned Lima.",
        ),
        (
            "ar",
            "ليما تقصف الميناء",
            "قصفت ليما الاثنين ميناء كيتو في هجوم عنيف قتل فيه بحاران اثنان وجرح عدد من عمال الميناء.",
            "وقتل الحراس ثلاثة رجال.",
            "ونددت بوغوتا بالهجوم.",
        ),
    ],
)
def test_headline_and_narrative_take_the_day_of_the_lead_and_reactions_do_not(
    code, headline, lead, goes_on, reaction
):
    read = page(code, headline, lead, goes_on, reaction)
    telling = Telling(read)
    told = [telling.of(s, s, [kind]) for s, kind in zip(read.sentences, ["ASSAULT"] * 3 + ["ACCUSE"], strict=True)]
    assert [str(t.date) if t.date else None for t in told] == ["2022-06-13"] * 3 + [None]


def test_undated_acts_between_acts_of_former_years_are_history():
    read = page("en", "In 2015 Lima bought a mine.", "Quito built roads.", "In 2016 Lima lent money.", "Lima fired.")
    telling = Telling(read)
    assert [telling.of(s, s).status for s in read.sentences] == [Status.HISTORICAL] * 3 + [Status.OCCURRED]


@pytest.mark.parametrize(
    ("text", "act", "language"),
    [
        (
            "تجدر الإشارة إلى أنه في 3 مايو 2021، وخلال جلسة في البرلمان، أدانت وزيرة العدل تشاد علانية.",
            "أدانت",
            "ar",
        ),
        ("It is worth noting that on 3 May 2021, during a hearing, the minister condemned Chad.", "condemned", "en"),
    ],
)
def test_a_date_behind_an_opening_phrase_reaches_the_act(text, act, language):
    sentence = Span(0, len(text))
    dates = find_dates(text, language, None)
    event = Span(text.index(act), text.index(act) + len(act))
    assert str(date_of_event(event, sentence, dates, text, language)[0]) == "2021-05-03"
