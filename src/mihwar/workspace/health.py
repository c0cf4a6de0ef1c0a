"""What ``mihwar doctor`` looks at: the installation, the data files, the encoder, the workspace."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from mihwar.errors import MihwarError
from mihwar.workspace.folder import DEFAULT_FOLDER

__all__ = ["Check", "examine"]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: its name, whether it is sound, and what was found or what to do."""

    name: str
    ok: bool
    detail: str


def examine(workspace: Path | None = None) -> Iterator[Check]:
    """Every check in turn; one that breaks is reported as not sound, and the next goes on."""
    yield Check("python", sys.version_info >= (3, 11), sys.version.split()[0])
    for name, check in (
        ("ontology", _ontology),
        ("languages", _languages),
        ("actors", _actors),
        ("encoder", _encoder),
        ("coding", _coding),
    ):
        yield _guarded(name, check)
    if workspace is not None or DEFAULT_FOLDER.exists():
        yield _guarded("workspace", lambda: _workspace(workspace or DEFAULT_FOLDER))


def _guarded(name: str, check: Callable[[], str]) -> Check:
    try:
        return Check(name, ok=True, detail=check())
    except MihwarError as error:
        return Check(name, ok=False, detail=str(error))
    except Exception as error:  # noqa: BLE001  (a doctor reports every fault)
        return Check(name, ok=False, detail=f"{type(error).__name__}: {error}. Install Mihwar again")


def _ontology() -> str:
    from mihwar.errors import OntologyError
    from mihwar.ontology import event_types, problems

    found = list(problems())
    if found:
        raise OntologyError("; ".join(str(problem) for problem in found))
    return f"{len(event_types())} event types"


def _languages() -> str:
    from mihwar.languages import language, language_codes

    return ", ".join(language(code).english_name for code in sorted(language_codes()))


def _actors() -> str:
    from mihwar.actors import known_actors

    return f"{sum(1 for _ in known_actors())} actors"


def _encoder() -> str:
    from mihwar.coding.encoder import default_encoder

    return f"version {default_encoder().version}, checksums right"


def _coding() -> str:
    """One composed sentence goes all the way."""
    from mihwar.pipeline import Pipeline, coder_named
    from mihwar.reading import read_text

    text = "France condemned Russia on 3 March 2024 over the arrest of two journalists.\n"
    claims = Pipeline(coder_named("encoder")).one(read_text(text)).claims
    if not claims:
        raise MihwarError("the encoder found no act in a plain sentence. Install Mihwar again")
    return f"a plain sentence gives {claims[0].types[0]}"


def _workspace(path: Path) -> str:
    from mihwar.errors import StoreError
    from mihwar.store import Store

    store = Store.open(path, create=False)
    found = store.check()
    if found:
        raise StoreError("; ".join(f"{problem.table}: {problem.message}" for problem in found))
    return f"{path}: {sum(1 for _ in store.documents())} documents, version {store.version}"
