"""Say statements of the dossier as sentences of a language, in a format's style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mihwar.dossier.naming import Names
from mihwar.dossier.safety import Style
from mihwar.dossier.tree import Party, Statement, Teller
from mihwar.dossier.wording import Wording
from mihwar.ontology import event_type

__all__ = ["Phrasing"]

_TELLERS = 4


class Phrasing:
    """Sentences in one language and one format, with names from ``names``."""

    def __init__(self, words: Wording, names: Names, style: Style) -> None:
        self.words, self.names, self.style = words, names, style

    def statement(self, told: Statement, *, with_teller: bool = True) -> str:
        """One act as a sentence: date, actors, act, citations, and who tells it."""
        note = f"status_note.{told.status}"
        quotes = [self.quote(text) for text in told.words if text.strip()]
        return self.words.say(
            "statement",
            date=self.words.date(told.when.date, told.when.origin),
            act=self.act(told),
            cites=self.cites(told.citations),
            status=self.words.say(note) if self.words.has(note) else "",
            teller=self.words.say("teller.told", tellers=self.tellers(told.tellers)) if with_teller else "",
            words=self.words.say("words", quotes=self.words.join(quotes)) if quotes else "",
        )

    def act(self, told: Statement) -> str:
        """Who did what to whom, in plain words."""
        kind = event_type(told.types[0])
        forms = kind.phrases[self.words.language]
        whom = self.parties(told.recipients)
        shape = "mutual" if told.mutual and len(told.actors) > 1 else "to" if told.recipients else "alone"
        return self.words.say(
            f"act.{told.status}.{shape}",
            subject=self.parties(told.actors) or self.words.say("nobody"),
            past=forms.past.replace("{b}", whom),
            base=forms.base.replace("{b}", whom),
            mutual=forms.mutual,
            alone=forms.alone,
            noun=kind.labels[self.words.language],
        )

    def parties(self, listed: Sequence[Party]) -> str:
        """Names in a list, each once."""
        return self.words.join(list(dict.fromkeys(self.party(party) for party in listed)))

    def party(self, party: Party) -> str:
        """A name with office and state; a state by its own name alone."""
        state = self.state(party.code) if party.code else ""
        if party.code and _is_state_itself(party, self.names):
            return state
        language = self.words.language
        known = self.names.actor_name(party.name, language)
        if known == party.name and language != "en" and party.words and not party.words.isascii():
            known = party.words
        name = self.style.value(known)
        office = self.style.value(self.names.office_name(party.office, language)) if party.office else ""
        tells_state = bool(party.code) and self.names.state_name(party.code or "", language) in f"{known} {office}"
        shape = "office" if office else "plain"
        if not state or tells_state:
            return self.words.say("party.office_only", name=name, office=office) if office else name
        bare = self.style.value(self.names.state_name(party.code or "", language))
        return self.words.say(f"party.{shape}", name=name, office=office, state=bare)

    def state(self, code: str) -> str:
        """The name of a state, with the article that a sentence of the language needs."""
        article = self.words.labels["article"]
        name = self.style.value(self.names.state_name(code, self.words.language))
        return f"{article['word']}{name}" if code in article["codes"] else name

    def tellers(self, listed: Sequence[Teller]) -> str:
        """Who tells it; of many, the first few."""
        shown = list(dict.fromkeys(self.teller(teller) for teller in listed))
        if len(shown) > _TELLERS:
            rest = self.words.say("teller.more", n=str(len(shown) - _TELLERS))
            shown = [*shown[:_TELLERS], rest]
        return self.words.join(shown)

    def teller(self, teller: Teller) -> str:
        """One teller: the author, an outlet, or a speaker with the state it speaks for."""
        name = self.style.value(self.names.actor_name(teller.name, self.words.language)) if teller.name else ""
        if teller.kind in {"author", "outlet"}:
            if not name and teller.outlet:
                return self.words.say("teller.author_in", outlet=self.style.value(teller.outlet))
            return self.words.say(f"teller.{teller.kind}_named" if name else f"teller.{teller.kind}", name=name)
        shown = name or self.words.say("teller.someone")
        if teller.code:
            state = self.state(teller.code)
            bare = self.style.value(self.names.state_name(teller.code, self.words.language))
            shown = state if name and state.endswith(name) else self.words.say("teller.of", name=shown, state=bare)
        return self.words.say("teller.direct", teller=shown) if teller.form == "direct" else shown

    def cites(self, numbers: Iterable[int]) -> str:
        """``[1][3]``."""
        return "".join(self.style.cite(number) for number in numbers)

    def quote(self, text: str) -> str:
        """Words of a document between quotation marks."""
        return self.words.say("quote", text=self.style.value(text))


def _is_state_itself(party: Party, names: Names) -> bool:
    return (
        not party.office
        and party.code is not None
        and party.name
        in {
            party.code,
            names.state_name(party.code, "en"),
            names.state_name(party.code, "ar"),
        }
    )
