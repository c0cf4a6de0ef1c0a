"""Statuses, contexts, sectors, states and other actor codes, with their labels."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from mihwar.ontology.loading import load

__all__ = [
    "context_label",
    "contexts",
    "fold_state",
    "is_state",
    "organisation_label",
    "organisations",
    "sector_label",
    "sectors",
    "states",
    "status_label",
    "statuses",
]

Labels = Mapping[str, Mapping[str, str]]


@cache
def _labels(part: str) -> Labels:
    rows: dict[str, dict[str, str]] = load("vocabulary.yaml")[part]
    return MappingProxyType(rows)


def statuses() -> tuple[str, ...]:
    """Whether an act is held to be real: PLOVER's auxiliary modes and ``normative``."""
    return tuple(_labels("statuses"))


def contexts() -> tuple[str, ...]:
    """The codebook's contexts; an event may have any number."""
    return tuple(_labels("contexts"))


def sectors() -> tuple[str, ...]:
    """The codebook's sectors of actors."""
    return tuple(_labels("sectors"))


def organisations() -> tuple[str, ...]:
    """Actor codes that are no state: UNO, EUR, IGO, NGO, ISM, IMG, MNC."""
    return tuple(_labels("organisations"))


@cache
def states() -> frozenset[str]:
    """Codes of states, dependencies folded: ISO 3166-1 alpha-3 and KOS."""
    listed: str = load("countries.yaml")["states"]
    return frozenset(listed.split())


def is_state(code: str | None) -> bool:
    """Whether ``code`` is a state's, or a dependency's that folds into one."""
    return code is not None and fold_state(code) in states()


def fold_state(code: str) -> str:
    """The state that a dependency counts as (PRI is USA); any other code unchanged."""
    folds: dict[str, str] = load("countries.yaml")["folds"]
    return folds.get(code, code)


def status_label(status: str, language: str) -> str:
    """A status in plain words of ``language``."""
    return _labels("statuses")[status][language]


def context_label(context: str, language: str) -> str:
    """A context in plain words; one that the codebook lacks is returned as it is."""
    return _labels("contexts").get(context, {}).get(language, context)


def sector_label(sector: str, language: str) -> str:
    """A sector in plain words; one that the codebook lacks is returned as it is."""
    return _labels("sectors").get(sector, {}).get(language, sector)


def organisation_label(code: str, language: str) -> str:
    """An actor code that is no state, in plain words; any other code is returned as it is."""
    return _labels("organisations").get(code, {}).get(language, code)
