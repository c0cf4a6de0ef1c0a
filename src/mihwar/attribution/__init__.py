"""Who says it, when it happened, whether it did, and why: rules over sentences, mentions and dates."""

from mihwar.attribution.anomalies import find_anomalies, joined_words
from mihwar.attribution.causes import CauseLink, find_causes
from mihwar.attribution.event_dates import date_of_event, fallback_date
from mihwar.attribution.interviews import find_turns
from mihwar.attribution.quotes import find_quotes
from mihwar.attribution.speakers import speaker_of
from mihwar.attribution.status import status_of
from mihwar.attribution.translation import machine_translation_evidence

__all__ = [
    "CauseLink",
    "date_of_event",
    "fallback_date",
    "find_anomalies",
    "find_causes",
    "find_quotes",
    "find_turns",
    "joined_words",
    "machine_translation_evidence",
    "speaker_of",
    "status_of",
]
