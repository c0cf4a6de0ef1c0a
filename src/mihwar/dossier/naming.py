"""Names of states, actors and offices, as the dossier asks for them."""

from __future__ import annotations

from typing import Protocol

from mihwar.actors import actor_name, office_name, state_name
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
        """The table's name of an actor."""
        return actor_name(identifier_text, language)

    def office_name(self, office: str, language: str) -> str:
        """The table's name of an office."""
        return office_name(office, language)


def names() -> Names:
    """The names of the actor table."""
    return TableNames()
