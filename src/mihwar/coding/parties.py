"""Who acts and on whom: from the roles head's probabilities to mentions with states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mihwar.coding.antecedents import Anaphor
from mihwar.coding.candidates import Candidate
from mihwar.coding.coreference import Context
from mihwar.coding.pointing import stands_for_pair
from mihwar.model import Mention, Span

if TYPE_CHECKING:
    from mihwar.coding.heads import Floats

__all__ = ["RoleLimits", "chosen_roles", "resolved_parties"]

_OBJECT_GAP = 25  # code points from an act to its object, with a subject between in Arabic
_MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE", "ASSAULT"})


@dataclass(frozen=True, slots=True)
class RoleLimits:
    """Probabilities of a role: enough by itself, and enough where nobody else has it."""

    actor: float
    recipient: float
    weak: float


def chosen_roles(roles: Floats, limits: RoleLimits) -> tuple[list[int], list[int]]:
    """Indices of the candidates that act and that are acted on; ``roles`` [M, 3] are probabilities."""
    actors = [i for i, p in enumerate(roles) if p[0] >= limits.actor and p[0] >= p[1]]
    recipients = [i for i, p in enumerate(roles) if p[1] >= limits.recipient and p[1] > p[0]]
    if not actors and len(roles):
        best = int(roles[:, 0].argmax())
        if roles[best][0] >= limits.weak and best not in recipients:
            actors = [best]
    if not recipients and len(roles):
        for best in (int(i) for i in roles[:, 1].argsort()[::-1]):
            if best not in actors:
                recipients = [best] if roles[best][1] >= limits.weak and len(actors) < 2 else []
                break
    return actors, recipients


def resolved_parties(
    found: Sequence[Candidate],
    chosen: tuple[list[int], list[int]],
    kind: str,
    event: Span,
    context: Context,
    instruments: Sequence[Mention] = (),
    tellers: Sequence[Mention] = (),
) -> tuple[list[Mention], list[Mention]] | None:
    """The two sides with states, or ``None`` where nobody can be said to act.

    Those who name a state come first; the others are read against them. An act that needs two sides and has
    one is given the other from the sentence, then from the text before. ``instruments`` are laws, treaties and
    projects of the sentence with the code of the state that they serve: who backs a law backs that state;
    ``tellers`` the sentence's mentions that tell the act.
    """
    here = [candidate.mention for candidate in found]
    actors, recipients = ([found[i] for i in side] for side in chosen)
    named_recipients = [c.mention for c in recipients if c.mention.code]
    doer = [m for c in actors for m in _resolved(c, here, named_recipients, context, tellers, acts=True)]
    if not doer:
        subject = context.unsaid_subject(named_recipients)
        if subject is None:
            return None
        doer = [subject]
    target = [m for c in recipients for m in _resolved(c, here, doer, context, tellers, acts=False)]
    served = _served(instruments, doer, event)
    if served is not None and all(mention.span.end <= event.start for mention in target):
        target = [served]
    two_sides = len({mention.code for mention in doer if mention.code}) > 1
    if not target and not (two_sides and kind in _MUTUAL):
        implied = context.counterpart(doer, here, event)
        target = [implied] if implied is not None else []
    return doer, target


def _served(instruments: Sequence[Mention], doer: Sequence[Mention], event: Span) -> Mention | None:
    """The state that the instrument right behind the act's words serves, other than those who act."""
    own = {mention.code for mention in doer}
    for mention in instruments:
        if 0 <= mention.span.start - event.end <= _OBJECT_GAP and mention.code and mention.code not in own:
            return mention
    return None


def _resolved(
    candidate: Candidate,
    here: Sequence[Mention],
    other: Sequence[Mention],
    context: Context,
    tellers: Sequence[Mention],
    *,
    acts: bool,
) -> list[Mention]:
    mention = candidate.mention
    if mention.code is not None:
        return [mention]
    taken = {m.code for m in other if m.code}
    if stands_for_pair(mention.identifier_text):
        return context.pair(mention, set() if acts else set(taken))
    told_by = frozenset(m.code for m in tellers if m.code)
    return [context.resolve(Anaphor(mention, acts, frozenset(taken), told_by, candidate.pronoun), here)]
