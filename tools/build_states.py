"""Build ``actors/data/states.tsv`` from CLDR names (Babel) and the hand-written table beside it.

Run: ``python tools/build_states.py``. Babel mixes locales that one process has read, so each locale is
read in a process of its own.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

DATA = Path(__file__).parent.parent / "src/mihwar/actors/data"
AS_OF = "2025-10"
OTHER_LOCALES = (
    "fa",
    "tr",
    "az",
    "hy",
    "ru",
    "fr",
    "he",
    "ka",
    "ur",
    "ckb",
    "ku",
    "es",
    "de",
    "uk",
    "kk",
    "uz",
    "zh",
)
ODD = re.compile(r"[&(’]| - |SAR|Territor|Türk|الأراضي|St\.")
CLDR_CODE = {"KOS": "XK"}
COLUMNS = (
    "code", "iso2", "names_en", "names_ar", "demonyms_en", "nisbas_ar", "plurals_ar", "capitals_en",
    "capitals_ar", "metonyms_en", "metonyms_ar", "names_other", "source", "as_of",
)  # fmt: skip
READ_LOCALE = """
import json, sys
from babel import Locale
print(json.dumps(dict(Locale.parse(sys.argv[1]).territories), ensure_ascii=False))
"""


def territories(locale: str) -> dict[str, str]:
    """CLDR's territory names of one locale, by ISO 3166-1 alpha-2 code."""
    done = subprocess.run([sys.executable, "-c", READ_LOCALE, locale], capture_output=True, text=True, check=True)
    names: dict[str, str] = json.loads(done.stdout)
    return names


def alpha2() -> dict[str, str]:
    """Alpha-2 by alpha-3, from CLDR's own table."""
    from babel.core import get_global

    pairs = {long: short for long, short in get_global("territory_aliases").items() if len(long) == 3}
    return {long: short[0] if isinstance(short, list) else short for long, short in pairs.items()}


def joined(*names: str) -> str:
    """The names without repeats, ``|`` between them."""
    return "|".join(dict.fromkeys(name for name in names if name))


def best_first(cldr: str, by_hand: list[str]) -> str:
    """CLDR's name leads, unless it is written in a way that running text does not use."""
    if ODD.search(cldr):
        return joined(*by_hand, cldr.replace("&", "and"), cldr.replace("St. ", "Saint ").replace("&", "and"), cldr)
    return joined(cldr, *by_hand)


def main(out: Path = DATA / "states.tsv") -> None:
    """Write the table."""
    iso2 = alpha2()
    english, arabic = territories("en"), territories("ar")
    others = [territories(locale) for locale in OTHER_LOCALES]
    with (DATA / "sources/states_by_hand.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n", quotechar=None
        )
        writer.writeheader()
        for row in rows:
            code = CLDR_CODE.get(row["code"]) or iso2[row["code"]]
            row["names_en"] = best_first(english[code], row["names_en"].split("|"))
            row["names_ar"] = best_first(arabic[code], row["names_ar"].split("|"))
            row["names_other"] = joined(*(names.get(code, "") for names in others))
            writer.writerow(
                row | {"iso2": code, "source": "CLDR (Unicode-3.0) through Babel 2.18; by hand", "as_of": AS_OF}
            )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
