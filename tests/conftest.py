"""What every part's tests share: skips for what a machine may lack, and one dossier of the examples."""

import json
from pathlib import Path

import pytest
from hypothesis import settings

# Examples are judged by what comes out; how long one takes on a busy machine says nothing.
settings.register_profile("mihwar", deadline=None)
settings.load_profile("mihwar")

ROOT = Path(__file__).parents[1]
CHROMIUM = Path("/usr/bin/chromium")
EXAMPLES = "examples/us-azerbaijan-armenia"


def pytest_collection_modifyitems(items):
    if not any((ROOT.parent / "shared" / "seeds").glob("*.txt")):
        _skip(items, "seed", "the seed article is not beside the checkout")
    if not CHROMIUM.exists():
        _skip(items, "browser", "Chromium is not installed: apt-get install chromium fonts-noto-core")


def _skip(items, mark, reason):
    for item in items:
        if item.get_closest_marker(mark):
            item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def example_dossier():
    """The dossier of README's first command, built once."""
    from mihwar import why

    dossier, failures = why("USA", "AZE", [ROOT / EXAMPLES])
    assert not failures
    return dossier


@pytest.fixture(scope="session")
def example_dossier_json(example_dossier):
    from mihwar.dossier import render

    return json.loads(render(example_dossier, "json"))
