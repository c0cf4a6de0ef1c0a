"""Run gold articles through the pipeline and score what comes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mihwar.coding import Coder
from mihwar.errors import InputError, LanguageModelError
from mihwar.evaluation import ArticleScore, GoldArticle, read_gold, score_article
from mihwar.model import Claim, Document
from mihwar.pipeline import Coded, CoderOptions, Pipeline, coder_of
from mihwar.reading import document_of

__all__ = ["EvaluatedArticle", "evaluate_articles", "gold_document"]


@dataclass(frozen=True, slots=True)
class EvaluatedArticle:
    """One article's score, and a row an event (gold and the claim that matches it) then a row a stray claim."""

    document: str
    score: ArticleScore
    rows: list[dict[str, Any]]
    coded: Coded
    gold: GoldArticle
    matched: dict[int, int]


def evaluate_articles(
    paths: Iterable[Path], coder: str | CoderOptions | Coder = "encoder"
) -> Iterator[EvaluatedArticle | InputError]:
    """Score each gold file; one that cannot be read or coded is yielded as its error."""
    pipeline = Pipeline(coder_of(coder))
    files = [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]
    for path in files:
        try:
            gold = read_gold(path)
        except InputError as error:
            yield error
            continue
        try:
            coded = pipeline.one(gold_document(gold, path))
        except LanguageModelError as error:
            yield InputError(str(path), str(error))
            continue
        score, matched = score_article(gold, coded.claims)
        yield EvaluatedArticle(gold.id, score, _rows(gold, coded.claims, matched), coded, gold, matched)


def gold_document(gold: GoldArticle, path: Path) -> Document:
    """The article as a document of JSON Lines: its metadata are given, its furniture must be found."""
    meta = {key: gold.meta.get(key) for key in ("url", "title", "publisher", "published", "author", "section")}
    return document_of({"id": gold.id, "text": gold.text, **meta}, str(path), gold.id)


def _rows(gold: GoldArticle, claims: tuple[Claim, ...], matched: dict[int, int]) -> list[dict[str, Any]]:
    by_event = {event: claim for claim, event in matched.items()}
    rows = []
    for index, event in enumerate(gold.events):
        claim = claims[by_event[index]] if index in by_event else None
        rows.append(
            {
                "document": gold.id,
                "gold": event.id,
                "predicted": claim.id if claim else None,
                "score": claim.confidence if claim else 0.0,
            }
        )
    for index, claim in enumerate(claims):
        if index not in matched:
            rows.append({"document": gold.id, "gold": None, "predicted": claim.id, "score": claim.confidence})
    return rows
