"""Whom a named law, treaty or project serves."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from mihwar.actors.naming import state_name
from mihwar.actors.tables import table
from mihwar.model import Mention, MentionKind

__all__ = ["served_by_instrument"]


def served_by_instrument(mention: Mention) -> Mention:
    """The mention as one of the state that the instrument serves: the state that its name names ("Armenian Protection
    Act"), else the first of its states; unchanged where the table tells none."""
    code = _served().get((mention.actor or "").removeprefix("instrument:"))
    if code is None:
        return mention
    return replace(
        mention,
        kind=MentionKind.STATE,
        actor=f"state:{code}",
        code=code,
        sector="GOV",
        identifier_text=state_name(code, "en"),
        reason=f"served by {mention.identifier_text}",
    )


@cache
def _served() -> dict[str, str]:
    demonyms = {word: row["code"] for row in table("states") for word in row["demonyms_en"].split("|") if word}
    served = {}
    for row in table("instruments"):
        states = [code for code in row["states"].split("|") if code]
        named = [demonyms[word] for word in row["names_en"].replace("|", " ").split() if word in demonyms]
        chosen = next((code for code in named if code in states), states[0] if states else None)
        if chosen is not None:
            served[row["instrument_id"]] = chosen
    return served
