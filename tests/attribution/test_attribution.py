"""Who says it, when it happened, whether it did and why, in Arabic and English; and hostile input."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mihwar.attribution import (
    date_of_event,
    fallback_date,
    find_anomalies,
    find_causes,
    find_quotes,
    speaker_of,
    status_of,
)
from mihwar.languages import find_dates
from mihwar.model import (
    AnomalyKind,
    Document,
    Mention,
    MentionKind,
    PartialDate,
    Span,
    SpeakerKind,
    SpeechForm,
    Status,
)

PUBLISHED = PartialDate.parse("2022-06-15")


def sentences_of(text):
    return [Span(*m.span()) for m in re.finditer(r"[^\s.؟!][^.؟!\n]*[.؟!]?[\"»”]?", text)]


def span_of(text, words):
    return Span(text.index(words), text.index(words) + len(words))


def mention(text, words, kind=MentionKind.PERSON, name=None, code=None):
    return Mention(span_of(text, words), kind, words, code, "GOV", name or words)


@pytest.mark.parametrize(
    ("text", "code", "said", "speaker"),
    [
        ("«لن نقبل هذا الاتفاق أبدا» قال الرئيس.", "ar", "لن نقبل هذا الاتفاق أبدا", "الرئيس"),
        ('وقال كريم حداد، الباحث في المركز: "تحتاج بيروت إلى شركاء".', "ar", "تحتاج بيروت إلى شركاء", "كريم حداد"),
        ("“We will close the border,” a senior official said.", "en", "We will close the border,", "senior official"),
        (
            'Jane Porter told reporters: "Talks have failed for good."',
            "en",
            "Talks have failed for good.",
            "Jane Porter",
        ),
        ("„We reject it and always will“, said Hans Weber.", "en", "We reject it and always will", "Hans Weber"),
    ],
)
def test_direct_speech_has_its_speaker(text, code, said, speaker):
    found = [q for q in find_quotes(text, [Span(0, len(text))], (), code) if q.form is SpeechForm.DIRECT]
    assert [q.span.of(text) for q in found] == [said]
    assert speaker in found[0].speaker


@pytest.mark.parametrize(
    ("text", "code", "said", "speaker"),
    [
        ("أعلن مسؤول تركي أن أنقرة رفضت الطلب.", "ar", "أنقرة رفضت الطلب", "مسؤول تركي"),
        ("وبحسب مصادر دبلوماسية، التقى الوفدان في عمان.", "ar", "التقى الوفدان في عمان", "مصادر دبلوماسية"),
        (
            "Officials warned that Ottawa would retaliate, but Lima shrugged.",
            "en",
            "Ottawa would retaliate",
            "Officials",
        ),
        (
            "Troops crossed the river, the defence ministry said on Monday.",
            "en",
            "Troops crossed the river",
            "ministry",
        ),
        ("According to the agency, two jets were shot down.", "en", "two jets were shot down", "agency"),
        ("Peru accused Chile of arming the rebels.", "en", "arming the rebels", "Peru"),
    ],
)
def test_indirect_speech_has_its_clause_and_speaker(text, code, said, speaker):
    found = [q for q in find_quotes(text, [Span(0, len(text))], (), code) if q.form is SpeechForm.INDIRECT]
    assert [q.span.of(text) for q in found] == [said]
    assert speaker in found[0].speaker


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Lima signed the “Andean Water Act” in March.", "en"),
        ("The so-called “peace corridor” stayed shut.", "en"),
        ('دعمت روما "قانون حماية الموانئ" تحت ضغط.', "ar"),
        ("يجب أن تنسحب القوات قبل أن يبدأ الشتاء.", "ar"),
        ("The United States states its case.", "en"),
    ],
)
def test_titles_scare_quotes_and_modals_are_no_speech(text, code):
    assert find_quotes(text, [Span(0, len(text))], (), code) == ()


def test_a_quotation_runs_over_sentences_and_names_a_mention():
    text = 'قال سامي نصار: "نريد السلام. ونريد الماء. ولن نتراجع." وانتهى اللقاء.'
    (found,) = find_quotes(
        text, sentences_of(text), [mention(text, "سامي نصار", name="Sami Nassar", code="LBN")], "ar"
    )
    assert found.span.of(text) == "نريد السلام. ونريد الماء. ولن نتراجع."
    assert (found.speaker, found.speaker_code) == ("سامي نصار", "LBN")


def test_the_innermost_speech_tells_the_event_and_narration_the_page():
    text = "Lima said that Quito had shelled a village. Rain fell."
    whole = sentences_of(text)
    quotes = find_quotes(text, whole, (), "en")
    news = Document("d", "p", text, publisher="Andes Wire", genre="news")
    opinion = Document("d", "p", text, author="Ana Ruiz", genre="opinion")
    told = speaker_of(span_of(text, "shelled"), whole[0], quotes, news)
    assert (told.name, told.form) == ("Lima", SpeechForm.INDIRECT)
    assert speaker_of(span_of(text, "said"), whole[0], quotes, news).kind is SpeakerKind.OUTLET
    told = speaker_of(span_of(text, "fell"), whole[1], quotes, opinion)
    assert (told.kind, told.name, told.form) == (SpeakerKind.AUTHOR, "Ana Ruiz", SpeechForm.NARRATION)


@pytest.mark.parametrize(
    ("text", "code", "event", "date"),
    [
        ("On 3 May 2021 Lima expelled the envoy and recalled its own.", "en", "expelled", "2021-05-03"),
        ("On 3 May 2021 Lima expelled the envoy and recalled its own.", "en", "recalled", "2021-05-03"),
        ("Lima said on Tuesday that Quito shelled a village.", "en", "shelled", None),
        ("Lima said on Tuesday that Quito shelled a village.", "en", "said", "2022-06-14"),
        ("Lima praised the September 2020 agreement.", "en", "praised", None),
        ("Lima praised the pact, which Quito had rejected in 2019.", "en", "rejected", "2019"),
        ("Lima praised the pact, which Quito had rejected in 2019.", "en", "praised", None),
        ("زار الوزير عمان في 9 أيار 2021 والتقى نظيره.", "ar", "زار", "2021-05-09"),
        ("أعلنت عمان أمس أن دمشق قصفت القرية.", "ar", "أعلنت", "2022-06-14"),
        ("أعلنت عمان أمس أن دمشق قصفت القرية.", "ar", "قصفت", None),
        ("دعمت روما قانون الموانئ لعام 1998.", "ar", "دعمت", None),
    ],
)
def test_a_date_goes_to_the_event_it_belongs_to(text, code, event, date):
    whole = Span(0, len(text))
    found, reason = date_of_event(span_of(text, event), whole, find_dates(text, code, PUBLISHED), text, code)
    assert (str(found) if found else None) == date
    assert reason


def test_only_undated_news_of_occurred_acts_takes_the_day_of_publication():
    assert fallback_date(Status.OCCURRED, "news", PUBLISHED) == PUBLISHED
    assert fallback_date(Status.OCCURRED, "opinion", PUBLISHED) is None
    assert fallback_date(Status.FUTURE, "news", PUBLISHED) is None


@pytest.mark.parametrize(
    ("text", "code", "event", "status"),
    [
        ("Lima condemned Quito.", "en", "condemned", Status.OCCURRED),
        ("Lima will attack Quito.", "en", "attack", Status.FUTURE),
        ("Lima should recall its envoy.", "en", "recall", Status.NORMATIVE),
        ("If Lima attacks Quito, oil will rise.", "en", "attacks", Status.HYPOTHETICAL),
        ("Lima did not attack Quito.", "en", "attack", Status.NEGATED),
        ("Lima did not renew the waiver.", "en", "did not renew", Status.OCCURRED),
        ("Lima said it would send aid.", "en", "send aid", Status.FUTURE),
        ("أدانت عمان القصف.", "ar", "أدانت", Status.OCCURRED),
        ("ستزور الوزيرة بيروت.", "ar", "ستزور", Status.FUTURE),
        ("يجب على روما دعم تونس.", "ar", "دعم", Status.NORMATIVE),
        ("لم تقصف دمشق القرية.", "ar", "تقصف", Status.NEGATED),
        ("لم تصدر روما تنازلا.", "ar", "لم تصدر", Status.OCCURRED),
        ("إذا قصفت دمشق القرية.", "ar", "قصفت", Status.HYPOTHETICAL),
        ("وقد زار الوزير عمان.", "ar", "زار", Status.OCCURRED),
        ("قد يزور الوزير عمان.", "ar", "يزور", Status.HYPOTHETICAL),
    ],
)
def test_status_follows_the_words_around_the_event(text, code, event, status):
    found, evidence = status_of(span_of(text, event), Span(0, len(text)), text, code)
    assert found is status
    assert evidence is None or evidence.of(text)


@pytest.mark.parametrize(
    ("text", "code", "events", "cause"),
    [
        ("Lima suspended aid because of the coup in Quito.", "en", ["suspended"], "the coup in Quito"),
        ("In response to the shelling, Lima recalled its envoy.", "en", ["recalled"], "the shelling"),
        ("The coup led to sanctions.", "en", ["sanctions"], "The coup"),
        ("علقت روما المساعدة بسبب الانقلاب.", "ar", ["علقت"], "الانقلاب"),
        ("سحبت عمان سفيرها ردا على القصف.", "ar", ["سحبت"], "القصف"),
        ("أدى الانقلاب إلى عقوبات. فقد أدى إلى عزلة.", "ar", ["عزلة"], "فقد"),
    ],
)
def test_causes_stand_on_the_connectives_side(text, code, events, cause):
    links = find_causes(Span(0, len(text)), text, [span_of(text, event) for event in events], code)
    assert cause in [link.span.of(text) for link in links]


GARBLED = [
    (
        "وقع الوزير الاتفاق في 640 مارس 14. وذكر المادة 640 من قانون أمن البحار لعام 1999.",
        "ar",
        AnomalyKind.GARBLED_DATE,
        "640 مارس 14",
    ),
    ("It happened on 31 June 2019.", "en", AnomalyKind.IMPOSSIBLE_DATE, "31 June 2019"),
    ("وصل في 22nd أبريل 2021 الوفد.", "ar", AnomalyKind.MIXED_SCRIPT, "22nd"),
    ("التقى ماكرونأعلنت الوزارة ذلك.", "ar", AnomalyKind.RUN_TOGETHER, "ماكرونأعلنت"),
    ("انتهى اللقاء. . وعاد الوفد.", "ar", AnomalyKind.CHOPPED_SENTENCE, ". ."),
    (
        "Section 1985 of the Harbour Safety Act was cited. Section 212 of the Harbour Safety Act is shorter.",
        "en",
        AnomalyKind.CONTRADICTING_NUMBER,
        "1985",
    ),
]


@pytest.mark.parametrize(("text", "code", "kind", "place"), GARBLED)
def test_what_cannot_be_meant_is_flagged_in_its_place(text, code, kind, place):
    found = [a for a in find_anomalies(text, [Span(0, len(text))], (), code, PUBLISHED) if a.kind is kind]
    assert [a.span.of(text) for a in found] == [place]
    assert found[0].message


def test_a_misplaced_section_number_suggests_the_swap_with_its_reason():
    text = "في 733 مارس 14، علق الرئيس المادة 733 من قانون أمن البحار لعام 1999."
    (garbled,) = [
        a for a in find_anomalies(text, [Span(0, len(text))], (), "ar", None) if a.kind is AnomalyKind.GARBLED_DATE
    ]
    assert "14 مارس 1999" in garbled.suggestion
    assert "733" in garbled.suggestion


CLEAN = [
    (
        "On 25 January 2002 the president waived Section 612 of the Ports Act of 1988. In 2021 Article 5 and Article 9 of the Ports Act were used by 250 officers.",
        "en",
    ),
    (
        "The U.S. and the U.N. met... then left. By May 2020 some 907 people had gone. Resolution 2231 of 2015 stands.",
        "en",
    ),
    (
        "وفي 25 يناير 2002 علق الرئيس المادة 612 من قانون الموانئ لعام 1988. واستأنفت اللجنة المسألة في 2021، وقتل 250 شخصا في مارس 2020.",
        "ar",
    ),
    ("أكدت الوزارة أن قرار مجلس الأمن 1701 ملزم، وأن الفقرة 5 من القرار واضحة... وانتهى البيان.", "ar"),
    ("Iran’s navy said (in 1999) it had 45 ships; March 2000 came. McDonald’s and YouTube closed.", "en"),
]


@pytest.mark.parametrize(("text", "code"), CLEAN)
def test_clean_text_has_no_flags(text, code):
    assert find_anomalies(text, sentences_of(text), (), code, PUBLISHED) == ()


@settings(max_examples=120, deadline=None)
@given(
    st.text(alphabet="قال أن إن بسبب said that \"«»“”'، .,907مارس2th\n", max_size=120), st.sampled_from(["ar", "en"])
)
def test_any_text_gives_spans_inside_it(text, code):
    whole = [Span(0, len(text))] if text else []
    for quote in find_quotes(text, whole, (), code):
        assert 0 <= quote.span.start < quote.span.end <= len(text)
        assert quote.span.of(text).strip()
    for anomaly in find_anomalies(text, whole, (), code, PUBLISHED):
        assert 0 <= anomaly.span.start < anomaly.span.end <= len(text)


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "«",
        "‘a’b",
        "said that ",
        "قال إن ",
        "907 يناير 25 ",
        ". ",
        "1st ",
        "Section 1990 of the Act ",
        "ة" * 3,
        "وفقا ل",
    ],
)
def test_half_a_megabyte_of_hostile_text_takes_linear_time(piece):
    text = piece * (500_000 // len(piece))
    cuts = [Span(at, min(at + 500, len(text))) for at in range(0, len(text), 500)]
    start = time.process_time()
    find_quotes(text, cuts, (), "ar")
    find_anomalies(text, cuts, (), "ar", PUBLISHED)
    # 3 s at most here; quadratic work would take hours.
    assert time.process_time() - start < 20
