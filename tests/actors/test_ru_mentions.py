"""Who is named in Russian text: cases of nouns and adjectives, phrases in any order, places, surnames."""

import pytest

from mihwar.actors import find_mentions
from mihwar.model import MentionKind, PartialDate

DAY = PartialDate.parse("2023-11-29")


def found(text, day=DAY):
    return [(m.span.of(text), m.code, m.sector) for m in find_mentions(text, "ru", day)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Россия выступила с нотой протеста.", [("Россия", "RUS", "GOV")]),
        ("Об этом договорились с Азербайджаном.", [("Азербайджаном", "AZE", "GOV")]),
        ("Визит в Соединённых Штатах Америки отменили.", [("Соединённых Штатах Америки", "USA", "GOV")]),
        ("КНДР и Южную Корею разделяет линия.", [("КНДР", "PRK", "GOV"), ("Южную Корею", "KOR", "GOV")]),
        ("Нигер закрыл границу с Нигерией.", [("Нигер", "NER", "GOV"), ("Нигерией", "NGA", "GOV")]),
        ("Министерство обороны России отчиталось.", [("Министерство обороны России", "RUS", "MIL")]),
        ("Азербайджанский МИД вызвал посла.", [("Азербайджанский МИД", "AZE", "GOV"), ("посла", None, "GOV")]),
        ("Ноту вручили послу США.", [("послу США", "USA", "GOV")]),
        ("Турецкая армия вошла в город.", [("Турецкая армия", "TUR", "MIL")]),
        ("Депутаты грузинского парламента спорили.", [("Депутаты грузинского парламента", "GEO", "LEG")]),
        ("Премьер-министр Армении Никол Пашинян", [("Премьер-министр Армении Никол Пашинян", "ARM", "GOV")]),
        ("Встреча с Владимиром Путиным прошла.", [("Владимиром Путиным", "RUS", "GOV")]),
        ("Украинский президент Владимир Зеленский", [("Украинский президент Владимир Зеленский", "UKR", "GOV")]),
        ("Кремль ответил молчанием.", [("Кремль", "RUS", "GOV")]),
        ("Белого дома это не касается.", [("Белого дома", "USA", "GOV")]),
        ("Россияне вышли на улицы.", [("Россияне", "RUS", "CVL")]),
        (
            "Иранские силовики задержали палестинца.",
            [("Иранские силовики", "IRN", "COP"), ("палестинца", "PSE", "CVL")],
        ),
        ("Хуситы обстреляли танкер.", [("Хуситы", "YEM", "REB")]),
        ("Движение «Талибан» взяло город.", [("Талибан", "AFG", "GOV")]),
        ("Совет Безопасности ООН собрался.", [("Совет Безопасности ООН", "UNO", None)]),
        ("Евросоюз ввёл пошлины.", [("Евросоюз", "EUR", None)]),
        ("В Баку заявили протест.", [("Баку", "AZE", "GOV")]),
        ("Анкара осудила удар.", [("Анкара", "TUR", "GOV")]),
        ("Суд в Гааге", [("Суд", None, "JUD")]),
        ("Переговоры прошли в Женеве и в Москве в среду.", []),
        ("Танкер шёл через Персидский залив.", []),
        ("Он читал «Вашингтон пост» и учил русский язык.", []),
        ("Бывший министр обороны Франции", [("Бывший министр обороны Франции", "FRA", "ELI")]),
        ("Американские военные ушли.", [("Американские военные", "USA", "MIL")]),
        ("Эрдоган позвонил Алиеву из Азербайджана.", None),
    ],
)
def test_russian_phrase_names_its_actor(text, expected):
    if expected is None:
        assert [code for _, code, _ in found(text)] == ["TUR", "AZE", "AZE"]
    else:
        assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "identifier"),
    [
        ("Генпрокуратура Узбекистана", MentionKind.BODY, "body:UZB:court"),
        ("Лачинский коридор закрыт.", MentionKind.INSTRUMENT, "instrument:lachin-corridor"),
        ("участники Минской группы ОБСЕ", MentionKind.BODY, "igo:osce-minsk-group"),
        ("Госдума приняла закон.", MentionKind.BODY, "body:RUS:state-duma"),
        ("Сергея Лаврова встретили.", MentionKind.PERSON, "person:sergei-lavrov"),
    ],
)
def test_russian_mention_has_its_identifier(text, kind, identifier):
    mention = find_mentions(text, "ru", DAY)[0]
    assert (mention.kind, mention.actor) == (kind, identifier)


def test_a_surname_alone_needs_support():
    assert found("Иванов пришёл домой.") == []
    assert found("Сафади приехал.", PartialDate.parse("2001-01-01")) == []
    assert [code for _, code, _ in found("Делегация Иордании прибыла. Сафади вёл её.")] == ["JOR", "JOR"]


def test_the_letter_yo_and_e_are_one():
    assert found("Объединённых Арабских Эмиратов")[0][1] == found("Объединенных Арабских Эмиратов")[0][1] == "ARE"
