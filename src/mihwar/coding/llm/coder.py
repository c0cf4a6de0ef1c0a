"""The coder that asks a language model, page by page, and keeps only what the text bears out."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Protocol

from mihwar.coding.acts import Act
from mihwar.coding.labels import TYPES
from mihwar.coding.llm.caching import AnswerCache
from mihwar.coding.llm.client import ChatClient
from mihwar.coding.llm.endpoint import Endpoint
from mihwar.coding.llm.prompting import MOST_TOKENS, Chunk, chunks, halves, messages, prompt_version, schema
from mihwar.coding.llm.usage import Prices, Usage
from mihwar.coding.llm.verifying import entries_of, verified_acts
from mihwar.errors import LanguageModelError
from mihwar.model import Document, Page, Span

__all__ = ["LanguageModelCoder"]

# One document may ask so many times, or 1,600 sentences: a book is no article, and each request may cost money.
_MOST_CHUNKS = 200
_TRIES = 3
_WARMER = 0.4  # temperature of a second try: the same question asked coldly has the same answer


class Asker(Protocol):
    """What the coder needs of a client; :class:`ChatClient` is the real one."""

    def ask(
        self, messages: list[dict[str, str]], schema: dict[str, Any], *, most_tokens: int, temperature: float = 0.0
    ) -> str | None:
        """The model's answer as text, or ``None`` where there is no whole one."""
        ...


class LanguageModelCoder:
    """Codes pages through an OpenAI-compatible endpoint. ``usage`` counts what that cost and what was left out."""

    def __init__(
        self,
        endpoint: Endpoint,
        *,
        prices: Prices | None = None,
        cache: AnswerCache | None = None,
        usage: Usage | None = None,
        client: Asker | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._prices = prices or Prices()
        self._cache = cache or AnswerCache()
        self.usage = usage or Usage()
        self._client: Asker = client or ChatClient(endpoint, self.usage)

    @property
    def name(self) -> str:
        """``llm:`` and the model's name."""
        return f"llm:{self._endpoint.model}"

    def code(self, page: Page) -> list[Act]:
        """All acts of one page, in text order; :class:`LanguageModelError` where a part of it has no answer."""
        asked = list(chunks(page))
        if len(asked) > _MOST_CHUNKS:
            raise LanguageModelError(
                self._endpoint.url,
                f"the document needs {len(asked)} requests, and one may have {_MOST_CHUNKS}",
                "Split it, or code it with --coder encoder",
            )
        acts = [act for chunk in asked for act in self._chunk(chunk, page)]
        self.usage.kept += len(acts)
        return acts

    def relation(self, text: str, actor: Span, recipient: Span) -> dict[str, float]:
        """For each type, the confidence of the act of a marked pair in one sentence, else of any of its acts."""
        acts = self.code(_sentence(text))
        of_pair = [
            act
            for act in acts
            if any(one.span.overlaps(actor) for one in act.actors)
            and any(one.span.overlaps(recipient) for one in (*act.recipients, *act.actors))
        ]
        return _by_type(of_pair or acts)

    def topics(self, texts: list[str]) -> list[dict[str, float]]:
        """For each sentence and type, the confidence of its surest act of that type, 0 where it has none."""
        return [_by_type(self.code(_sentence(text))) for text in texts]

    def report(self) -> list[str]:
        """The run so far, for people: one line for its cost, one for its acts."""
        return self.usage.lines(self.name, self._prices)

    def _chunk(self, chunk: Chunk, page: Page) -> list[Act]:
        """The acts of one request's sentences; where no try gives a readable answer, of each half by itself."""
        question = messages(chunk, page)
        key = self._key(question)
        kept = self._cache.get(key)
        entries = entries_of(kept) if kept is not None else None
        if entries is not None:
            self.usage.cached += 1
            return verified_acts(entries, chunk, page, self.name, self.usage.dropped)
        several = len(chunk.sentences) > 1
        for attempt in range(1 if several else _TRIES):
            answer = self._client.ask(
                question,
                schema(len(chunk.sentences)),
                most_tokens=MOST_TOKENS,
                temperature=_WARMER if attempt else 0.0,
            )
            entries = entries_of(answer) if answer is not None else None
            if answer is not None and entries is not None:
                self._cache.put(key, answer)
                return verified_acts(entries, chunk, page, self.name, self.usage.dropped)
            self.usage.dropped["answers that could not be read and were asked again"] += 1
        if several:
            return [act for half in halves(chunk, page) for act in self._chunk(half, page)]
        raise LanguageModelError(
            self._endpoint.url,
            f"{_TRIES} answers on one sentence were cut off or no JSON of acts",
            "The model or its server does not keep to response_format json_schema: name another --model",
        )

    def _key(self, question: list[dict[str, str]]) -> str:
        content = [self._endpoint.model, prompt_version(), question]
        return hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest()


def _sentence(text: str) -> Page:
    return Page(Document("", "", text), (Span(0, len(text)),) if text else ())


def _by_type(acts: list[Act]) -> dict[str, float]:
    return {kind: max((act.confidence for act in acts if act.types[0] == kind), default=0.0) for kind in TYPES}
