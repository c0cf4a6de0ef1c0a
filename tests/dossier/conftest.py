"""The dossier's tests compose claims with the builder of the analysis tests."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
