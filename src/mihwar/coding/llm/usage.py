"""What a run of the language-model coder cost, and what became of the acts that came back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

__all__ = ["Prices", "Usage"]


@dataclass(frozen=True, slots=True)
class Prices:
    """Price of a million tokens of prompt and of answer, in whatever currency the endpoint bills."""

    prompt: float | None = None
    completion: float | None = None


@dataclass(slots=True)
class Usage:
    """Counts of one run. ``requests`` went over the wire and were answered, ``retries`` were sent again, ``cached``
    were answered from the cache and cost nothing; ``dropped`` counts what was left out, by reason."""

    requests: int = 0
    retries: int = 0
    cached: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    kept: int = 0
    dropped: Counter[str] = field(default_factory=Counter)

    def price(self, prices: Prices) -> float | None:
        """The price of the tokens counted, or ``None`` where no price is given."""
        if prices.prompt is None and prices.completion is None:
            return None
        spent = self.prompt_tokens * (prices.prompt or 0.0) + self.completion_tokens * (prices.completion or 0.0)
        return spent / 1_000_000

    def lines(self, name: str, prices: Prices) -> list[str]:
        """The run in one line for its cost and one for its acts."""
        price = self.price(prices)
        cost = (
            f"{name}: {self.requests} requests ({self.retries} sent again), {self.cached} from the cache, "
            f"{self.prompt_tokens} prompt and {self.completion_tokens} completion tokens"
        )
        acts = f"{name}: {self.kept} acts kept"
        if self.dropped:
            listed = ", ".join(f"{count} {reason}" for reason, count in self.dropped.most_common())
            acts += f"; left out or corrected: {listed}"
        return [cost if price is None else f"{cost}, price {price:.6g}", acts]
