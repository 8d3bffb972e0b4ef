"""The section [vocabulary] of a language file: events, audiences, topics, formats, cues of relevance.

A term is one or several word patterns, in lower case: `kuntalaki` is that word alone, `kuntala*` any
word that begins so, `*seminaari*` any word that holds it, `*koulutus` any word that ends so. A word
has one stem: of the patterns that fit it, the longest. A term that begins with `!` takes away what
it covers; one that begins with `?` counts only where the text tells what is taught (topics), who is
invited (audiences), or where nothing surer tells (formats).
"""

from typing import Literal

from pydantic import Field, ValidationInfo, field_validator

from config.codes import load_codes
from config.words import Words
from records.programme import Format

EventKind = Literal[
    "training",
    "induction",
    "course",
    "seminar",
    "evening_school",
    "webinar",
    "conference",
    "study_trip",
    "self_study",
    "module",
    "programme",
]
CueKind = Literal["teaches", "targets"]
CounterKind = Literal["staff", "shop_steward", "school", "public", "handbook", "fees", "election", "motion"]
Terms = tuple[str, ...]


class Compounds(Words):
    """Parts of compounds: any of `first` before any of `last` is a word, alone or in a longer one."""

    first: Terms = ()
    last: Terms = ()

    @property
    def terms(self) -> Terms:
        """Every compound as a term that lets other letters precede and follow it."""
        return tuple(f"*{first}{last}*" for first in self.first for last in self.last)


class TermLists(Words):
    """Terms by code.

    `events` by kind of event, `compounds` more of them put together, `cues` by what their sentence
    tells (what is taught, who is invited), `counter` what speaks against relevance, `bodies` names
    of bodies and offices, in which no word is a topic.
    """

    events: dict[EventKind, Terms] = Field(default_factory=dict)
    compounds: dict[EventKind, Compounds] = Field(default_factory=dict)
    topics: dict[str, Terms] = Field(default_factory=dict)
    audiences: dict[str, Terms] = Field(default_factory=dict)
    formats: dict[Format, Terms] = Field(default_factory=dict)
    cues: dict[CueKind, Terms] = Field(default_factory=dict)
    counter: dict[CounterKind, Terms] = Field(default_factory=dict)
    bodies: Terms = ()

    @field_validator("topics", "audiences")
    @classmethod
    def _known(cls, terms: dict[str, Terms], info: ValidationInfo) -> dict[str, Terms]:
        known = getattr(load_codes(), str(info.field_name))
        for code in terms:
            if code not in known:
                raise ValueError(f"codes of codes.toml, not {code}")
        return terms


class Vocabulary(TermLists):
    """Words of training; `more` adds to the lists of a language that this one extends.

    `abbreviations` end in a full stop that ends no sentence ("esim"). `acts` are words for what bodies
    and leaders do themselves, without signs; `*` stands for an ending. `companies` are the legal forms
    that end a company's name, as they are written.
    """

    abbreviations: Terms = ()
    acts: Terms = ()
    companies: Terms = ()
    more: TermLists = TermLists()

    def listed(self, name: str) -> dict[str, Terms]:
        """Return a table of terms by code, with what `more` adds to it."""
        table: dict[str, Terms] = dict(getattr(self, name))
        for code, terms in getattr(self.more, name).items():
            table[code] = (*table.get(code, ()), *terms)
        if name == "events":
            for lists in (self, self.more):
                for kind, parts in lists.compounds.items():
                    table[kind] = tuple(dict.fromkeys((*table.get(kind, ()), *parts.terms)))
        return table
