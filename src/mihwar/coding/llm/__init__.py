"""The coder that asks a language model (any OpenAI-compatible endpoint) and keeps only what the text bears out."""

from mihwar.coding.llm.coder import LanguageModelCoder
from mihwar.coding.llm.endpoint import KEY_VARIABLE, Endpoint
from mihwar.coding.llm.usage import Prices

__all__ = ["KEY_VARIABLE", "Endpoint", "LanguageModelCoder", "Prices"]
