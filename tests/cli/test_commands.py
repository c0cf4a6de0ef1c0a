"""The commands as a user runs them: output, exit status, messages."""

import json

import pytest

from mihwar.cli import main

ARTICLE = (
    "Paris thanks Rabat\n\nFrance on 5 June 2023 thanked Morocco for its help. Morocco accused Algeria of lying.\n"
)
ARABIC = "باريس تشكر الرباط\n\nشكرت فرنسا المغرب في 5 يونيو 2023 على مساعدته. واتهم المغرب الجزائر بالكذب.\n"
READ_FIELDS = {
    "id", "path", "url", "title", "author", "publisher", "section", "genre", "language", "published", "text",
    "chrome", "sentences", "mentions", "quotes", "anomalies",
}  # fmt: skip
CLAIM_FIELDS = {
    "id", "date", "date_from", "actor", "recipient", "event", "mode", "context", "status", "quad_code",
    "event_scale", "confidence", "speaker", "causes", "text", "text_info", "cite_info", "coder",
}  # fmt: skip


@pytest.fixture
def files(tmp_path):
    (tmp_path / "b.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "a.txt").write_text(ARABIC, encoding="utf-8")
    return tmp_path


def run(capsys, *arguments):
    status = main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_read_prints_one_contract_object_a_document_in_order_of_paths(capsys, files):
    status, out, _ = run(capsys, "read", files, "--format", "json")
    pages = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [page["language"] for page in pages] == ["ar", "en"]
    for page, text in zip(pages, (ARABIC, ARTICLE), strict=True):
        assert set(page) == READ_FIELDS
        assert page["text"] == text
        for mention in page["mentions"]:
            assert {"start", "end", "actor", "code", "sector", "identifier_text"} == set(mention)


@pytest.mark.model
def test_code_prints_contract_claims(capsys, files):
    status, out, _ = run(capsys, "code", files)
    claims = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert {claim["cite_info"]["language"] for claim in claims} == {"ar", "en"}
    for claim in claims:
        assert set(claim) == CLAIM_FIELDS


@pytest.mark.model
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_why_answers_in_each_language_and_form(capsys, files, language, form):
    status, out, _ = run(capsys, "why", "France", "المغرب", files, "--lang", language, "--format", form)
    assert status == 0
    assert "France" in out or "فرنسا" in out
    if form == "json":
        json.loads(out)


def test_wrong_use_is_status_2_and_failed_inputs_are_status_1(capsys, files, tmp_path):
    assert run(capsys, "why", "Atlantis", "USA", files)[0] == 2
    assert run(capsys, "read")[0] == 2
    assert run(capsys, "frobnicate")[0] == 2
    assert run(capsys, "why", "FRA", "MAR", files, "--since", "yesterday")[0] == 2
    assert run(capsys, "code", files, "--coder", "oracle")[0] == 2
    (files / "c.txt").write_bytes(b"")
    status, out, err = run(capsys, "read", files)
    assert status == 1
    assert len(out.splitlines()) == 2
    assert "c.txt" in err
    status, _, err = run(capsys, "read", tmp_path / "nowhere.txt")
    assert status == 1
    assert "nowhere.txt" in err
    assert "Traceback" not in err


@pytest.mark.model
def test_add_claims_and_doctor(capsys, files, tmp_path):
    workspace = tmp_path / "w"
    status, out, _ = run(capsys, "add", files, "--workspace", workspace)
    assert status == 0
    assert json.loads(out)["documents"] == 2
    assert json.loads(run(capsys, "add", files, "--workspace", workspace)[1])["present"] == 2
    for form in ("jsonl", "csv"):
        status, out, _ = run(capsys, "claims", "FRA", "MAR", "--format", form, "--workspace", workspace)
        assert status == 0
        assert "FRA" in out
    status, out, _ = run(capsys, "doctor", "--workspace", workspace)
    assert status == 0, out
    assert all(json.loads(line)["ok"] for line in out.splitlines())


@pytest.mark.model
def test_evaluate_article_prints_scores_last_and_predictions(capsys, tmp_path):
    event = {
        "id": "e1", "span": "France on 5 June 2023 thanked Morocco", "actors": ["FRA"], "recipients": ["MAR"],
        "types": ["SUPPORT"], "date": "2023-06-05", "attributed_to": "author", "status": "occurred",
        "symmetric": False, "must": True,
    }  # fmt: skip
    meta = {"language": "en", "url": None, "title": None, "publisher": "X", "published": "2023-06-06", "chrome": []}
    gold = tmp_path / "gold.json"
    gold.write_text(json.dumps({"document": "g", "meta": meta, "text": ARTICLE, "quotes": [], "events": [event]}))
    rows = tmp_path / "rows.jsonl"
    status, out, _ = run(capsys, "evaluate", "article", gold, "--predictions", rows)
    assert status == 0
    score = json.loads(out.splitlines()[-1])
    assert score["must_events"] == 1
    assert 0 <= score["f1"] <= 1
    lines = [json.loads(line) for line in rows.read_text().splitlines()]
    assert lines[0]["gold"] == "e1"
    assert {"row", "gold", "predicted", "score"} <= set(lines[0])
