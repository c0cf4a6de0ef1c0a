"""Measure the first path on this machine: matching, coding, the whole answer, start-up and memory.

``python benchmarks/first_path.py`` prints one JSON object. Speeds are given with what the machine itself can do
in the same run (a float32 matrix product), so that two machines can be compared.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

from mihwar.actors import find_mentions
from mihwar.coding.encoder import default_encoder
from mihwar.pipeline import Pipeline, coder_named
from mihwar.reading import read_documents

ROOT = Path(__file__).parents[1]
ARTICLES = sorted((ROOT / "examples").rglob("*.txt"))


def seconds(task: object, repeat: int = 3) -> float:
    """The best of a few runs."""
    best = float("inf")
    for _ in range(repeat):
        begun = time.perf_counter()
        task()  # type: ignore[operator]
        best = min(best, time.perf_counter() - begun)
    return best


def run(command: list[str]) -> None:
    """Run a command of our own and throw its output away."""
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)  # noqa: S603


def main() -> None:
    """Run every measurement and print the results."""
    documents = [document for document in read_documents(ARTICLES) if hasattr(document, "text")]
    arabic = "\n".join(document.text for document in documents if document.language == "ar")
    million = (arabic * (1_000_000 // len(arabic) + 1))[:1_000_000]
    find_mentions("باكو", "ar", None)
    matching = seconds(lambda: find_mentions(million, "ar", None))

    encoder = default_encoder()
    pipeline = Pipeline(coder_named("encoder"))
    pages = [pipeline.one(document).page for document in documents]
    sentences = [span.of(page.document.text) for page in pages for span in page.sentences]
    encoding = seconds(lambda: encoder.encode(sentences))
    pieces = sum(len(result.offsets) for result in encoder.encode(sentences))
    coding = seconds(lambda: [pipeline.one(document) for document in documents], repeat=2)

    size = 1024
    left, right = (np.random.default_rng(7).random((size, size), dtype=np.float32) for _ in range(2))
    ceiling = 2 * size**3 / seconds(lambda: left @ right, repeat=5)
    # 12 layers of 4 D*D projections and 2 D*4D of feed-forward, two operations a weight and piece; D = 384.
    work = 2 * 12 * (4 * 384 * 384 + 2 * 384 * 1536) * pieces

    program = [sys.executable, "-m", "mihwar.cli"]
    helping = seconds(lambda: run([*program, "--help"]), repeat=5)
    folder = str(ROOT / "examples/us-azerbaijan-armenia")
    answering = seconds(lambda: run([*program, "why", "USA", "AZE", folder]), repeat=2)
    result = {
        "million_arabic_characters_matched_s": round(matching, 3),
        "sentences_encoded_per_s": round(len(sentences) / encoding, 1),
        "articles_per_s": round(len(documents) / coding, 2),
        "sentences_per_article": round(len(sentences) / len(documents), 1),
        "encoder_share_of_coding": round(encoding / coding, 2),
        "encoder_share_of_float32_ceiling": round(work / encoding / ceiling, 2),
        "help_s": round(helping, 3),
        "why_on_eight_articles_s": round(answering, 2),
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
