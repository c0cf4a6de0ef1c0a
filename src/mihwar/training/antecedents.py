"""Train the head that gives states to mentions without one, on the corpus' marked codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from mihwar.actors import find_mentions
from mihwar.coding.antecedents import FEATURES, Anaphor, NamedSoFar
from mihwar.model import Mention, MentionKind, Span
from mihwar.training.corpus import CorpusDocument, CorpusEvent, CorpusSentence

__all__ = ["AntecedentExample", "accuracy", "antecedent_examples", "train_antecedents"]

_WIDTH = 64
_EPOCHS = 12
_BATCH = 32


@dataclass(frozen=True, slots=True)
class AntecedentExample:
    """Candidates' features [C, F] and which of them are right [C]."""

    document: str
    language: str
    features: Tensor
    right: Tensor


def antecedent_examples(documents: Iterable[CorpusDocument]) -> Iterator[AntecedentExample]:
    """One example a marked mention without a state in the tables, and a part that it plays in an act."""
    for document in documents:
        text = "\n".join(sentence.text for sentence in document.sentences)
        found = [m for m in find_mentions(text, document.language, None) if _named(m)]
        so_far = NamedSoFar(found)
        at = 0
        for sentence in document.sentences:
            span = Span(at, at + len(sentence.text))
            here = [mention for mention in found if span.contains(mention.span)]
            yield from _of_sentence(document, sentence, at, here, so_far)
            so_far.add_sentence(here)
            for event in sentence.events:
                codes = [code for index in event.actors[:1] for code in sentence.mentions[index].codes]
                so_far.subjects += [code for code in codes[:1] if code != "-"]
            at += len(sentence.text) + 1


def _named(mention: Mention) -> bool:
    return mention.code is not None and mention.kind is not MentionKind.INSTRUMENT


def _of_sentence(
    document: CorpusDocument, sentence: CorpusSentence, at: int, here: list[Mention], so_far: NamedSoFar
) -> Iterator[AntecedentExample]:
    known: list[str | None] = []
    for marked in sentence.mentions:
        span = Span(marked.span.start + at, marked.span.end + at)
        over = [mention.code for mention in here if mention.span.overlaps(span)]
        known.append(over[0] if over else None)
    codes = so_far.candidates(here)
    for index, marked in enumerate(sentence.mentions):
        right = torch.tensor([float(code in marked.codes) for code in codes])
        if known[index] is not None or not right.any():
            continue
        span = Span(marked.span.start + at, marked.span.end + at)
        mention = Mention(span, MentionKind.UNLISTED, None, None, marked.sector, marked.span.of(sentence.text))
        for acts, event in _parts(sentence, index):
            others = event.recipients if acts else event.actors
            tellers = [i for i, one in enumerate(sentence.mentions) if one.key == event.by]
            anaphor = Anaphor(
                mention,
                acts,
                frozenset(code for i in others if (code := known[i]) is not None),
                frozenset(code for i in tellers if (code := known[i]) is not None),
                float(marked.pronoun),
            )
            rows = torch.tensor(so_far.features(anaphor, here))
            yield AntecedentExample(document.id, document.language, rows, right)


def _parts(sentence: CorpusSentence, index: int) -> Iterator[tuple[bool, CorpusEvent]]:
    for event in sentence.events:
        if index in event.actors:
            yield True, event
        if index in event.recipients:
            yield False, event


def train_antecedents(examples: list[AntecedentExample], seed: int) -> nn.Sequential:
    """A network [F] -> score, by the likelihood of the right candidates among all of a mention's."""
    torch.manual_seed(seed)
    head = nn.Sequential(nn.Linear(len(FEATURES), _WIDTH), nn.GELU(), nn.Dropout(0.2), nn.Linear(_WIDTH, 1))
    optimizer = torch.optim.AdamW(head.parameters(), 2e-3, weight_decay=0.02)
    steps = _EPOCHS * (len(examples) // _BATCH + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 4e-3, total_steps=steps)
    for _ in range(_EPOCHS):
        order = torch.randperm(len(examples)).tolist()
        for start in range(0, len(order), _BATCH):
            chosen = [examples[i] for i in order[start : start + _BATCH]]
            scores = head(torch.cat([one.features for one in chosen])).squeeze(-1)
            losses = []
            for one, own in zip(chosen, scores.split([len(one.right) for one in chosen]), strict=True):
                losses.append(own.logsumexp(0) - own[one.right > 0].logsumexp(0))
            optimizer.zero_grad()
            torch.stack(losses).mean().backward()
            optimizer.step()
            schedule.step()
    return head.eval()


def accuracy(head: nn.Sequential, examples: Iterable[AntecedentExample]) -> dict[str, float]:
    """Share of examples by language whose best candidate is right."""
    right: dict[str, list[float]] = {}
    with torch.no_grad():
        for one in examples:
            best = int(head(one.features).squeeze(-1).argmax())
            right.setdefault(one.language, []).append(float(one.right[best]))
    return {language: round(sum(values) / len(values), 3) for language, values in sorted(right.items())}
