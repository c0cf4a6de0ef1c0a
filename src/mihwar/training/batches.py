"""Batches of examples of like length, as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from mihwar.coding.heads import pair_distances
from mihwar.coding.labels import CONTEXTS, TYPES
from mihwar.training.examples import Example

__all__ = ["Batch", "batches", "collate"]

_TABLE_SHARE = 0.6  # of the times a sentence is met: with the actor table's spans instead of the marked ones


@dataclass(slots=True)
class Batch:
    """Tensors of B sentences; spans are rows of averaging weights over the flattened [B * L] tokens.

    -100 marks what is not judged.
    """

    ids: Tensor
    mask: Tensor
    event_tags: Tensor
    mention_tags: Tensor
    topics: Tensor
    topic_mask: Tensor
    mention_weights: Tensor
    mention_sectors: Tensor
    mention_pronouns: Tensor
    event_weights: Tensor
    event_sentence: Tensor
    event_types: Tensor
    event_exact: Tensor
    event_status: Tensor
    event_modes: Tensor
    event_contexts: Tensor
    context_judged: Tensor
    actor_weights: Tensor
    recipient_weights: Tensor
    has_words: Tensor
    pair_event: Tensor
    pair_mention: Tensor
    pair_distance: Tensor
    pair_roles: Tensor


def batches(examples: Sequence[Example], size: int, seed: int) -> Iterator[list[Example]]:
    """All examples once, in shuffled batches of like length (sorted within pools of 40 batches)."""
    rng = random.Random(seed)  # noqa: S311  (an order of training, not a secret)
    order = list(range(len(examples)))
    rng.shuffle(order)
    pool = size * 40
    groups = []
    for start in range(0, len(order), pool):
        chunk = sorted(order[start : start + pool], key=lambda i: len(examples[i].ids))
        groups += [chunk[at : at + size] for at in range(0, len(chunk), size)]
    rng.shuffle(groups)
    for group in groups:
        yield [_one_of_two(examples[i], rng) for i in group]


def _one_of_two(example: Example, rng: random.Random) -> Example:
    other = example.alternative
    return other if other is not None and rng.random() < _TABLE_SHARE else example


def collate(examples: Sequence[Example], pad: int) -> Batch:
    """Tensors of one batch; the last column of a mention's roles is 1 where the speaker is judged."""
    length = max(len(example.ids) for example in examples)
    count = len(examples)
    ids = torch.full((count, length), pad)
    mask = torch.zeros(count, length)
    event_tags = torch.full((count, length), -100)
    mention_tags = torch.full((count, length), -100)
    topics = torch.zeros(count, len(TYPES))
    topic_mask = torch.zeros(count, len(TYPES))
    mention_rows: list[tuple[int, list[int]]] = []
    event_rows: list[tuple[int, list[int]]] = []
    actor_rows: list[tuple[int, list[int]]] = []
    recipient_rows: list[tuple[int, list[int]]] = []
    sectors, pronouns, types, exact, status, words = [], [], [], [], [], []
    modes, contexts, judged = [], [], []
    pair_event, pair_mention, distance, roles = [], [], [], []
    for row, example in enumerate(examples):
        size = len(example.ids)
        ids[row, :size] = torch.tensor(example.ids)
        mask[row, :size] = 1
        if example.event_tags:
            event_tags[row, 1 : size - 1] = torch.tensor(example.event_tags[1:-1])
            mention_tags[row, 1 : size - 1] = torch.tensor(example.mention_tags[1:-1])
        for index, target in example.topics.items():
            topics[row, index], topic_mask[row, index] = target, 1
        first = len(mention_rows)
        for mention in example.mentions:
            mention_rows.append((row, mention.tokens))
            sectors.append(mention.sector if mention.sector >= 0 else -100)
            pronouns.append(mention.pronoun)
        for event in example.events:
            if event.tokens:
                for index, mention in enumerate(example.mentions):
                    if not mention.tokens:
                        continue
                    pair_event.append(len(event_rows))
                    pair_mention.append(first + index)
                    distance.append(pair_distances(event.tokens, mention.tokens))
                    roles.append(
                        [
                            float(index in event.actors),
                            float(index in event.recipients),
                            float(index in event.speakers),
                        ]
                    )
            event_rows.append((row, event.tokens))
            actor_rows.append((row, [t for i in event.actors for t in example.mentions[i].tokens]))
            recipient_rows.append((row, [t for i in event.recipients for t in example.mentions[i].tokens]))
            types.append([event.types.get(index, 0.0) for index in range(len(TYPES))])
            exact.append(event.exact)
            status.append(event.status if event.status >= 0 else -100)
            modes.append(event.mode if event.mode >= 0 else -100)
            contexts.append([float(index in (event.contexts or ())) for index in range(len(CONTEXTS))])
            judged.append(event.contexts is not None)
            words.append(bool(event.tokens))
    return Batch(
        ids,
        mask,
        event_tags,
        mention_tags,
        topics,
        topic_mask,
        _weights(mention_rows, count, length),
        torch.tensor(sectors, dtype=torch.long),
        torch.tensor(pronouns, dtype=torch.float),
        _weights(event_rows, count, length),
        torch.tensor([row for row, _ in event_rows], dtype=torch.long),
        torch.tensor(types, dtype=torch.float).view(-1, len(TYPES)),
        torch.tensor(exact, dtype=torch.bool),
        torch.tensor(status, dtype=torch.long),
        torch.tensor(modes, dtype=torch.long),
        torch.tensor(contexts, dtype=torch.float).view(-1, len(CONTEXTS)),
        torch.tensor(judged, dtype=torch.bool),
        _weights(actor_rows, count, length),
        _weights(recipient_rows, count, length),
        torch.tensor(words, dtype=torch.bool),
        torch.tensor(pair_event, dtype=torch.long),
        torch.tensor(pair_mention, dtype=torch.long),
        torch.tensor(distance, dtype=torch.float).view(-1, 2),
        torch.tensor(roles, dtype=torch.float).view(-1, 3),
    )


def _weights(rows: list[tuple[int, list[int]]], count: int, length: int) -> Tensor:
    weights = torch.zeros(len(rows), count * length)
    for index, (row, tokens) in enumerate(rows):
        inside = [token for token in tokens if token < length]
        if inside:
            weights[index, [row * length + token for token in inside]] = 1 / len(inside)
    return weights
