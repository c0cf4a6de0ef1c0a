"""From a document to a page: sentences, mentions, quotes, anomalies."""

from __future__ import annotations

from mihwar.actors import find_mentions
from mihwar.attribution import find_anomalies, find_quotes
from mihwar.model import Document, Mention, Page, Span
from mihwar.segmenting import sentence_spans

__all__ = ["page_of"]


def page_of(document: Document) -> Page:
    """Everything that reading finds in one document, before any coding. Furniture names nobody."""
    sentences = sentence_spans(document.text, document.language, document.chrome)
    mentions = _within(find_mentions(document.text, document.language, document.published), sentences)
    quotes = find_quotes(document.text, sentences, mentions, document.language)
    anomalies = find_anomalies(document.text, sentences, mentions, document.language, document.published)
    return Page(document, sentences, mentions, quotes, anomalies)


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
