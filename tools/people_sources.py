"""Readers of shared/data/actors: each turns one file into rows of who held which office when."""

from __future__ import annotations

import csv
import html
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

MONTHS = {
    name: f"{number:02d}"
    for number, name in enumerate(
        [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        1,
    )
}
SHORT = {
    "Korea, South": "KOR",
    "Korea, North": "PRK",
    "Burma": "MMR",
    "Congo (Brazzaville)": "COG",
    "Congo (Kinshasa)": "COD",
    "Cote d'Ivoire": "CIV",
    "Côte d'Ivoire": "CIV",
    "Ivory Coast": "CIV",
    "Czechia": "CZE",
    "Czech Republic": "CZE",
    "Turkey": "TUR",
    "Holy See (Vatican City)": "VAT",
    "Vatican City": "VAT",
    "Gambia, The": "GMB",
    "The Gambia": "GMB",
    "Bahamas, The": "BHS",
    "The Bahamas": "BHS",
    "Kosovo": "KOS",
    "Democratic Republic of the Congo": "COD",
    "Republic of the Congo": "COG",
    "DR Congo": "COD",
    "People's Republic of China": "CHN",
    "Micronesia, Federated States of": "FSM",
    "Micronesia": "FSM",
    "Federated States of Micronesia": "FSM",
    "Cabo Verde": "CPV",
    "Cape Verde": "CPV",
    "Timor-Leste": "TLS",
    "East Timor": "TLS",
    "Bosnia and Herzegovina": "BIH",
    "Bosnia & Herzegovina": "BIH",
    "Macedonia": "MKD",
    "North Macedonia": "MKD",
    "Swaziland": "SWZ",
    "Eswatini": "SWZ",
    "Myanmar": "MMR",
    "Palestine": "PSE",
    "State of Palestine": "PSE",
    "Taiwan": "TWN",
    "Laos": "LAO",
    "Saint Lucia": "LCA",
    "Saint Kitts and Nevis": "KNA",
    "Saint Vincent and the Grenadines": "VCT",
    "Antigua and Barbuda": "ATG",
    "Trinidad and Tobago": "TTO",
    "Sao Tome and Principe": "STP",
    "São Tomé and Príncipe": "STP",
    "Ireland": "IRL",
    "Republic of Ireland": "IRL",
    "Kingdom of the Netherlands": "NLD",
    "Kingdom of Denmark": "DNK",
    "Syria": "SYR",
    "Russia": "RUS",
    "Türkiye": "TUR",
    "United States": "USA",
    "United States of America": "USA",
}
ARCHIGOS = {
    "BHM": "BHS",
    "HAI": "HTI",
    "TRI": "TTO",
    "BAR": "BRB",
    "GUA": "GTM",
    "HON": "HND",
    "SAL": "SLV",
    "COS": "CRI",
    "PAR": "PRY",
    "URU": "URY",
    "IRE": "IRL",
    "NTH": "NLD",
    "SWZ": "CHE",
    "SPN": "ESP",
    "POR": "PRT",
    "AUS": "AUT",
    "CZR": "CZE",
    "SLO": "SVK",
    "SER": "SRB",
    "MAC": "MKD",
    "CRO": "HRV",
    "YUG": "SRB",
    "BOS": "BIH",
    "SLV": "SVN",
    "BUL": "BGR",
    "MLD": "MDA",
    "RUM": "ROU",
    "LAT": "LVA",
    "LIT": "LTU",
    "SWD": "SWE",
    "DEN": "DNK",
    "ICE": "ISL",
    "CAP": "CPV",
    "EQG": "GNQ",
    "GAM": "GMB",
    "MAA": "MRT",
    "NIR": "NER",
    "CDI": "CIV",
    "GUI": "GIN",
    "BFO": "BFA",
    "SIE": "SLE",
    "TOG": "TGO",
    "CAO": "CMR",
    "NIG": "NGA",
    "CEN": "CAF",
    "CHA": "TCD",
    "CON": "COG",
    "DRC": "COD",
    "TAZ": "TZA",
    "BUI": "BDI",
    "ANG": "AGO",
    "MZM": "MOZ",
    "ZAM": "ZMB",
    "ZIM": "ZWE",
    "MAW": "MWI",
    "SAF": "ZAF",
    "LES": "LSO",
    "BOT": "BWA",
    "SWA": "SWZ",
    "MAG": "MDG",
    "MAS": "MUS",
    "MOR": "MAR",
    "ALG": "DZA",
    "LIB": "LBY",
    "SUD": "SDN",
    "LEB": "LBN",
    "KUW": "KWT",
    "BAH": "BHR",
    "UAE": "ARE",
    "OMA": "OMN",
    "TAJ": "TJK",
    "KYR": "KGZ",
    "KZK": "KAZ",
    "MON": "MNG",
    "TAW": "TWN",
    "ROK": "KOR",
    "BHU": "BTN",
    "BNG": "BGD",
    "MYA": "MMR",
    "SRI": "LKA",
    "MAD": "MDV",
    "NEP": "NPL",
    "THI": "THA",
    "CAM": "KHM",
    "DRV": "VNM",
    "MAL": "MYS",
    "SIN": "SGP",
    "BRU": "BRN",
    "PHI": "PHL",
    "INS": "IDN",
    "ETM": "TLS",
    "AUL": "AUS",
    "NEW": "NZL",
    "SOL": "SLB",
    "FJI": "FJI",
    "GRG": "GEO",
    "FRN": "FRA",
    "GMY": "DEU",
    "GFR": "DEU",
    "UKG": "GBR",
}
TITLES = [
    (r"(?:Transition(?:al)?|Interim|Acting) President", "acting-president"),
    (r"President", "president"),
    (r"(?:Transition(?:al)?|Interim|Acting|CNSP) Prime Minister", "prime-minister"),
    (r"Prime Minister", "prime-minister"),
    (r"Taoiseach(?: \(Prime Minister\))?", "prime-minister"),
    (r"(?:Federal )?Chancellor", "chancellor"),
    (r"King", "king"),
    (r"Queen", "queen"),
    (r"(?:Amir|Emir)", "emir"),
    (r"Sultan(?: and Prime Minister)?", "sultan"),
    (r"Grand Duke", "grand-duke"),
    (r"Prince", "prince"),
]
LABELS = [
    ("acting", "acting-president"),
    ("president of the government", "prime-minister"),
    ("president", "president"),
    ("prime minister", "prime-minister"),
    ("taoiseach", "prime-minister"),
    ("chancellor", "chancellor"),
    ("monarch", "king"),
    ("king", "king"),
    ("emir", "emir"),
    ("sultan", "sultan"),
]


@dataclass(frozen=True)
class Derived:
    """One office-holder as a data file gives it; dates are partial ISO strings."""

    state: str
    name: str
    role: str
    start: str
    end: str
    source: str
    as_of: str


def read_tsv(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated file without quoting."""
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def fold(text: str) -> str:
    """Lower-case Latin letters without diacritics."""
    plain = (
        text.replace("ı", "i")
        .replace("ø", "o")
        .replace("Ø", "O")
        .replace("ə", "a")
        .replace("ł", "l")
        .replace("ð", "d")
    )
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)).lower()


def slug(name: str) -> str:
    """A stable ASCII id: `antony-blinken`."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’‘ʻ`]", "", fold(name))).strip("-")


