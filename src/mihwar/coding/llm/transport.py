"""One POST of JSON over HTTP, bounded in time and size; redirects are not followed, since they would take the key."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import Protocol, cast

__all__ = ["Answer", "UnreachableError", "post"]

_LARGEST_BODY = 8 * 1024 * 1024
_PIECE = 64 * 1024


class UnreachableError(Exception):
    """No whole answer came: no connection, a broken one, or (``in_time`` is false) none before the time was over."""

    def __init__(self, reason: object) -> None:
        self.in_time = not isinstance(reason, TimeoutError)
        super().__init__((str(reason) or type(reason).__name__) if self.in_time else "no answer in time")


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers (names in lower case) and body of one answer."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _Body(Protocol):
    def read1(self, amount: int, /) -> bytes: ...


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Leaves an answer that redirects as it is."""

    def redirect_request(self, *_args: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_NoRedirect)


def post(url: str, body: bytes, headers: Mapping[str, str], timeout: float) -> Answer:
    """The answer to one POST, of whatever status; ``url`` is http or https, ``timeout`` seconds for all of it."""
    until = time.monotonic() + timeout
    request = urllib.request.Request(url, data=body, headers=dict(headers), method="POST")  # noqa: S310  (checked)
    try:
        try:
            with _OPENER.open(request, timeout=timeout) as response:
                return Answer(response.status, _lower(response.headers), _read(response, until))
        except urllib.error.HTTPError as error:
            with error:
                return Answer(error.code, _lower(error.headers), _read(cast("_Body", error.fp), until))
    except urllib.error.URLError as error:
        raise UnreachableError(error.reason) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise UnreachableError(error) from error


def _read(source: _Body, until: float) -> bytes:
    """The whole body; one that is too large or drips past the time is given up."""
    pieces: list[bytes] = []
    size = 0
    while piece := source.read1(_PIECE):
        size += len(piece)
        if size > _LARGEST_BODY:
            raise UnreachableError(f"the answer is larger than {_LARGEST_BODY} bytes")
        if time.monotonic() > until:
            raise TimeoutError
        pieces.append(piece)
    return b"".join(pieces)


def _lower(headers: Message) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
