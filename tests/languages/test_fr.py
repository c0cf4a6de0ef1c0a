"""French: dates in running text, what is no date, speakers of quotations, statuses, and where sentences end."""

import re

import pytest

from mihwar.attribution import find_quotes, status_of
from mihwar.languages import find_dates
from mihwar.model import Mention, MentionKind, PartialDate, Span, Status
from mihwar.segmenting import sentence_spans

WEDNESDAY = PartialDate.parse("2023-11-29")


def read(text, reference=WEDNESDAY):
    return [str(found.date) for found in find_dates(text, "fr", reference)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("le 15 novembre 2023 à Bakou", ["2023-11-15"]),
        ("Le 1er janvier 2020, la loi est entrée en vigueur", ["2020-01-01"]),
        ("mardi 14 novembre 2023", ["2023-11-14"]),
        ("le mardi 14 novembre", ["2023-11-14"]),
        ("du 3 au 5 mai 2021", ["2021-05-03/2021-05-05"]),
        ("du 28 septembre au 3 octobre 2020", ["2020-09-28/2020-10-03"]),
        ("entre le 28 décembre 2021 et le 3 janvier 2022", ["2021-12-28/2022-01-03"]),
        ("les 3 et 4 mai 2022", ["2022-05-03/2022-05-04"]),
        ("en mars 2022", ["2022-03"]),
        ("au mois d'octobre 2021", ["2021-10"]),
        ("à l’automne 2020", ["2020-09-01/2020-11-30"]),
        ("à l'été 2014", ["2014-06-01/2014-08-31"]),
        ("début novembre 2022", ["2022-11"]),
        ("à la mi-mars 2022", ["2022-03"]),
        ("fin 2019", ["2019"]),
        ("depuis 2014, la Russie", ["2014"]),
        ("en 1991", ["1991"]),
        ("de 2003 à 2011", ["2003-01-01/2011-12-31"]),
        ("entre 1988 et 1994", ["1988-01-01/1994-12-31"]),
        ("dans les années 1990", ["1990-01-01/1999-12-31"]),
        ("au début des années 90", ["1990-01-01/1993-12-31"]),
        ("les années trente", ["1930-01-01/1939-12-31"]),
        ("au XIXe siècle", ["1801-01-01/1900-12-31"]),
        ("au 19e siècle", ["1801-01-01/1900-12-31"]),
        ("l'an dernier", ["2022"]),
        ("l'année prochaine", ["2024"]),
        ("le mois dernier", ["2023-10"]),
        ("la semaine dernière", ["2023-11-20/2023-11-26"]),
        ("il y a trois jours", ["2023-11-26"]),
        ("il y a deux semaines", ["2023-11-13/2023-11-19"]),
        ("il y a un an", ["2022"]),
        ("hier", ["2023-11-28"]),
        ("avant-hier", ["2023-11-27"]),
        ("aujourd’hui", ["2023-11-29"]),
        ("Lundi, le ministre a dit", ["2023-11-27"]),
        ("les ministres se rencontreront vendredi", ["2023-12-01"]),
        ("le président a reçu vendredi", ["2023-11-24"]),
        ("lundi dernier", ["2023-11-27"]),
        ("en septembre dernier", ["2023-09"]),
        ("le 15 décembre", ["2022-12-15"]),
        ("le sommet se tiendra le 15 décembre", ["2023-12-15"]),
        ("le 04/11/2023", ["2023-11-04"]),
        ("au premier trimestre 2023", ["2023-01-01/2023-03-31"]),
        ("au second semestre 2020", ["2020-07-01/2020-12-31"]),
        ("de mai à juillet 2023", ["2023-05-01/2023-07-31"]),
        ("ces trois dernières semaines", ["2023-11-08/2023-11-29"]),
        ("le 9 rajab 1445", ["2024-01-21"]),
        ("le 24 aban 1402", ["2023-11-15"]),
    ],
)
def test_french_expression_resolves(text, dates):
    assert read(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        "la résolution 1973 du Conseil de sécurité",
        "la section 907 de la loi",
        "1 500 soldats français",
        "2000 policiers ont été déployés",
        "sept ministres ont démissionné",
        "il a été condamné",
        "de neuf à douze pays",
    ],
)
def test_french_number_is_no_date(text):
    assert read(text) == []


