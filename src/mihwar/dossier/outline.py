"""The dossier as headed lines in one language and style: what every readable format shares."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from mihwar.dossier.answering import lead
from mihwar.dossier.notes_saying import say_gap, say_warning
from mihwar.dossier.phrasing import Phrasing
from mihwar.dossier.safety import reading_direction
from mihwar.dossier.tree import (
    CausePoint,
    CitationNote,
    ContestPoint,
    Dossier,
    DriverPoint,
    RankedPoint,
    Statement,
    Teller,
    ThirdPoint,
    VoicePoint,
)
from mihwar.ontology import context_label, event_type

__all__ = ["CitationLine", "Line", "Outline", "Section", "outline"]

_RANKED = 8
_LISTED = 40
_AROUND = 12
_OF_A_THIRD = 2
_OPPOSED = 1.0
"""Mean scores further from 0 than this, of opposite sign, make a third party opposed: the score of a
demand, the weakest act of conflict, is -1."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section, already in the format's style, lines that belong under it, and how it came about
    (``detail``, which only a format that can fold it away shows)."""

    text: str
    under: tuple[str, ...] = ()
    detail: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its lines; never empty (a section without findings says so)."""

    key: str
    heading: str
    lines: tuple[Line, ...]
    intro: str = ""


@dataclass(frozen=True, slots=True)
class CitationLine:
    """A citation: its number, the quoted sentence and which way it reads, where it stands; ``url`` only where
    it is http(s)."""

    number: int
    quote: str
    direction: str
    language: str | None
    source: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole dossier in words."""

    title: str
    language: str
    direction: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    citations_heading: str
    citations: tuple[CitationLine, ...]
    no_citations: str
    details: str


def outline(dossier: Dossier, say: Phrasing) -> Outline:
    """Put ``dossier`` into words."""
    words = say.words
    sections = [
        ("strains", [*_drivers(dossier.strain_drivers, say, "strain"), *_ranked(dossier.strains, say)]),
        ("sustains", [*_drivers(dossier.sustain_drivers, say, "sustain"), *_ranked(dossier.sustains, say)]),
        ("causes", _capped(dossier.causes, lambda point: _cause(point, say), say)),
        ("contested", _capped(dossier.contested, lambda point: _contest(point, say), say)),
        ("timeline", _timeline(dossier.timeline, say)),
        ("drawn_in", [_third(point, dossier, say) for point in dossier.drawn_in]),
        ("context", _statements(_not_in_thirds(dossier), say, _AROUND)),
        ("uncounted", _statements(dossier.uncounted, say, _AROUND)),
        ("periods", _periods(dossier, say)),
        ("voices", _capped(dossier.voices, lambda voice: _voice(voice, dossier, say), say)),
        ("warnings", [Line(say_warning(note, say)) for note in dossier.warnings]),
        ("unclear", [Line(say_gap(note, say)) for note in dossier.unclear]),
    ]
    made = [
        Section(
            key,
            words.say(f"sections.{key}"),
            tuple(lines) or (Line(words.say(f"empty.{key}")),),
            _intro(key, say) if lines else "",
        )
        for key, lines in sections
        if lines or words.has(f"empty.{key}")
    ]
    return Outline(
        title=words.say("title", a=_upper(say.state(dossier.a)), b=say.state(dossier.b)),
        language=words.language,
        direction=words.direction,
        lead=tuple(lead(dossier, say)),
        sections=tuple(made),
        citations_heading=words.say("sections.citations"),
        citations=tuple(_citation(note, say) for note in dossier.citations),
        no_citations=words.say("empty.citations"),
        details=words.say("details"),
    )


def _not_in_thirds(dossier: Dossier) -> list[Statement]:
    told = {statement.claims for third in dossier.drawn_in for statement in third.statements}
    return [statement for statement in dossier.context if statement.claims not in told]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _capped(points: Sequence[T], line: Callable[[T], Line], say: Phrasing, limit: int = _LISTED) -> list[Line]:
    lines = [line(point) for point in points[:limit]]
    if len(points) > limit:
        lines.append(Line(say.words.say("more", n=str(len(points) - limit))))
    return lines


def _statements(listed: Sequence[Statement], say: Phrasing, limit: int = _LISTED) -> list[Line]:
    return _capped(listed, lambda told: Line(_upper(say.statement(told))), say, limit)


def _timeline(listed: Sequence[Statement], say: Phrasing) -> list[Line]:
    """Dated acts in order, then how many have no date."""
    dated = [told for told in listed if told.when.date]
    lines = _statements(dated, say)
    undated = len(listed) - len(dated)
    if undated:
        lines.append(Line(say.words.say("undated", events=say.words.count("undated", undated))))
    return lines


def _intro(key: str, say: Phrasing) -> str:
    """What a reader must know to read a section's lines."""
    if key not in {"strains", "sustains"}:
        return ""
    usual = say.words.say("intro.usual", teller=say.teller(say.usual)) if say.usual and key == "strains" else ""
    return " ".join(filter(None, [say.words.say("intro.ranked") if key == "strains" else "", usual]))


def _ranked(points: Sequence[RankedPoint], say: Phrasing) -> list[Line]:
    return _capped(points, lambda point: _ranked_line(point, say), say, _RANKED)


