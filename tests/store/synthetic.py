"""Composed pages and claims, the same for a number on every run; also a program that a test kills."""

import sys
import time

from mihwar.model import (
    Citation,
    Claim,
    DateOrigin,
    Document,
    Entity,
    Page,
    PartialDate,
    Span,
    Speaker,
    SpeakerKind,
    SpeechForm,
    Status,
    content_id,
)

CODES = ("USA", "AZE", "ARM", "RUS", "TUR", "IRN", "EGY", "SDN")


def page(number):
    text = f"أعلنت الوزارة القرار رقم {number}.\nThe ministry announced decision {number}.\n"
    document = Document(
        id=content_id("document", text=text),
        path=f"page-{number:05}.txt",
        text=text,
        publisher="Gulf Observer",
        language="ar",
        published=PartialDate.of(2023, number % 12 + 1, 5),
        chrome=(Span(0, 2),),
    )
    return Page(document, sentences=(Span(0, text.index("\n")),))


def claim(host, number, first=None, second=None):
    first, second = first or CODES[number % 8], second or CODES[(number + 1 + number // 8 % 3) % 8]
    document = host.document
    return Claim(
        id=content_id("claim", document=document.id, number=number),
        types=("ACCUSE",),
        actors=(Entity(first, "GOV", first, first),),
        recipients=(Entity(second, "GOV", second, second),),
        status=Status.OCCURRED,
        speaker=Speaker(SpeakerKind.AUTHOR, "-", None, SpeechForm.NARRATION),
        text=document.text[:20],
        sentence=Span(0, 20),
        event_spans=(Span(0, 5),),
        actor_spans=(Span(6, 9),),
        recipient_spans=(Span(10, 12),),
        citation=Citation(document.id, None, None, document.publisher, "ar", document.published),
        coder="composed",
        quad_code=3,
        scale=-3.0,
        confidence=0.5,
        date=PartialDate.of(2000 + number % 24, number % 12 + 1) if number % 5 else None,
        date_from=DateOrigin.TEXT if number % 5 else None,
    )


def entries(count, claims=2):
    for number in range(count):
        host = page(number)
        yield host, [claim(host, number * claims + place) for place in range(claims)]


def main(folder, count, pause):
    from mihwar.store import Store

    def slowly():
        for entry in entries(int(count)):
            time.sleep(float(pause))
            yield entry

    store = Store.open(folder)
    print("begun", flush=True)
    store.add(slowly())
    print("done", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
