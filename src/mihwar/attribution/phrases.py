"""Words of a span and the phrases of the language files among them, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mihwar.languages import Language, fold, language, language_codes
from mihwar.model import Span

__all__ = ["Hit", "PhraseTable", "Word", "phrase_table", "speech_of", "words_in"]

_WORD = re.compile(
    r"[^\W_][^\W_\u064b-\u065f\u0670\u0300-\u036f]*+(?:[\u064b-\u065f\u0670\u0300-\u036f\u200c'’][^\W_]*+)*+|[^\w\s]|\n"
)
_LONGEST_WORD = 60
_JOINED = ("n't", "'ll")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a mark or a line break: its folded spelling and where it stands in the text."""

    text: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """Whether this is punctuation or a line break."""
        return not self.text[:1].isalnum() and self.text not in _JOINED


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: the indices of its words (``last`` not included), its span and its folded words."""

    first: int
    last: int
    span: Span
    phrase: str


def words_in(text: str, span: Span) -> list[Word]:
    """The words and marks of a span, in order; joined forms such as ``didn't`` are cut in two."""
    return list(_words(text, span))


def _words(text: str, span: Span) -> Iterator[Word]:
    elided = _elided()
    for match in _WORD.finditer(text, span.start, span.end):
        start, end = match.span()
        while (opening := elided.match(text, start, min(end, start + _LONGEST_WORD))) is not None:
            yield Word(fold(opening.group()), start, opening.end())
            start = opening.end()
        folded = fold(text[start : min(end, start + _LONGEST_WORD)]) or text[start]
        for ending in _JOINED:
            if folded.endswith(ending) and len(folded) > len(ending):
                yield Word(folded[: -len(ending)], start, end - len(ending))
                yield Word(ending, end - len(ending), end)
                break
        else:
            yield Word(folded, start, end)


@lru_cache(maxsize=1)
def _elided() -> re.Pattern[str]:
    """Short words that lose their vowel before the next one ("l'", "qu'"), of all languages that have them."""
    forms = {
        form.removesuffix("'")
        for code in language_codes()
        for form in language(code).proclitic_combinations
        if form.endswith("'")
    }
    found = "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form))))
    return re.compile(rf"(?:{found})['’](?=\w)" if forms else r"(?!)", re.IGNORECASE)


class PhraseTable:
    """Phrases to look for, longest first; a word may carry a joining proclitic (``و`` "and") before it.

    A phrase that ends in a one-letter proclitic (``ردا ل``) asks the next word to begin with that letter.
    """

    def __init__(self, phrases: Iterable[str], joining: Sequence[str], attached: frozenset[str]) -> None:
        self._joining = tuple(sorted(joining, key=len, reverse=True))
        self._by_head: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            parts = tuple(word.text for word in words_in(phrase, Span(0, len(phrase))))
            if parts:
                self._by_head.setdefault(parts[0], []).append(parts)
        for found in self._by_head.values():
            found.sort(key=len, reverse=True)
        self._attached = attached

    def find(self, words: Sequence[Word], first: int = 0, last: int | None = None) -> list[Hit]:
        """The hits among ``words[first:last]``, leftmost and longest, disjoint."""
        stop = len(words) if last is None else last
        found: list[Hit] = []
        index = first
        while index < stop:
            hit = self.at(words, index, stop)
            if hit is None:
                index += 1
                continue
            found.append(hit)
            index = max(hit.last, index + 1)
        return found

    def at(self, words: Sequence[Word], index: int, stop: int) -> Hit | None:
        """The longest phrase that begins at one word."""
        for head, skipped in self._heads(words[index].text):
            for parts in self._by_head.get(head, ()):
                end = self._match(words, index, stop, parts)
                if end is not None:
                    last, place = end
                    return Hit(index, last, Span(words[index].start + skipped, place), " ".join(parts))
        return None

    def _heads(self, word: str) -> Iterator[tuple[str, int]]:
        yield word, 0
        for letters in self._joining:
            if word.startswith(letters) and len(word) > len(letters) + 1:
                yield word[len(letters) :], len(letters)

    def _match(self, words: Sequence[Word], index: int, stop: int, parts: tuple[str, ...]) -> tuple[int, int] | None:
        whole = parts[:-1] if len(parts) > 1 and parts[-1] in self._attached else parts
        last = index + len(whole)
        if last > stop or any(words[index + at].text != whole[at] for at in range(1, len(whole))):
            return None
        if whole is parts:
            return last, words[last - 1].end
        if last < stop and words[last].text.startswith(parts[-1]) and len(words[last].text) > 1:
            return last, words[last].start + 1
        return None


def speech_of(code: str | None) -> Language:
    """The language file for a code; English for a language that has none."""
    short = code.replace("_", "-").partition("-")[0].lower() if code else "en"
    return language(short if short in language_codes() else "en")


_FIELDS = {
    "verbs": lambda words: words.reporting.verbs,
    "according": lambda words: words.reporting.according,
    "according_behind": lambda words: words.reporting.according_behind,
    "complementisers": lambda words: words.reporting.complementisers,
    "roles": lambda words: words.reporting.role_words,
    "negation": lambda words: words.status.negation,
    "future": lambda words: words.status.future,
    "conditional": lambda words: words.status.conditional,
    "norm": lambda words: words.status.norm,
    "history": lambda words: words.status.history,
    "breaks": lambda words: words.status.clause_breaks | words.status.relative_pronouns,
    "statement_intros": lambda words: words.reporting.statement_intros,
    "statement_ends": lambda words: words.reporting.statement_ends,
    "day_shifts": lambda words: words.status.day_shifts,
    "same_time": lambda words: words.status.same_time,
    "cause_after": lambda words: words.causes.after,
    "cause_before": lambda words: words.causes.before,
}


@lru_cache(maxsize=256)
def phrase_table(code: str, field: str) -> PhraseTable:
    """The table of one field (see ``_FIELDS``) of one language."""
    words = language(code)
    joining = [letters for letters in words.proclitic_combinations if letters in {"و", "ف"}]
    attached = frozenset(letter for letter in words.proclitics if len(letter) == 1)
    return PhraseTable(_FIELDS[field](words), joining, attached)
