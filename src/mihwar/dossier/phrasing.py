"""Say statements of the dossier as sentences of a language, in a format's style."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mihwar.dossier.naming import Names
from mihwar.dossier.party_saying import PartySaying
from mihwar.dossier.safety import Style, reading_direction
from mihwar.dossier.tree import Named, Statement, Teller
from mihwar.dossier.wording import Wording
from mihwar.ontology import event_type

__all__ = ["Phrasing"]

_TELLERS = 4
_SNIPPETS = 2


class Phrasing(PartySaying):
    """Sentences in one language and one format, with names from ``names``.

    ``usual`` is the teller of nearly everything, if there is one: it is named once, not in each line.
    """

    def __init__(self, words: Wording, names: Names, style: Style, usual: Teller | None = None) -> None:
        super().__init__(words, names, style)
        self.usual = usual

    def statement(self, told: Statement, events: int = 1, *, date: bool = True) -> str:
        """One act as a line: date, actors, act, matter, who tells it, citations, and the text's own words."""
        words = self.words
        note = f"status_note.{told.status}"
        quotes = [self.quote(text) for text in told.snippets[:_SNIPPETS]]
        return words.say(
            "statement",
            date=words.say("dated", date=words.date(told.when.date, told.when.origin))
            if date and told.when.date
            else "",
            act=self.act(told) + self.about(told.instrument, told.snippets),
            times=words.say("times", n=words.count("times", events)) if events > 1 else "",
            status=words.say(note) if words.has(note) else "",
            teller="" if self.is_usual(told) else words.say("teller.told", tellers=self.tellers(told.tellers)),
            cites=self.cites(told.citations),
            words=words.say("words", quotes=words.say("words_sep").join(quotes)) if quotes else "",
        )

    def reason(self, told: Statement, events: int = 1) -> str:
        """One act inside a sentence: what, when, and the citations."""
        words = self.words
        note = f"status_note.{told.status}"
        return words.say(
            "reason",
            act=self.act(told) + self.about(told.instrument),
            date=f" {words.date_within(told.when.date, told.when.origin)}" if told.when.date else "",
            times=words.say("times", n=words.count("times", events)) if events > 1 else "",
            status=words.say(note) if words.has(note) else "",
            cites=self.cites(told.citations),
        )

    def act(self, told: Statement) -> str:
        """Who did what to whom, in plain words."""
        kind = event_type(told.types[0])
        forms = kind.phrases[self.words.language]
        acting = {(party.name, party.code) for party in told.actors}
        others = [party for party in told.recipients if (party.name, party.code) not in acting]
        whom = self.parties(others or told.recipients)
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

    def about(self, named: Named | None, snippets: Sequence[str] = ()) -> str:
        """The law or treaty that an act concerns, unless the quoted words name it in this very language."""
        if named is None:
            return ""
        own = reading_direction(named.words) == self.words.direction
        if own and any(named.words in text for text in snippets[:_SNIPPETS]):
            return ""
        known = self.names.actor_name(named.name, self.words.language)
        if known == named.name and own:
            known = named.words
        return self.words.say("about", name=self.with_article(known))

    def is_usual(self, told: Statement) -> bool:
        """Whether the usual teller alone tells it."""
        usual = self.usual
        return usual is not None and all(
            (teller.kind, teller.name, teller.code, teller.form) == (usual.kind, usual.name, usual.code, usual.form)
            for teller in told.tellers
        )

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
        if name.startswith("The "):
            name = f"the {name[4:]}"
        shown = name or self.words.say("teller.someone")
        if teller.code:
            state = self.state(teller.code)
            bare = self.style.value(self.names.state_name(teller.code, self.words.language))
            shown = state if name and state.endswith(name) else self.words.say("teller.of", name=shown, state=bare)
        return self.words.say("teller.direct", teller=shown) if teller.form == "direct" else shown

    def cites(self, numbers: Iterable[int]) -> str:
        """``[1][3]``."""
        return "".join(self.style.cite(number) for number in numbers)
