"""Asks the endpoint: one chat completion held to a JSON schema, sent again within limits where that can help."""

from __future__ import annotations

import json
import random
import re
import time
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from mihwar.coding.llm.endpoint import KEY_VARIABLE, Endpoint
from mihwar.coding.llm.transport import Answer, UnreachableError, post
from mihwar.coding.llm.usage import Usage
from mihwar.errors import LanguageModelError

__all__ = ["ChatClient"]

_TRIES = 4
_TRIES_OF_TIME = 2  # a server that needs longer than the time it has will need it again
_LONGEST_WAIT = 60.0  # seconds between two tries, whatever the endpoint asks for
_PASSING = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_FINAL = {
    401: f"the key is missing or wrong: set {KEY_VARIABLE}",
    402: "the account behind the key has nothing left",
    403: f"the key may not use this model: check {KEY_VARIABLE} and --model",
    404: "there is no such address or model: check --endpoint (most end in /v1) and --model",
    405: "the address takes no chat completions: check --endpoint (most end in /v1)",
}
_GIVE_UP_AFTER = 2  # questions in a row that got no answer at all; then the endpoint is held to be down
_SHOWN = 300


class ChatClient:
    """Puts questions to one endpoint; what they cost is counted in ``usage``.

    ``ask`` raises :class:`LanguageModelError`. After an answer that no question can better (a wrong key), or two
    questions without any answer, it raises at once, so that a batch does not wait for each document.
    """

    def __init__(self, endpoint: Endpoint, usage: Usage, sleep: Callable[[float], None] = time.sleep) -> None:
        self._endpoint = endpoint
        self._usage = usage
        self._sleep = sleep
        self._down: LanguageModelError | None = None
        self._unanswered = 0
        self._limit_name = "max_tokens"
        self._left_out: set[str] = set()

    def ask(
        self, messages: list[dict[str, str]], schema: Mapping[str, Any], *, most_tokens: int, temperature: float = 0.0
    ) -> str | None:
        """The model's answer as it came, or ``None`` where it has no text or was cut at ``most_tokens``."""
        if self._down is not None:
            raise self._down
        late = 0
        for attempt in range(_TRIES):
            answer: Answer | None = None
            try:
                answer = self._send(self._body(messages, schema, most_tokens, temperature))
            except UnreachableError as error:
                trouble = str(error)
                late += not error.in_time
            if answer is not None:
                if answer.status == 200:
                    self._unanswered = 0
                    return self._content(answer)
                trouble = f"status {answer.status}{self._said(answer)}"
                if answer.status == 400 and self._adapted(answer):
                    continue
                if answer.status not in _PASSING:
                    raise self._refused(answer.status, trouble)
            if late == _TRIES_OF_TIME:
                break
            if attempt < _TRIES - 1:
                self._usage.retries += 1
                self._sleep(_wait(attempt, answer))
        self._unanswered += 1
        remedy = "Is the server running? See --endpoint and --timeout; run the same command again later"
        problem = LanguageModelError(
            self._endpoint.url, f"no answer in {attempt + 1} tries; the last: {trouble}", remedy
        )
        if self._unanswered >= _GIVE_UP_AFTER:
            self._down = problem
        raise problem

    def _send(self, body: dict[str, Any]) -> Answer:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "mihwar"}
        if self._endpoint.key:
            headers["Authorization"] = f"Bearer {self._endpoint.key}"
        return post(self._endpoint.url, json.dumps(body).encode("ascii"), headers, self._endpoint.timeout)

    def _body(
        self, messages: list[dict[str, str]], schema: Mapping[str, Any], most_tokens: int, temperature: float
    ) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self._endpoint.model,
            "messages": messages,
            "temperature": temperature,
            self._limit_name: most_tokens,
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "acts", "strict": True, "schema": schema},
            },
        }
        return {name: value for name, value in body.items() if name not in self._left_out}

    def _adapted(self, answer: Answer) -> bool:
        """Whether the endpoint refuses a parameter that some models do without, and has not said so before."""
        said = answer.body[:4000].decode("utf-8", "replace")
        if "max_completion_tokens" in said and self._limit_name == "max_tokens":
            self._limit_name = "max_completion_tokens"
            return True
        if "temperature" in said and "temperature" not in self._left_out:
            self._left_out.add("temperature")
            return True
        return False

    def _content(self, answer: Answer) -> str | None:
        self._usage.requests += 1
        try:
            value = json.loads(answer.body)
        except (ValueError, RecursionError):
            return None
        counts = _dict(_dict(value).get("usage"))
        self._usage.prompt_tokens += _count(counts.get("prompt_tokens"))
        self._usage.completion_tokens += _count(counts.get("completion_tokens"))
        choices = _dict(value).get("choices")
        choice = _dict(choices[0]) if isinstance(choices, list) and choices else {}
        content = _dict(choice.get("message")).get("content")
        if choice.get("finish_reason") == "length" or not isinstance(content, str):
            return None
        return content

    def _refused(self, status: int, trouble: str) -> LanguageModelError:
        remedy = _FINAL.get(status, "")
        if 300 <= status < 400:
            remedy = "it sends to another address, which is not followed: name that one as --endpoint"
        elif status == 400:
            remedy = "it may not take response_format json_schema, or the text is too long for the model"
        problem = LanguageModelError(self._endpoint.url, trouble, remedy)
        if status in _FINAL or 300 <= status < 400:
            self._down = problem
        return problem

    def _said(self, answer: Answer) -> str:
        """The beginning of what an endpoint says of a failure, without the key."""
        said = answer.body[: 4 * _SHOWN].decode("utf-8", "replace")
        if self._endpoint.key:
            said = said.replace(self._endpoint.key, "***")
        where = answer.headers.get("location", "") if 300 <= answer.status < 400 else ""
        plain = " ".join(re.sub(r"[^\S ]+", " ", f"{where} {said}").split())
        return f": {plain[:_SHOWN]}" if plain else ""


def _wait(attempt: int, answer: Answer | None) -> float:
    """Seconds until the next try: what the endpoint asks for, else 1, 2, 4 with up to a quarter more."""
    asked = answer.headers.get("retry-after") if answer is not None else None
    if asked is not None:
        seconds = _seconds(asked)
        if seconds is not None:
            return min(max(seconds, 0.0), _LONGEST_WAIT)
    return float(2**attempt) * (1 + random.random() / 4)  # noqa: S311  (spreads tries, guards nothing)


def _seconds(asked: str) -> float | None:
    """The seconds of a Retry-After header, which gives them or a date; ``None`` for anything else."""
    if asked.strip().isdecimal():
        return float(asked[:9])
    try:
        return parsedate_to_datetime(asked).timestamp() - time.time()
    except (ValueError, OverflowError):
        return None


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _count(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else 0
