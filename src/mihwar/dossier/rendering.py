"""Render a dossier as text, Markdown, HTML or JSON, in Arabic or English."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from mihwar.dossier.answering import usual_teller
from mihwar.dossier.naming import Names, names
from mihwar.dossier.outline import Outline, outline
from mihwar.dossier.phrasing import Phrasing
from mihwar.dossier.safety import STYLES
from mihwar.dossier.tree import Dossier
from mihwar.dossier.wording import LANGUAGES, wording
from mihwar.dossier.wrapping import wrap
from mihwar.errors import UnknownNameError

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["FORMATS", "LANGUAGES", "render"]

FORMATS = ("html", "json", "markdown", "text")
_WIDTH = 100


def render(dossier: Dossier, format: str = "text", language: str = "en", names_of: Names | None = None) -> str:  # noqa: A002
    """``dossier`` as one of :data:`FORMATS` in one of :data:`LANGUAGES`; else ``UnknownNameError``.

    ``json`` has no language: it is the tree itself. Words of documents are escaped in ``html`` and
    ``markdown``, cleaned of control characters and kept from turning lines around everywhere but in ``json``.
    """
    if format not in FORMATS:
        raise UnknownNameError("dossier format", format, list(FORMATS))
    if format == "json":
        return json.dumps(asdict(dossier), ensure_ascii=False, indent=2) + "\n"
    words = wording(language)
    say = Phrasing(words, names_of or names(), STYLES[format](words.direction), usual_teller(dossier))
    made = outline(dossier, say)
    return {"text": _text, "markdown": _markdown, "html": _html}[format](made)


def _text(made: Outline) -> str:
    lines = [*wrap(made.title, _WIDTH), "=" * min(_WIDTH, len(made.title)), ""]
    for paragraph in made.lead:
        lines += [*wrap(paragraph, _WIDTH), ""]
    for section in made.sections:
        lines += [section.heading, "-" * len(section.heading), *wrap(section.intro, _WIDTH)]
        number = 0
        for line in section.lines:
            number += line.numbered
            mark = f"{number}. " if line.numbered else "- "
            lines += wrap(line.text, _WIDTH, first=mark, rest=" " * len(mark))
            for under in line.under:
                lines += wrap(under, _WIDTH, first="    ", rest="    ")
        lines.append("")
    lines += [made.citations_heading, "-" * len(made.citations_heading)]
    for cited in made.citations:
        mark = f"[{cited.number}] "
        lines += wrap(cited.quote, _WIDTH, first=mark, rest=" " * len(mark))
        lines += wrap(cited.source, _WIDTH, first=" " * len(mark), rest=" " * len(mark))
    if not made.citations:
        lines.append(made.no_citations)
    return "\n".join(lines) + "\n"


def _markdown(made: Outline) -> str:
    lines = [f"# {made.title}", ""]
    for paragraph in made.lead:
        lines += [paragraph, ""]
    for section in made.sections:
        lines += [f"## {section.heading}", ""]
        if section.intro:
            lines += [section.intro, ""]
        number = 0
        for line in section.lines:
            if line.numbered and number == 0 and lines[-1]:
                lines.append("")
            number += line.numbered
            lines.append(f"{number}. {line.text}" if line.numbered else f"- {line.text}")
            lines += [f"   - {under}" for under in line.under]
        lines.append("")
    lines += [f"## {made.citations_heading}", ""]
    lines += [f"{cited.number}. {cited.quote} {cited.source}" for cited in made.citations]
    if not made.citations:
        lines.append(made.no_citations)
    return "\n".join(lines) + "\n"


@cache
def _template() -> Template:
    from jinja2 import Environment

    source = files("mihwar.dossier").joinpath("data", "dossier.html.j2").read_text(encoding="utf-8")
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True).from_string(source)


def _html(made: Outline) -> str:
    return _template().render(made=made) + "\n"
