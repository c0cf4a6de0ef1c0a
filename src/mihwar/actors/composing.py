"""Composing listed forms that stand together into one mention ("the Turkish foreign minister")."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from mihwar.actors.matching import Token
from mihwar.actors.patterns import Sense
from mihwar.actors.tables import listed, table

__all__ = ["HEADS", "PRIMARY", "Phrase", "joins", "primary"]

PRIMARY = "KPBGISQMDEONRFTWA"
HEADS = "ONR"
OWNERS = "SQMDEBG"


@cache
def joins(language: str, kind: str) -> frozenset[str]:
    """The joining words of one kind, from data/joins.tsv."""
    return frozenset(
        word
        for row in table("joins")
        if row["language"] == language and row["kind"] == kind
        for word in listed(row["joins"])
    )


def primary(token: Token) -> Sense:
    """The sense that a token has where nothing around it says otherwise."""
    sense = token.sense(PRIMARY)
    assert sense is not None
    return sense


@dataclass(slots=True)
class Phrase:
    """Tokens that make one mention. ``owner`` is the state, body or group it belongs to, ``heads`` its institution
    and role words from the outermost to the innermost, ``people`` the person ids its name may mean."""

    start: int
    end: int
    owner: Sense | None = None
    heads: list[Sense] = field(default_factory=list)
    people: list[Sense] = field(default_factory=list)
    former: bool = False
    extended: bool = False
    by_name: tuple[int, int] | None = None

    @property
    def head(self) -> Sense | None:
        """The word that says which body, office or role the whole phrase names: the outermost."""
        return self.heads[0] if self.heads else None

    @property
    def sector(self) -> str | None:
        """The codebook sector: the outermost head that has one of its own; else the owner's; else the weak one."""
        if self.owner is not None and self.owner.role == "G":
            return self.owner.sector or None
        for head in self.heads:
            if head.sector and head.sector[0] not in "~=":
                return head.sector
        if self.owner is not None and self.owner.role == "B" and self.owner.sector:
            return self.owner.sector
        for head in self.heads:
            if len(head.sector) > 1 and head.sector[0] == "~":
                return head.sector[1:]
        if self.owner is not None and not self.heads:
            return self.owner.sector or None
        if self.owner is not None and self.owner.role in "SQMDE":
            return "GOV"
        return None
