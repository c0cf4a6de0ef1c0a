"""Answers kept by content: the same model asked the same thing is not asked twice."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from pathlib import Path

__all__ = ["AnswerCache", "default_folder"]

_MOST_BYTES = 256 * 1024 * 1024
_LARGEST_ANSWER = 1024 * 1024
_SWEEP_EVERY = 100  # writes between two looks at the folder's size
_KEPT_SHARE = 0.8  # of the bound, after a sweep: so that the next sweep is not the next write


def default_folder() -> Path:
    """``$XDG_CACHE_HOME/mihwar/llm``, else ``~/.cache/mihwar/llm``."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "mihwar" / "llm"


class AnswerCache:
    """A folder of answers, each in a file named by the hash of what was asked; bounded, the oldest go first.

    Files are written whole or not at all. A folder that cannot be written, or a damaged file, costs a request
    and nothing else.
    """

    def __init__(self, folder: Path | None = None, most_bytes: int = _MOST_BYTES) -> None:
        self._folder = folder or default_folder()
        self._most_bytes = most_bytes
        self._writes = 0

    def get(self, key: str) -> str | None:
        """The answer kept under ``key`` (hex digits), or ``None``."""
        place = self._place(key)
        try:
            if place.stat().st_size > _LARGEST_ANSWER:
                return None
            kept = json.loads(place.read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        answer = kept.get("answer") if isinstance(kept, dict) and kept.get("key") == key else None
        return answer if isinstance(answer, str) else None

    def put(self, key: str, answer: str) -> None:
        """Keep ``answer``; one too large, or a folder that cannot be written, is passed over."""
        packed = json.dumps({"key": key, "answer": answer}).encode("ascii")
        if len(packed) > _LARGEST_ANSWER:
            return
        place = self._place(key)
        with contextlib.suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, made = tempfile.mkstemp(dir=place.parent, suffix=".part")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(packed)
                os.replace(made, place)
            except OSError:
                os.unlink(made)
                raise
            if self._writes % _SWEEP_EVERY == 0:
                self._sweep()
            self._writes += 1

    def _place(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"

    def _sweep(self) -> None:
        """Delete the oldest files until the folder is well below its bound."""
        files = []
        for path in self._folder.glob("??/*"):
            with contextlib.suppress(OSError):
                facts = path.stat()
                files.append((facts.st_mtime, facts.st_size, path))
        total = sum(size for _, size, _ in files)
        if total <= self._most_bytes:
            return
        for _, size, path in sorted(files):
            if total <= self._most_bytes * _KEPT_SHARE:
                return
            with contextlib.suppress(OSError):
                path.unlink()
                total -= size
