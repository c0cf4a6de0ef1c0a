"""Build people.tsv and tenures.tsv from hand-written rows and from the data files.

Hand-written rows (tools/people_own/*.tsv: state, names_en, names_ar, tenures) come first;
rows derived from shared/data/actors only fill what they leave open. In a hand-written row

* `*` after a name adds its last word as a weak variant (`Blinken~`);
* a name of one word is weak by itself; `!` after it makes it strong;
* a tenure is `[STATE/][SECTOR:|ORG:|STATE:]role [start..end]`; without dates, Archigos,
  Wikidata and the Factbook supply them.

Usage: python tools/build_people.py SHARED_ACTORS_DIR
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

from people_sources import Derived, derived_rows, key, read_tsv, slug, wikipedia_names

ROOT = Path(__file__).resolve().parent
OUT = ROOT.parent / "src" / "mihwar" / "actors" / "data"
OWN_AS_OF = "2025-12"
SECTORS = {
    "GOV",
    "LEG",
    "JUD",
    "MIL",
    "COP",
    "SPY",
    "PTY",
    "OPP",
    "PRM",
    "REB",
    "UAF",
    "UNK",
    "CVL",
    "BUS",
    "EDU",
    "ELI",
    "JRN",
    "LAB",
    "MED",
    "REF",
    "REL",
    "SOC",
    "AGR",
    "CRM",
    "PRE",
}
ORGS = {
    "UNO": ("UNO", "the United Nations", "الأمم المتحدة"),
    "NATO": ("IGO", "NATO", "حلف شمال الأطلسي"),
    "OSCE": ("IGO", "the OSCE", "منظمة الأمن والتعاون في أوروبا"),
    "IAEA": ("IGO", "the IAEA", "الوكالة الدولية للطاقة الذرية"),
    "ICC": ("IGO", "the International Criminal Court", "المحكمة الجنائية الدولية"),
    "LAS": ("IGO", "the Arab League", "جامعة الدول العربية"),
    "GCC": ("IGO", "the Gulf Cooperation Council", "مجلس التعاون الخليجي"),
    "OIC": ("IGO", "the Organisation of Islamic Cooperation", "منظمة التعاون الإسلامي"),
    "AU": ("IGO", "the African Union", "الاتحاد الأفريقي"),
    "IMF": ("IGO", "the International Monetary Fund", "صندوق النقد الدولي"),
    "WB": ("IGO", "the World Bank", "البنك الدولي"),
    "WTO": ("IGO", "the World Trade Organization", "منظمة التجارة العالمية"),
    "OPEC": ("IGO", "OPEC", "منظمة أوبك"),
    "CSTO": ("IGO", "the CSTO", "منظمة معاهدة الأمن الجماعي"),
    "OTS": ("IGO", "the Organization of Turkic States", "منظمة الدول التركية"),
    "COE": ("IGO", "the Council of Europe", "مجلس أوروبا"),
    "WHO": ("UNO", "the World Health Organization", "منظمة الصحة العالمية"),
    "UNESCO": ("UNO", "UNESCO", "اليونسكو"),
}
GENERIC = {
    "secretary-general",
    "deputy-secretary-general",
    "assistant-secretary-general",
    "director-general",
    "managing-director",
    "president",
    "prosecutor",
    "commission-chairperson",
    "general-assembly-president",
}
DETAILED = {
    "USA",
    "RUS",
    "TUR",
    "IRN",
    "ISR",
    "ARM",
    "AZE",
    "GEO",
    "EUR",
    "UKR",
    "SAU",
    "EGY",
    "FRA",
    "DEU",
    "GBR",
    "CHN",
}
ARAB = {
    "IRQ",
    "SYR",
    "LBN",
    "JOR",
    "KWT",
    "QAT",
    "ARE",
    "BHR",
    "OMN",
    "YEM",
    "SDN",
    "LBY",
    "TUN",
    "DZA",
    "MAR",
    "PSE",
}
SINGLE = {
    "president",
    "prime-minister",
    "foreign-minister",
    "king",
    "queen",
    "emir",
    "sultan",
    "chancellor",
    "grand-duke",
    "prince",
}
HEADS = {
    "president",
    "acting-president",
    "leader",
    "head-of-state",
    "king",
    "queen",
    "emir",
    "sultan",
    "emperor",
    "grand-duke",
    "prince",
    "supreme-leader",
    "junta-leader",
    "presidential-council-head",
    "sovereign-council-head",
    "transitional-military-council-head",
    "presidency-member",
    "pope",
}
GOVERNMENTS = {"prime-minister", "chancellor", "chief-adviser", "state-counsellor", "council-of-ministers-president"}
TENURE = re.compile(r"^(?:([A-Z]{3})/)?(?:([A-Z]+):)?([a-z0-9-]+)(?: ([\d-]*)\.\.([\d-]*))?$")


@dataclass
class Tenure:
    """One person in one office; dates are partial ISO strings, an empty end means still in office."""

    office_id: str
    state: str
    role: str
    sector: str
    start: str
    end: str
    source: str = "own knowledge"
    as_of: str = OWN_AS_OF


@dataclass
class Person:
    """A person with name variants (`~` marks weak ones) and tenures."""

    person_id: str
    state: str
    names_en: list[str]
    names_ar: list[str]
    tenures: list[Tenure] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)

    def name_keys(self) -> list[frozenset[str]]:
        """Token sets of the full English names."""
        return [key(name) for name in self.names_en if not name.endswith("~")]


def variants(cell: str) -> list[str]:
    """Expand one cell of names: `*`, `!` and the weak mark of one-word names."""
    full: list[str] = []
    weak: list[str] = []
    for raw in filter(None, (part.strip() for part in re.sub("[\u064b-\u0652\u0640]", "", cell).split("|"))):
        name = raw.rstrip("*!~")
        if raw.endswith("!"):
            full.append(name)
        elif raw.endswith("~") or " " not in name:
            weak.append(name + "~")
        else:
            full.append(name)
            if raw.endswith("*"):
                weak.append(name.split()[-1] + "~")
    return list(dict.fromkeys(full + weak))


def parse_tenure(text: str, state: str, sectors: dict[str, str]) -> Tenure:
    """Read one tenure of a hand-written row; the role must stand in offices.tsv."""
    match = TENURE.match(text.strip())
    if match is None or match[3] not in sectors:
        raise SystemExit(f"cannot read tenure {text!r} of {state}: see tools/people_own/offices.tsv for the roles")
    where, prefix, role = match[1] or state, match[2], match[3]
    sector, holder = sectors[role], where
    if prefix in SECTORS:
        sector = prefix
    elif prefix in ORGS:
        where, holder = ORGS[prefix][0], prefix
    elif prefix:
        where = holder = prefix
    return Tenure(f"{holder}:{role}", where, role, sector, match[4] or "", match[5] or "")


def read_own(sectors: dict[str, str]) -> dict[str, Person]:
    """All hand-written people by id; the same id twice is an error."""
    people: dict[str, Person] = {}
    for path in sorted((ROOT / "people_own").glob("people_*.tsv")):
        for row in read_tsv(path):
            english = variants(row["names_en"])
            person = Person(slug(english[0]), row["state"], english, variants(row["names_ar"]))
            if person.person_id in people:
                raise SystemExit(f"{path.name}: {person.person_id} stands twice")
            for text in filter(None, row["tenures"].split(";")):
                tenure = parse_tenure(text, row["state"], sectors)
                if tenure.start:
                    person.tenures.append(tenure)
                else:
                    person.undated.append(tenure.role)
            people[person.person_id] = person
    return people


def find(people: dict[str, Person], row: Derived) -> Person | None:
    """The person a derived row speaks of: same tokens anywhere, or a subset of them in the same state."""
    wanted = key(row.name)
    alike: Person | None = None
    for person in people.values():
        here = person.state == row.state or any(t.state == row.state for t in person.tenures)
        for have in person.name_keys():
            if have == wanted and (here or len(wanted) > 1):
                return person
            if here and len(wanted & have) >= 2 and (wanted <= have or have <= wanted):
                return person
        if here and row.source == "archigos" and person.undated:
            if any(wanted <= have or have <= wanted for have in person.name_keys()):
                return person
        if here and row.source != "archigos" and spelled_alike(person, row):
            alike = person
    return alike


def spelled_alike(person: Person, row: Derived) -> bool:
    """Another spelling of a holder of the same office at the same time: every word of the shorter name nearly so."""
    if not any(t.role == row.role and t.state == row.state and overlaps(t, row) for t in person.tenures):
        return False
    theirs = sorted(key(row.name))
    for mine in person.name_keys():
        short, long = sorted((theirs, sorted(mine)), key=len)
        if len(short) > 1 and all(any(SequenceMatcher(None, a, b).ratio() >= 0.7 for b in long) for a in short):
            return True
    return False


def overlaps(tenure: Tenure, row: Derived) -> bool:
    """Whether two tenures of one office meet in time (years are enough)."""
    return (tenure.start[:4] <= (row.end[:4] or "9999")) and (row.start[:4] <= (tenure.end[:4] or "9999"))


def group(role: str) -> str:
    """Roles that one state gives to one holder at a time count as one."""
    return "head" if role in HEADS else "government" if role in GOVERNMENTS else role


def covered(people: dict[str, Person], row: Derived) -> bool:
    """Whether a hand-written tenure already says who held this office when the row begins."""
    wanted, year = {group(row.role)}, row.start[:4]
    if row.source == "archigos":  # it names the effective leader, whatever the office
        wanted = {"head", "government"}
    for person in people.values():
        for t in person.tenures:
            if (
                t.state == row.state
                and t.source == "own knowledge"
                and group(t.role) in wanted
                and (t.start[:4] == year or t.start[:4] < year < (t.end[:4] or "9999"))
            ):
                return True
    return False


def add_derived(people: dict[str, Person], rows: list[Derived], sectors: dict[str, str]) -> list[str]:
    """Fill in derived tenures, oldest sources last; returns notes on disagreements."""
    notes: list[str] = []
    for row in rows:
        person = find(people, row)
        if row.source == "archigos" and (person is None or not person.undated):
            if covered(people, row) or len(key(row.name)) < 2 or row.state in DETAILED | ARAB:
                continue
        if row.state in DETAILED:
            if row.source == "factbook" and (
                person is None or not any(t.state == row.state and not t.end for t in person.tenures)
            ):
                notes.append(f"factbook disagrees: {row}")
            continue
        if covered(people, row):
            if row.source == "factbook" and (person is None or all(t.end for t in person.tenures)):
                notes.append(f"factbook disagrees: {row}")
            for t in person.tenures if person and row.source == "factbook" else ():
                if t.state == row.state and t.role == row.role and not t.end:
                    t.as_of = max(t.as_of, row.as_of)
            continue
        if row.source == "cia cabinets" and any(
            t.state == row.state and t.role == row.role and t.start <= "2019" and (t.end or "9") >= "2019-06"
            for other in people.values()
            for t in other.tenures
        ):
            continue
        if person is None:
            person = Person(slug(row.name), row.state, [row.name], [])
            if person.person_id in people:
                person.person_id += "-" + row.state.lower()
            people[person.person_id] = person
        role = person.undated[0] if row.source == "archigos" and person.undated else row.role
        if role == "leader":
            role = next(
                (t.role for t in person.tenures if t.state == row.state and group(t.role) in {"head", "government"}),
                role,
            )
        same = [t for t in person.tenures if t.state == row.state and t.role in (role, "acting-" + role)]
        met = [t for t in same if overlaps(t, row)]
        if met:
            for tenure in met:
                if not tenure.end and not row.end and row.as_of > tenure.as_of:
                    tenure.as_of = row.as_of
                elif not tenure.end and row.end and tenure.source != "own knowledge":
                    tenure.end = row.end
            if row.start and all(row.start[:4] < t.start[:4] and t.source != "own knowledge" for t in met):
                met[0].start, met[0].source = row.start, row.source
            continue
        person.tenures.append(
            Tenure(
                f"{row.state}:{role}",
                row.state,
                role,
                sectors.get(role, "GOV"),
                row.start,
                row.end,
                row.source,
                row.as_of,
            )
        )
    return notes


def close_open(people: dict[str, Person]) -> list[str]:
    """End an open tenure where another person holds the same single office later."""
    notes: list[str] = []
    offices: dict[str, list[tuple[str, Person, Tenure]]] = {}
    for person in people.values():
        for tenure in person.tenures:
            if tenure.role in SINGLE:
                offices.setdefault(tenure.office_id, []).append((tenure.start, person, tenure))
    for held in offices.values():
        held.sort(key=lambda item: item[0])
        for index, (start, person, tenure) in enumerate(held):
            if tenure.end:
                continue
            later = [s for s, other, _ in held[index + 1 :] if other is not person and s[:7] > start[:7]]
            if later:
                sure = tenure.source == "own knowledge" or int(later[0][:4]) <= int(tenure.as_of[:4]) + 1
                tenure.end = later[0] if sure else tenure.as_of[:4]
                notes.append(f"closed {person.person_id} {tenure.office_id} {start}..{tenure.end} ({tenure.source})")
    return notes


def merge_same(person: Person) -> None:
    """Join tenures of one person in one office that touch or overlap."""
    merged: list[Tenure] = []
    for tenure in sorted(person.tenures, key=lambda t: (t.office_id, t.sector, t.start)):
        last = merged[-1] if merged else None
        if (
            last is not None
            and (last.office_id, last.sector) == (tenure.office_id, tenure.sector)
            and last.source != "own knowledge"
            and tenure.start <= (last.end or "9999")
        ):
            last.end = "" if not (last.end and tenure.end) else max(last.end, tenure.end)
            last.as_of = max(last.as_of, tenure.as_of)
        else:
            merged.append(tenure)
    person.tenures = sorted(merged, key=lambda t: t.start)


def office_names(tenure: Tenure, offices: dict[str, dict[str, str]]) -> tuple[str, str]:
    """English and Arabic words for the office, with the organisation where it needs one."""
    row = offices.get(tenure.office_id) or offices[tenure.role]
    holder = tenure.office_id.split(":")[0]
    if holder in ORGS and tenure.role in GENERIC:
        _, english, arabic = ORGS[holder]
        return f"{row['office_en']} of {english}", f"{row['office_ar']} ل{arabic}".replace("لال", "لل")
    return row["office_en"], row["office_ar"]


def main() -> None:
    """Write the two tables and print what the sources disagree on."""
    actors = Path(sys.argv[1])
    offices = {row["role"]: row for row in read_tsv(ROOT / "people_own" / "offices.tsv")}
    sectors = {role: row["sector"] for role, row in offices.items()}
    people = read_own(sectors)
    notes = add_derived(people, derived_rows(actors), sectors)
    notes += close_open(people)
    arabic = {
        **wikipedia_names(actors),
        **{key(row["name_en"]): row["names_ar"] for row in read_tsv(ROOT / "people_own" / "names_ar.tsv")},
    }
    OUT.mkdir(parents=True, exist_ok=True)
    with (
        (OUT / "people.tsv").open("w", encoding="utf-8") as names,
        (OUT / "tenures.tsv").open("w", encoding="utf-8") as terms,
    ):
        names.write("person_id\tnames_en\tnames_ar\n")
        terms.write("person_id\toffice_id\tstate\toffice_en\toffice_ar\tsector\tstart\tend\tsource\tas_of\n")
        for person in sorted(people.values(), key=lambda p: p.person_id):
            merge_same(person)
            if not person.tenures:
                notes.append(f"no dates for {person.person_id} {person.undated}")
                continue
            known = person.names_ar or variants(arabic.get(key(person.names_en[0]), ""))
            names.write(f"{person.person_id}\t{'|'.join(person.names_en)}\t{'|'.join(known)}\n")
            for tenure in person.tenures:
                english, word = office_names(tenure, offices)
                terms.write(
                    f"{person.person_id}\t{tenure.office_id}\t{tenure.state}\t{english}\t{word}\t{tenure.sector}\t"
                    f"{tenure.start}\t{tenure.end}\t{tenure.source}\t{tenure.as_of}\n"
                )
    print("\n".join(notes))


if __name__ == "__main__":
    main()
