"""Links lead somewhere, commands exist, examples in pages compile, every page can be reached."""

import ast
import importlib
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("LICENSE-data/*.md"), ROOT / "examples" / "README.md"]
)
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def text_of(page):
    return page.read_text(encoding="utf-8")


def targets(page):
    """(path, anchor) of each link of a page that stays in the checkout."""
    for link in LINK.findall(FENCE.sub("", text_of(page))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = unquote(link).partition("#")
        yield (page.parent / path).resolve() if path else page, anchor


def anchors(page):
    """The anchors that GitHub makes of a page's headings."""
    for heading in re.findall(r"^#+ (.+)$", FENCE.sub("", text_of(page)), re.MULTILINE):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    lost = [
        f"{path}#{anchor}"
        for path, anchor in targets(page)
        if not path.exists() or (anchor and anchor not in anchors(path))
    ]
    assert lost == []


def test_every_page_can_be_reached_from_the_readme():
    seen, left = set(), [ROOT / "README.md"]
    while left:
        page = left.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        left += [path for path, _ in targets(page)]
    assert {page for page in PAGES if "docs" in page.parts} <= seen


def test_commands_of_make_exist():
    makefile = text_of(ROOT / "Makefile")
    known = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    used = {name for page in PAGES for name in re.findall(r"(?:^|`)make ([a-z]+)", text_of(page), re.MULTILINE)}
    assert {"demo", "test"} <= used
    assert used <= known


def test_the_readme_opens_with_the_picture_and_two_commands():
    first = text_of(ROOT / "README.md").split("## ")[0].splitlines()
    assert len(first) < 45
    assert any("docs/picture.png" in line for line in first)
    commands = [line.split("#")[0].strip() for line in first if line.startswith("make ")]
    assert commands == ["make demo", "make test"]
    assert (ROOT / "docs" / "picture.png").stat().st_size < 300_000


def shell_lines():
    for page in PAGES:
        for kind, block in FENCE.findall(text_of(page)):
            if kind in {"", "sh", "bash"}:
                yield from ((page, line) for line in block.splitlines() if re.match(r"(\.venv/bin/)?mihwar ", line))


def test_commands_of_the_program_in_pages_are_understood():
    from mihwar.cli.app import app

    lines = list(shell_lines())
    assert len(lines) > 10
    for page, line in lines:
        words = line.split("|")[0].split("#")[0].split(">")[0].split()[1:]
        _, _, unused, _ = app.parse_known_args(words)
        assert not unused, f"{page}: {line}"


@pytest.mark.parametrize("page", [page for page in PAGES if "```python" in text_of(page)], ids=lambda page: page.name)
def test_python_in_pages_names_what_there_is(page):
    for kind, block in FENCE.findall(text_of(page)):
        if kind != "python":
            continue
        for node in ast.walk(ast.parse(block)):
            if isinstance(node, ast.ImportFrom):
                module = importlib.import_module(node.module)
                assert [name.name for name in node.names if not hasattr(module, name.name)] == []


def test_the_decisions_are_all_listed():
    folder = ROOT / "docs" / "decisions"
    listed = set(re.findall(r"\((\d{4}-[\w-]+\.md)\)", text_of(folder / "README.md")))
    assert listed == {path.name for path in folder.glob("0*.md")}
