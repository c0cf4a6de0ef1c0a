"""The first lines of a dossier: how tense, how sure, on what evidence, how one-sided, and chiefly why."""

from __future__ import annotations

from collections.abc import Iterator

from mihwar.dossier.phrasing import Phrasing
from mihwar.dossier.tree import Answer, Dossier, Teller

__all__ = ["lead", "usual_teller"]

_POINTS = 2


def lead(dossier: Dossier, say: Phrasing) -> Iterator[str]:
    """The answer in a few lines; the first one answers."""
    words, answer = say.words, dossier.answer
    a, b = say.state(dossier.a), say.state(dossier.b)
    bands: list[str] = words.labels["bands"]
    if answer.tension is None or answer.band is None or answer.low is None or answer.high is None:
        first = words.say("answer.none", a=a, b=b)
    else:
        first = words.say(
            "answer.tense",
            as_told=_as_told(dossier, say),
            a=a,
            b=b,
            band=bands[answer.band],
            value=words.number(answer.tension),
            low=words.number(answer.low),
            high=words.number(answer.high),
        )
    yield " ".join([first, *_evidence(answer, dossier, say)])
    for key, points in (("most_strain", dossier.strains), ("most_sustain", dossier.sustains)):
        if points:
            told = [say.reason(point.statement, point.events) for point in points[:_POINTS]]
            yield words.say(f"answer.{key}", points=words.say("answer.points_sep").join(told))
    if answer.low is not None and answer.high is not None:
        low, high = (min(4, int(bound * 5)) for bound in (answer.low, answer.high))
        if high - low >= 2:
            yield words.say("answer.unsure", low_band=bands[low], high_band=bands[high])
    if dossier.since or dossier.until:
        kind = "both" if dossier.since and dossier.until else "since" if dossier.since else "until"
        yield words.say(f"window.{kind}", since=words.date(dossier.since), until=words.date(dossier.until))


def usual_teller(dossier: Dossier) -> Teller | None:
    """The one who tells nearly everything, if one voice does."""
    if dossier.answer.one_sided_by != "one_voice" or not dossier.voices:
        return None
    voice = dossier.voices[0]
    return Teller(voice.kind, voice.name, voice.code, "narration", voice.outlet)


def _as_told(dossier: Dossier, say: Phrasing) -> str:
    """Whose telling the answer is: one author's where one author's page is all there is."""
    usual = usual_teller(dossier)
    if usual is None or usual.kind != "author" or dossier.answer.documents != 1:
        return say.words.say("answer.as_evidence")
    return say.words.say("answer.as_author")


def _evidence(answer: Answer, dossier: Dossier, say: Phrasing) -> Iterator[str]:
    words = say.words
    if not answer.claims:
        return
    told = [
        words.say("answer.told_by", n=str(n or words.say("answer.nobody")), state=say.state(state))
        for n, state in ((answer.told_by_a, dossier.a), (answer.told_by_b, dossier.b))
    ]
    if not answer.told_by_a and not answer.told_by_b:
        told = [words.say("answer.told_by_neither")]
    if answer.told_by_others:
        told.append(words.say("answer.told_by_others", n=str(answer.told_by_others)))
    if answer.told_by_narrators:
        told.append(words.say("answer.told_by_narrators", n=str(answer.told_by_narrators)))
    yield words.say(
        "answer.evidence",
        events=words.count("events", answer.events),
        claims=words.count("claims", answer.claims),
        documents=words.count("documents", answer.documents),
        speakers=words.count("speakers", answer.speakers),
        sides=words.count("sides", answer.sides),
        told=words.join(told),
        shares=_shares(answer, dossier, say),
    )
    if answer.one_sided_by == "one_voice" and dossier.voices[0].leans:
        yield words.say("answer.leans", state=say.state(dossier.voices[0].leans))


def _shares(answer: Answer, dossier: Dossier, say: Phrasing) -> str:
    words = say.words
    share = words.say("percent", n=str(round(answer.top_share * 100)))
    usual = usual_teller(dossier)
    if usual is not None:
        return words.say("answer.one_voice", share=share, voice=say.teller(usual))
    if answer.one_sided_by == "one_leaning" and answer.leans:
        return words.say("answer.one_leaning", state=say.state(answer.leans))
    return words.say("answer.balanced", share=share)
