import pytest
from hypothesis import given
from hypothesis import strategies as st

from mihwar.actors import find_mentions
from mihwar.model import MentionKind, PartialDate

DAY = PartialDate.parse("2023-11-29")


def found(text, day=DAY):
    return [(m.span.of(text), m.code, m.sector) for m in find_mentions(text, None, day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Azerbaijani foreign ministry protested.", [("Azerbaijani foreign ministry", "AZE", "GOV")]),
        ("He praised the Turkish army.", [("Turkish army", "TUR", "MIL")]),
        ("A call by the president of Turkey.", [("president of Turkey", "TUR", "GOV")]),
        ("American soldiers left.", [("American soldiers", "USA", "MIL")]),
        (
            "Russian officials and Iranian protesters",
            [("Russian officials", "RUS", "GOV"), ("Iranian protesters", "IRN", "CVL")],
        ),
        ("Georgia's parliament voted.", [("Georgia's parliament", "GEO", "LEG")]),
        (
            "the spokesman for the Turkish foreign ministry",
            [("spokesman for the Turkish foreign ministry", "TUR", "GOV")],
        ),
        ("Israeli army officials", [("Israeli army officials", "ISR", "MIL")]),
        ("رحبت وزارة الخارجية الأمريكية بذلك", [("وزارة الخارجية الأمريكية", "USA", "GOV")]),
        ("قصف الجيش الإسرائيلي", [("الجيش الإسرائيلي", "ISR", "MIL")]),
        ("تقدمت القوات المسلحة الأذربيجانية", [("القوات المسلحة الأذربيجانية", "AZE", "MIL")]),
        ("صوت البرلمان العراقي", [("البرلمان العراقي", "IRQ", "LEG")]),
        ("دعت حكومة أرمينيا", [("حكومة أرمينيا", "ARM", "GOV")]),
        ("انسحب الجنود الأمريكيون", [("الجنود الأمريكيون", "USA", "MIL")]),
        ("وصل وزير الخارجية الفرنسي", [("وزير الخارجية الفرنسي", "FRA", "GOV")]),
        ("قال الرئيس التركي", [("الرئيس التركي", "TUR", "GOV")]),
        ("قال رئيس أركان الجيش الإسرائيلي", [("رئيس أركان الجيش الإسرائيلي", "ISR", "MIL")]),
        ("اتهمت وزارة الدفاع في باكو", [("وزارة الدفاع في باكو", "AZE", "MIL")]),
        ("المتحدث باسم وزارة الدفاع الروسية", [("المتحدث باسم وزارة الدفاع الروسية", "RUS", "MIL")]),
    ],
)
def test_institutions_are_one_mention(text, expected):
    assert list(found(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paris and Berlin condemned Moscow", ["FRA", "DEU", "RUS"]),
        ("أدانت باريس وبرلين موسكو", ["FRA", "DEU", "RUS"]),
        ("العلاقات الأمريكية الأذربيجانية", ["USA", "AZE"]),
        ("US-Azerbaijani relations", ["USA", "AZE"]),
        ("دعمت الحكومة أذربيجان", [None, "AZE"]),
        ("رفضت الحكومة المطالب الأمريكية", [None, "USA"]),
        ("أبلغ الرئيس الحكومة الأمريكية", [None, "USA"]),
    ],
)
def test_compound_actors_stay_apart(text, expected):
    assert [code for _, code, _ in found(text)] == expected


def test_office_and_name_in_apposition_are_one_mention():
    for text in ("الرئيس الأذربيجاني إلهام علييف", "Azerbaijani President Ilham Aliyev", "President Ilham Aliyev"):
        (mention,) = find_mentions(text, None, DAY)
        assert mention.span.of(text) == text
        assert (mention.actor, mention.code, mention.office) == ("person:ilham-aliyev", "AZE", "President")


def test_a_name_of_another_state_does_not_join_the_office():
    text = "استقبل الرئيس التركي بوتين في أنقرة وتحدث عن روسيا"
    mentions = find_mentions(text, "ar", DAY)
    assert [m.code for m in mentions][:2] == ["TUR", "RUS"]


def test_an_office_holder_no_table_lists_keeps_the_whole_phrase():
    text = "Kuwaiti Foreign Minister Xavier Al-Unlisted flew in."
    (mention,) = find_mentions(text, "en", DAY)
    assert mention.span.of(text) == "Kuwaiti Foreign Minister Xavier Al-Unlisted"
    assert mention.code == "KWT"


@pytest.mark.parametrize("text", ["The president spoke.", "قال وزير الخارجية ذلك"])
def test_a_bare_office_has_no_state_and_no_dates(text):
    (mention,) = find_mentions(text, None, DAY)
    assert (mention.kind, mention.code, mention.tenure, mention.actor) == (MentionKind.OFFICE, None, None, None)


@pytest.mark.parametrize(
    ("text", "sector"), [("police", "COP"), ("الشرطة", "COP"), ("protesters", "CVL"), ("المتظاهرون", "CVL")]
)
def test_bare_role_words_are_unlisted(text, sector):
    (mention,) = find_mentions(text, None, DAY)
    assert (mention.kind, mention.code, mention.sector) == (MentionKind.UNLISTED, None, sector)


