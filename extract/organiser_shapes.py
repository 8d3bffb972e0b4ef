"""What an organisation's name looks like: its capitals, its nouns, and the name as it is found."""

import re
from dataclasses import dataclass
from typing import Literal

from config.programme_words import OrganiserWords
from extract.programme_cues import head_pattern
from extract.programme_material import Material
from records.base import Span

NameKind = Literal["known", "organisation", "body"]

CAPITAL = r"[A-ZÅÄÖÆØ][\w’&-]*"
_PARTICLE = r"(?:för|for|og|och|ja|i|på|de|av|&)"
SEQUENCE = rf"{CAPITAL}(?: (?:{_PARTICLE} (?={CAPITAL}))?{CAPITAL})*"
"""A pattern of capitalised words, which little words may join."""
ALONE = rf"{CAPITAL}(?: (?:(?:for|för|i|på|&) (?={CAPITAL}))?{CAPITAL})*"
"""A pattern of capitalised words, which a preposition or sign may join."""


@dataclass(frozen=True, slots=True)
class Name:
    """An organisation's name where it stands; `full` when more than a bare noun ("kommunen") names it."""

    kind: NameKind
    span: Span
    full: bool = True


def noun_pattern(material: Material, words: OrganiserWords) -> re.Pattern[str]:
    """Match a folded word that ends in a noun for an organisation or house, in any inflection."""
    return head_pattern((*words.organisations, *material.words.places.heads), ("", *material.words.endings))


def has_noun(material: Material, name: str, words: OrganiserWords) -> bool:
    """Tell whether one of a name's words is a noun for an organisation or house: no person has one."""
    nouns = noun_pattern(material, words)
    return any(nouns.search(word.casefold()) for word in name.split())
