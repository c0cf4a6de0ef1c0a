"""The words of each language, one data file each: ``language("ar")``. Adding a language is adding a file."""

from mihwar.languages.dates import DateKind, DateMention, find_dates
from mihwar.languages.folding import ascii_digits, fold
from mihwar.languages.language import CauseWords, DateWords, Language, ReportingWords, StatusWords
from mihwar.languages.loading import language, language_codes
from mihwar.languages.respacing import Respaced

__all__ = [
    "CauseWords",
    "DateKind",
    "DateMention",
    "DateWords",
    "Language",
    "ReportingWords",
    "Respaced",
    "StatusWords",
    "ascii_digits",
    "find_dates",
    "fold",
    "language",
    "language_codes",
]
