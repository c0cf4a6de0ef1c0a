"""Arabic nisba adjectives and English people words: the forms that follow from one listed form by rule."""

from __future__ import annotations

__all__ = ["definite_forms", "is_people", "nisba_forms", "people_forms"]

_ADJECTIVE_ENDINGS = ("", "ة", "ا", "تان", "تين", "ان", "ات")
_PEOPLE_ENDINGS = ("ون", "ين")


def nisba_forms(nisba: str) -> list[str]:
    """A masculine singular nisba in both genders, indefinite accusative, dual and feminine plural.

    Of two words (كوري شمالي) both inflect, and the second also takes the article.
    """
    return _inflected(nisba, _ADJECTIVE_ENDINGS)


def people_forms(nisba: str) -> list[str]:
    """A nisba's sound masculine plurals, which name a people when nothing stands before them."""
    return _inflected(nisba, _PEOPLE_ENDINGS)


def _inflected(nisba: str, endings: tuple[str, ...]) -> list[str]:
    first, _, second = nisba.partition(" ")
    if not second:
        return [nisba + ending for ending in endings]
    forms = []
    for ending in endings:
        inflected = first + ending if first.endswith("ي") else first
        forms += [f"{inflected} {second}{ending}", f"{inflected} ال{second}{ending}"]
    return forms


def definite_forms(form: str) -> list[tuple[str, int]]:
    """The form, and, where it begins with the Arabic article, the rest that is left of it after لل (marked 1)."""
    if form.startswith("ال") and len(form) > 4:
        return [(form, 0), (form.removeprefix("ال"), 1)]
    return [(form, 0)]


def is_people(form: str) -> bool:
    """Whether an English demonym names people only (Armenians, Frenchmen), not also an adjective."""
    return (form.endswith("s") and not form.endswith("ss")) or form.endswith("men")