def _ranked_line(point: RankedPoint, say: Phrasing) -> Line:
    words = say.words
    why = words.say(
        "why",
        weight=words.number(point.weight, 1),
        confidence=words.number(point.confidence),
        voices=words.count("voices", point.voices),
        directness=words.number(point.directness, 1),
        score=words.number(point.score, 1),
    )
    return Line(_upper(say.statement(point.statement, point.events)), detail=why, numbered=True)


def _drivers(points: Sequence[DriverPoint], say: Phrasing, sign: str) -> list[Line]:
    lines: list[Line] = []
    for point in points:
        if point.kind == "type":
            label = event_type(point.key).labels[say.words.language]
        elif point.kind == "context":
            label = context_label(point.key, say.words.language)
        elif point.kind == "state":
            label = say.state(point.key)
        else:
            label = say.with_article(say.names.actor_name(point.key, say.words.language))
        text = say.words.say(
            f"driver.{sign}",
            group=say.words.say(f"driver.{point.kind}", label=label),
            events=say.words.count("events", point.events),
            effect=say.words.number(abs(point.effect)),
            cites=say.cites(point.citations),
        )
        lines.append(Line(_upper(text)))
    return lines


def _cause(point: CausePoint, say: Phrasing) -> Line:
    words, when = say.words, point.statement.when
    by_author = say.is_usual(point.statement) and say.usual is not None and say.usual.kind == "author"
    return Line(
        _upper(
            say.words.say(
                "cause",
                tellers=words.say("teller.author") if by_author else say.tellers(point.statement.tellers),
                act=say.act(point.statement) + say.about(point.statement.instrument),
                date=f" {words.date_within(when.date, when.origin)}" if when.date else "",
                cites=say.cites(point.citations),
                because=say.quote(point.because),
            )
        )
    )


def _contest(point: ContestPoint, say: Phrasing) -> Line:
    text = say.words.say(
        f"contest.{point.kind}", first=say.statement(point.first), second=say.statement(point.second)
    )
    return Line(text, () if point.sides_differ else (say.words.say("contest.one_voice"),))


def _third(point: ThirdPoint, dossier: Dossier, say: Phrasing) -> Line:
    words = say.words
    text = words.say(
        "third.with",
        state=_upper(say.state(point.code)),
        a=say.state(dossier.a),
        b=say.state(dossier.b),
        with_a=_terms(point.with_a, say),
        with_b=_terms(point.with_b, say),
        claims=words.count("claims", len(point.claims)),
    )
    opposed = (
        point.with_a is not None
        and point.with_b is not None
        and point.with_a * point.with_b < 0
        and min(abs(point.with_a), abs(point.with_b)) > _OPPOSED
    )
    if opposed:
        text += " " + words.say("third.opposed")
    unlike = list({say.act(told): told for told in reversed(point.statements)}.values())[::-1]
    return Line(text, tuple(_upper(say.statement(told)) for told in unlike[:_OF_A_THIRD]))


def _terms(value: float | None, say: Phrasing) -> str:
    if value is None:
        return say.words.say("third.none")
    kind = "even" if abs(value) <= _OPPOSED else "good" if value > 0 else "bad"
    return say.words.say(f"third.{kind}", n=_signed(value, say))


def _signed(value: float, say: Phrasing) -> str:
    return ("+" if value > 0 else "") + say.words.number(value, 1)


def _voice(point: VoicePoint, dossier: Dossier, say: Phrasing) -> Line:
    words = say.words
    text = words.say(
        "voice.line", name=_upper(voice_name(point, say)), claims=words.count("claims", len(point.claims))
    )
    if point.rates_a is not None and point.rates_b is not None:
        text += " " + words.say(
            "voice.rates",
            a=say.state(dossier.a),
            b=say.state(dossier.b),
            rates_a=_signed(point.rates_a, say),
            rates_b=_signed(point.rates_b, say),
        )
    if point.leans:
        text += " " + words.say("voice.leans", state=say.state(point.leans))
    return Line(text)


def voice_name(point: VoicePoint, say: Phrasing) -> str:
    """How a voice is called in the language."""
    return say.teller(Teller(point.kind, point.name, point.code, "narration", point.outlet))


def _periods(dossier: Dossier, say: Phrasing) -> list[Line]:
    words = say.words
    return [
        Line(
            words.say(
                "period",
                period=period.period,
                value=words.number(period.tension),
                low=words.number(period.low or 0.0),
                high=words.number(period.high or 0.0),
                events=words.count("events", period.events),
            )
        )
        for period in dossier.periods
        if period.tension is not None
    ]


def _citation(note: CitationNote, say: Phrasing) -> CitationLine:
    words = say.words
    value = say.style.value
    parts = [
        words.say("place.paragraph", n=str(note.paragraph)) if note.paragraph else "",
        words.say("place.sentence", n=str(note.sentence)) if note.sentence else "",
        words.say("place.offsets", start=str(note.start), end=str(note.end)),
        value(note.title or ""),
        words.say("by", name=value(note.author)) if note.author else "",
        value(note.publisher or ""),
        words.date(note.published) if note.published else "",
        value(note.path or ""),
    ]
    web = note.url if note.url and note.url.lower().startswith(("https://", "http://")) else None
    if note.url:
        parts.append(value(note.url))
    return CitationLine(
        note.number, say.quote(note.text), reading_direction(note.text), note.language, _joined(parts, say), web
    )


def _joined(parts: Iterable[str], say: Phrasing) -> str:
    sep: str = say.words.labels["list"]["sep"]
    return sep.join(part for part in parts if part)
