"""What a person named in a text was on a date."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from mihwar.actors.naming import actor_name
from mihwar.actors.tables import listed, table
from mihwar.actors.tenures import choose, held_on, states_of, tenures_of
from mihwar.model import Mention, MentionKind, PartialDate, Tenure

__all__ = ["resolve_office"]


@cache
def _namesakes() -> dict[str, tuple[str, ...]]:
    """Whoever has an English name that ends like one of the person's weak surnames, by person id."""
    by_last_word: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    for row in table("people"):
        person = row["person_id"]
        for name in listed(row["names_en"]):
            plain = name.removesuffix("~")
            by_last_word.setdefault(plain.rsplit(" ", 1)[-1], []).append(person)
            if plain != name:
                weak.setdefault(person, []).append(plain)
    return {
        person: tuple(
            dict.fromkeys(other for name in names for other in by_last_word.get(name.rsplit(" ", 1)[-1], ()))
        )
        for person, names in weak.items()
    }


def resolve_office(mention: Mention, date: PartialDate | None) -> Mention:
    """The mention with the code, sector and office that its person held on ``date``.

    A person who held none then keeps the identity, with sector ELI and the last office before as "former ...";
    one who had held none yet, or of whom no post is listed, has no sector. With ``None`` the office that the text
    names decides, else the latest. Mentions of no person come back unchanged. A surname alone passes to the
    namesake of the same state who held an office on the date.
    """
    person = mention.actor
    if person is None or not person.startswith("person:"):
        return mention
    if date is not None and "surname" in mention.reason:
        person = _namesake(person, date)
    plain = person.removeprefix("person:")
    held = held_on(plain, date) if date else tenures_of(plain)
    named = actor_name(person, "en")
    base = replace(mention, actor=person, identifier_text=named)
    kept = mention.reason.split("; ")[0]
    if held:
        tenure = choose(_of_title(held, mention) or held, date)
        return _with(base, tenure, tenure.post.sector, tenure.post.names["en"], f"{kept}; {_told(tenure)}")
    known = tenures_of(plain)
    if not known:
        return base
    before = tuple(one for one in known if date is not None and one.end is not None and one.end.last < date.first)
    if before:
        last = before[-1]
        return _with(base, last, "ELI", f"former {last.post.names['en']}", f"{kept}; {_told(last)}, none on {date}")
    first = known[0]
    changed = _with(base, first, "CVL", "", f"{kept}; no office yet on {date}")
    return replace(changed, office=None, tenure=None, sector=None)


def _of_title(held: tuple[Tenure, ...], mention: Mention) -> tuple[Tenure, ...]:
    """The tenures of the state, and of these the one of the office, that the text itself names beside the person."""
    of_state = tuple(one for one in held if one.post.state == mention.code)
    office = (mention.office or "").casefold()
    of_office = tuple(one for one in of_state or held if one.post.names["en"].casefold() == office)
    return of_office or of_state


def _namesake(person: str, date: PartialDate) -> str:
    plain = person.removeprefix("person:")
    if held_on(plain, date):
        return person
    states = states_of(plain)
    others = [one for one in _namesakes().get(plain, ()) if states & states_of(one) and held_on(one, date)]
    return f"person:{others[0]}" if len(others) == 1 else person


def _told(tenure: Tenure) -> str:
    begins, ends = tenure.start or "?", tenure.end or f"still on {tenure.as_of}"
    return f"{tenure.post.names['en']} of {tenure.post.state} {begins} to {ends} ({tenure.source})"


def _with(mention: Mention, tenure: Tenure, sector: str, office: str, reason: str) -> Mention:
    dates = (tenure.start, tenure.end)
    return replace(
        mention,
        kind=MentionKind.PERSON,
        code=tenure.post.state,
        sector=sector,
        office=office,
        reason=reason,
        tenure=dates,
    )
