"""``python -m mihwar.training --data DIR --out DIR``: rebuild the shipped encoder with one command.

``--data`` is a folder that holds ``plv/PLV_train.tsv`` and ``arabic_event_gsr/*_train.csv``
(``docs/how-to/train.md`` says where they come from).
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from mihwar.coding.tokenizing import Tokenizer
from mihwar.model import Span
from mihwar.training.corpus import is_held_out, read_corpus
from mihwar.training.examples import Example, corpus_examples, gsr_examples, plv_examples
from mihwar.training.vocabulary import prune, sample_words, tokenizer_model
from mihwar.training.weights import base_model_path, read_base_model

LAYERS = list(range(12))
SEED = 13


def main(arguments: list[str] | None = None) -> None:
    """Train, export, and write the model files into ``--out``."""
    parser = argparse.ArgumentParser(prog="python -m mihwar.training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the public data sets")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--runs", type=Path, default=Path("runs/encoder"), help="checkpoints, to resume from")
    parser.add_argument("--out", type=Path, default=Path("src/mihwar/coding/data"))
    parser.add_argument("--stage", choices=["public", "corpus", "refine", "export", "all"], default="all")
    parser.add_argument("--epochs", type=int, default=6, help="of the corpus stage")
    parser.add_argument("--replay", type=float, default=0.2, help="share of the public data in the corpus stage")
    parser.add_argument("--version", default="2.0", help="of the model, kept with each claim")
    parser.add_argument("--plain-spans", action="store_true", help="learn on marked spans only")
    parser.add_argument("--frozen-layers", type=int, default=2)
    options = parser.parse_args(arguments)

    import torch

    from mihwar.training.network import Heads, load_encoder
    from mihwar.training.train import Stage, load_checkpoint, train_stage

    torch.manual_seed(SEED)
    base = read_base_model(base_model_path())
    keep = prune(base, _vocabulary_texts(options.corpus, options.data))
    pieces = [base.pieces[i] for i in keep]
    special = {name: keep.index(index) for name, index in base.special.items()}
    model = tokenizer_model(pieces, special)
    tokenizer = Tokenizer(model)
    print(f"vocabulary: {len(keep)} of {len(base.pieces)} pieces", flush=True)
    encoder = load_encoder(base, keep, LAYERS)
    heads = Heads(base.hidden)
    pad = special["pad"]
    public = list(plv_examples(options.data / "plv/PLV_train.tsv", tokenizer))
    public += _sampled_gsr(options.data, tokenizer)
    if options.stage in ("public", "all"):
        stage = Stage("public", epochs=4, frozen_layers=options.frozen_layers)
        train_stage(stage, encoder, heads, public, pad, options.runs)
    if options.stage in ("corpus", "all"):
        load_checkpoint(options.runs / "public.pt", encoder, heads)
        documents = [d for d in read_corpus(options.corpus) if not is_held_out(d.id)]
        find = None if options.plain_spans else _table_spans
        own = list(corpus_examples(documents, tokenizer, find))
        replay = random.Random(SEED).sample(public, int(len(public) * options.replay))  # noqa: S311
        print(f"corpus stage: {len(own)} own examples, {len(replay)} public", flush=True)
        stage = Stage("corpus", epochs=options.epochs, frozen_layers=options.frozen_layers, averaging=0.998)
        train_stage(stage, encoder, heads, own + replay, pad, options.runs)
    if options.stage in ("refine", "all"):
        load_checkpoint(options.runs / "corpus.pt", encoder, heads, mean=True)
        documents = [d for d in read_corpus(options.corpus) if not is_held_out(d.id)]
        own = list(corpus_examples(documents, tokenizer, _table_spans))
        replay = random.Random(SEED + 1).sample(public, len(public) // 2)  # noqa: S311
        print(f"refine stage: {len(own)} own examples, {len(replay)} public", flush=True)
        # Last passes at a lower rate over everything, so that neither source is half forgotten.
        stage = Stage(
            "refine",
            epochs=3,
            encoder_rate=6e-5,
            heads_rate=6e-4,
            frozen_layers=options.frozen_layers,
            seed=SEED + 1,
            averaging=0.998,
        )
        train_stage(stage, encoder, heads, own + replay, pad, options.runs)
    if options.stage in ("export", "all"):
        from mihwar.training.antecedents import accuracy, antecedent_examples, train_antecedents
        from mihwar.training.export import export

        known = list(antecedent_examples(read_corpus(options.corpus)))
        head = train_antecedents([one for one in known if not is_held_out(one.document)], SEED)
        print(
            "states of mentions without one, held out:", accuracy(head, (e for e in known if is_held_out(e.document)))
        )
        load_checkpoint(options.runs / "refine.pt", encoder, heads, mean=True)
        export(encoder, heads, head, base, keep, model, options.out, options.version)


def _sampled_gsr(data: Path, tokenizer: Tokenizer) -> Iterator[Example]:
    """Every yes (twice) and difficult no, and 300 easy ones of each type: yes is one row in nine."""
    for name in ("assault", "protest"):
        path = data / f"arabic_event_gsr/{name}_train.csv"
        rows = list(gsr_examples(path, tokenizer))
        easy = [row for row in rows if set(row.topics.values()) == {0.0}]
        yield from (row for row in rows if set(row.topics.values()) != {0.0})
        yield from (row for row in rows if max(row.topics.values()) > 0.5)
        yield from random.Random(SEED).sample(easy, min(300, len(easy)))  # noqa: S311


def _vocabulary_texts(corpus: Path, data: Path) -> Iterator[str]:
    for language in ("ar", "en", "ru", "fr", "tr", "fa"):
        yield from sample_words(language)
    for document in read_corpus(corpus):
        yield from (sentence.text for sentence in document.sentences)
    for name in ("assault", "protest"):
        with (data / f"arabic_event_gsr/{name}_train.csv").open(encoding="utf-8", newline="") as file:
            yield from (row["text"] for row in csv.DictReader(file))
    with (data / "plv/PLV_train.tsv").open(encoding="utf-8", newline="") as file:
        yield from (row["sentence"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    tables = Path(__file__).parent.parent / "actors" / "data"
    for table in sorted(tables.glob("*.tsv")):
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield from (part for value in row.values() if value for part in str(value).split("|"))


def _table_spans(text: str, language: str) -> Sequence[Span]:
    from mihwar.actors import find_mentions  # type: ignore[attr-defined,unused-ignore]

    return [mention.span for mention in find_mentions(text, language, None) if mention.kind != "instrument"]


if __name__ == "__main__":
    main()
