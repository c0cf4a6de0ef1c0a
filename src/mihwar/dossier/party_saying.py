"""Say who acts and who is acted upon: names of the tables, composed names, the text's own words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from mihwar.dossier.naming import Names
from mihwar.dossier.safety import Style
from mihwar.dossier.tree import Party
from mihwar.dossier.wording import Wording
from mihwar.ontology import is_state

__all__ = ["PartySaying"]

_WORD = re.compile(r"[^\W\d_]+")
_STEM = 5
"""Letters that a state's name and the adjective made of it share: Azerb-aijan, Azerb-aijani."""


class PartySaying:
    """Names of parties in one language and one format."""

    def __init__(self, words: Wording, names: Names, style: Style) -> None:
        self.words, self.names, self.style = words, names, style

    def parties(self, listed: Sequence[Party]) -> str:
        """Names in a list, each once; a state is left out where one who holds its office stands beside it."""
        held = {party.code for party in listed if party.code and party.office}
        kept = [party for party in listed if not (party.code in held and self._is_state(party))]
        return self.words.join(list(dict.fromkeys(self.party(party) for party in kept or listed)))

    def party(self, party: Party) -> str:
        """A name with office and state; a state by its own name alone."""
        if party.code and self._is_state(party):
            return self.state(party.code)
        noun = self._noun(party)
        if noun is not None:
            return self._of_state(noun, party)
        known, quoted = self._known(party)
        name = self.quote(known) if quoted else self.style.value(known)
        if not party.office and self._takes_article(known):
            name = f"{self.words.labels['article']['word']}{name}"
        office = self.style.value(self.names.office_name(party.office, self.words.language)) if party.office else ""
        state = "" if self._tells_state(party, f"{known} {office}") else self._bare_state(party)
        shape = ("office" if office else "plain") if state else ("office_only" if office else "bare")
        if shape == "office" and self._joins_state(office):
            shape, state = "office_of", self.state(party.code or "")
        return self.words.say(f"party.{shape}", name=name, office=office, state=state)

    def state(self, code: str) -> str:
        """The name of a state, with the article that a sentence of the language needs."""
        article = self.words.labels["article"]
        name = self.style.value(self.names.state_name(code, self.words.language))
        return f"{article['word']}{name}" if code in article["codes"] else name

    def quote(self, text: str) -> str:
        """Words of a document between quotation marks."""
        return self.words.say("quote", text=self.style.value(text))

    def _is_state(self, party: Party) -> bool:
        code = party.code
        if party.office or code is None:
            return False
        return party.name in {code, self.names.state_name(code, "en"), self.names.state_name(code, "ar")}

    def _noun(self, party: Party) -> str | None:
        """The English word of a party that is named by what it is: ``government of Azerbaijan``, ``civilians``."""
        name = party.name
        if party.office and party.office.casefold() != name.casefold():
            return None
        if party.code:
            name = name.removesuffix(f" of {self.names.state_name(party.code, 'en')}")
        name = name.removeprefix("the ").removeprefix("The ")
        plain = name.isascii() and name[:1].islower() and len(name.split()) <= _MOST_NOUN_WORDS
        return name if plain else None

    def _of_state(self, noun: str, party: Party) -> str:
        listed: dict[str, str] = self.words.labels["nouns"]
        told = listed.get(noun) or self.names.office_name(noun, self.words.language)
        if told == noun and self.words.language != "en" and not party.words.isascii():
            told = party.words
        foreign = told == noun and self.words.language != "en"
        if not foreign and noun not in listed:
            told = self._with_article(told)
        name = self.quote(told) if foreign else self.style.value(told)
        if not party.code or not is_state(party.code):
            return name
        adjective = told == party.words and self.words.language != "en"
        construct = noun not in listed and " " not in told and not told.startswith("ال")
        shape = "plain" if foreign or adjective else "construct" if construct else "from" if noun in listed else "of"
        state = self._bare_state(party) if shape == "plain" else self.state(party.code)
        return self.words.say(f"party.{shape}", name=name, office="", state=state)

    def _with_article(self, noun: str) -> str:
        """English: ``the army``, but ``civilians``."""
        if self.words.language != "en" or noun.endswith("s"):
            return noun
        return f"{self.words.labels['article']['word']}{noun}"

    def _takes_article(self, name: str) -> bool:
        bodies = self.words.labels["article"]["bodies"]
        return name[:1].isupper() and not name.startswith("The ") and any(w in bodies for w in _WORD.findall(name))

    def _known(self, party: Party) -> tuple[str, bool]:
        """The name to show, and whether it is only the words of a text in another script."""
        language = self.words.language
        known = self.names.actor_name(party.name, language)
        if known == party.name and party.words and _script(party.words) == _SCRIPTS[language]:
            known = party.words if _script(known) != _SCRIPTS[language] else known
        foreign = _script(known) not in {_SCRIPTS[language], ""}
        return known, foreign and known == party.words

    def _joins_state(self, office: str) -> bool:
        """Whether a state can follow the office as its genitive: "president of", but not after another "of"."""
        return " " not in office if self.words.language != "en" else not {"of", "for"} & set(office.split())

    def with_article(self, name: str) -> str:
        """The name of a law or project with the article that a sentence needs."""
        article = self.words.labels["article"]
        spoken = _WORD.findall(name)
        head = next((word for word in spoken if word in article["instruments"]), None)
        bare = head is None or spoken[0] in article["unarticled"]
        return self.style.value(name) if bare else f"{article['word']}{self.style.value(name)}"

    def _tells_state(self, party: Party, shown: str) -> bool:
        if not party.code or not is_state(party.code):
            return True
        name = self.names.state_name(party.code, self.words.language)
        if name in shown:
            return True
        spoken = set(_WORD.findall(shown))
        short: dict[str, list[str]] = self.words.labels["article"]["short"]
        stem = name[:_STEM] if len(name) > _STEM and " " not in name else None
        return bool(spoken & set(short.get(party.code, ()))) or any(stem and word.startswith(stem) for word in spoken)

    def _bare_state(self, party: Party) -> str:
        if not party.code or not is_state(party.code):
            return ""
        return self.style.value(self.names.state_name(party.code, self.words.language))


_MOST_NOUN_WORDS = 4
_SCRIPTS = {"ar": "ARABIC", "en": "LATIN"}


def _script(text: str) -> str:
    """The script of the first letter, as Unicode names it, or "" without letters."""
    first = next((letter for letter in text if letter.isalpha()), "")
    return unicodedata.name(first, "").split(" ")[0] if first else ""
