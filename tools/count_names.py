"""How many names the actor tables hold, by language and kind: ``python tools/count_names.py [--write]``.

Counted are the things that have a name in the language, each once, and in the last column its written forms of every
kind. ``--write`` puts the table between the marks of ``docs/reference/languages.md``.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from mihwar.actors.tables import language_tables, listed, table

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "languages.md"
PLACE = re.compile(r"(<!-- names:begin -->\n).*?(<!-- names:end -->)", re.DOTALL)
FIRST = ("ar", "en", "ru", "tr", "fr", "fa", "az", "hy")
KINDS = {
    "state": "states", "capital": "capitals", "demonym": "adjectives", "people": "peoples", "body": "bodies",
    "igo": "organisations", "group": "groups", "instrument": "instruments", "person": "people", "word": "office words",
}  # fmt: skip
_NAMED = {"body": ("bodies", "body_id"), "igo": ("igos", "igo_id"), "group": ("groups", "group_id"),
          "instrument": ("instruments", "instrument_id"), "person": ("people", "person_id")}  # fmt: skip

Forms = dict[str, dict[str, set[str]]]  # by kind and reference


def own_table(language: str) -> Forms:
    """The forms of a language that has a table of its own."""
    found: Forms = defaultdict(lambda: defaultdict(set))
    for row in table(f"languages/{language}"):
        if row["ref"] != "-":
            found[row["kind"]][row["ref"]] |= set(listed(row["forms"]))
    return found


def shared_tables(language: str) -> Forms:
    """The forms of Arabic or English, from the columns of the shared tables."""
    found: Forms = defaultdict(lambda: defaultdict(set))

    def add(kind: str, ref: str, *columns: str) -> None:
        for column in columns:
            if column:
                found[kind][ref] |= set(listed(column))

    for row in table("states"):
        add("state", row["code"], row[f"names_{language}"])
        add("capital", row["code"], row[f"capitals_{language}"])
        add("metonym", row["code"], row[f"metonyms_{language}"])
        if language == "en":
            add("demonym", row["code"], row["demonyms_en"])
        else:
            add("demonym", row["code"], row["nisbas_ar"], row["plurals_ar"])
    for kind, (name, identity) in _NAMED.items():
        for row in table(name):
            add(kind, row[identity], row[f"names_{language}"])
    for row in table("words"):
        add("word", row["word_id"], row[f"forms_{language}"])
    for row in table("portfolios"):
        for role in ("minister", "ministry"):
            add("word", f"{row['portfolio']}-{role}", row[f"forms_{language}"])
    return found


def main() -> None:
    """Print the table or write it into the page."""
    languages = [*FIRST, *sorted(set(language_tables()) - set(FIRST))]
    lines = [f"| | {' | '.join(KINDS.values())} | forms |", f"|---|{'---:|' * (len(KINDS) + 1)}"]
    for language in languages:
        forms = own_table(language) if language in language_tables() else shared_tables(language)
        counts = [f"{len(forms[kind]):,}" if forms[kind] else "" for kind in KINDS]
        written = sum(len(named) for refs in forms.values() for named in refs.values())
        lines.append(f"| {language} | {' | '.join(counts)} | {written:,} |")
    text = "\n".join(lines) + "\n"
    if "--write" not in sys.argv[1:]:
        print(text, end="")
        return
    PAGE.write_text(PLACE.sub(lambda match: match[1] + text + match[2], PAGE.read_text("utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
