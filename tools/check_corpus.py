"""Check corpus files against ``corpus/GUIDE.md`` and print what they hold: ``check_corpus.py [PATH ...]``."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))

from mihwar.errors import InputError  # noqa: E402  (the checkout's own package, installed or not)
from mihwar.training.corpus import is_held_out, read_corpus  # noqa: E402


def main(paths: list[str]) -> int:
    """Print counts; 1 if any file breaks a rule."""
    counts: Counter[str] = Counter()
    types: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    seen: dict[str, str] = {}
    bad = 0
    targets = [Path(path) for path in paths] or [Path("corpus")]
    files = [file for target in targets for file in (sorted(target.rglob("*.txt")) if target.is_dir() else [target])]
    for file in files:
        try:
            for document in read_corpus(file):
                if document.id in seen:
                    print(
                        f"{document.path}: id {document.id} stands also in {seen[document.id]}",
                        file=sys.stderr,
                    )
                    bad += 1
                seen[document.id] = document.path
                counts["documents"] += 1
                counts["held-out documents"] += is_held_out(document.id)
                counts[f"sentences {document.language}"] += len(document.sentences)
                for sentence in document.sentences:
                    counts["sentences"] += 1
                    counts["without an act"] += not sentence.events
                    counts["mentions"] += len(sentence.mentions)
                    for event in sentence.events:
                        types[event.types[0]] += 1
                        statuses[event.status.value] += 1
        except InputError as error:
            print(error, file=sys.stderr)
            bad += 1
    print(dict(counts))
    print("types", dict(types.most_common()))
    print("statuses", dict(statuses.most_common()))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
