"""Give a state to mentions that do not name one: pronouns, "the ministry", "police"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from mihwar.model import Mention, MentionKind, Span

__all__ = ["Context"]

_REACH = 3  # sentences that a pronoun may reach back; 3 covers 95% of the corpus' pronouns


class Context:
    """What has been named so far in a document, newest last; ``mentions`` are all of the document's."""

    def __init__(self, mentions: Sequence[Mention] = ()) -> None:
        self._all = [m for m in mentions if m.code is not None and m.kind is not MentionKind.INSTRUMENT]
        self._sentences: list[list[Mention]] = []
        self._subjects: list[Mention] = []

    def add_sentence(self, mentions: list[Mention]) -> None:
        """Remember the named mentions of the sentence that was just read."""
        self._sentences.append([mention for mention in mentions if mention.code is not None])

    def add_subject(self, mention: Mention) -> None:
        """Remember who acted last."""
        if mention.code is not None:
            self._subjects.append(mention)

    def last_subject(self) -> Mention | None:
        """Who acted last: the subject of a verb that names none."""
        return self._subjects[-1] if self._subjects else None

    def counterpart(self, actors: Sequence[Mention], sentence: Span) -> Mention | None:
        """The other side of an act whose sentence names none: of the states named in the sentences just before,
        the most frequent that does not act; else the document's most frequent."""
        own = {mention.code for mention in actors}
        recent = [m for named in self._sentences[-_REACH:] for m in named if m.code not in own]
        others = recent or [m for m in self._all if m.code not in own]
        if not others:
            return None
        counts = Counter(m.code for m in others)
        weight = Counter(m.code for m in self._all)
        code = max(counts, key=lambda name: (counts[name], weight[name]))
        before = [m for m in others if m.code == code and m.span.end <= sentence.start]
        chosen = (before or [m for m in others if m.code == code])[-1 if before else 0]
        return replace(
            chosen, reason=f"not named in the sentence; the other side of the text: {chosen.identifier_text}"
        )

    def resolve_pronoun(self, mention: Mention, before: list[Mention], busy: list[Span]) -> Mention:
        """The nearest earlier actor of a fitting sector: in this sentence before the pronoun, then the last
        one who acted, then the first one named in each earlier sentence."""
        choices = [m for m in reversed(before) if m.code and m.span not in busy and m.span.end <= mention.span.start]
        choices += reversed(self._subjects[-_REACH:])
        choices += [sentence[0] for sentence in reversed(self._sentences[-_REACH:]) if sentence]
        for choice in choices:
            if mention.sector in (None, choice.sector) or choice.sector is None:
                return self._same(mention, choice)
        return self._same(mention, choices[0]) if choices else mention

    def resolve_state(self, mention: Mention, here: list[Mention]) -> Mention:
        """A state for a body or crowd that names none: the nearest state of its own sentence that stands as a
        place or side, else the state most often named in the last sentences."""
        near = sorted(
            (m for m in here if m.code and m.kind is not MentionKind.INSTRUMENT and m.span != mention.span),
            key=lambda m: abs(m.span.start - mention.span.start),
        )
        if near:
            return replace(mention, code=near[0].code, reason=f"{mention.reason}; state of {near[0].identifier_text}")
        counts = Counter(m.code for sentence in self._sentences[-_REACH:] for m in sentence)
        if counts:
            code = counts.most_common(1)[0][0]
            return replace(mention, code=code, reason=f"{mention.reason}; state most named just before")
        return mention

    @staticmethod
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
