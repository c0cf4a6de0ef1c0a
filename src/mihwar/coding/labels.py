"""The label sets of the encoder's heads, in the order of their outputs."""

from __future__ import annotations

__all__ = ["MENTION_SECTORS", "ROLES", "STATUSES", "TAGS", "TYPES"]

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
