"""Names of states, actors and offices, as the dossier asks for them."""

from __future__ import annotations

from functools import cache
from typing import Protocol

from mihwar.actors import actor_name, known_actors, office_name, state_name
from mihwar.ontology import organisation_label

__all__ = ["CodeNames", "Names", "TableNames", "names"]


class Names(Protocol):
    """Where a renderer gets names; a name that is not known comes back as it went in."""

    def state_name(self, code: str, language: str) -> str:
        """The name of a state or organisation code in ``language``."""
        ...

    def actor_name(self, identifier_text: str, language: str) -> str:
        """The name in ``language`` of an actor known by its English name."""
        ...

    def office_name(self, office: str, language: str) -> str:
        """The name in ``language`` of an office known by its English name."""
        ...


class CodeNames:
    """Names without an actor table: organisations from the ontology, everything else as it is."""

    def state_name(self, code: str, language: str) -> str:
        """The organisation's label, else the code."""
        return organisation_label(code, language)

    def actor_name(self, identifier_text: str, language: str) -> str:  # noqa: ARG002 - the protocol's shape
        """The name unchanged."""
        return identifier_text

    def office_name(self, office: str, language: str) -> str:  # noqa: ARG002 - the protocol's shape
        """The office unchanged."""
        return office


class TableNames(CodeNames):
    """Names of the actor table; organisations that it does not list come from the ontology."""

    def state_name(self, code: str, language: str) -> str:
        """The table's name of a state or organisation."""
        known = state_name(code, language)
        return super().state_name(code, language) if known == code else known

    def actor_name(self, identifier_text: str, language: str) -> str:
        """The table's name of an actor, known by its id or its English name."""
        known = _by_english_name().get(identifier_text.casefold(), {}).get(language)
        return known or actor_name(identifier_text, language)

    def office_name(self, office: str, language: str) -> str:
        """The table's name of an office."""
        return office_name(office, language)


@cache
def _by_english_name() -> dict[str, dict[str, str]]:
    """The first name of each actor in each language, by its English names; first names before further ones."""
    found: dict[str, dict[str, str]] = {}
    listed = [actor for actor in known_actors() if actor.names.get("en")]
    for first_only in (True, False):
        for actor in listed:
            best = {language: forms[0] for language, forms in actor.names.items() if forms}
            for name in actor.names["en"][:1] if first_only else actor.names["en"][1:]:
                found.setdefault(name.casefold(), best)
    return found


def names() -> Names:
    """The names of the actor table."""
    return TableNames()
