"""How well dates, statuses and causes are read from the composed corpus. Usage: measure_attribution.py CORPUS [-v]

Gold mentions, events and dates are given; only the attribution rules are measured. Held-out documents too.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from mihwar.attribution import date_of_event, find_causes, status_of
from mihwar.languages import find_dates
from mihwar.model import PartialDate, Span
from mihwar.training.corpus import read_corpus


def main(arguments: list[str]) -> None:
    """Print the share of dates, statuses and causes read right, and the confusion of statuses."""
    verbose = "-v" in arguments
    counts: Counter[str] = Counter()
    confusion: Counter[tuple[str, str]] = Counter()
    for document in read_corpus(Path(arguments[0])):
        published = PartialDate.parse(document.meta["published"])
        for sentence in document.sentences:
            text, whole = sentence.text, Span(0, len(sentence.text))
            dates = find_dates(text, document.language, published)
            causes = find_causes(whole, text, [e.spans[0] for e in sentence.events], document.language)
            for event in sentence.events:
                span = event.spans[0]
                date, why = date_of_event(span, whole, dates, text, document.language)
                kind = "dated" if event.date else "undated"
                counts[kind] += 1
                counts[f"{kind} right"] += date == event.date
                if verbose and date != event.date:
                    print(document.language, "DATE", span.of(text), "gold", event.date, "got", date, why, "|", text)
                status, evidence = status_of(span, whole, text, document.language, date=date, published=published)
                confusion[event.status.value, status.value] += 1
                if verbose and status is not event.status:
                    print(
                        document.language,
                        "STATUS",
                        span.of(text),
                        event.status,
                        "got",
                        status,
                        evidence and evidence.of(text),
                        "|",
                        text,
                    )
                if event.cause:
                    counts["caused"] += 1
                    hit = any(
                        link.event == span
                        and (link.span.of(text) in event.cause or event.cause in link.span.of(text))
                        for link in causes
                    )
                    counts["caused right"] += hit
                    if verbose and not hit:
                        print(
                            document.language,
                            "CAUSE",
                            span.of(text),
                            event.cause,
                            [link.span.of(text) for link in causes],
                            "|",
                            text,
                        )
    for kind in ("dated", "undated", "caused"):
        print(f"{kind}: {counts[kind + ' right']}/{counts[kind]}")
    right = sum(n for (gold, got), n in confusion.items() if gold == got)
    print(f"status: {right}/{sum(confusion.values())}")
    for (gold, got), number in sorted(confusion.items(), key=lambda pair: -pair[1]):
        if gold != got:
            print(f"  {gold} read as {got}: {number}")


if __name__ == "__main__":
    main(sys.argv[1:])
