"""Two composed documents, one English and one Arabic, and the claims in them."""

from __future__ import annotations

from typing import ClassVar

from build_claims import claim

from mihwar.model import Anomaly, AnomalyKind, Claim, Document, Mention, MentionKind, Page, PartialDate, Span

ENGLISH = """Why Washington and Baku quarrel

On 15 November 2023 James O'Brien condemned Azerbaijan. The Senate suspended military aid to Azerbaijan because of Karabakh, and the White House did not renew the waiver.

In September 2022 Nancy Pelosi backed Armenia. Azerbaijan struck Armenian forces on 19-20 September 2023.

Azerbaijan and the United States worked together in Afghanistan for years. Washington should support Baku. "We never threatened America," said Ilham Aliyev."""

ARABIC = """ما سبب التوتر بين واشنطن وباكو؟

أدان جيمس أوبراين أذربيجان في 15 نوفمبر 2023. وعلّق مجلس الشيوخ المساعدة العسكرية لأذربيجان.

رحبت باكو بالوساطة الأمريكية. وفي 907 يناير 25 تنازل الرئيس بوش عن المادة 907."""

OBRIEN = "USA:GOV:James O'Brien:Assistant Secretary of State"


def _in(text: str, words: str, inside: str) -> dict:
    start = text.index(inside)
    at = text.index(words, start)
    return {"text": inside, "start": start, "event": (at, at + len(words))}


def english_claims() -> list[Claim]:
    def here(words, inside):
        return _in(ENGLISH, words, inside) | {"title": "Why they quarrel"}

    senate = "The Senate suspended military aid to Azerbaijan because of Karabakh, and the White House did not renew the waiver."
    return [
        claim(
            "ACCUSE",
            OBRIEN,
            "AZE",
            date="2023-11-15",
            confidence=0.93,
            **here("condemned", "On 15 November 2023 James O'Brien condemned Azerbaijan."),
        ),
        claim(
            "SANCTION",
            "USA:LEG:United States Senate",
            "AZE",
            cause="because of Karabakh",
            date="2023",
            date_from="publication",
            contexts=("military",),
            **here("suspended", senate),
        ),
        claim("REJECT", "USA", "AZE", **here("did not renew", senate)),
        claim(
            "SUPPORT",
            "USA:LEG:Nancy Pelosi:Speaker of the House",
            "ARM",
            date="2022-09",
            **here("backed", "In September 2022 Nancy Pelosi backed Armenia."),
        ),
        claim(
            "ASSAULT",
            "AZE:MIL",
            "ARM:REB:Armenian forces",
            date="2023-09-19/2023-09-20",
            **here("struck", "Azerbaijan struck Armenian forces on 19-20 September 2023."),
        ),
        claim(
            "COOPERATE",
            ["AZE", "USA"],
            status="historical",
            **here("worked together", "Azerbaijan and the United States worked together in Afghanistan for years."),
        ),
        claim(
            "SUPPORT", "USA", "AZE", status="normative", **here("should support", "Washington should support Baku.")
        ),
        claim(
            "THREATEN",
            "AZE",
            "USA",
            status="negated",
            speaker="Ilham Aliyev",
            speaker_code="AZE",
            form="direct",
            **here("threatened", '"We never threatened America," said Ilham Aliyev.'),
        ),
    ]


def arabic_claims() -> list[Claim]:
    def here(words, inside):
        return _in(ARABIC, words, inside) | {
            "document": "d2",
            "language": "ar",
            "title": "ما سبب التوتر؟",
            "publication": "EU Reporter",
        }

    return [
        claim(
            "ACCUSE",
            OBRIEN,
            "AZE",
            date="2023-11-15",
            **here("أدان", "أدان جيمس أوبراين أذربيجان في 15 نوفمبر 2023."),
        ),
        claim(
            "SANCTION",
            "USA:LEG:United States Senate",
            "AZE",
            **here("علّق", "وعلّق مجلس الشيوخ المساعدة العسكرية لأذربيجان."),
        ),
        claim("SUPPORT", "AZE", "USA", **here("رحبت", "رحبت باكو بالوساطة الأمريكية.")),
        claim(
            "CONCEDE",
            "USA:GOV:George W. Bush:President of the United States",
            "AZE",
            **here("تنازل", "وفي 907 يناير 25 تنازل الرئيس بوش عن المادة 907."),
        ),
    ]


def _sentences(text: str, claims: list[Claim]) -> tuple[Span, ...]:
    first = Span(0, text.index("\n"))
    return (first, *sorted({told.sentence for told in claims}))


def pages() -> list[Page]:
    published = PartialDate.parse("2023-11-29")
    garbled, law = ARABIC.index("907 يناير 25"), ARABIC.index("المادة 907")
    english = Document(
        "d1",
        "quarrel.txt",
        ENGLISH,
        title="Why they quarrel",
        author="A. Writer",
        publisher="Caspian Wire",
        language="en",
        published=published,
    )
    arabic = Document(
        "d2",
        "page.txt",
        ARABIC,
        title="ما سبب التوتر؟",
        publisher="EU Reporter",
        genre="opinion",
        language="ar",
        published=published,
    )
    return [
        Page(english, _sentences(ENGLISH, english_claims())),
        Page(
            arabic,
            _sentences(ARABIC, arabic_claims()),
            (
                Mention(
                    Span(law, law + 10), MentionKind.INSTRUMENT, "instrument:section-907", None, None, "Section 907"
                ),
            ),
            anomalies=(
                Anomaly(
                    Span(garbled, garbled + 12),
                    AnomalyKind.GARBLED_DATE,
                    "907 is no day of a month",
                    "25 January 2002",
                    likely="25 يناير 2002",
                ),
                Anomaly(Span(0, 5), AnomalyKind.MACHINE_TRANSLATION, "word order of English"),
            ),
        ),
    ]


class CaseNames:
    """Names of the cases, so that snapshots do not move with the actor table."""

    STATES: ClassVar = {
        "USA": ("United States", "الولايات المتحدة"),
        "AZE": ("Azerbaijan", "أذربيجان"),
        "ARM": ("Armenia", "أرمينيا"),
    }
    OTHERS: ClassVar = {
        "James O'Brien": "جيمس أوبراين",
        "Assistant Secretary of State": "مساعد وزير الخارجية",
        "United States Senate": "مجلس الشيوخ الأمريكي",
    }

    def state_name(self, code: str, language: str) -> str:
        names = self.STATES.get(code, (code, code))
        return names[language == "ar"]

    def actor_name(self, identifier_text: str, language: str) -> str:
        return self.OTHERS.get(identifier_text, identifier_text) if language == "ar" else identifier_text

    office_name = actor_name
