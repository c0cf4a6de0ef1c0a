"""Check that the ontology's data files keep their own rules."""

from __future__ import annotations

from collections.abc import Iterator

from mihwar.ontology.cameo import from_cameo
from mihwar.ontology.loading import load
from mihwar.ontology.types import event_types, quad_label
from mihwar.ontology.vocabulary import states

__all__ = ["LANGUAGES", "problems"]

LANGUAGES = ("ar", "en")


def problems() -> tuple[str, ...]:
    """Every broken rule in one line each; empty when the data are sound."""
    return (*_type_problems(), *_label_problems(), *_country_problems(), *_cameo_problems())


def _type_problems() -> Iterator[str]:
    kinds = {kind.code: kind for kind in event_types()}
    if len(kinds) != 16:
        yield f"types.yaml: {len(kinds)} types, PLOVER 2.0 has 16"
    for quad in range(1, 5):
        if not all(quad_label(quad, language) for language in LANGUAGES):
            yield f"types.yaml: quad {quad} lacks a label"
    for kind in kinds.values():
        if kind.quad_code not in range(1, 5):
            yield f"types.yaml: {kind.code}: quad {kind.quad_code} is not 1 to 4"
        sign = -1 if kind.is_conflict else 1
        for name, value in {kind.code: kind.score, **kind.modes}.items():
            allowed = kind.code == "REQUEST" and abs(value) <= 1
            if not -10 <= value <= 10 or not (value * sign > 0 or allowed):
                yield f"types.yaml: {kind.code}: score {value} of {name} is against its quad"
        for other in kind.near:
            if other not in kinds or kind.code not in kinds[other].near:
                yield f"types.yaml: {kind.code}: near {other} is unknown or one-sided"
        for language in LANGUAGES:
            if not kind.labels.get(language):
                yield f"types.yaml: {kind.code}: no label in {language}"
            forms = kind.phrases.get(language)
            if forms is None:
                yield f"types.yaml: {kind.code}: no phrases in {language}"
            elif "{b}" not in forms.past or "{b}" not in forms.base or "{b}" in forms.mutual + forms.alone:
                yield f"types.yaml: {kind.code}: {language}: {{b}} belongs in past and base only"


def _label_problems() -> Iterator[str]:
    for part, rows in load("vocabulary.yaml").items():
        for code, labels in rows.items():
            missing = [language for language in LANGUAGES if not labels.get(language)]
            if missing:
                yield f"vocabulary.yaml: {part}: {code} lacks {', '.join(missing)}"


def _country_problems() -> Iterator[str]:
    for code in states():
        if len(code) != 3 or not code.isupper():
            yield f"countries.yaml: {code} is not three capitals"
    for dependency, state in load("countries.yaml")["folds"].items():
        if dependency in states() or state not in states():
            yield f"countries.yaml: {dependency} must fold into a listed state and not be one"


def _cameo_problems() -> Iterator[str]:
    table = load("cameo.yaml")
    kinds = {kind.code: kind for kind in event_types()}
    for code, kind in table["types"].items():
        if kind not in kinds:
            yield f"cameo.yaml: {code} maps to unknown {kind}"
    for code, mode in table["modes"].items():
        found = from_cameo(code)
        if found is None or mode not in kinds[found[0]].modes:
            yield f"cameo.yaml: {code}: mode {mode} is not one of its type's"
