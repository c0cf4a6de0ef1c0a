"""The options that choose a coder, the same for every command that codes, and what the coder says at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from cyclopts import Parameter

from mihwar.cli.console import complain

if TYPE_CHECKING:
    from mihwar.coding import Coder
    from mihwar.pipeline import CoderOptions

__all__ = ["ENCODER", "CoderFlags", "chosen_coder"]


@Parameter(name="*")
@dataclass(frozen=True, slots=True, kw_only=True)
class CoderFlags:
    """Who codes."""

    coder: Annotated[str, Parameter(help="encoder is the shipped one; llm asks a language model.")] = "encoder"
    confidence: Annotated[
        float | None, Parameter(help="encoder: leave out claims that are less sure, 0 to 1 (default 0.35).")
    ] = None
    endpoint: Annotated[
        str | None,
        Parameter(help="llm: address of an OpenAI-compatible API; its key is read from MIHWAR_LLM_KEY."),
    ] = None
    model: Annotated[str | None, Parameter(help="llm: name of the model, as the endpoint knows it.")] = None
    timeout: Annotated[float | None, Parameter(help="llm: seconds for one request (default 120).")] = None
    price_in: Annotated[float | None, Parameter(help="llm: price of a million prompt tokens.")] = None
    price_out: Annotated[float | None, Parameter(help="llm: price of a million answer tokens.")] = None


ENCODER = CoderFlags()


@contextmanager
def chosen_coder(flags: CoderFlags) -> Iterator[str | CoderOptions | Coder]:
    """The coder, by name where it need not be made before it is used; what it counted goes to stderr at the end."""
    if flags == ENCODER:
        yield flags.coder
        return
    from mihwar.pipeline import CoderOptions, coder_of

    options = CoderOptions(
        name=flags.coder,
        confidence=flags.confidence,
        endpoint=flags.endpoint,
        model=flags.model,
        timeout=flags.timeout,
        price_in=flags.price_in,
        price_out=flags.price_out,
    )
    coder = coder_of(options)
    if flags.coder == "encoder":
        yield options  # made where it is used: many documents are coded in processes of their own
        return
    try:
        yield coder
    finally:
        for line in getattr(coder, "report", list)():
            complain(line)
