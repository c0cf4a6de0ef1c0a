"""The one exception tree of Mihwar.

::

    MihwarError
    ├── InputError          a source cannot be read; names the path, the place and the way out
    ├── UnknownNameError    a name (state, type, language, coder, format) is not known; lists what is
    ├── OntologyError       a data file of ours breaks its own rules
    ├── ModelFileError      the encoder's files are missing or damaged
    ├── UsageError          a command or function is asked for what it cannot mean
    ├── LanguageModelError  the endpoint of a language model refuses, fails, or answers nothing that can be read
    ├── StoreError          a workspace cannot be opened, read or written
    └── MissingExtraError   a part needs an optional dependency; names the extra
"""

__all__ = [
    "InputError",
    "LanguageModelError",
    "MihwarError",
    "MissingExtraError",
    "ModelFileError",
    "OntologyError",
    "StoreError",
    "UnknownNameError",
    "UsageError",
]


class MihwarError(Exception):
    """Base of every error that Mihwar raises on purpose; its text is fit for a user."""


class InputError(MihwarError):
    """A source that cannot be read: which one, where in it, why, and what to do about it."""

    def __init__(self, path: str, cause: str, remedy: str = "", place: str = "") -> None:
        self.path, self.cause, self.remedy, self.place = path, cause, remedy, place
        where = f"{path}: {place}" if place else path
        super().__init__(f"{where}: {cause}" + (f". {remedy}" if remedy else ""))


class UnknownNameError(MihwarError):
    """A name that Mihwar does not know, with the nearest or all of the known ones."""

    def __init__(self, kind: str, name: str, known: list[str]) -> None:
        self.kind, self.name, self.known = kind, name, known
        listed = ", ".join(known[:20]) + (", ..." if len(known) > 20 else "")
        super().__init__(f"unknown {kind} {name!r}; known: {listed}")


class OntologyError(MihwarError):
    """A data file of the ontology, the languages or the actors breaks its own rules."""


class ModelFileError(MihwarError):
    """The encoder's files are missing, damaged or of another version."""


class UsageError(MihwarError):
    """A command or function is asked for what it cannot mean: no input, a limit that is no date."""


class LanguageModelError(MihwarError):
    """A language model's endpoint refuses, fails, or answers nothing that can be read; names it and the way out."""

    def __init__(self, endpoint: str, cause: str, remedy: str = "") -> None:
        self.endpoint, self.cause, self.remedy = endpoint, cause, remedy
        super().__init__(f"language model at {endpoint}: {cause}" + (f". {remedy}" if remedy else ""))


class StoreError(MihwarError):
    """A workspace that cannot be opened, read or written."""


class MissingExtraError(MihwarError):
    """A part of Mihwar needs an optional dependency that is not installed."""

    def __init__(self, part: str, extra: str) -> None:
        self.part, self.extra = part, extra
        super().__init__(f"{part} needs an optional part of Mihwar: pip install 'mihwar[{extra}]'")
