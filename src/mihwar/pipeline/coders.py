"""The coders by name, and what a user may say of them."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass

from mihwar.actors import served_by_instrument
from mihwar.coding import Coder
from mihwar.errors import UnknownNameError, UsageError

__all__ = ["CoderOptions", "coder_named", "coder_of"]

CODERS = ("encoder", "llm")


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderOptions:
    """Which coder; for ``encoder`` the least ``confidence`` of what it gives; for ``llm`` an http(s) address, a
    model, seconds for one request, and prices of a million tokens. Its key is read from the environment variable
    ``MIHWAR_LLM_KEY``."""

    name: str = "encoder"
    confidence: float | None = None
    endpoint: str | None = None
    model: str | None = None
    timeout: float | None = None
    price_in: float | None = None
    price_out: float | None = None


def coder_of(coder: str | CoderOptions | Coder) -> Coder:
    """The coder of a name or of options; one that is made already is given back."""
    if isinstance(coder, str):
        return coder_named(coder)
    if not isinstance(coder, CoderOptions):
        return coder
    if coder.name != "llm":
        _refuse_stray(coder)
        return coder_named(coder.name, confidence=coder.confidence)
    if coder.confidence is not None:
        raise UsageError("--confidence is for --coder encoder")
    return _language_model(coder)


def coder_named(name: str, threads: int = 0, confidence: float | None = None) -> Coder:
    """The coder of that name; :class:`UnknownNameError` lists the known ones. For the encoder ``threads``: 0 is
    one a core, and ``confidence``: the least that is given, ``None`` its own."""
    if name not in CODERS:
        raise UnknownNameError("coder", name, list(CODERS))
    if name == "llm":
        return _language_model(CoderOptions(name="llm"))
    from mihwar.coding.encoder import default_encoder
    from mihwar.coding.reader import EncoderCoder, Thresholds

    if confidence is not None and not 0 <= confidence <= 1:
        raise UsageError(f"--confidence: {confidence} is not between 0 and 1")
    thresholds = Thresholds() if confidence is None else Thresholds(confidence=confidence)
    return EncoderCoder(default_encoder(threads), thresholds, served_by_instrument)


def _refuse_stray(options: CoderOptions) -> None:
    for option in ("endpoint", "model", "timeout", "price_in", "price_out"):
        if getattr(options, option) is not None:
            raise UsageError(f"--{option.replace('_', '-')} is for --coder llm")


def _language_model(options: CoderOptions) -> Coder:
    from mihwar.coding.llm import KEY_VARIABLE, Endpoint, LanguageModelCoder, Prices

    if options.endpoint is None or options.model is None:
        raise UsageError("--coder llm needs --endpoint URL (such as http://localhost:8080/v1) and --model NAME")
    for name, price in (("--price-in", options.price_in), ("--price-out", options.price_out)):
        if price is not None and not (math.isfinite(price) and price >= 0):
            raise UsageError(f"{name}: {price} is no price of a million tokens")
    timeout = {} if options.timeout is None else {"timeout": options.timeout}
    endpoint = Endpoint.of(options.endpoint, options.model, os.environ.get(KEY_VARIABLE), **timeout)
    return LanguageModelCoder(endpoint, prices=Prices(options.price_in, options.price_out))
