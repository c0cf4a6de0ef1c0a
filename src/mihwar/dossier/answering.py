"""The first lines of a dossier: how tense, how sure, on what evidence, how one-sided, and chiefly why."""

from __future__ import annotations

from collections.abc import Iterator

from mihwar.dossier.phrasing import Phrasing
from mihwar.dossier.tree import Answer, Dossier, Teller

__all__ = ["lead"]


def lead(dossier: Dossier, say: Phrasing) -> Iterator[str]:
    """The answer in a few lines; the first one answers."""
    words, answer = say.words, dossier.answer
    a, b = say.state(dossier.a), say.state(dossier.b)
    if answer.tension is None or answer.band is None or answer.low is None or answer.high is None:
        first = words.say("answer.none", a=a, b=b)
    else:
        bands: list[str] = words.labels["bands"]
        first = words.say(
            "answer.tense",
            a=a,
            b=b,
            band=bands[answer.band],
            value=words.number(answer.tension),
            low=words.number(answer.low),
            high=words.number(answer.high),
        )
    yield " ".join([first, *_evidence(answer, dossier, say)])
    if answer.low is not None and answer.high is not None:
        low, high = (min(4, int(bound * 5)) for bound in (answer.low, answer.high))
        if high - low >= 2:
            yield words.say("answer.unsure", low_band=bands[low], high_band=bands[high])
    for key, points in (("most_strain", dossier.strains), ("most_sustain", dossier.sustains)):
        if points:
            yield words.say(f"answer.{key}", point=say.statement(points[0].statement)) + "."
    if dossier.since or dossier.until:
        kind = "both" if dossier.since and dossier.until else "since" if dossier.since else "until"
        yield words.say(f"window.{kind}", since=words.date(dossier.since), until=words.date(dossier.until))


def _evidence(answer: Answer, dossier: Dossier, say: Phrasing) -> Iterator[str]:
    words = say.words
    if not answer.claims:
        return
    told = [
        words.say(
            "answer.told_by", n=str(answer.told_by_a or words.say("answer.nobody")), state=say.state(dossier.a)
        ),
        words.say(
            "answer.told_by", n=str(answer.told_by_b or words.say("answer.nobody")), state=say.state(dossier.b)
        ),
    ]
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
    )
    share = words.say("percent", n=str(round(answer.top_share * 100)))
    if answer.one_sided_by == "one_voice":
        voice = dossier.voices[0]
        name = say.teller(Teller(voice.kind, voice.name, voice.code, "narration", voice.outlet))
        yield words.say("answer.one_voice", share=share, voice=name)
        if voice.leans:
            yield words.say("answer.leans", state=say.state(voice.leans))
    elif answer.one_sided_by == "one_leaning" and answer.leans:
        yield words.say("answer.one_leaning", state=say.state(answer.leans))
    else:
        yield words.say("answer.balanced", share=share)
