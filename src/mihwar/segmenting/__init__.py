"""Sentences of a document: spans of its text that leave page furniture and white space out."""

from mihwar.segmenting.sentences import MAX_SENTENCE, sentence_spans

__all__ = ["MAX_SENTENCE", "sentence_spans"]
