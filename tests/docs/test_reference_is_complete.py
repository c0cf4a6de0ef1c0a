"""Every command, option and JSON field that the program has is documented, and nothing that it lacks."""

import dataclasses
import re
import typing
from pathlib import Path

import pytest

from mihwar.cli.app import app
from mihwar.dossier import tree
from mihwar.evaluation import ArticleScore, LabelScore
from mihwar.exporting import COLUMNS
from mihwar.languages import language, language_codes
from mihwar.model import (
    Anomaly,
    AnomalyKind,
    Cause,
    Citation,
    Claim,
    Document,
    Entity,
    Mention,
    MentionKind,
    Page,
    Quote,
    Span,
    Speaker,
    SpeakerKind,
    SpeechForm,
    Status,
    claim_to_json,
    page_to_json,
)
from mihwar.ontology import event_type, event_types
from mihwar.workspace import AddReport

DOCS = Path(__file__).parents[2] / "docs"
COMMANDS = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
FORMATS = (DOCS / "reference" / "formats.md").read_text(encoding="utf-8")
EVERYWHERE = {"--help", "--version", "--debug"}


def section(text, heading):
    """The text under a second-level heading."""
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"no section {heading!r}"
    return found[1]


def named(text):
    """The words between backticks."""
    return {word for quoted in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"[\w-]+", quoted)}


def commands(branch=app, prefix=()):
    """(words, app) of each command that does something."""
    for name in branch:
        if name.startswith("-"):
            continue
        command = branch[name]
        if command.default_command is not None:
            yield (*prefix, name), command
        yield from commands(command, (*prefix, name))


def options(command):
    """The options that a command takes, without those that it takes by place."""
    return {
        name
        for argument in command.assemble_argument_collection()
        for name in argument.names
        if name.startswith("--") and argument.field_info.kind is argument.field_info.KEYWORD_ONLY
    }


ALL = dict(commands())


def test_the_program_has_the_commands_of_the_reference():
    headings = set(re.findall(r"^## mihwar ([a-z]+)", COMMANDS, re.MULTILINE))
    assert headings == {words[0] for words in ALL}


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_option_is_documented(words):
    text = section(COMMANDS, f"mihwar {words[0]}")
    assert f"mihwar {' '.join(words)}" in text
    documented = set(re.findall(r"^\| `(--[a-z-]+)`", text, re.MULTILINE))
    has = options(ALL[words]) - EVERYWHERE
    assert has <= documented
    of_the_section = {option for other in ALL if other[0] == words[0] for option in options(ALL[other])}
    assert documented <= of_the_section


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_choice_of_an_option_is_documented(words):
    text = section(COMMANDS, f"mihwar {words[0]}")
    for argument in ALL[words].assemble_argument_collection():
        if typing.get_origin(argument.hint) is typing.Literal:
            row = re.search(rf"^\| `{argument.name}` \|.*$", text, re.MULTILINE)[0]
            assert set(typing.get_args(argument.hint)) <= named(row)


def keys(value):
    """The keys of a JSON value at any depth."""
    if isinstance(value, dict):
        return set(value).union(*(keys(item) for item in value.values()))
    if isinstance(value, list):
        return set().union(*(keys(item) for item in value))
    return set()


def a_claim():
    entity = Entity("USA", "GOV", "Washington", "United States")
    return Claim(
        id="c1", types=("ACCUSE",), actors=(entity,), recipients=(entity,), status=Status.OCCURRED,
        speaker=Speaker(SpeakerKind.AUTHOR, "-", None, SpeechForm.NARRATION), text="t", sentence=Span(0, 1),
        event_spans=(Span(0, 1),), actor_spans=(), recipient_spans=(), coder="-", quad_code=3, scale=-3.0,
        citation=Citation("d1", None, None, None, "en", None), confidence=0.9, causes=(Cause("t", Span(0, 1)),),
    )  # fmt: skip


def a_page():
    one = Span(0, 1)
    return Page(
        Document("d1", "-", "t", chrome=(one,)),
        (one,),
        (Mention(one, MentionKind.STATE, None, None, None, "-"),),
        (Quote(one, SpeechForm.DIRECT),),
        (Anomaly(one, AnomalyKind.GARBLED_DATE, "-"),),
    )


def tree_fields(kind):
    """The names of all fields of a dataclass of the dossier's tree and of those inside it."""
    hints = typing.get_type_hints(kind)
    found = set(hints)
    for hint in hints.values():
        for part in [hint, *typing.get_args(hint)]:
            if dataclasses.is_dataclass(part):
                found |= tree_fields(part)
    return found


FIELDS = {
    "Claims": keys(claim_to_json(a_claim())),
    "Pages": keys(page_to_json(a_page())),
    "Dossier": tree_fields(tree.Dossier),
    "Tables of claims": set(COLUMNS),
    "Scores": set(ArticleScore().to_json()) | set(LabelScore().to_json()) | {"row", "gold", "predicted", "score"},
    "Other output": set(AddReport(0, 0, 0).to_json()) | {"check", "ok", "detail"},
}
VALUES = {
    "Claims": {*Status, *SpeakerKind, *SpeechForm},
    "Pages": set(AnomalyKind),
}


@pytest.mark.parametrize("heading", FIELDS)
def test_every_json_field_is_documented(heading):
    missing = FIELDS[heading] - named(section(FORMATS, heading))
    assert missing == set()


@pytest.mark.parametrize("heading", VALUES)
def test_every_value_of_a_choice_is_documented(heading):
    assert {str(value) for value in VALUES[heading]} <= named(section(FORMATS, heading))


def test_the_fields_of_a_gold_article_are_documented():
    import json

    gold = Path(__file__).parents[1] / "quality" / "articles"
    used = set()
    for path in gold.glob("*.json"):
        used |= keys(json.loads(path.read_text(encoding="utf-8")))
    assert used
    assert used <= named(section(FORMATS, "Gold articles")) | named(section(FORMATS, "Claims"))


@pytest.mark.model
def test_the_dossier_of_the_examples_has_no_undocumented_field(example_dossier_json):
    # What a note counts or quotes depends on its kind; the page says so.
    for note in example_dossier_json["warnings"] + example_dossier_json["unclear"]:
        note["counts"], note["texts"] = {}, {}
    assert keys(example_dossier_json) <= named(section(FORMATS, "Dossier"))


def test_the_codebook_page_has_every_type_with_its_score():
    text = (DOCS / "concepts" / "codebook.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z]+) \|.*\| ([−\d.]+) \|$", text, re.MULTILINE)
    scores = {name: float(score.replace("−", "-")) for name, score in rows}
    assert scores == {kind.code: kind.score for kind in map(event_type, _codes())}


def _codes():
    return [getattr(kind, "code", kind) for kind in event_types()]


def test_the_model_card_names_every_language():
    card = (DOCS / "reference" / "model-card.md").read_text(encoding="utf-8")
    for code in language_codes():
        assert language(code).english_name in card