@pytest.mark.parametrize(
    "text",
    [
        "turkey is eaten by us in may",
        "The Washington Post and the New York Times",
        "Paris Saint-Germain won",
        "the Indian Ocean and the Persian Gulf",
        "Michael Jordan played",
        "the South Caucasus",
        "والباكورة",
        "بحر العرب والخليج العربي والمحيط الهندي",
        "جنوب القوقاز",
        "دعم مالي",
        "voters in Fulton County, Georgia, and in Atlanta"[10:],
    ],
)
def test_what_is_no_actor(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("North Korea", "PRK"), ("كوريا الشمالية", "PRK"), ("Pyongyang", "PRK"), ("كوريا الجنوبية", "KOR"),
        ("Guinea-Bissau", "GNB"), ("Equatorial Guinea", "GNQ"), ("Papua New Guinea", "PNG"), ("غينيا بيساو", "GNB"),
        ("Niger", "NER"), ("Nigeria", "NGA"), ("النيجر", "NER"), ("نيجيريا", "NGA"),
        ("Democratic Republic of the Congo", "COD"), ("Republic of the Congo", "COG"), ("جمهورية الكونغو", "COG"),
        ("جمهورية الكونغو الديمقراطية", "COD"), ("the Kremlin", "RUS"), ("البيت الأبيض", "USA"), ("قصر الإليزيه", "FRA"),
        ("الأمم المتحدة", "UNO"), ("the EU", "EUR"), ("حلف شمال الأطلسي", "IGO"), ("الناتو", "IGO"),
    ],
)  # fmt: skip
def test_names_that_resemble_each_other(text, code):
    assert [one[1] for one in found(text)] == [code]


@pytest.mark.parametrize(
    ("text", "words", "code"),
    [
        ("وباكو", "باكو", "AZE"), ("لأذربيجان", "أذربيجان", "AZE"), ("للولايات المتحدة", "لولايات المتحدة", "USA"),
        ("وبالأذربيجانية", "الأذربيجانية", "AZE"), ("أَذْرَبِيجَان", "أَذْرَبِيجَان", "AZE"), ("إيــران", "إيــران", "IRN"),
        ("اذربيجان", "اذربيجان", "AZE"), ("كالعراق", "العراق", "IRQ"),
    ],
)  # fmt: skip
def test_clitics_stay_outside_and_marks_are_skipped(text, words, code):
    ((span, found_code, _),) = found(text)
    assert (span, found_code) == (words, code)


def test_vowel_marks_tell_oman_from_amman():
    assert [code for _, code, _ in found("وزار الأردن ثم عُمان")] == ["JOR", "OMN"]


def test_a_capital_behind_in_is_a_place():
    assert found("They met in Moscow.") == []
    assert found("التقوا في موسكو") == []


def test_weak_surnames_need_support():
    assert [code for _, code, _ in found("Bush spoke.")] == []
    text = "George W. Bush spoke. Later Bush left."
    assert [m.actor for m in find_mentions(text, "en", DAY)] == ["person:george-w-bush"] * 2


def test_administration_of_a_leader():
    for text in ("the Biden administration", "إدارة بايدن"):
        (mention,) = find_mentions(text, None, DAY)
        assert (mention.code, mention.sector, mention.kind) == ("USA", "GOV", MentionKind.BODY)


def test_instruments_are_mentions():
    text = "عن المادة 907 من قانون دعم الحرية"
    kinds = {m.kind for m in find_mentions(text, "ar", DAY)}
    assert kinds == {MentionKind.INSTRUMENT}


WORDS = st.sampled_from(
    ["Turkey", "الرئيس", "الأذربيجاني", "إلهام علييف", "of", "the", "president", "\n", " ", "'s", "و", "ل", "US", "army", "،", "\u0651", "ـ",
     "İ", "😀", "وزارة", "الخارجية", "في", "باكو", "Mr", "John", "former", "السابق", "-"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60) | st.lists(WORDS, max_size=30).map("".join))
def test_mentions_are_sorted_disjoint_inside_and_repeatable(text):
    mentions = find_mentions(text, None, DAY)
    ends = 0
    for mention in mentions:
        assert ends <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text).strip() == mention.span.of(text)
        ends = mention.span.end
    assert find_mentions(text, None, DAY) == mentions


@pytest.mark.parametrize(
    "text", ["BAKU (Agency) - Talks began.", "باكو - بدأت المحادثات", "Baku, 12 May - Talks began."]
)
def test_a_dateline_is_a_place(text):
    assert found(text) == []


def test_a_demonym_shares_the_heads_it_is_joined_to():
    assert found("French and German leaders") == [("French", "FRA", "GOV"), ("German leaders", "DEU", "GOV")]
    assert found("القوات الأمريكية والبريطانية") == [("القوات الأمريكية", "USA", "MIL"), ("البريطانية", "GBR", "MIL")]


def test_a_named_body_joins_its_state():
    assert found("Russia's Federal Security Service") == [("Russia's Federal Security Service", "RUS", "SPY")]
    assert found("members of the Israeli Knesset") == [("members of the Israeli Knesset", "ISR", "LEG")]


def test_pro_and_anti_make_no_actor_of_the_name():
    assert found("pro-Russian separatists and anti-American slogans") == [("separatists", None, "REB")]


def test_a_sentence_end_before_a_surname_is_no_first_name():
    text = "The US envoy met Nikol Pashinyan. Biden agreed."
    assert [m.actor for m in find_mentions(text, "en", DAY)][-1] == "person:joe-biden"
    assert [m.actor for m in find_mentions("The US heard Hunter Biden there.", "en", DAY)] == ["state:USA"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Congo's army in Goma", "COD"),
        ("Congo and Brazzaville's courts", "COG"),
        ("the Congolese army near Kinshasa", "COD"),
    ],
)
def test_the_two_congos_are_told_apart_by_the_document(text, code):
    assert found(text)[0][1] == code
