"""Read the ontology's data files, once each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["load"]


@cache
def load(name: str) -> dict[Any, Any]:
    """The content of ``data/<name>``; callers must not change it."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = files("mihwar.ontology").joinpath("data", name).read_text(encoding="utf-8")
    content: dict[Any, Any] = yaml.load(text, Loader=loader)  # noqa: S506 - both loaders are the safe ones
    return content
