"""The label sets of the encoder's heads, in the order of their outputs."""

from __future__ import annotations

from mihwar.ontology import contexts, event_type

__all__ = ["CONTEXTS", "MENTION_SECTORS", "MODES", "ROLES", "STATUSES", "TAGS", "TYPES"]

TAGS = ("O", "B", "I")
ROLES = ("actor", "recipient", "speaker")
TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
STATUSES = ("occurred", "future", "negated", "hypothetical", "historical", "normative")
MENTION_SECTORS = (
    "-",
    "GOV",
    "LEG",
    "JUD",
    "MIL",
    "COP",
    "SPY",
    "PTY",
    "OPP",
    "PRM",
    "REB",
    "UAF",
    "CVL",
    "BUS",
    "EDU",
    "ELI",
    "JRN",
    "LAB",
    "MED",
    "REF",
    "REL",
    "SOC",
    "CRM",
)
# Of each type with modes: its name with each mode, and with none.
MODES: tuple[tuple[str, str | None], ...] = tuple(
    (kind, mode) for kind in TYPES if event_type(kind).modes for mode in (None, *event_type(kind).modes)
)
CONTEXTS = contexts()
