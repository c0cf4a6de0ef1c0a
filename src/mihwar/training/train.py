"""The training loop: seeded, checkpointed after every epoch, resumable at the epoch it stopped in."""

from __future__ import annotations

import math
import random
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from mihwar.training.batches import batches, collate
from mihwar.training.examples import Example
from mihwar.training.losses import batch_loss
from mihwar.training.network import Encoder, Heads

__all__ = ["Stage", "load_checkpoint", "train_stage"]

_WORDS = "word.weight"  # never trained, so never saved: the vocabulary may change between stages


@dataclass(frozen=True, slots=True)
class Stage:
    """One pass of training: how long, how fast (peak learning rates), and what stays fixed."""

    name: str
    epochs: int
    encoder_rate: float = 1e-4
    heads_rate: float = 1e-3
    batch: int = 16
    warm_up: float = 0.1
    frozen_layers: int = 0
    seed: int = 13
    averaging: float = 0.0  # decay a step of the running mean of the weights, which is what is kept; 0: none


def load_checkpoint(path: Path, encoder: Encoder, heads: Heads, *, mean: bool = False) -> dict[str, Any]:
    """Put a checkpoint's weights into the two networks, or with ``mean`` their running mean; word vectors stay
    those of the base model."""
    state: dict[str, Any] = torch.load(path, weights_only=True)
    encoder.load_state_dict({**state["encoder"], _WORDS: encoder.state_dict()[_WORDS]})
    heads.load_state_dict(state["heads"])
    if mean:
        for name, parameter in _named(encoder, heads):
            if name in state["mean"]:
                parameter.data.copy_(state["mean"][name])
    return state


def _named(encoder: Encoder, heads: Heads) -> list[tuple[str, torch.nn.Parameter]]:
    return [*encoder.named_parameters("encoder"), *heads.named_parameters("heads")]


def train_stage(
    stage: Stage, encoder: Encoder, heads: Heads, examples: Sequence[Example], pad: int, folder: Path
) -> None:
    """Train in place; writes ``folder/STAGE.pt`` after each epoch and starts from it when it is there."""
    folder.mkdir(parents=True, exist_ok=True)
    checkpoint = folder / f"{stage.name}.pt"
    encoder.word.weight.requires_grad = False  # frozen: rows of words that training lacks must keep their place
    for layer in encoder.layers[: stage.frozen_layers]:
        layer.requires_grad_(requires_grad=False)
    groups: list[dict[str, Any]] = [
        {"params": [p for p in encoder.parameters() if p.requires_grad], "lr": stage.encoder_rate},
        {"params": list(heads.parameters()), "lr": stage.heads_rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = stage.epochs * math.ceil(len(examples) / stage.batch)
    rise = max(1, int(stage.warm_up * steps))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / rise, max(0.0, (steps - step) / max(1, steps - rise)))
    )
    mean = _RunningMean(_named(encoder, heads), stage.averaging)
    first = 0
    if checkpoint.exists():
        state = load_checkpoint(checkpoint, encoder, heads)
        mean.load(state["mean"], len(examples) * state["epoch"] // stage.batch)
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        first = state["epoch"]
    trained = [p for group in groups for p in group["params"]]
    for epoch in range(first, stage.epochs):
        torch.manual_seed(stage.seed * 1000 + epoch)
        random.seed(stage.seed * 1000 + epoch)
        encoder.train()
        heads.train()
        sums: dict[str, float] = defaultdict(float)
        begun, done = time.monotonic(), 0
        for number, group in enumerate(batches(examples, stage.batch, stage.seed * 1000 + epoch), 1):
            losses = batch_loss(encoder, heads, collate(group, pad))
            total = torch.stack(list(losses.values())).sum()
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            schedule.step()
            mean.update()
            done += len(group)
            for name, loss in losses.items():
                sums[name] += float(loss.detach())
            if number % 20 == 0:
                rate = done / (time.monotonic() - begun)
                print(
                    f"{stage.name} {epoch + 1}/{stage.epochs}: {done}/{len(examples)} at {rate:.1f}/s",
                    flush=True,
                )
        means = ", ".join(f"{name} {value / number:.3f}" for name, value in sums.items())
        print(f"{stage.name} epoch {epoch + 1}: {means}; {time.monotonic() - begun:.0f} s", flush=True)
        saved = {
            "encoder": {name: value for name, value in encoder.state_dict().items() if name != _WORDS},
            "heads": heads.state_dict(),
            "mean": mean.values,
            "optimizer": optimizer.state_dict(),
            "schedule": schedule.state_dict(),
            "epoch": epoch + 1,
        }
        torch.save(saved, checkpoint.with_suffix(".part"))
        checkpoint.with_suffix(".part").replace(checkpoint)
    mean.put()


class _RunningMean:
    """The exponential mean of the trained weights over steps (Polyak and Juditsky 1992, with decay): it lies
    closer to the middle of what the last steps wander around. Its memory grows with the steps, so that the
    first ones do not linger."""

    def __init__(self, parameters: list[tuple[str, torch.nn.Parameter]], decay: float) -> None:
        self._parameters = [(name, p) for name, p in parameters if p.requires_grad] if decay else []
        self._decay, self._steps = decay, 0
        self.values = {name: p.detach().clone() for name, p in self._parameters}

    def load(self, values: dict[str, torch.Tensor], steps: int) -> None:
        """Go on from stored means."""
        self._steps = steps
        for name, _ in self._parameters:
            self.values[name].copy_(values[name])

    def update(self) -> None:
        """Take in the parameters after one more step."""
        self._steps += 1
        decay = min(self._decay, self._steps / (self._steps + 10))
        for name, parameter in self._parameters:
            self.values[name].lerp_(parameter.detach(), 1 - decay)

    def put(self) -> None:
        """Put the means in the parameters' place."""
        for name, parameter in self._parameters:
            parameter.data.copy_(self.values[name])
