"""News, opinion, statement or interview: a score of what the page says of itself and how it argues."""

from __future__ import annotations

from mihwar.reading.facts import Facts
from mihwar.reading.layout import Layout
from mihwar.reading.lines import Line
from mihwar.reading.marks import label_value
from mihwar.reading.words import Words, key, words

__all__ = ["genre_of", "opinion_score"]

# Set on the corpus's news and opinion documents: see tests/reading/test_reading_genre.py.
_OPINION = 1.5
_NEWS = -1.0
_LONGEST_PHRASE = 4
_READ = 1_500


def genre_of(layout: Layout, facts: Facts, title: str | None, section: str | None) -> str | None:
    """``statement``, ``interview``, ``opinion`` or ``news``; ``None`` where the cues are few or even."""
    known = words()
    head = [line.key for line in layout.lines[: (layout.body[0] if layout.body else 0) + 1] if line.words <= 30]
    named = [key(title or ""), *head]
    if any(known.opens(line, known.statement_marks) or _holds(line, known.statement_phrases) for line in named):
        return "statement"
    if _interview(layout, key(title or ""), known):
        return "interview"
    if section is not None and known.opens(key(section), known.opinion_sections):
        return "opinion"
    score = opinion_score(layout, facts, title)
    if score >= _OPINION:
        return "opinion"
    return "news" if score <= _NEWS else None


def opinion_score(layout: Layout, facts: Facts, title: str | None) -> float:
    """Above 0 speaks for opinion, below for news: cues of the page, and argued less reported phrases.

    Phrases count per 100 words of at most the first 1,500 words of prose; the page's own cues weigh one to
    three points each.
    """
    known = words()
    prose: list[str] = []
    for place in layout.body:
        prose.extend(key(layout.lines[place].text).split())
        if len(prose) > _READ:
            break
    argued, reported = _hits(prose, known.argued), _hits(prose, known.reported)
    # One phrase alone is chance: at 60 words it would weigh as much as a label.
    share = 100 / max(len(prose), 60) if abs(argued - reported) >= 2 else 0
    score = 1.2 * share * (argued - reported)
    furniture = [layout.lines[place] for place in layout.chrome]
    if any(_opinion_label(line, known) for line in furniture):
        score += 3
    if any(_disclaims(line, known) for line in furniture):
        score += 1.5
    if set(key(facts.affiliation).split()) & known.affiliation:
        score += 2
    if title is not None and (title.rstrip("»\"' ").endswith(("?", "؟")) or "՞" in title):
        score += 1
    if facts.dateline:
        score -= 3
    return score


def _holds(line_key: str, phrases: tuple[str, ...]) -> bool:
    return any(f" {phrase} " in f" {line_key} " for phrase in phrases)


def _hits(tokens: list[str], phrases: frozenset[str]) -> int:
    count = at = 0
    while at < len(tokens):
        width = next(
            (size for size in range(_LONGEST_PHRASE, 0, -1) if " ".join(tokens[at : at + size]) in phrases), 0
        )
        count += bool(width)
        at += width or 1
    return count


def _opinion_label(line: Line, known: Words) -> bool:
    if line.words <= 4 and line.key in known.opinion_sections:
        return True
    # "Opinion. Jane Roe, 3 May": the label stands before the name.
    head, mark, _ = line.text[:40].partition(".")
    return bool(mark) and line.words <= 12 and key(head) in known.opinion_sections


def _disclaims(line: Line, known: Words) -> bool:
    return not known.disclaimers.isdisjoint(line.key.split())


def _interview(layout: Layout, title: str, known: Words) -> bool:
    if known.opens(title, known.interview_marks):
        return True
    lines = [layout.lines[place] for place in range(len(layout.lines)) if place not in layout.chrome]
    asked = sum(label_value(_short(line), known.question_marks) is not None for line in lines)
    answered = sum(label_value(_short(line), known.answer_marks) is not None for line in lines)
    return asked >= 2 and answered >= 2


def _short(line: Line) -> Line:
    """The same line as far as a label could stand on it."""
    return Line(line.span, line.text[:20], line.key, 1, line.ends, line.after_blank)
