"""The answer: a dossier on two states, built from claims, rendered in Arabic or English."""

from mihwar.dossier.building import MIN_CONFIDENCE, build_dossier
from mihwar.dossier.naming import Names, names
from mihwar.dossier.rendering import FORMATS, LANGUAGES, render
from mihwar.dossier.tree import Dossier

__all__ = ["FORMATS", "LANGUAGES", "MIN_CONFIDENCE", "Dossier", "Names", "build_dossier", "names", "render"]
