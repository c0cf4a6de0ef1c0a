"""``python -m mihwar.ontology``: check the data files; exit status 1 when one breaks a rule."""

from __future__ import annotations

import sys

from mihwar.ontology.checking import problems
from mihwar.ontology.types import event_types
from mihwar.ontology.vocabulary import contexts, sectors, states


def main() -> int:
    """Print each broken rule, or what was found sound."""
    found = problems()
    for line in found:
        print(line, file=sys.stderr)
    if not found:
        print(
            f"sound: {len(event_types())} types, {len(contexts())} contexts, "
            f"{len(sectors())} sectors, {len(states())} states"
        )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
