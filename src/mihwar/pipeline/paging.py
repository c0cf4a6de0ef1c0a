"""From a document to a page: sentences, mentions, quotes, anomalies."""

from __future__ import annotations

from dataclasses import replace

from mihwar.actors import find_mentions
from mihwar.attribution import find_anomalies, find_quotes, find_turns, joined_words
from mihwar.languages import Respaced, language, language_codes
from mihwar.model import Document, Mention, Page, Span
from mihwar.segmenting import sentence_spans

__all__ = ["page_of"]


def page_of(document: Document) -> Page:
    """Everything that reading finds in one document, before any coding. Furniture names nobody."""
    sentences = sentence_spans(document.text, document.language, document.chrome)
    mentions = _within(_mentions(document), sentences)
    quotes = find_quotes(document.text, sentences, mentions, document.language)
    turns = find_turns(document.text, mentions)
    quotes = tuple(sorted((*quotes, *turns), key=lambda quote: (quote.span, quote.form)))
    anomalies = find_anomalies(document.text, sentences, mentions, document.language, document.published)
    return Page(document, sentences, mentions, quotes, anomalies)


def _mentions(document: Document) -> tuple[Mention, ...]:
    """The document's mentions; a name that ran together with the next word is read as if it had not."""
    splits: list[int] = []
    if document.language in language_codes():
        splits = joined_words(document.text, language(document.language or ""))
    if not splits:
        return find_mentions(document.text, document.language, document.published)
    spaced = Respaced(document.text, splits)
    found = find_mentions(spaced.text, document.language, document.published)
    return tuple(replace(mention, span=spaced.back(mention.span)) for mention in found)


def _within(mentions: tuple[Mention, ...], sentences: tuple[Span, ...]) -> tuple[Mention, ...]:
    """The mentions that lie inside a sentence, in one pass over both sorted sequences."""
    kept = []
    at = 0
    for mention in mentions:
        while at < len(sentences) and sentences[at].end <= mention.span.start:
            at += 1
        if at < len(sentences) and sentences[at].contains(mention.span):
            kept.append(mention)
    return tuple(kept)
