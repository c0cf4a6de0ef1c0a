"""What may be wrong with a workspace."""

from __future__ import annotations

import json
from pathlib import Path

from mihwar.errors import MihwarError
from mihwar.model import claim_from_json
from mihwar.store.queries import Query
from mihwar.store.records import Problem
from mihwar.store.tables import COLUMNS, current_files

__all__ = ["problems"]

_AGAIN = "Run the same 'mihwar add' again"
_DAMAGED = "Restore the folder from a copy, or add the sources to a new workspace"


def problems(root: Path, query: Query) -> list[Problem]:
    """Missing files, doubled ids, claims without a document, claims that cannot be read."""
    found = _missing_files(root)
    if found:
        return found
    for name in COLUMNS:
        try:
            doubled = list(query.rows("SELECT count(*) - count(DISTINCT id) FROM {rows}", rows=name))
        except MihwarError as error:
            found.append(Problem(name, str(error), _DAMAGED))
            continue
        if doubled and doubled[0][0]:
            found.append(Problem(name, f"{doubled[0][0]} rows stand twice; readers see one", "None is needed"))
    if any(problem.remedy == _DAMAGED for problem in found):
        return found
    return found + _orphans(query) + _unreadable(root, query)


def _missing_files(root: Path) -> list[Problem]:
    found: list[Problem] = []
    for name in COLUMNS:
        try:
            missing = [file for file in current_files(root, name) if not Path(file).is_file()]
        except MihwarError as error:
            found.append(Problem(name, str(error), _DAMAGED))
            continue
        if missing:
            found.append(Problem(name, f"{len(missing)} data files are missing, such as {missing[0]}", _DAMAGED))
    return found


def _orphans(query: Query) -> list[Problem]:
    sql = "SELECT count(*) FROM {claims} WHERE NOT EXISTS (SELECT 1 FROM {documents} WHERE id = {claims}.document)"
    count = next(query.rows(sql, claims="claims", documents="documents"))[0]
    if not count:
        return []
    message = f"{count} claims wait for their documents: a run was cut short"
    return [Problem("claims", message, _AGAIN)]


def _unreadable(root: Path, query: Query) -> list[Problem]:
    bad: list[str] = []
    for identity, line in query.rows("SELECT id, claim FROM {claims}", claims="claims"):
        try:
            if claim_from_json(json.loads(line), str(root)).id != identity:
                bad.append(str(identity))
        except (ValueError, MihwarError):
            bad.append(str(identity))
    if not bad:
        return []
    return [Problem("claims", f"{len(bad)} claims cannot be read, such as {bad[0]}", _DAMAGED)]
