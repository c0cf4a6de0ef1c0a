"""Every written form of every actor and word of the tables, with what it may mean."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mihwar.actors.folding import fold
from mihwar.actors.inflecting import definite_forms, is_people, nisba_forms, people_forms
from mihwar.actors.tables import listed, table

__all__ = ["FULL_NAME_NEEDED", "Sense", "all_patterns", "written_capitals"]


class Sense(NamedTuple):
    """What a written form may mean.

    ``role``: what it does in a phrase (see data/README). ``ref``: the id in its table. ``caps``: places that must
    be capital in the text. ``article``: 1 where the written form has lost its article and needs لل before it.
    ``open``: the language whose endings may follow the form in the same word.
    """

    role: str
    ref: str
    code: str
    sector: str
    caps: tuple[int, ...] = ()
    article: int = 0
    open: str = ""


def written_capitals(form: str) -> tuple[int, ...]:
    """Places of the capital letters of a form."""
    return tuple(place for place, letter in enumerate(form) if letter.isupper())


def _states() -> Iterator[tuple[str, Sense]]:
    for row in table("states"):
        code = row["code"]
        for form in listed(row["names_en"]) + listed(row["names_ar"]):
            yield form, Sense("S", code, code, "GOV")
        for form in listed(row["capitals_en"]) + listed(row["capitals_ar"]):
            yield form, Sense("M", code, code, "GOV")
        for form in listed(row["metonyms_en"]) + listed(row["metonyms_ar"]):
            yield form, Sense("Q", code, code, "GOV")
        for form in listed(row["demonyms_en"]):
            people = is_people(form)
            yield form, Sense("E" if people else "D", code, code, "CVL" if people else "GOV")
        for nisba in listed(row["nisbas_ar"]):
            for form in nisba_forms(nisba):
                yield form, Sense("D", code, code, "GOV")
            for form in people_forms(nisba):
                yield form, Sense("E", code, code, "CVL")
        for form in listed(row["plurals_ar"]):
            yield form, Sense("E", code, code, "CVL")


_CLASS = {"body": "N", "office": "O", "role": "R", "adj": "A", "former": "F", "title": "T"}


def _words() -> Iterator[tuple[str, Sense]]:
    definite_only = {
        word for row in table("joins") if row["kind"] == "definite_only" for word in listed(row["joins"])
    }
    for row in table("words"):
        role = _CLASS[row["class"]]
        for form in listed(row["forms_en"]):
            yield form, Sense(role, row["word_id"], "", row["sector"])
        for form in listed(row["forms_ar"]):
            bare = form.removeprefix("ال")
            yield form, Sense(role, row["word_id"], "", row["sector"])
            if bare != form and " " not in bare and role in "NO" and row["word_id"] not in definite_only:
                yield bare, Sense(role, row["word_id"], "", row["sector"])
    for row in table("portfolios"):
        portfolio = row["portfolio"]
        for minister, ref, sector, words in (
            ("minister", f"{portfolio}-minister", row["minister_sector"], ("وزير", "وزيرة", "وزراء")),
            ("ministry", f"{portfolio}-ministry", row["ministry_sector"], ("وزارة",)),
        ):
            sense = Sense("O" if minister == "minister" else "N", ref, "", sector)
            for form in listed(row["forms_en"]):
                yield f"{form} {minister}", sense
                yield f"{form} {minister}s".replace("ministrys", "ministries"), sense
                yield f"{minister} of {form}", sense
                yield f"{minister} for {form}", sense
                yield f"{minister}s of {form}".replace("ministrys", "ministries"), sense
            for form in listed(row["forms_ar"]) + listed(row["construct_ar"]):
                for word in words:
                    yield f"{word} {form}", sense


FULL_NAME_NEEDED = "full"


def _surnames(row: dict[str, str]) -> Iterator[str]:
    """The last words of a person's first names in either language, where the table lists no weak surname."""
    for column in ("names_en", "names_ar"):
        forms = listed(row[column])
        if forms and not any(form.endswith("~") for form in forms):
            last = forms[0].rsplit(" ", 1)[-1]
            if last != forms[0] and len(last) >= 4:
                yield last


def _named() -> Iterator[tuple[str, Sense]]:
    for name, id_column, role in (("bodies", "body_id", "B"), ("igos", "igo_id", "B"), ("groups", "group_id", "G")):
        for row in table(name):
            for form in listed(row["names_en"]) + listed(row["names_ar"]):
                yield form, Sense(role, row[id_column], row["code"], row["sector"])
    for row in table("instruments"):
        for form in listed(row["names_en"]) + listed(row["names_ar"]):
            yield form, Sense("I", row["instrument_id"], "", "")
    for row in table("people"):
        for form in listed(row["names_en"]) + listed(row["names_ar"]):
            weak = form.endswith("~")
            yield form.removesuffix("~"), Sense("W" if weak else "P", row["person_id"], "", "")
        for surname in _surnames(row):
            yield surname, Sense("W", row["person_id"], "", FULL_NAME_NEEDED)
    for row in table("blocking"):
        yield row["name"], Sense("K", "", "", "")


def all_patterns() -> dict[str, list[Sense]]:
    """Folded form to its senses, in the order of the tables."""
    found: dict[str, list[Sense]] = {}
    for source in (_states(), _words(), _named()):
        for form, sense in source:
            for written, article in definite_forms(form):
                folded = fold(written)
                if len(folded.text) < 2:
                    continue
                whole = sense._replace(caps=written_capitals(folded.kept), article=article)
                senses = found.setdefault(folded.text, [])
                if whole not in senses:
                    senses.append(whole)
    return found
