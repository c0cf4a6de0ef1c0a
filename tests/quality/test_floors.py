"""Quality cannot get quietly worse: floors by language and task on the held-out gold articles.

Raising a floor in ``floors.json`` is free; lowering one needs a reason in the same change.
"""

import hashlib
import json
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FLOORS = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))

pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.fixture(scope="module")
def scores():
    sys.path.insert(0, str(ROOT / "tools"))
    from measure_quality import article_scores

    return {language: score.to_json() for language, score in article_scores(0).items()}


@pytest.fixture(scope="module")
def agreement():
    sys.path.insert(0, str(ROOT / "tools"))
    from measure_quality import parallel_scores

    return {name.split(",")[0].split()[-1]: score["agreement"] for name, score in parallel_scores().items()}


def test_the_held_out_articles_are_the_ones_that_the_floors_were_measured_on():
    digest = hashlib.sha256()
    for path in sorted((HERE / "articles").glob("*.json")):
        digest.update(path.read_bytes())
    assert digest.hexdigest() == FLOORS["articles_sha256"], "the gold changed: measure again and set the floors anew"


@pytest.mark.parametrize("language", sorted(FLOORS["articles"]))
@pytest.mark.parametrize(
    "task", ["f1", "precision", "recall", "date_accuracy", "speaker_accuracy", "status_accuracy"]
)
def test_scores_stay_above_their_floor(scores, language, task):
    assert scores[language][task] >= FLOORS["articles"][language][task], scores[language]


@pytest.mark.parametrize("language", sorted(FLOORS["agreement with English"]))
def test_a_sentence_and_its_translation_agree_as_before(agreement, language):
    assert agreement[language] >= FLOORS["agreement with English"][language], agreement
