"""``mihwar evaluate plv|gsr|article``: scores as one JSON object, printed last."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from cyclopts import App

from mihwar.cli.coders import ENCODER, CoderFlags, chosen_coder
from mihwar.cli.console import print_json, report_failure, tracked

if TYPE_CHECKING:
    from mihwar.coding import Coder
    from mihwar.evaluation import Prediction
    from mihwar.evaluation.tables import TableCoder
    from mihwar.pipeline import CoderOptions

__all__ = ["app"]

app = App(name="evaluate", help="Measure the coder against labelled data.")


@app.command
def plv(file: Path, *, predictions: Path | None = None, coder: CoderFlags = ENCODER) -> int:
    """Score the type of marked pairs (15 labels) in a PLV table.

    Parameters
    ----------
    file
        TSV with the columns marked_sentence and gold_root.
    predictions
        Write one JSON line an input row here.
    coder
        Who codes.

    """
    from mihwar.evaluation import evaluate_plv

    with chosen_coder(coder) as chosen:
        score, rows = evaluate_plv(file, _of_tables(chosen))
    _write(predictions, [_row(row) for row in rows])
    print_json(score.to_json())
    return 0


@app.command
def gsr(file: Path, *, predictions: Path | None = None, coder: CoderFlags = ENCODER) -> int:
    """Score whether sentences report an event of a type.

    Parameters
    ----------
    file
        CSV with the columns text, event_type and label.
    predictions
        Write one JSON line an input row here.
    coder
        Who codes.

    """
    from mihwar.evaluation import evaluate_gsr

    with chosen_coder(coder) as chosen:
        score, rows = evaluate_gsr(file, _of_tables(chosen))
    _write(predictions, [_row(row) for row in rows])
    print_json(score.to_json())
    return 0


@app.command
def article(*files: Path, predictions: Path | None = None, coder: CoderFlags = ENCODER) -> int:
    """Score claims, dates and speakers against gold articles.

    Parameters
    ----------
    files
        Gold articles, one JSON file each.
    predictions
        Write one JSON line a gold event, then one a claim that matches none, here.
    coder
        Who codes.

    """
    from mihwar.cli.inputs import checked
    from mihwar.errors import InputError
    from mihwar.evaluation import Breakdown
    from mihwar.model import Failure
    from mihwar.workspace import evaluate_articles

    failed = 0
    breakdown = Breakdown()
    lines: list[dict[str, Any]] = []
    total = None
    with chosen_coder(coder) as chosen:
        for result in tracked(evaluate_articles(checked(files), chosen), "evaluating"):
            if isinstance(result, InputError):
                report_failure(Failure(result.path, "evaluate", str(result)))
                failed += 1
                continue
            print_json({"document": result.document, **result.score.to_json()})
            lines += result.rows
            language = result.coded.page.document.language or "unknown"
            breakdown.add(result.gold, result.coded.claims, result.matched, language)
            total = result.score if total is None else total + result.score
    _write(predictions, [{"row": number, **line} for number, line in enumerate(lines)])
    if total is not None:
        print_json({**total.to_json(), **breakdown.to_json()})
    return 1 if failed else 0


def _of_tables(coder: str | CoderOptions | Coder) -> TableCoder:
    """The coder as one that answers on single sentences: every coder that has a name does."""
    from mihwar.pipeline import coder_of

    return cast("TableCoder", coder_of(coder))


def _row(prediction: Prediction) -> dict[str, Any]:
    return {
        "row": prediction.row,
        "gold": prediction.gold,
        "predicted": prediction.predicted,
        "score": prediction.score,
    }


def _write(path: Path | None, rows: list[dict[str, Any]]) -> None:
    if path is not None:
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
