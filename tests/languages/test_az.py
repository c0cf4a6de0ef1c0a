"""Azerbaijani: dates, quotations with their speakers, sentences."""

import pytest

from mihwar.actors import find_mentions
from mihwar.attribution import find_quotes
from mihwar.languages import find_dates
from mihwar.model import PartialDate
from mihwar.segmenting import sentence_spans

WEDNESDAY = PartialDate.parse("2023-11-29")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Görüş noyabrın 15-də keçirildi", ["2023-11-15"]),
        ("15 noyabr 2023-cü il tarixində", ["2023-11-15"]),
        ("2023-cü il noyabrın 15-də", ["2023-11-15"]),
        ("2024-cü ilin dekabrın 25-də", ["2024-12-25"]),
        ("2023-cü ilin noyabrında", ["2023-11"]),
        ("2022-ci ilin noyabrının əvvəlində", ["2022-11"]),
        ("2020-ci ildə müharibə başladı", ["2020"]),
        ("1992-ci ildən bəri", ["1992"]),
        ("2003-cü ildən 2011-ci ilədək", ["2003-01-01/2011-12-31"]),
        ("2003-2011-ci illərdə", ["2003-01-01/2011-12-31"]),
        ("ötən ilin sentyabrında", ["2022-09"]),
        ("keçən il oktyabrın 3-də", ["2022-10-03"]),
        ("bu ilin mayında", ["2023-05"]),
        ("1990-cı illərdə", ["1990-01-01/1999-12-31"]),
        ("90-cı illərin əvvəlində", ["1990-01-01/1999-12-31"]),
        ("səksəninci illərdə", ["1980-01-01/1989-12-31"]),
        ("XX əsrdə", ["1901-01-01/2000-12-31"]),
        ("19-cu əsrin sonunda", ["1801-01-01/1900-12-31"]),
        ("2016-cı ilin üçüncü rübündə", ["2016-07-01/2016-09-30"]),
        ("2021-ci ilin yayında", ["2021-06-01/2021-08-31"]),
        ("bazar ertəsi görüşdülər", ["2023-11-27"]),
        ("çərşənbə axşamı uçdu", ["2023-11-28"]),
        ("cümə axşamı günü", ["2023-11-23"]),
        ("bazar günü", ["2023-11-26"]),
        ("dünən gəldi", ["2023-11-28"]),
        ("üç gün əvvəl", ["2023-11-26"]),
        ("iki həftə əvvəl", ["2023-11-13/2023-11-19"]),
        ("ötən həftə", ["2023-11-20/2023-11-26"]),
        ("gələn ay", ["2023-12"]),
        ("noyabrın 3-dən 5-dək", ["2023-11-03/2023-11-05"]),
        ("noyabrın 3-dən 5-nə qədər", ["2023-11-03/2023-11-05"]),
        ("sentyabrın 28-dən oktyabrın 3-dək", ["2023-09-28/2023-10-03"]),
        ("bu ayın 15-də", ["2023-11-15"]),
        ("dekabrın 20-də keçiriləcək", ["2023-12-20"]),
        ("15.11.2023", ["2023-11-15"]),
        ("mayda", ["2023-05"]),
        ("1701 saylı qətnamə", []),
        ("2000 nəfər", []),
        ("907-ci düzəliş", []),
        ("44 günlük müharibə", []),
        ("bir neçə gün əvvəl", []),
    ],
)
def test_azerbaijani_expression_resolves(text, dates):
    assert [str(found.date) for found in find_dates(text, "az", WEDNESDAY)] == dates


def test_ending_belongs_to_the_date():
    text = "Tərəflər 2023-cü il noyabrın 15-də razılaşdı."
    (found,) = find_dates(text, "az", WEDNESDAY)
    assert found.span.of(text) == "2023-cü il noyabrın 15-də"


@pytest.mark.parametrize(
    ("text", "said", "speaker", "code"),
    [
        (
            '"Biz heç vaxt geri çəkilməyəcəyik və bunu hamı bilir", - Nikol Paşinyan deyib.',
            "Biz heç vaxt geri çəkilməyəcəyik və bunu hamı bilir",
            "Nikol Paşinyan",
            "ARM",
        ),
        (
            '"Biz bu qərarı qəbul etmirik", - deyə Kremlin sözçüsü Dmitri Peskov jurnalistlərə bildirib.',
            "Biz bu qərarı qəbul etmirik",
            "Kremlin sözçüsü Dmitri Peskov",
            "RUS",
        ),
        (
            'İlham Əliyev deyib: "Qarabağ Azərbaycandır, başqa yol yoxdur".',
            "Qarabağ Azərbaycandır, başqa yol yoxdur",
            "İlham Əliyev",
            "AZE",
        ),
        (
            "«Biz hazırıq, qoy gəlsinlər və görsünlər», – deyə Rəcəb Tayyib Ərdoğan bildirdi.",
            "Biz hazırıq, qoy gəlsinlər və görsünlər",
            "Rəcəb Tayyib Ərdoğan",
            "TUR",
        ),
        (
            "Hakan Fidan bildirib ki, Ankara sazişi dəstəkləyir.",
            "Ankara sazişi dəstəkləyir",
            "Hakan Fidan",
            "TUR",
        ),
        (
            "Hakan Fidan Ankaranın sazişi dəstəklədiyini bildirib.",
            "Ankaranın sazişi dəstəklədiyini",
            "Hakan Fidan",
            "TUR",
        ),
        (
            "Dmitri Peskovun sözlərinə görə, Moskva danışıqlara hazırdır.",
            "Moskva danışıqlara hazırdır",
            "Dmitri Peskovun",
            "RUS",
        ),
        ("O, Rusiyanın qoşun çıxaracağını söyləyib.", "Rusiyanın qoşun çıxaracağını", None, None),
    ],
)
def test_speech_has_its_speaker(text, said, speaker, code):
    mentions = find_mentions(text, "az", WEDNESDAY)
    (quote,) = find_quotes(text, sentence_spans(text, "az", ()), mentions, "az")
    assert (quote.span.of(text), quote.speaker, quote.speaker_code) == (said, speaker, code)


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Əli Məmmədov bunu dedi.", "Sonra çıxdı."],
        ["Büdcə 3.5 mlrd. manat təşkil edir.", "Bu azdır."],
        ["Görüş noyabrın 15-də keçirilib.", "Tərəflər razılaşıb."],
        ["Bu hadisə 19. əsrdə baş verib.", "İndi unudulub."],
        ["A. S. Quliyev gəldi.", "O danışdı."],
        ["Taxıl, düyü və s. gətirildi.", "Gəmi getdi."],
        ["Razılıq oldumu?", "Xeyr!", "Heç kim bilmir..."],
    ],
)
def test_sentences(sentences):
    text = " ".join(sentences)
    assert [span.of(text) for span in sentence_spans(text, "az", ())] == sentences
