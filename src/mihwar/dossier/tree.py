"""The dossier as a tree of facts, free of any language: every statement carries the ids of its claims."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "Answer",
    "CausePoint",
    "CitationNote",
    "ContestPoint",
    "Dossier",
    "DriverPoint",
    "Named",
    "Note",
    "Party",
    "Period",
    "RankedPoint",
    "Statement",
    "Teller",
    "ThirdPoint",
    "VoicePoint",
    "When",
]


@dataclass(frozen=True, slots=True)
class When:
    """A date as far as it is known: ``date`` in the documented form or ``None``, its precision
    (``day``, ``month``, ``year``, ``range``), and ``origin``: ``text``, ``publication`` or ``None``."""

    date: str | None
    precision: str | None
    origin: str | None


@dataclass(frozen=True, slots=True)
class Party:
    """An actor or recipient: the table's name, or the words of the text where the table has none."""

    name: str
    words: str
    code: str | None
    sector: str | None
    office: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A named thing: the table's English name, and the words of the text."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Teller:
    """Who tells a statement, of which state, in which form (``narration``, ``indirect``, ``direct``), where."""

    kind: str
    name: str
    code: str | None
    form: str
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Statement:
    """One act as its claims tell it. ``mutual``: all parties are actors. ``words``: the words of the text
    that carry the act; ``snippets``: the clauses that they stand in; ``instrument``: the law, treaty or project
    that is named beside them. ``scale`` -10 to 10, ``confidence`` 0 to 1, ``citations`` numbers of sentences."""

    claims: tuple[str, ...]
    citations: tuple[int, ...]
    types: tuple[str, ...]
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mutual: bool
    when: When
    tellers: tuple[Teller, ...]
    words: tuple[str, ...]
    snippets: tuple[str, ...]
    instrument: Named | None
    scale: float
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class RankedPoint:
    """A statement with its place's reason: ``score = weight x confidence x voices x directness``.

    ``events``: how many acts with the same parties, type, status and date it stands for; the score is that of
    the weightiest of them.
    """

    statement: Statement
    score: float
    weight: float
    confidence: float
    voices: int
    directness: float
    events: int


@dataclass(frozen=True, slots=True)
class DriverPoint:
    """A group of events (``kind``: type, context, instrument or state) and what it adds to tension."""

    kind: str
    key: str
    events: int
    effect: float
    claims: tuple[str, ...]
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CausePoint:
    """A speaker's reason for an act, in the words of the text."""

    statement: Statement
    because: str
    claims: tuple[str, ...]
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ContestPoint:
    """Two accounts that cannot both hold (``kind``: denied, blame, opposite, numbers)."""

    kind: str
    first: Statement
    second: Statement
    sides_differ: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ThirdPoint:
    """A third state or organisation: mean score of its acts with each state (or ``None``), and the acts."""

    code: str
    with_a: float | None
    with_b: float | None
    statements: tuple[Statement, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VoicePoint:
    """A teller, how many claims it tells, and its mean rating of each state's conduct toward the other."""

    name: str
    kind: str
    code: str | None
    outlet: str | None
    rates_a: float | None
    rates_b: float | None
    leans: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """Tension in one year or month."""

    period: str
    tension: float | None
    low: float | None
    high: float | None
    events: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A warning or a gap: a kind, the values that its sentence needs, and what it rests on.

    ``texts`` are words of a document or a speaker, ``counts`` numbers, ``states`` codes; ``form`` says which
    sentence of its kind it needs, where there are several.
    """

    kind: str
    counts: dict[str, int]
    texts: dict[str, str]
    states: tuple[str, ...]
    claims: tuple[str, ...]
    citations: tuple[int, ...]
    form: str = ""


@dataclass(frozen=True, slots=True)
class CitationNote:
    """One sentence of a document, exactly as it stands there, and its place (``paragraph`` and
    ``sentence`` count from 1; ``start`` and ``end`` are code points of the document's text)."""

    number: int
    text: str
    document: str
    start: int
    end: int
    paragraph: int | None
    sentence: int | None
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    language: str | None
    path: str | None
    url: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """How tense (``None`` where no act tells), how sure, on what evidence, and how one-sided it is.

    ``told_by_a``, ``told_by_b``: claims told by speakers of each state; ``told_by_others`` by speakers of
    other states; ``told_by_narrators`` by speakers of no state. ``one_sided_by`` is ``one_voice``,
    ``one_leaning`` or "".
    """

    tension: float | None
    low: float | None
    high: float | None
    band: int | None
    conflict: float
    cooperation: float
    claims: int
    events: int
    documents: int
    speakers: int
    sides: int
    told_by_a: int
    told_by_b: int
    told_by_others: int
    told_by_narrators: int
    top_share: float
    one_sided_by: str
    leans: str | None
    resampled: str
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The answer to: why are the relations of states ``a`` and ``b`` the way they are?

    ``timeline`` holds the acts between the two; ``context`` dated acts of one of them with others;
    ``uncounted`` what is planned, supposed, called for or denied; ``unclear`` what could not be established.
    """

    a: str
    b: str
    since: str | None
    until: str | None
    answer: Answer
    strains: tuple[RankedPoint, ...]
    strain_drivers: tuple[DriverPoint, ...]
    sustains: tuple[RankedPoint, ...]
    sustain_drivers: tuple[DriverPoint, ...]
    causes: tuple[CausePoint, ...]
    contested: tuple[ContestPoint, ...]
    timeline: tuple[Statement, ...]
    context: tuple[Statement, ...]
    uncounted: tuple[Statement, ...]
    drawn_in: tuple[ThirdPoint, ...]
    voices: tuple[VoicePoint, ...]
    periods: tuple[Period, ...]
    warnings: tuple[Note, ...]
    unclear: tuple[Note, ...]
    citations: tuple[CitationNote, ...]
