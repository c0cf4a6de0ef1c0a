"""CAMEO codes, as GDELT, ICEWS and PETRARCH write them, as PLOVER types."""

from __future__ import annotations

from mihwar.ontology.loading import load

__all__ = ["from_cameo"]


def from_cameo(code: str) -> tuple[str, tuple[str, ...]] | None:
    """The PLOVER type and modes of a CAMEO code; ``None`` where PLOVER has no type for it.

    A leading zero that a spreadsheet dropped is put back where only that makes a root (``42`` is ``042``).
    """
    table = load("cameo.yaml")
    known: dict[str, str] = table["types"]
    modes: dict[str, str] = table["modes"]
    digits = code.strip()
    if digits[:2] not in known and digits[:2] not in table["untyped"]:
        digits = "0" + digits
    prefixes = [digits[:size] for size in range(len(digits), 1, -1)]
    kind = next((known[prefix] for prefix in prefixes if prefix in known), None)
    if kind is None:
        return None
    mode = next((modes[prefix] for prefix in prefixes if prefix in modes), None)
    return kind, (mode,) if mode else ()
