"""Written forms of one language's own table (``data/languages/CODE.tsv``): every language but Arabic and English."""

from __future__ import annotations

import re
from functools import cache

from mihwar.actors.folding import fold
from mihwar.actors.patterns import Sense, written_capitals
from mihwar.actors.tables import listed, table
from mihwar.errors import OntologyError

__all__ = ["endings", "extra_words", "language_patterns", "needed_words", "portfolio_sense"]

# What a row's kind says of its forms' role in a phrase, and of the sector of a state so named.
_STATE_ROLES = {
    "state": ("S", "GOV"),
    "capital": ("M", "GOV"),
    "metonym": ("Q", "GOV"),
    "demonym": ("D", "GOV"),
    "people": ("E", "CVL"),
}
_LISTED = {"body": ("bodies", "body_id", "B"), "igo": ("igos", "igo_id", "B"), "group": ("groups", "group_id", "G"),
           "instrument": ("instruments", "instrument_id", "I")}  # fmt: skip
_WORD_ROLES = {"body": "N", "office": "O", "role": "R", "adj": "A", "former": "F", "title": "T"}
_MOST_STARS = 2  # 40 endings squared are 1,600 written forms
_EXTRA = frozenset(
    {"locative", "locative_ending", "ending", "join", "and", "order", "apart", "place_behind", "speaking", "context"}
)


@cache
def extra_words(language: str, kind: str) -> frozenset[str]:
    """Folded forms of the rows of a kind that name nobody: ``ending``, ``join``, ``and``, ``locative``,
    ``locative_ending``, ``place_behind`` (words behind a capital that make it a place: "Oslo merkezli"),
    ``speaking`` (verbs behind a capital that make it a government in spite of a locative: "в Баку заявили"),
    ``apart`` (endings of a case behind which no phrase goes on: "Rusiyaya") and ``order``
    (``owner-first``: no institution stands before its state; ``head-first``: none stands behind it)."""
    return frozenset(
        fold(form).text
        for row in table(f"languages/{language}")
        if row["kind"] == kind
        for form in listed(row["forms"])
    )


@cache
def needed_words(language: str) -> dict[str, re.Pattern[str]]:
    """By folded form, of the rows of kind ``context``: what else must stand in the document for the form to name
    anyone (Persian "dušanbe" is Monday where nothing is Tajik)."""
    return {
        fold(row["ref"]).text: re.compile("|".join(re.escape(fold(word).text) for word in listed(row["forms"])))
        for row in table(f"languages/{language}")
        if row["kind"] == "context"
    }


@cache
def endings(language: str) -> frozenset[str]:
    """What may follow a form that ends in ``*``, folded; nothing is always among it."""
    return extra_words(language, "ending") | {""}


@cache
def _senses() -> dict[tuple[str, str], Sense]:
    """By kind and reference: what a row's forms mean."""
    found: dict[tuple[str, str], Sense] = {}
    for row in table("states"):
        for kind, (role, sector) in _STATE_ROLES.items():
            found[kind, row["code"]] = Sense(role, row["code"], row["code"], sector)
    for kind, (name, id_column, role) in _LISTED.items():
        for row in table(name):
            found[kind, row[id_column]] = Sense(role, row[id_column], row.get("code", ""), row.get("sector", ""))
    for row in table("people"):
        found["person", row["person_id"]] = Sense("P", row["person_id"], "", "")
    for row in table("words"):
        found.setdefault(
            ("word", row["word_id"]), Sense(_WORD_ROLES[row["class"]], row["word_id"], "", row["sector"])
        )
    for row in table("portfolios"):
        name = row["portfolio"]
        found["word", f"{name}-minister"] = Sense("O", f"{name}-minister", "", row["minister_sector"])
        found["word", f"{name}-ministry"] = Sense("N", f"{name}-ministry", "", row["ministry_sector"])
    found["blocked", "-"] = Sense("K", "", "", "")
    return found


def portfolio_sense(ref: str) -> Sense:
    """The office or institution of a portfolio (``foreign-minister``)."""
    return _senses()["word", ref]


def language_patterns(language: str) -> dict[str, list[Sense]]:
    """Folded form to its senses, in the order of the table.

    Raises :class:`OntologyError` for a row whose kind or reference no table has.
    """
    known = _senses()
    found: dict[str, list[Sense]] = {}
    for row in table(f"languages/{language}"):
        if row["kind"] in _EXTRA:
            continue
        sense = known.get((row["kind"], row["ref"]))
        if sense is None:
            raise OntologyError(f"languages/{language}.tsv: no {row['kind']} is called {row['ref']!r}")
        for form in listed(row["forms"]):
            weak, bare = form.endswith("~"), form.removesuffix("~")
            role = "W" if weak else sense.role
            opened = language if bare.endswith("*") else ""
            for written in _spelled_out(bare.removesuffix("*"), language):
                folded = fold(written)
                if len(folded.text) < 2:
                    continue
                whole = sense._replace(role=role, caps=written_capitals(folded.kept), open=opened)
                senses = found.setdefault(folded.text, [])
                if whole not in senses:
                    senses.append(whole)
    return found


def _spelled_out(form: str, language: str) -> list[str]:
    """The form with every ending in place of each ``*`` inside it ("министр* обороны")."""
    if form.count("*") > _MOST_STARS:
        raise OntologyError(f"languages/{language}.tsv: more than {_MOST_STARS} stars inside {form!r}")
    written = [form]
    while "*" in written[0]:
        written = [one.replace("*", ending, 1) for one in written for ending in sorted(endings(language))]
    return written
