"""The actor table and its matcher: who is named in a text, and what they were on a date."""

from mihwar.actors.instruments import served_by_instrument
from mihwar.actors.mentioning import find_mentions
from mihwar.actors.naming import actor_name, known_actors, office_name, state_code, state_name
from mihwar.actors.resolving import resolve_office

__all__ = [
    "actor_name",
    "find_mentions",
    "known_actors",
    "office_name",
    "resolve_office",
    "served_by_instrument",
    "state_code",
    "state_name",
]
