"""Mihwar: why are relations between these two states the way they are?

>>> from mihwar import Workspace, read
>>> pages = list(read(["article.txt"]))
>>> dossier = Workspace("my-workspace").why("USA", "AZE")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mihwar.workspace import Workspace, code, read, why

__version__ = "0.1.0"
__all__ = ["Workspace", "__version__", "code", "read", "why"]


def __getattr__(name: str) -> Any:
    """Load the Python API at its first use, so that ``mihwar --help`` does not wait for it."""
    if name in __all__:
        import importlib

        return getattr(importlib.import_module("mihwar.workspace"), name)
    raise AttributeError(f"module 'mihwar' has no attribute {name!r}")
