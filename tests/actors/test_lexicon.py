import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mihwar.actors import find_mentions
from mihwar.actors.folding import fold
from mihwar.actors.patterns import all_patterns
from mihwar.actors.tables import DATA, fingerprint, table
from mihwar.languages import language


def run(code, home):
    env = os.environ | {"XDG_CACHE_HOME": str(home)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    return done.stdout


COUNT = "from mihwar.actors import find_mentions; print(len(find_mentions('Baku and Paris', None, None)))"


def test_the_kept_lexicon_is_named_by_the_tables_and_read_again(tmp_path):
    assert run(COUNT, tmp_path).strip() == "2"
    folder = tmp_path / "mihwar" / f"actors-{fingerprint()}" / "ar-en"
    packed = json.loads((folder / "senses.json").read_text(encoding="utf-8"))
    assert len(packed["senses"]) == len(all_patterns())
    assert run(COUNT, tmp_path).strip() == "2"


def test_a_damaged_or_unwritable_cache_does_no_harm(tmp_path):
    run(COUNT, tmp_path)
    folder = tmp_path / "mihwar" / f"actors-{fingerprint()}" / "ar-en"
    (folder / "senses.json").write_text("{", encoding="utf-8")
    assert run(COUNT, tmp_path).strip() == "2"
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert run(COUNT, blocked).strip() == "2"


def test_every_table_has_its_columns_and_no_doubled_ids():
    for name in ("states", "bodies", "igos", "words", "portfolios", "contexts", "blocking", "clitics", "joins"):
        assert table(name), name
    for name, column in (("states", "code"), ("bodies", "body_id"), ("igos", "igo_id")):
        ids = [row[column] for row in table(name)]
        assert len(set(ids)) == len(ids)
        assert all(row["source"] and row["as_of"] for row in table(name))


def test_states_table_is_what_its_builder_makes(tmp_path):
    pytest.importorskip("babel")
    built = Path(__file__).parents[2] / "tools/build_states.py"
    out = tmp_path / "states.tsv"
    subprocess.run([sys.executable, str(built), str(out)], check=True)
    assert out.read_bytes() == (DATA / "states.tsv").read_bytes()


def test_folding_keeps_places():
    text = "أَذْربيــجان  x\u200dy Élysée"
    folded = fold(text)
    assert folded.text == "اذربيجان xy elysee"
    start = folded.text.index("elysee")
    assert text[slice(*folded.origin(start, start + 6))] == "Élysée"
    assert len(folded.text) == len(folded.kept)


def test_a_million_arabic_characters_take_seconds_at_most():
    sentence = (
        "قال الرئيس الأذربيجاني إلهام علييف في المؤتمر إن البلاد تسعى إلى السلام مع الجيران جميعا وفق القانون. "
    )
    text = sentence * (200_000 // len(sentence))
    find_mentions("باكو", "ar", None)
    begun = time.process_time()
    assert find_mentions(text, "ar", None)
    assert time.process_time() - begun < 3.0


def test_hostile_input_stays_linear():
    begun = time.process_time()
    for text in (
        "the president of " * 20_000,
        "وال" * 60_000,
        " " * 300_000,
        "\n" * 300_000,
        "Baku's " * 30_000,
        "Ilham Aliyev, Aliyev " * 15_000,
        "John " * 60_000 + "Aliyev",
        "\u0651" * 300_000,
    ):
        find_mentions(text, None, None)
    assert time.process_time() - begun < 6.0


def test_clitics_are_those_of_the_language():
    ours = {form for row in table("clitics") for form in row["clitics"].split("|") if form}
    assert ours <= set(language("ar").proclitic_combinations)
