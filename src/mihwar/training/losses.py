"""What the network is wrong by, summed over its heads."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from mihwar.coding.labels import MODES, TAGS, TYPES
from mihwar.training.batches import Batch
from mihwar.training.network import Encoder, Heads

__all__ = ["batch_loss"]

_MODE_TYPES = torch.tensor([TYPES.index(kind) for kind, _ in MODES])
_SMOOTHING = 0.05  # label smoothing of the type head, measured with the base model on PLV


def batch_loss(encoder: Encoder, heads: Heads, batch: Batch) -> dict[str, Tensor]:
    """The losses of one batch by head; heads without a judged target are left out."""
    tokens, tags = encoder(batch.ids, batch.mask)
    flat = tokens.reshape(-1, tokens.shape[-1])
    losses: dict[str, Tensor] = {}
    for name, part, target in (
        ("event tags", tags[..., : len(TAGS)], batch.event_tags),
        ("mention tags", tags[..., len(TAGS) :], batch.mention_tags),
    ):
        if (target != -100).any():
            losses[name] = 2.0 * F.cross_entropy(part.reshape(-1, len(TAGS)), target.reshape(-1), ignore_index=-100)
    if batch.topic_mask.any():
        topic = F.binary_cross_entropy_with_logits(heads.topics(tokens, batch.mask), batch.topics, reduction="none")
        losses["topics"] = (topic * batch.topic_mask).sum() / batch.topic_mask.sum()
    mentions = batch.mention_weights @ flat
    if len(mentions):
        out = heads.mention_head(mentions)
        if (batch.mention_sectors >= 0).any():
            losses["sector"] = 0.5 * F.cross_entropy(out[:, :-1], batch.mention_sectors, ignore_index=-100)
        known = batch.mention_pronouns >= 0
        if known.any():
            losses["pronoun"] = 0.5 * F.binary_cross_entropy_with_logits(
                out[known, -1], batch.mention_pronouns[known]
            )
    if len(batch.event_sentence):
        losses |= _event_losses(heads, batch, tokens, flat, mentions)
    return losses


def _event_losses(heads: Heads, batch: Batch, tokens: Tensor, flat: Tensor, mentions: Tensor) -> dict[str, Tensor]:
    losses: dict[str, Tensor] = {}
    mask = batch.mask[batch.event_sentence]
    per_event = tokens[batch.event_sentence]
    sentence = (per_event * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
    event = batch.event_weights @ flat
    actor, recipient = batch.actor_weights @ flat, batch.recipient_weights @ flat
    attended = heads.attend(per_event, mask, actor, recipient)
    marked = _type_loss(heads.types(attended, actor, recipient, sentence), batch)
    words = batch.has_words
    losses["pair types"] = torch.where(words, 0.4 * marked, marked).mean()
    if words.any():
        own = _type_loss(heads.types(event, actor, recipient, sentence), batch)
        losses["types"] = own[words].mean()
        if (batch.event_status[words] >= 0).any():
            losses["status"] = F.cross_entropy(
                heads.statuses(event, sentence)[words], batch.event_status[words], ignore_index=-100
            )
    if (batch.event_modes >= 0).any():
        losses["modes"] = 0.5 * _mode_loss(heads.modes(event, sentence), batch.event_modes)
    if batch.context_judged.any():
        chosen = batch.context_judged
        losses["contexts"] = 4.0 * F.binary_cross_entropy_with_logits(
            heads.contexts(event[chosen], sentence[chosen]), batch.event_contexts[chosen]
        )
    if len(batch.pair_event):
        logits = heads.roles(event[batch.pair_event], mentions[batch.pair_mention], batch.pair_distance)
        losses["roles"] = 3.0 * F.binary_cross_entropy_with_logits(logits, batch.pair_roles)
    return losses


def _mode_loss(logits: Tensor, target: Tensor) -> Tensor:
    """Cross entropy among the modes of the act's own type."""
    judged = target >= 0
    own = _MODE_TYPES[target[judged]][:, None] == _MODE_TYPES[None, :]
    return F.cross_entropy(logits[judged].masked_fill(~own, -1e4), target[judged])


def _type_loss(logits: Tensor, batch: Batch) -> Tensor:
    logs = logits.log_softmax(-1)
    smoothed = batch.event_types * (1 - _SMOOTHING) + _SMOOTHING / logits.shape[-1]
    ordinary = -(smoothed * logs).sum(-1)
    either = -torch.where(batch.event_types > 0, logs, torch.full_like(logs, -1e4)).logsumexp(-1)
    return torch.where(batch.event_exact, ordinary, either)
