"""The Python API: read, code, why, and the workspace that keeps what was read."""

from mihwar.workspace.evaluating import EvaluatedArticle, evaluate_articles
from mihwar.workspace.folder import AddReport, Workspace
from mihwar.workspace.reading import code, read, why

__all__ = ["AddReport", "EvaluatedArticle", "Workspace", "code", "evaluate_articles", "read", "why"]
