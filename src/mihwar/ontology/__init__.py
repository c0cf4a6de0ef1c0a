"""PLOVER 2.0 as data: event types, quads, scores, modes, contexts, statuses, sectors, states, CAMEO.

Facts and codes are the Open Event Data Alliance's (codebook CC BY-SA 4.0); labels and phrases are ours.
``python -m mihwar.ontology`` checks the data files.
"""

from mihwar.ontology.cameo import from_cameo
from mihwar.ontology.checking import problems
from mihwar.ontology.types import EventType, Phrases, event_type, event_types, quad_label, score
from mihwar.ontology.vocabulary import (
    context_label,
    contexts,
    fold_state,
    is_state,
    organisation_label,
    organisations,
    sector_label,
    sectors,
    states,
    status_label,
    statuses,
)

__all__ = [
    "EventType",
    "Phrases",
    "context_label",
    "contexts",
    "event_type",
    "event_types",
    "fold_state",
    "from_cameo",
    "is_state",
    "organisation_label",
    "organisations",
    "problems",
    "quad_label",
    "score",
    "sector_label",
    "sectors",
    "states",
    "status_label",
    "statuses",
]