def key(name: str) -> frozenset[str]:
    """The set of name words, for comparing spellings in different orders."""
    return frozenset(word for word in re.split(r"[^a-z0-9]+", re.sub(r"['’‘ʻ`]", "", fold(name))) if len(word) > 1)


def normal_case(name: str) -> str:
    """`Ilham ALIYEV` becomes `Ilham Aliyev`; Roman numerals stay."""

    def one(word: str) -> str:
        if re.fullmatch(r"[IVX]+", word) or not word.isupper() or len(word) < 2:
            return word
        return word.capitalize()

    return re.sub(r"[^\W\d_]+", lambda match: one(match[0]), name)


def iso_date(text: str) -> str:
    """`12 December 2019`, `April 2018` or `1997` as a partial ISO date; empty if unreadable."""
    match = re.search(r"(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})", text)
    if not match:
        return ""
    month = MONTHS.get(match[2] or "", "")
    return "-".join(filter(None, [match[3], month, f"{int(match[1]):02d}" if match[1] and month else ""]))


def state_codes(actors: Path) -> dict[str, str]:
    """English names of states to ISO 3166-1 alpha-3 (members of the UN, Kosovo, Palestine, Taiwan, the Holy See)."""
    codes: dict[str, str] = {}
    for row in read_tsv(actors / "countries_multilingual.tsv"):
        if row["un_member"] == "1" or row["iso3"] in {"PSE", "TWN", "VAT"}:
            for name in (row["name_en"], row["name_en"].replace("&", "and"), row["short_en"] or ""):
                if name:
                    codes[name] = row["iso3"]
    return {**codes, **SHORT}


