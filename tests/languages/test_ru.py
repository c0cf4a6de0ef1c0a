"""Russian: dates in running text, what is no date, speakers of quotations, statuses, and where sentences end."""

import pytest

from mihwar.actors import find_mentions
from mihwar.attribution import find_causes, find_quotes, status_of
from mihwar.languages import find_dates, fold, language
from mihwar.model import PartialDate, Span, SpeechForm, Status
from mihwar.segmenting import sentence_spans

WEDNESDAY = PartialDate.parse("2023-11-29")


def read(text, reference=WEDNESDAY):
    return [str(found.date) for found in find_dates(text, "ru", reference)]


def whole(text):
    return [Span(0, len(text))]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("15 ноября 2023 года в Баку", ["2023-11-15"]),
        ("15-го ноября", ["2023-11-15"]),
        ("8 августа 2025 г. стороны подписали", ["2025-08-08"]),
        ("двадцать пятого февраля 2021 года", ["2021-02-25"]),
        ("в среду, 22 ноября, заявил", ["2023-11-22"]),
        ("утром 19 сентября 2023 года", ["2023-09-19"]),
        ("в ночь на 13 июня", ["2023-06-13"]),
        ("04.11.2023", ["2023-11-04"]),
        ("с 3 по 9 августа 2021 года", ["2021-08-03/2021-08-09"]),
        ("с 28 сентября по 3 октября 2020 года", ["2020-09-28/2020-10-03"]),
        ("3–9 августа", ["2023-08-03/2023-08-09"]),
        ("в ноябре 2022 года", ["2022-11"]),
        ("в мае 2018-го", ["2018-05"]),
        ("в апреле-мае 2021 года", ["2021-04-01/2021-05-31"]),
        ("в ноябре прошлого года", ["2022-11"]),
        ("10 января этого года", ["2023-01-10"]),
        ("летом 2014 года", ["2014-06-01/2014-08-31"]),
        ("летом прошлого года", ["2022-06-01/2022-08-31"]),
        ("осенью 2020-го", ["2020-09-01/2020-11-30"]),
        ("в третьем квартале 2016 года", ["2016-07-01/2016-09-30"]),
        ("во второй половине 2022 года", ["2022-07-01/2022-12-31"]),
        ("в 2021 году", ["2021"]),
        ("2020 год", ["2020"]),
        ("с 2014 по 2020 год", ["2014-01-01/2020-12-31"]),
        ("в 2014–2020 годах", ["2014-01-01/2020-12-31"]),
        ("между 1988 и 1994 годами", ["1988-01-01/1994-12-31"]),
        ("в 90-е годы", ["1990-01-01/1999-12-31"]),
        ("в 1990-х годах", ["1990-01-01/1999-12-31"]),
        ("в девяностые годы", ["1990-01-01/1999-12-31"]),
        ("в XX веке", ["1901-01-01/2000-12-31"]),
        ("в прошлом году", ["2022"]),
        ("в следующем месяце", ["2023-12"]),
        ("на прошлой неделе", ["2023-11-20/2023-11-26"]),
        ("три дня назад", ["2023-11-26"]),
        ("две недели назад", ["2023-11-13/2023-11-19"]),
        ("полгода назад", ["2023-05"]),
        ("вчера", ["2023-11-28"]),
        ("позавчера", ["2023-11-27"]),
        ("в понедельник он заявил", ["2023-11-27"]),
        ("в прошлую пятницу", ["2023-11-24"]),
        ("министры встретятся в пятницу", ["2023-12-01"]),
        ("15 декабря", ["2022-12-15"]),
        ("саммит пройдёт 15 декабря", ["2023-12-15"]),
    ],
)
def test_russian_expression_resolves(text, dates):
    assert read(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "резолюция 1701 Совета Безопасности",
        "погибли 2000 человек",
        "рейсом 1920",
        "в политической среде",
        "на следующий день",
        "поставки 1990 тонн",
    ],
)
def test_what_is_no_date_gives_none(text):
    assert read(text) == []


def test_the_name_of_a_thing_is_no_speech():
    text = "Правительство объяснило это учениями «Запад-2025», которые начались вчера."
    assert find_quotes(text, whole(text), (), "ru") == ()


