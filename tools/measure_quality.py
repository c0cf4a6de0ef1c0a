"""Measure the shipped coder on our own held-out parts: ``measure_quality.py [--data DIR]`` prints the scores.

The even-numbered gold articles are the held-out ones; thresholds and rules were set on the odd-numbered. With
``--data`` (the folder of the public data sets) also the rows of PLV and GSR that are kept from training.
``--write`` puts the result into ``docs/reference/scores.json``, which ``tools/fill_model_card.py`` shows.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import itertools
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mihwar.coding.reader import EncoderCoder
from mihwar.errors import InputError
from mihwar.evaluation import ArticleScore, ParallelScore, compare_sentences, evaluate_gsr, evaluate_plv
from mihwar.model import Claim, Span
from mihwar.pipeline import Pipeline, coder_named
from mihwar.reading import document_of
from mihwar.training.corpus import CorpusDocument, is_held_out, read_corpus
from mihwar.training.examples import kept_for_measuring
from mihwar.workspace import evaluate_articles

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "quality" / "articles"
MARGIN = 0.02  # int8 products round otherwise on other processors: a few claims of two hundred


def article_scores(parity: int) -> dict[str, ArticleScore]:
    """Scores by language of the gold articles whose number has that parity (0: held out, 1: development)."""
    totals: dict[str, ArticleScore] = {}
    files = [path for path in sorted(GOLD.glob("*.json")) if int(path.stem[-2:]) % 2 == parity]
    for result in evaluate_articles(files):
        if isinstance(result, InputError):
            raise result
        language = result.document[:2]
        totals[language] = totals.get(language, ArticleScore()) + result.score
    return totals


def table_scores(data: Path) -> dict[str, dict[str, Any]]:
    """Scores on the rows of the public tables that training never sees."""
    coder = EncoderCoder()
    scores: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        plv = _kept(data / "plv/PLV_train.tsv", Path(folder) / "plv.tsv", "sentence_id", tabs=True)
        scores["PLV, rows kept from training (15 labels)"] = evaluate_plv(plv, coder)[0].to_json()
        for name in ("assault", "protest"):
            table = data / f"arabic_event_gsr/{name}_train.csv"
            kept = _kept(table, Path(folder) / f"{name}.csv", "id", tabs=False)
            scores[f"Arabic GSR {name.upper()}, rows kept from training"] = evaluate_gsr(kept, coder)[0].to_json()
    return scores


def parallel_scores() -> dict[str, dict[str, Any]]:
    """Agreement of the held-out parallel documents of the corpus with their English originals, by language."""
    documents = {d.id: d for d in read_corpus(ROOT / "corpus") if is_held_out(d.id)}
    pipeline = Pipeline(coder_named("encoder"))
    scores: dict[str, ParallelScore] = {}
    english: dict[str, tuple[Sequence[Claim], list[Span]]] = {}
    for document in documents.values():
        if "-par-" not in document.id:
            continue
        original = f"en-{document.id.split('-par-')[1]}"
        if original not in english:
            english[original] = _coded(pipeline, documents[original])
        score = compare_sentences(*english[original], *_coded(pipeline, document))
        scores[document.language] = scores.get(document.language, ParallelScore()) + score
    return {
        f"same sentence in English and {language}, held out": one.to_json()
        for language, one in sorted(scores.items())
    }


def _coded(pipeline: Pipeline, document: CorpusDocument) -> tuple[Sequence[Claim], list[Span]]:
    lines = [sentence.text for sentence in document.sentences]
    starts = list(itertools.accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    record = {"id": document.id, "text": "\n".join(lines), "published": document.meta["published"]}
    claims = pipeline.one(document_of(record, document.path, document.id)).claims
    return claims, [Span(at, at + len(line)) for at, line in zip(starts, lines, strict=True)]


def _kept(source: Path, target: Path, key: str, *, tabs: bool) -> Path:
    """The rows of ``source`` that training never sees, as a table of the same form."""
    with source.open(encoding="utf-8", newline="") as file, target.open("w", encoding="utf-8", newline="") as out:
        if tabs:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            names = list(rows.fieldnames or [])
            out.write("\t".join(names) + "\n")
            out.writelines("\t".join(row[n] for n in names) + "\n" for row in rows if kept_for_measuring(row[key]))
        else:
            rows = csv.DictReader(file)
            writer = csv.DictWriter(out, list(rows.fieldnames or []))
            writer.writeheader()
            writer.writerows(row for row in rows if kept_for_measuring(row[key]))
    return target


def floors(scores: dict[str, Any]) -> dict[str, Any]:
    """What ``tests/quality/floors.json`` holds: the measured values less a margin for other machines' rounding."""
    digest = hashlib.sha256()
    for path in sorted(GOLD.glob("*.json")):
        digest.update(path.read_bytes())
    tasks = ("f1", "precision", "recall", "date_accuracy", "speaker_accuracy", "status_accuracy")
    articles, agreement = {}, {}
    for name, score in scores.items():
        language = name.split(",")[0].split()[-1]
        if name.startswith("gold articles, held out"):
            articles[name[-2:]] = {task: round(score[task] - MARGIN, 3) for task in tasks}
        elif name.startswith("same sentence"):
            agreement[language] = round(score["agreement"] - MARGIN, 3)
    return {"articles_sha256": digest.hexdigest(), "articles": articles, "agreement with English": agreement}


def main() -> None:
    """Measure, print, and with ``--write`` keep the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--floors", action="store_true", help="set tests/quality/floors.json anew")
    options = parser.parse_args()
    scores: dict[str, Any] = {}
    for language, score in article_scores(0).items():
        scores[f"gold articles, held out, {language}"] = score.to_json()
    for language, score in article_scores(1).items():
        scores[f"gold articles, used for tuning, {language}"] = score.to_json()
    scores |= parallel_scores()
    if options.data:
        scores |= table_scores(options.data)
    print(json.dumps(scores, indent=1, ensure_ascii=False))
    if options.floors:
        text = json.dumps(floors(scores), indent=1) + "\n"
        (GOLD.parent / "floors.json").write_text(text, encoding="utf-8")
    if options.write:
        text = json.dumps(scores, indent=1, ensure_ascii=False) + "\n"
        (ROOT / "docs" / "reference" / "scores.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
