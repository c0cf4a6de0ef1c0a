"""Evaluation: scores of claims against gold articles, and of the encoder against the published tables."""

from mihwar.evaluation.articles import ArticleScore, match_claims, score_article
from mihwar.evaluation.breakdown import Breakdown
from mihwar.evaluation.classes import LabelScore
from mihwar.evaluation.gold import GoldArticle, GoldEvent, read_gold
from mihwar.evaluation.parallel import ParallelScore, compare_sentences
from mihwar.evaluation.tables import Prediction, evaluate_gsr, evaluate_plv, strip_marks

__all__ = [
    "ArticleScore",
    "Breakdown",
    "GoldArticle",
    "GoldEvent",
    "LabelScore",
    "ParallelScore",
    "Prediction",
    "compare_sentences",
    "evaluate_gsr",
    "evaluate_plv",
    "match_claims",
    "read_gold",
    "score_article",
    "strip_marks",
]
