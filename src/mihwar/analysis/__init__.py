"""What claims add up to: events, tension, drivers, contested points, sides. Pure functions, no I/O."""

from mihwar.analysis.contested import Contest, ContestKind, contested
from mihwar.analysis.drivers import Driver, drivers
from mihwar.analysis.linking import Likeness, likeness, link_events
from mihwar.analysis.parties import Direction, codes, direction, is_conflict, is_counted, parties, voice
from mihwar.analysis.perspective import (
    Sides,
    StatedCause,
    ThirdParty,
    Voice,
    drawn_in,
    sides,
    stated_causes,
)
from mihwar.analysis.ranking import Ranked, rank
from mihwar.analysis.relation import Relation, counted_claims, in_window, relation
from mihwar.analysis.tension import TensionEstimate, Weights, Window, scale, tension, tension_by, weigh

__all__ = [
    "Contest",
    "ContestKind",
    "Direction",
    "Driver",
    "Likeness",
    "Ranked",
    "Relation",
    "Sides",
    "StatedCause",
    "TensionEstimate",
    "ThirdParty",
    "Voice",
    "Weights",
    "Window",
    "codes",
    "contested",
    "counted_claims",
    "direction",
    "drawn_in",
    "drivers",
    "in_window",
    "is_conflict",
    "is_counted",
    "likeness",
    "link_events",
    "parties",
    "rank",
    "relation",
    "scale",
    "sides",
    "stated_causes",
    "tension",
    "tension_by",
    "voice",
    "weigh",
]
