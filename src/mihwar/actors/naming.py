"""Names and codes, both ways."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cache

from mihwar.actors.folding import fold
from mihwar.actors.inflecting import nisba_forms, people_forms
from mihwar.actors.tables import listed, table
from mihwar.errors import UnknownNameError
from mihwar.model import Actor, MentionKind

__all__ = ["actor_name", "known_actors", "office_name", "state_code", "state_name"]

_TABLES = (
    ("bodies", "body_id", MentionKind.BODY),
    ("igos", "igo_id", MentionKind.BODY),
    ("groups", "group_id", MentionKind.GROUP),
    ("instruments", "instrument_id", MentionKind.INSTRUMENT),
    ("people", "person_id", MentionKind.PERSON),
)
_NON_STATES = ("UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC")


def _key(name: str) -> str:
    return fold(name.strip()).text.casefold()


@cache
def _codes() -> dict[str, str]:
    """Every written form that names one state, folded: names first, then capitals, then demonyms."""
    found: dict[str, str] = {}
    for columns in (("code", "iso2", "names_en", "names_ar"), ("names_other",), ("capitals_en", "capitals_ar"),
                    ("metonyms_en", "metonyms_ar"), ("demonyms_en", "plurals_ar")):  # fmt: skip
        for row in table("states"):
            for column in columns:
                for form in listed(row[column]):
                    found.setdefault(_key(form), row["code"])
    for row in table("states"):
        for nisba in listed(row["nisbas_ar"]):
            for form in nisba_forms(nisba) + people_forms(nisba):
                found.setdefault(_key(form), row["code"])
    for row in table("igos"):
        if row["code"] in ("UNO", "EUR"):
            for form in listed(row["names_en"]) + listed(row["names_ar"]):
                found.setdefault(_key(form), row["code"])
    return found | {_key(code): code for code in _NON_STATES}


def state_code(name: str) -> str:
    """The codebook code that ``name`` stands for: a code, or a name, capital, palace or demonym.

    Raises :class:`UnknownNameError`, which lists the nearest names.
    """
    codes = _codes()
    key = _key(name)
    for form in (key, key.removeprefix("the "), key.removeprefix("ال"), "ال" + key):
        if form in codes:
            return codes[form]
    near = difflib.get_close_matches(key, codes, n=5, cutoff=0.6)
    raise UnknownNameError("state", name, near or sorted(row["code"] for row in table("states")))


@cache
def _states() -> dict[str, dict[str, str]]:
    return {
        row["code"]: {"en": listed(row["names_en"])[0], "ar": listed(row["names_ar"])[0]} for row in table("states")
    }


def state_name(code: str, language: str) -> str:
    """The best name of a state in Arabic (``ar``) or English; a code that is no state comes back as it is."""
    names = _states().get(code)
    return names["ar" if language == "ar" else "en"] if names else code


@cache
def _actors() -> dict[str, Actor]:
    found: dict[str, Actor] = {}
    for row in table("states"):
        names = {"en": tuple(listed(row["names_en"])), "ar": tuple(listed(row["names_ar"]))}
        found[f"state:{row['code']}"] = Actor(f"state:{row['code']}", MentionKind.STATE, row["code"], "GOV", names)
    for name, column, kind in _TABLES:
        for row in table(name):
            id_ = row[column] if ":" in row[column] else f"{kind.value}:{row[column]}"
            strong = {
                language: tuple(form for form in listed(row[f"names_{language}"]) if not form.endswith("~"))
                for language in ("en", "ar")
            }
            found[id_] = Actor(id_, kind, row.get("code") or None, row.get("sector") or None, strong)
    return found


def known_actors() -> Iterator[Actor]:
    """Every actor of the tables, states first, in the order of the tables."""
    return iter(_actors().values())


def actor_name(actor_id: str, language: str) -> str:
    """The actor's best name in the language, else in the other one; an id no table has comes back as it is.

    A body or office made of a word and a state (``office:TUR:president``) is named by both.
    """
    actor = _actors().get(actor_id)
    if actor is not None:
        for wanted in (language, "en", "ar"):
            if actor.names.get(wanted):
                return actor.names[wanted][0]
        return actor_id
    parts = actor_id.split(":")
    if len(parts) == 3 and parts[0] in ("body", "office", "role"):
        return _composed(parts[1], parts[2], language)
    return actor_id


def _composed(code: str, word: str, language: str) -> str:
    told = office_name(word, language)
    if code not in _states():
        return told
    return f"{told} {state_name(code, language)}" if language == "ar" else f"{told} of {state_name(code, language)}"


@cache
def _offices() -> dict[str, dict[str, str]]:
    """Office names by id and by English name, folded."""
    found: dict[str, dict[str, str]] = {}
    for row in table("words"):
        if row["class"] in ("body", "office", "role"):
            english, arabic = listed(row["forms_en"]), listed(row["forms_ar"])
            names = {
                "en": (english or [row["word_id"].replace("-", " ")])[0],
                "ar": (arabic or [row["word_id"].replace("-", " ")])[0],
            }
            found.setdefault(row["word_id"], names)
            found.setdefault(_key(names["en"]), names)
    for row in table("portfolios"):
        english_form, arabic_form = listed(row["forms_en"])[0], listed(row["forms_ar"])[0]
        for kind, head in (("minister", "وزير"), ("ministry", "وزارة")):
            names = {"en": f"{english_form} {kind}", "ar": f"{head} {arabic_form}"}
            found[f"{row['portfolio']}-{kind}"] = names
            found.setdefault(_key(names["en"]), names)
    for row in table("tenures"):
        names = {"en": row["office_en"], "ar": row["office_ar"] or row["office_en"]}
        found.setdefault(row["office_id"], names)
        found.setdefault(_key(row["office_en"]), names)
    return found


def office_name(office: str, language: str) -> str:
    """The office's name in the language, from its id or its English name; an unknown one comes back as it is."""
    names = _offices().get(office) or _offices().get(_key(office))
    return names["ar" if language == "ar" else "en"] if names else office