def factbook(actors: Path, codes: dict[str, str]) -> list[Derived]:
    """Heads of state and of government with the day the present term began."""
    rows: list[Derived] = []
    for row in read_tsv(actors / "factbook_government.tsv"):
        state = codes.get(row["short"]) or codes.get(row["long"])
        for cell in (row["chief_of_state"], row["head_of_government"]) if state else ():
            text = html.unescape(cell)
            if "represented by" in text:
                continue
            for pattern, role in TITLES:
                match = re.match(rf"{pattern} ([^(;,]+?) \(since ([^)]+)\)", text)
                if match and state:
                    name = re.sub(r"^(?:(?:Dr|Gen|Sr|Capt|Col|Sir)\.? |General |Crown Prince )+", "", match[1])
                    if name[0].islower():  # a longer title than this list knows
                        break
                    if " " not in name and role in {"king", "grand-duke", "prince", "sultan"}:  # Philippe, Guillaume
                        name = f"{match[0].split()[0]} {name}" if role != "grand-duke" else f"Grand Duke {name}"
                    since = "2025-06-23" if "BOLOJAN" in name else iso_date(match[2])  # the Factbook prints 2005
                    rows.append(Derived(state, normal_case(name), role, since, "", "factbook", "2026-01"))
                    break
    return list(dict.fromkeys(rows))


def wikidata(actors: Path, codes: dict[str, str]) -> list[Derived]:
    """Leaders of 2021 to 2022 with years."""
    rows: list[Derived] = []
    with (actors / "leaders_2021_wikidata.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            label, state = row["positionLabel"].lower(), codes.get(row["country"])
            role = next((role for word, role in LABELS if word in label), "")
            realm = row["officeholderLabel"] in {"Charles III", "Elizabeth II"}  # monarch of 15 states, named by one
            if state and role and row["start_year"] and not realm and "vice" not in label and "governor" not in label:
                name = row["officeholderLabel"].replace("Philippe I of Belgium", "King Philippe")
                rows.append(Derived(state, name, role, row["start_year"], row["end_year"], "wikidata", "2022"))
    return rows


def foreign_ministers(actors: Path, codes: dict[str, str]) -> list[Derived]:
    """Foreign ministers of early 2023 with the day they began."""
    rows: list[Derived] = []
    with (actors / "foreign_ministers_2023.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            state = codes.get(row["countryLabel"])
            if state and row["start"]:
                rows.append(
                    Derived(state, row["name"], "foreign-minister", row["start"][:10], "", "ministry list", "2023-01")
                )
    return rows


def cabinets(actors: Path, codes: dict[str, str]) -> list[Derived]:
    """Foreign ministers in office in June 2019; only that year is known."""
    rows: list[Derived] = []
    for row in read_tsv(actors / "cia_cabinets_2019.tsv"):
        match = re.match(r"The Office of (.+) \((.+)\)$", row["office"] or "")
        state = codes.get(match[2]) if match else None
        if match is None or state is None:
            continue
        foreign = re.match(r"(?:Federal )?(?:Min\.|Minister) (?:of|for) (?:the )?(?:Foreign|External)", match[1])
        if foreign and len(row["name"].split()) > 1:
            rows.append(
                Derived(
                    state, normal_case(row["name"]), "foreign-minister", "2019", "2019", "cia cabinets", "2019-06"
                )
            )
    return rows


def archigos(actors: Path) -> list[Derived]:
    """Effective leaders from 2000 to 2015; 2015-12-31 is the end of the file, kept as the month known last."""
    rows: list[Derived] = []
    for row in read_tsv(actors / "archigos_leaders.tsv"):
        if row["enddate"] >= "2000":
            end = "2015-12" if row["enddate"] >= "2015-12-31" else row["enddate"]
            state = ARCHIGOS.get(row["stateabb"], row["stateabb"])
            rows.append(Derived(state, row["leader"], "leader", row["startdate"], end, "archigos", "2015-12"))
    return rows


def derived_rows(actors: Path) -> list[Derived]:
    """All rows, the newest source first."""
    codes = state_codes(actors)
    return [
        *factbook(actors, codes),
        *wikidata(actors, codes),
        *foreign_ministers(actors, codes),
        *cabinets(actors, codes),
        *archigos(actors),
    ]


def wikipedia_names(actors: Path) -> dict[frozenset[str], str]:
    """Arabic names of politicians by the words of their English name."""
    rows = read_tsv(actors / "arab_politicians_roles.tsv")
    return {
        key(row["name_en"]): re.sub(r" *\(.*\)", "", row["name_ar"])
        for row in rows
        if len(key(row["name_en"])) > 1 and row["name_ar"]
    }
