"""The network: a BERT-shaped encoder with heads that read one sentence once.

Shapes: B sentences, L tokens, N events, M pairs of event and mention, D hidden width (384).
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from mihwar.coding.labels import CONTEXTS, MENTION_SECTORS, MODES, ROLES, STATUSES, TAGS, TYPES
from mihwar.training.weights import BaseModel

__all__ = ["Encoder", "Heads", "Layer", "load_encoder"]


class Layer(nn.Module):
    """One post-norm transformer layer (Devlin et al. 2019) with exact GELU."""

    def __init__(self, hidden: int, heads: int, feed_forward: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(hidden, hidden) for _ in range(4))
        self.fi, self.fo = nn.Linear(hidden, feed_forward), nn.Linear(feed_forward, hidden)
        self.aln, self.oln = nn.LayerNorm(hidden, epsilon), nn.LayerNorm(hidden, epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` [B, L, D], ``bias`` [B, 1, 1, L] (0 for a token, very negative for padding) -> [B, L, D]."""
        batch, length, hidden = x.shape
        shape = (batch, length, self.heads, hidden // self.heads)
        q, k, v = (linear(x).view(shape).transpose(1, 2) for linear in (self.q, self.k, self.v))
        scores = q @ k.transpose(2, 3) / math.sqrt(hidden // self.heads) + bias
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, hidden)
        x = self.aln(x + self.dropout(self.ao(mixed)))
        return self.oln(x + self.dropout(self.fo(nn.functional.gelu(self.fi(x)))))


class Encoder(nn.Module):
    """Token vectors and token tags of a batch of sentences."""

    def __init__(self, vocabulary: int, base: BaseModel, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(vocabulary, base.hidden)  # frozen; shipped apart, in the base model's own four bits
        self.position = nn.Embedding(base.positions, base.hidden)
        self.norm = nn.LayerNorm(base.hidden, base.epsilon)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(base.hidden, base.heads, base.feed_forward, base.epsilon, dropout) for _ in range(layers)
        )
        self.tagger = nn.Linear(base.hidden, 2 * len(TAGS))

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """``ids`` and ``mask`` [B, L] -> token vectors [B, L, D], tag logits [B, L, 6] (event BIO, mention BIO)."""
        return self.read(self.word(ids), mask)

    def read(self, words: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The same from word vectors [B, L, D]."""
        positions = torch.arange(words.shape[1], device=words.device)
        x = self.dropout(self.norm(words + self.position(positions)))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x, self.tagger(x)


def _mlp(width_in: int, width: int, width_out: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width_in, width), nn.GELU(), nn.Dropout(0.1), nn.Linear(width, width_out))


class Heads(nn.Module):
    """What is read off the token vectors: roles, types, status, modes, contexts, mention sectors, topics."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.role_head = _mlp(3 * hidden + 2, 256, len(ROLES))
        self.type_head = _mlp(4 * hidden, 256, len(TYPES))
        self.status_head = _mlp(2 * hidden, 128, len(STATUSES))
        self.mode_head = _mlp(2 * hidden, 128, len(MODES))
        self.context_head = _mlp(2 * hidden, 128, len(CONTEXTS))
        self.mention_head = _mlp(hidden, 128, len(MENTION_SECTORS) + 1)
        self.query = nn.Linear(2 * hidden, hidden)
        self.topic_query = nn.Parameter(torch.randn(len(TYPES), hidden) * 0.02)
        self.topic = nn.Parameter(torch.randn(len(TYPES), hidden) * 0.02)
        self.topic_bias = nn.Parameter(torch.full((len(TYPES),), -2.0))

    def roles(self, event: Tensor, mention: Tensor, distance: Tensor) -> Tensor:
        """Event and mention vectors [M, D], distance [M, 2] -> logits [M, 3]."""
        return self.role_head(torch.cat([event, mention, event * mention, distance], -1))

    def types(self, event: Tensor, actor: Tensor, recipient: Tensor, sentence: Tensor) -> Tensor:
        """Four vectors [N, D] -> logits [N, 16]."""
        return self.type_head(torch.cat([event, actor, recipient, sentence], -1))

    def statuses(self, event: Tensor, sentence: Tensor) -> Tensor:
        """Two vectors [N, D] -> logits [N, 6]."""
        return self.status_head(torch.cat([event, sentence], -1))

    def modes(self, event: Tensor, sentence: Tensor) -> Tensor:
        """Two vectors [N, D] -> logits over ``MODES``, to be compared within one type only."""
        return self.mode_head(torch.cat([event, sentence], -1))

    def contexts(self, event: Tensor, sentence: Tensor) -> Tensor:
        """Two vectors [N, D] -> a logit for each context."""
        return self.context_head(torch.cat([event, sentence], -1))

    def attend(self, tokens: Tensor, mask: Tensor, actor: Tensor, recipient: Tensor) -> Tensor:
        """The act between a marked pair: tokens [N, L, D], actor and recipient [N, D] -> event vector [N, D]."""
        query = self.query(torch.cat([actor, recipient], -1))
        scores = (tokens @ query[:, :, None]).squeeze(-1) / math.sqrt(tokens.shape[-1])
        weights = scores.masked_fill(mask == 0, -1e4).softmax(-1)
        return (weights[:, None, :] @ tokens).squeeze(1)

    def topics(self, tokens: Tensor, mask: Tensor) -> Tensor:
        """Does the sentence report an act of each type: tokens [B, L, D] -> logits [B, 16]."""
        scores = tokens @ self.topic_query.T / math.sqrt(tokens.shape[-1]) * 4
        weights = scores.masked_fill(mask[:, :, None] == 0, -1e4).softmax(1)
        pooled = weights.transpose(1, 2) @ tokens
        return (pooled * self.topic).sum(-1) + self.topic_bias


def load_encoder(base: BaseModel, keep: list[int], layers: list[int]) -> Encoder:
    """An encoder with the base model's weights for the kept pieces and the chosen layers."""
    encoder = Encoder(len(keep), base, len(layers))

    def put(parameter: nn.Parameter, name: str) -> None:
        parameter.data.copy_(torch.from_numpy(base.tensors[name]))

    encoder.word.weight.data.copy_(torch.from_numpy(base.tensors["emb.word"][keep]))
    encoder.position.weight.data.copy_(torch.from_numpy(base.tensors["emb.pos"] + base.tensors["emb.type"][0]))
    put(encoder.norm.weight, "emb.ln.w")
    put(encoder.norm.bias, "emb.ln.b")
    for layer, old in zip(encoder.layers, layers, strict=True):
        for part in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
            module = getattr(layer, part)
            put(module.weight, f"l{old}.{part}.w")
            put(module.bias, f"l{old}.{part}.b")
    return encoder