def mention(text, words, kind=MentionKind.PERSON):
    span = Span(text.index(words), text.index(words) + len(words))
    return Mention(span, kind, words, None, "GOV", words)


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        (
            "« Nous ne céderons pas un pouce de notre terre », a déclaré Nikol Pachinian.",
            "Nous ne céderons pas un pouce de notre terre",
            "Nikol Pachinian",
        ),
        (
            "Sergueï Lavrov a répondu : « Cette proposition ne nous convient pas du tout. »",
            "Cette proposition ne nous convient pas du tout.",
            "Sergueï Lavrov",
        ),
        (
            "“Les négociations ont échoué pour de bon”, affirme Jeanne Portier, chercheuse.",
            "Les négociations ont échoué pour de bon",
            "Jeanne Portier",
        ),
        ("Emmanuel Macron a déclaré que la France livrerait des avions.", None, "Emmanuel Macron"),
        ("Emmanuel Macron a assuré qu'elle enverrait des armes à Kiev.", None, "Emmanuel Macron"),
        ("Selon Emmanuel Macron, la Russie a attaqué Kiev.", None, "Emmanuel Macron"),
        ("La Russie a attaqué Kiev dans la nuit, a déclaré Emmanuel Macron.", None, "Emmanuel Macron"),
        ("Sergueï Lavrov accuse l'Ukraine d'avoir bombardé Koursk.", None, "Sergueï Lavrov"),
    ],
)
def test_french_speech_has_its_speaker(text, said, speaker):
    people = [name for name in ("Nikol Pachinian", "Sergueï Lavrov", "Emmanuel Macron") if name in text]
    sentences = list(sentence_spans(text, "fr", ()))
    quotes = find_quotes(text, sentences, [mention(text, name) for name in people], "fr")
    assert [quote.speaker for quote in quotes] == [speaker]
    if said is not None:
        assert quotes[0].span.of(text).strip() == said


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        ("La France livrera des avions à l'Ukraine.", "livrera des avions", Status.FUTURE),
        ("La France va livrer des avions à l'Ukraine.", "livrer des avions", Status.FUTURE),
        ("La France n'a pas livré d'avions.", "livré d'avions", Status.NEGATED),
        ("La France pourrait livrer des avions.", "livrer des avions", Status.HYPOTHETICAL),
        ("Si Moscou attaque l'Ukraine, l'Otan répondra.", "attaque l'Ukraine", Status.HYPOTHETICAL),
        ("La France doit livrer des avions.", "livrer des avions", Status.NORMATIVE),
        ("La France a livré des avions.", "livré des avions", Status.OCCURRED),
        ("La France montra la voie.", "montra la voie", Status.OCCURRED),
        ("Paris dément avoir livré des avions.", "livré des avions", Status.NEGATED),
    ],
)
def test_french_words_give_the_status(text, event, status):
    span = Span(text.index(event), text.index(event) + len(event))
    assert status_of(span, Span(0, len(text)), text, "fr")[0] is status


@pytest.mark.parametrize(
    "sentences",
    [
        ["M. Macron a reçu Mme Meloni à l'Élysée.", "Ils ont parlé de l'Ukraine."],
        ["Le Dr. Martin, né en 412 av. J.-C., est cité p. 12 du rapport.", "Il a répondu."],
        ["Les exportations ont crû de 3,5 %, soit 1,2 milliard.", "Les importations ont reculé."],
        ["« Nous partirons. »", "Il n'a rien ajouté."],
        ["Que veut Moscou ?", "Nul ne le sait !"],
        ["Le 15 janv. 2021, le traité est entré en vigueur.", "Paris s'en est réjoui."],
    ],
)
def test_french_sentences_end_where_they_end(sentences):
    text = " ".join(sentences)
    assert [re.sub(r"\s+$", "", span.of(text)) for span in sentence_spans(text, "fr", ())] == sentences
