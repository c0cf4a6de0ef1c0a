"""The workspace through its public surface: adding twice, answering, and a kill at any moment."""

import json
import os
import random
import signal
import subprocess
import sys
import time

import pytest

from mihwar import Workspace, read
from mihwar.errors import StoreError, UnknownNameError
from mihwar.model import Failure

ENGLISH = (
    "Ankara rejects Athens' claim\n\nTurkey rejected Greece's claim over the islands on {day} May 2023. "
    "Greece accused Turkey of violating its airspace.\n"
)
ARABIC = "أنقرة ترد\n\nاتهمت تركيا اليونان في {day} مايو 2023 بعسكرة الجزر. ورحبت أثينا بالحوار مع أنقرة.\n"


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    for day in range(1, 5):
        (folder / f"{day}-en.txt").write_text(ENGLISH.format(day=day), encoding="utf-8")
        (folder / f"{day}-ar.txt").write_text(ARABIC.format(day=day), encoding="utf-8")
    return folder


@pytest.mark.model
def test_adding_twice_adds_nothing(tmp_path, articles):
    workspace = Workspace(tmp_path / "w")
    first = workspace.add([articles])
    assert first.documents == 8
    assert first.claims > 0
    before = workspace.claims("Turkey", "اليونان")
    again = workspace.add([articles])
    assert (again.documents, again.claims, again.present) == (0, 0, 8)
    assert Workspace(tmp_path / "w", create=False).claims("TUR", "GRC") == before != []


@pytest.mark.model
def test_the_workspace_answers_as_the_files_do(tmp_path, articles):
    from mihwar.workspace import why

    workspace = Workspace(tmp_path / "w")
    workspace.add([articles])
    stored = workspace.why("TUR", "GRC")
    direct, failures = why("Turkey", "اليونان", [articles])
    assert failures == []
    assert stored.answer == direct.answer


@pytest.mark.model
def test_a_bad_file_is_named_and_the_rest_is_stored(tmp_path, articles):
    (articles / "bad.txt").write_bytes(b"\x00\x01\x02\xff\xfe\x00" * 200)
    (articles / "empty.txt").write_bytes(b"")
    report = Workspace(tmp_path / "w").add([articles])
    assert report.documents == 8
    assert sorted(failure.path.rsplit("/", 1)[-1] for failure in report.failures) == ["bad.txt", "empty.txt"]


def test_a_missing_workspace_and_an_unknown_state_say_what_to_do(tmp_path):
    with pytest.raises(StoreError):
        Workspace(tmp_path / "none", create=False)
    with pytest.raises(UnknownNameError, match="Atlantis"):
        Workspace(tmp_path / "w").why("Atlantis", "USA")


def test_reading_needs_no_encoder(articles):
    pages = list(read([articles]))
    assert len(pages) == 8
    assert not any(isinstance(page, Failure) for page in pages)
    assert all({m.code for m in page.mentions} >= {"TUR", "GRC"} for page in pages)


@pytest.mark.model
@pytest.mark.slow
def test_adding_survives_kill_9_at_any_moment(tmp_path, articles):
    seeds = random.Random(1992)
    command = [sys.executable, "-m", "mihwar.cli", "add", str(articles), "--workspace", str(tmp_path / "killed")]
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))
    for _ in range(4):
        writer = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seeds.uniform(0.3, 3.0))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    counts = json.loads(done.stdout)
    assert counts["documents"] + counts["present"] == 8
    whole = Workspace(tmp_path / "whole")
    whole.add([articles])
    killed = Workspace(tmp_path / "killed", create=False)
    assert killed.claims("TUR", "GRC") == whole.claims("TUR", "GRC")
    assert [d.id for d in killed.documents()] == [d.id for d in whole.documents()]
