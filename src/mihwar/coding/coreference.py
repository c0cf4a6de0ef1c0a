"""Give a state to mentions that do not name one: pronouns, "the ministry", "police", a verb's unsaid subject.

Two facts of news decide: the two sides of an act are mostly two states, and an article is mostly about two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mihwar.coding.pointing import stands_for_person
from mihwar.model import Mention, MentionKind, Span

__all__ = ["Context"]

_REACH = 3  # sentences that a pronoun may reach back; 3 covers 95% of the corpus' pronouns
_TITLE_WEIGHT = 3  # a state in the first mentions of an article is what it is about
_PERSONAL = (MentionKind.PERSON, MentionKind.OFFICE)
_STATE_POWER = frozenset({"GOV", "COP", "MIL", "JUD", "LEG", "SPY"})
_OWN_PEOPLE = frozenset({"OPP", "JRN", "LAB", "SOC", "EDU", "REL", "ELI", "LEG", "JUD"})


class Context:
    """What has been named so far in a document, newest last; ``mentions`` are all of the document's."""

    def __init__(self, mentions: Sequence[Mention] = ()) -> None:
        self._all = [m for m in mentions if m.code is not None and m.kind is not MentionKind.INSTRUMENT]
        self._weight = Counter(m.code for m in self._all)
        for mention in self._all[:3]:
            self._weight[mention.code] += _TITLE_WEIGHT
        self._sentences: list[list[Mention]] = []
        self._subjects: list[Mention] = []

    def add_sentence(self, mentions: list[Mention]) -> None:
        """Remember the named mentions of the sentence that was just read."""
        self._sentences.append([mention for mention in mentions if mention.code is not None])

    def add_subject(self, mention: Mention) -> None:
        """Remember who acted last."""
        if mention.code is not None:
            self._subjects.append(mention)

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

    def resolve_pronoun(self, mention: Mention, here: Sequence[Mention], taken: set[str | None]) -> Mention:
        """The nearest earlier actor of a fitting sector that is not the act's other side (``taken`` codes)."""
        fallback: Mention | None = None
        for choice in self._antecedents(mention, here):
            fallback = fallback or choice
            fits = mention.sector in (None, choice.sector) or choice.sector is None
            if fits and choice.code not in taken:
                return _same(mention, choice)
        for choice in self._antecedents(mention, here):
            if choice.code not in taken:
                return _same(mention, choice)
        return _same(mention, fallback) if fallback else mention

    def _antecedents(self, mention: Mention, here: Sequence[Mention]) -> Iterator[Mention]:
        before = [m for m in here if m.code and m.span.end <= mention.span.start]
        earlier = [m for sentence in reversed(self._sentences[-_REACH:]) for m in sentence]
        if stands_for_person(mention.identifier_text):
            yield from (m for m in [*before, *earlier] if m.kind in _PERSONAL)
        yield from before[:1]
        yield from reversed(self._subjects[-_REACH:])
        yield from before[1:]
        yield from earlier

    def pair(self, mention: Mention, taken: set[str | None]) -> list[Mention]:
        """Who "both sides" are: the two states that the text is most about, without the one that acts on them."""
        sides = [code for code, _ in self._weight.most_common(3 if taken else 2)]
        if len(taken & set(sides[:2])) == 0:
            sides = [code for code in sides if code not in taken]
        codes = [code for code in sides[:2] if code not in taken]
        return [self._of(mention, code, "one of the two sides of the text") for code in codes]

    def resolve_state(
        self, mention: Mention, here: Sequence[Mention], other: Sequence[Mention], *, acts: bool
    ) -> Mention:
        """A state for a body or crowd that names none.

        Against a named other side it is of the state that the article sets against that side, unless it is
        that state's own people (its courts, press, opposition) or its own power over them; with no side
        named, of the sentence's nearest state, else of the one most named just before.
        """
        sides = {m.code for m in other if m.code}
        own_people = mention.sector in _OWN_PEOPLE and all(m.sector in _STATE_POWER for m in other)
        if sides and not acts and own_people:
            return self._of(mention, min(map(str, sides)), "own people of the side that acts")
        near = sorted(
            (m for m in here if m.code and m.kind is not MentionKind.INSTRUMENT and m.code not in sides),
            key=lambda m: abs(m.span.start - mention.span.start),
        )
        if near:
            return self._of(mention, near[0].code, f"state of {near[0].identifier_text}")
        recent = Counter(m.code for named in self._sentences[-_REACH:] for m in named if m.code not in sides)
        counts = Counter({code: self._weight[code] + 2 * recent[code] for code in self._weight if code not in sides})
        if counts:
            code = max(counts, key=lambda name: (counts[name], str(name)))
            return self._of(mention, code, "the state that the text sets against the other side")
        return self._of(mention, min(map(str, sides)), "the only state named") if sides else mention

    @staticmethod
    def _of(mention: Mention, code: str | None, why: str) -> Mention:
        return replace(mention, code=code, reason=f"{mention.reason}; {why}" if mention.reason else why)


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
