"""Give a state to mentions that do not name one: pronouns, "the ministry", "police", a verb's unsaid subject.

A small head chooses for a mention (``antecedents``); where nobody stands in the sentence at all, two facts of news
decide: the two sides of an act are mostly two states, and an article is mostly about two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from mihwar.coding.antecedents import Anaphor, NamedSoFar
from mihwar.coding.heads import Heads
from mihwar.coding.repeated_names import RepeatedNames
from mihwar.model import Mention, MentionKind, Span

__all__ = ["Context"]

_REACH = 3  # sentences that a pronoun may reach back; 3 covers 95% of the corpus' pronouns
_TITLE_WEIGHT = 3  # a state in the first mentions of an article is what it is about
_POINTS_BACK = 0.5  # the head's break-even point


class Context:
    """What has been named so far in a document, newest last; ``mentions`` are all of the document's."""

    def __init__(self, heads: Heads, mentions: Sequence[Mention] = ()) -> None:
        self._heads = heads
        self.names = RepeatedNames()
        self._so_far = NamedSoFar(_named(mentions))
        self._all = [m for m in mentions if m.code is not None and m.kind is not MentionKind.INSTRUMENT]
        self._weight = Counter(m.code for m in self._all)
        for mention in self._all[:3]:
            self._weight[mention.code] += _TITLE_WEIGHT
        self._sentences: list[list[Mention]] = []
        self._subjects: list[Mention] = []

    def add_sentence(self, mentions: list[Mention]) -> None:
        """Remember the named mentions of the sentence that was just read."""
        self._sentences.append([mention for mention in mentions if mention.code is not None])
        self._so_far.add_sentence(_named(mentions))

    def add_subject(self, mention: Mention) -> None:
        """Remember who acted last."""
        if mention.code is not None:
            self._subjects.append(mention)
            self._so_far.subjects.append(mention.code)

    def unsaid_subject(self, recipients: Sequence[Mention]) -> Mention | None:
        """Who acts where the sentence names nobody: the last one who acted and is not acted on."""
        taken = {mention.code for mention in recipients if mention.code}
        subjects = [m for m in reversed(self._subjects[-2 * _REACH :]) if m.code not in taken]
        chosen = subjects[0] if subjects else self._subjects[-1] if self._subjects else None
        return replace(chosen, reason=f"unsaid subject: {chosen.identifier_text} acted before") if chosen else None

    def counterpart(self, actors: Sequence[Mention], here: Sequence[Mention], event: Span) -> Mention | None:
        """The other side of an act for which no recipient was read: another state of the sentence, the nearest to
        the act; else the state that this article sets against the actor's; else one named just before."""
        own = {mention.code for mention in actors}
        near = [m for m in here if m.code and m.code not in own and m.kind is not MentionKind.INSTRUMENT]
        if near:
            chosen = min(near, key=lambda m: abs(m.span.start - event.end))
            return replace(chosen, reason=f"the other state of the sentence: {chosen.identifier_text}")
        recent = Counter(m.code for named in self._sentences[-_REACH:] for m in named if m.code not in own)
        others = [m for m in self._all if m.code not in own]
        if not others:
            return None
        code = max({m.code for m in others}, key=lambda name: (self._weight[name] + 2 * recent[name], str(name)))
        before = [m for m in others if m.code == code and m.span.end <= event.start]
        chosen = before[-1] if before else next(m for m in others if m.code == code)
        return replace(
            chosen, reason=f"not named in the sentence; the other side of the text: {chosen.identifier_text}"
        )

    def resolve(self, anaphor: Anaphor, here: Sequence[Mention]) -> Mention:
        """A state for a mention that names none: the likeliest candidate's; the mention as it is where there is none.

        A mention that points back is also given the identity of what it points to.
        """
        named = _named(here)
        codes = self._so_far.candidates(named)
        if not codes:
            return anaphor.mention
        scores = self._heads.antecedents(self._so_far.features(anaphor, named))
        code = codes[int(scores.argmax())]
        before = [m for m in named if m.code == code and m.span.end <= anaphor.mention.span.start]
        last = self._so_far.last.get(code)
        choice = before[-1] if before else last[1] if last else next(m for m in named if m.code == code)
        if anaphor.pronoun > _POINTS_BACK:
            return _same(anaphor.mention, choice)
        return self._of(anaphor.mention, code, f"likeliest of the states named so far, as {choice.identifier_text}")

    def pair(self, mention: Mention, taken: set[str | None]) -> list[Mention]:
        """Who "both sides" are: the two states that the text is most about, without the one that acts on them."""
        sides = [code for code, _ in self._weight.most_common(3 if taken else 2)]
        if len(taken & set(sides[:2])) == 0:
            sides = [code for code in sides if code not in taken]
        codes = [code for code in sides[:2] if code not in taken]
        return [self._of(mention, code, "one of the two sides of the text") for code in codes]

    @staticmethod
    def _of(mention: Mention, code: str | None, why: str) -> Mention:
        return replace(mention, code=code, reason=f"{mention.reason}; {why}" if mention.reason else why)


def _named(mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if m.code is not None and m.kind is not MentionKind.INSTRUMENT]


def _same(mention: Mention, choice: Mention) -> Mention:
    return replace(
        mention,
        actor=choice.actor,
        code=choice.code,
        sector=mention.sector or choice.sector,
        identifier_text=choice.identifier_text,
        office=choice.office,
        reason=f"points back to {choice.identifier_text}",
    )