def test_words_without_a_reference_are_left_out():
    assert read("вчера и 15 ноября", None) == []
    assert read("вчера и 15 ноября 2020 года", None) == ["2020-11-15"]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("«Мы не примем этих условий», — заявил Лавров.", "Мы не примем этих условий", "Лавров"),
        ("Министр обороны сказал: «Войска уйдут до зимы».", "Войска уйдут до зимы", "Министр обороны"),
        ("«Это провокация, и мы ответим», — подчеркнула Мария Захарова.", "Это провокация, и мы ответим", "Захарова"),
    ],
)
def test_direct_speech_has_its_speaker(text, said, speaker):
    found = [
        q
        for q in find_quotes(text, whole(text), find_mentions(text, "ru", WEDNESDAY), "ru")
        if q.form is SpeechForm.DIRECT
    ]
    assert [q.span.of(text) for q in found] == [said]
    assert speaker in found[0].speaker


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("Чиновники предупредили, что Оттава введёт пошлины.", "Оттава введёт пошлины", "Чиновники"),
        ("По данным агентства, два самолёта были сбиты.", "два самолёта были сбиты", "агентства"),
        ("Россия не примет этих условий, заявил Лавров.", "Россия не примет этих условий", "Лавров"),
        ("Лима обвинила Кито в том, что он вооружает повстанцев.", "он вооружает повстанцев", "Лима"),
        ("Как заявил министр обороны, войска ушли из города.", "войска ушли из города", "министр обороны"),
        (
            "Пресс-секретарь заявила, что стороны обменялись пленными.",
            "стороны обменялись пленными",
            "Пресс-секретарь",
        ),
    ],
)
def test_indirect_speech_has_its_clause_and_speaker(text, said, speaker):
    found = [
        q
        for q in find_quotes(text, whole(text), find_mentions(text, "ru", WEDNESDAY), "ru")
        if q.form is SpeechForm.INDIRECT
    ]
    assert [q.span.of(text) for q in found] == [said]
    assert speaker in found[0].speaker


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        ("Лима не подписала договор.", "подписала", Status.NEGATED),
        ("Кито намерен закрыть границу.", "закрыть", Status.FUTURE),
        ("Если Кито закроет границу, торговля встанет.", "закроет", Status.HYPOTHETICAL),
        ("Лима должна открыть дорогу.", "открыть", Status.NORMATIVE),
        ("Войска заняли мост.", "заняли", Status.OCCURRED),
    ],
)
def test_clause_has_its_status(text, event, status):
    span = Span(text.index(event), text.index(event) + len(event))
    assert status_of(span, Span(0, len(text)), text, "ru")[0] is status


@pytest.mark.parametrize(
    ("form", "stance"),
    [("утверждает", "claim"), ("признала", "admit"), ("опровергли", "deny"), ("пригрозил", "warn"),
     ("подчеркнув", "affirm"), ("обвинили", "accuse"), ("призывает", "ask"), ("пообещала", "promise")],
)  # fmt: skip
def test_reporting_verbs_carry_their_stance(form, stance):
    assert language("ru").reporting.verbs[fold(form)] == stance


def test_a_reason_stands_behind_its_connective():
    text = "Кито закрыл границу из-за обстрела."
    (found,) = find_causes(Span(0, len(text)), text, [Span(5, 11)], "ru")
    assert found.span.of(text).startswith("обстрела")


@pytest.mark.parametrize(
    "sentences",
    [
        ["Договор вступил в силу 1 мая 2022 г. после долгих споров.", "Стороны довольны."],
        ["Им. Ленина назвали и площадь, и ул. Мира.", "Потом передумали."],
        ["Убытки составили 5 млрд руб. за год.", "Власти молчат."],
        ["Г-н А. Б. Орлов приехал в Баку.", "Он уехал вечером."],
        ["Экспорт нефти, газа и т.д. вырос.", "Импорт упал."],
        ["Кто это сделал?", "Никто не знает!", "Ждём."],
        ["Газ подорожал на 3.5 процента.", "Зима близко."],
    ],
)
def test_sentences_end_where_they_do(sentences):
    text = " ".join(sentences)
    assert [span.of(text) for span in sentence_spans(text, "ru", ())] == sentences
