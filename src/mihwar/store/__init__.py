"""A workspace: a folder of Delta Lake tables that keeps documents, claims, judgements, failures and runs."""

from mihwar.store.records import AddReport, Judgement, Problem
from mihwar.store.store import SCHEMA_VERSION, Store

__all__ = ["SCHEMA_VERSION", "AddReport", "Judgement", "Problem", "Store"]
