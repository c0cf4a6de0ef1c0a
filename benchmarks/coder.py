"""Measure the coder on this machine: ``python benchmarks/coder.py [--articles N] [--write]`` prints one JSON object.

Articles of 25 sentences are put together from the corpus, in all its languages. Reported: articles and sentences a
second of ``mihwar code`` from plain text to claims with its start, the highest memory of all its processes together,
the start alone, the share of each stage in one process, and the encoder's speed against the machine's own ceiling: a
large product at the same precision (dynamic int8) and in float32, measured in the same run. ``--write`` puts the
result into ``docs/reference/speed.json``. Needs the ``training`` extra (``onnx`` builds the product).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from mihwar.coding.encoder import default_encoder
from mihwar.coding.reader import EncoderCoder
from mihwar.model import Document
from mihwar.pipeline.claiming import claims_of
from mihwar.pipeline.paging import page_of
from mihwar.reading import read_documents
from mihwar.training.corpus import read_corpus

ROOT = Path(__file__).parents[1]
SENTENCES = 25
PRODUCT = 1024  # rows and columns of the matrices of the ceiling: large enough to be bound by arithmetic


def articles(count: int) -> list[dict[str, str]]:
    """``count`` articles of 25 sentences, each of one language, the languages in turn."""
    by_language: dict[str, list[str]] = {}
    for document in read_corpus(ROOT / "corpus"):
        by_language.setdefault(document.language, []).extend(sentence.text for sentence in document.sentences)
    rng = random.Random(7)  # noqa: S311  (a choice of sentences, not a secret)
    made = []
    for number in range(count):
        language = sorted(by_language)[number % len(by_language)]
        first = rng.randrange(len(by_language[language]) - SENTENCES)
        text = "\n".join(by_language[language][first : first + SENTENCES])
        made.append({"id": f"{language}-{number}", "text": text, "published": "2024-05-20"})
    return made


def best(task: Callable[[], object], repeat: int = 3) -> float:
    """Seconds of the best of a few runs."""
    times = []
    for _ in range(repeat):
        begun = time.perf_counter()
        task()
        times.append(time.perf_counter() - begun)
    return min(times)


def command(file: Path) -> tuple[float, float]:
    """Seconds and highest memory (MB, proportional set size of the whole process tree) of ``mihwar code``."""
    begun = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603  (our own program)
        [sys.executable, "-m", "mihwar.cli", "code", str(file)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    highest = 0.0

    def watch() -> None:
        nonlocal highest
        while process.poll() is None:
            highest = max(highest, sum(_memory(pid) for pid in _tree(process.pid)))
            time.sleep(0.2)

    watcher = threading.Thread(target=watch)
    watcher.start()
    process.wait()
    seconds = time.perf_counter() - begun
    watcher.join()
    return seconds, highest


def _tree(pid: int) -> list[int]:
    found = [pid]
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found += _tree(int(place.parent.name))
    return found


def _memory(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def stages(documents: list[Document]) -> dict[str, float]:
    """Share of each stage of the time of coding in one process with one thread."""
    encoder = default_encoder(1)
    coder = EncoderCoder(encoder)
    spent = dict.fromkeys(("reading and names", "encoder", "roles, types, parties", "dates, speakers, causes"), 0.0)
    for document in documents:
        begun = time.perf_counter()
        page = page_of(document)
        read = time.perf_counter()
        encoder.encode([span.of(document.text) for span in page.sentences])
        encoded = time.perf_counter()
        acts = coder.code(page)
        coded = time.perf_counter()
        claims_of(page, acts, coder.name)
        claimed = time.perf_counter()
        alone = encoded - read
        for name, seconds in zip(
            spent, (read - begun, alone, max(0.0, coded - encoded - alone), claimed - coded), strict=True
        ):
            spent[name] += seconds
    total = sum(spent.values())
    return {name: round(seconds / total, 3) for name, seconds in spent.items()}


def ceilings() -> dict[str, float]:
    """Billions of operations a second of one thread in a large product: dynamic int8 (ONNX Runtime) and float32."""
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper, numpy_helper
    from onnxruntime.quantization import QuantType, quantize_dynamic

    rng = np.random.default_rng(7)
    weights = numpy_helper.from_array(rng.standard_normal((PRODUCT, PRODUCT), dtype=np.float32), "w")
    shape = helper.make_tensor_value_info("x", TensorProto.FLOAT, [PRODUCT, PRODUCT])
    out = helper.make_tensor_value_info("y", TensorProto.FLOAT, [PRODUCT, PRODUCT])
    graph = helper.make_graph([helper.make_node("MatMul", ["x", "w"], ["y"])], "product", [shape], [out], [weights])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    feed = {"x": rng.standard_normal((PRODUCT, PRODUCT), dtype=np.float32)}
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "int8.onnx"
        onnx.save(model, plain)
        quantize_dynamic(plain, small, per_channel=True, weight_type=QuantType.QInt8)
        for name, path in (("int8", small), ("float32", plain)):
            session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
            seconds = best(lambda run=session: run.run(None, feed), repeat=5)  # type: ignore[misc]
            found[name] = 2 * PRODUCT**3 / seconds / 1e9
    return found


def main() -> None:
    """Run every measurement and print the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=240)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    made = articles(options.articles)
    with tempfile.TemporaryDirectory() as folder:
        file, one = Path(folder) / "articles.jsonl", Path(folder) / "one.jsonl"
        file.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in made), "utf-8")
        one.write_text(json.dumps(made[0], ensure_ascii=False) + "\n", "utf-8")
        command(one)  # builds the caches that the first start on a machine builds
        start = min(command(one)[0] for _ in range(3))
        seconds, memory = command(file)
        documents = [d for d in read_documents([file]) if isinstance(d, Document)][:40]
    encoder = default_encoder(1)
    sentences = [line for article in made[:40] for line in article["text"].split("\n")]
    encoding = best(lambda: [encoder.encode([sentence]) for sentence in sentences], repeat=2)
    pieces = sum(len(result.offsets) for result in encoder.encode(sentences))
    # 12 layers of 4 D*D projections and 2 D*4D of feed-forward, two operations a weight and piece; D = 384.
    speed = 2 * 12 * (4 * 384 * 384 + 2 * 384 * 1536) * pieces / encoding / 1e9
    ceiling = ceilings()
    result: dict[str, Any] = {
        "cores": len(os.sched_getaffinity(0)),
        "articles": len(made),
        "articles_per_s": round(len(made) / seconds, 2),
        "sentences_per_s": round(SENTENCES * len(made) / seconds, 1),
        "peak_memory_mb": round(memory),
        "start_and_one_article_s": round(start, 2),
        "stages": stages(documents),
        "encoder_sentences_per_s_one_thread": round(len(sentences) / encoding, 1),
        "pieces_per_sentence": round(pieces / len(sentences), 1),
        "encoder_gflops_one_thread": round(speed, 1),
        "ceiling_gflops_one_thread": {name: round(value, 1) for name, value in ceiling.items()},
        "encoder_share_of_int8_ceiling": round(speed / ceiling["int8"], 3),
        "encoder_share_of_float32_ceiling": round(speed / ceiling["float32"], 3),
    }
    text = json.dumps(result, indent=1) + "\n"
    print(text, end="")
    if options.write:
        (ROOT / "docs" / "reference" / "speed.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
