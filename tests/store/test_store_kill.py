"""A writer killed at any moment leaves a workspace that opens, and the same run again completes it."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from synthetic import entries

from mihwar.store import Store

COUNT = 900
PROGRAM = Path(__file__).with_name("synthetic.py")


def start(folder, pause):
    environment = dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path))
    arguments = [sys.executable, str(PROGRAM), str(folder), str(COUNT), str(pause)]
    return subprocess.Popen(arguments, env=environment, stdout=subprocess.PIPE, text=True)


def test_killed_writers_lose_nothing_and_double_nothing(tmp_path):
    folder, seeds, seen = tmp_path / "killed", random.Random(907), []
    for turn in range(9):
        writer = start(folder, 0.0002)
        # Every third writer is killed while it may still be making the folder.
        if turn % 3:
            assert writer.stdout.readline() == "begun\n"
            time.sleep(seeds.uniform(0.0, 0.5))
        else:
            time.sleep(seeds.uniform(0.05, 0.6))
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        store = Store.open(folder)
        whole = {document.id for document in store.documents()}
        claims = [claim.citation.document for claim in store.claims()]
        assert len(claims) == 2 * len(whole)
        assert set(claims) == whole
        assert all("cut short" in problem.message for problem in store.check())
        seen.append(len(whole))
    assert sorted(seen) == seen
    last = start(folder, 0)
    assert last.communicate()[0].endswith("done\n")
    undisturbed = Store.open(tmp_path / "whole")
    undisturbed.add(entries(COUNT))
    store = Store.open(folder)
    assert list(store.documents()) == list(undisturbed.documents())
    assert list(store.claims()) == list(undisturbed.claims())
    assert store.check() == []
