"""Where the model answers: an http(s) address that the user named, and the key that goes with it."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

from mihwar.errors import UsageError

__all__ = ["KEY_VARIABLE", "Endpoint"]

KEY_VARIABLE = "MIHWAR_LLM_KEY"
_PATH = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint; ``timeout`` is in seconds for one whole request. The key is never shown."""

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = 120.0

    @classmethod
    def of(cls, url: str, model: str, key: str | None = None, timeout: float = 120.0) -> Endpoint:
        """The endpoint of a base address (``https://host/v1``) or of the full one; else :class:`UsageError`."""
        if not model.strip():
            raise UsageError("--model: name the model as the endpoint knows it")
        if not (math.isfinite(timeout) and 0 < timeout <= 3600):
            raise UsageError(f"--timeout: {timeout} is not between 0 and 3600 seconds")
        return cls(_completions(url.strip()), model.strip(), _plain_key(key), timeout)


def _completions(url: str) -> str:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UsageError(f"--endpoint: {url!r} is no address: {error}") from error
    if parts.scheme not in ("http", "https") or not host:
        raise UsageError(f"--endpoint: {url!r} is no http or https address, such as http://localhost:8080/v1")
    if parts.username or parts.password:
        raise UsageError(f"--endpoint: leave name and password out of the address; set {KEY_VARIABLE}")
    if any(not 0x21 <= ord(letter) <= 0x7E for letter in url):
        raise UsageError(f"--endpoint: {url!r} holds spaces, control characters or letters outside ASCII")
    path = parts.path.rstrip("/")
    if not path.endswith(_PATH):
        path = (path or "/v1") + _PATH
    return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))


def _plain_key(key: str | None) -> str | None:
    """The key without space around it; one that no HTTP header can carry is refused without being shown."""
    plain = (key or "").strip()
    if any(not 0x21 <= ord(letter) <= 0x7E for letter in plain):
        raise UsageError(f"{KEY_VARIABLE}: the key holds spaces, control characters or letters outside ASCII")
    return plain or None
