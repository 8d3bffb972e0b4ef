"""Knows how organisations are named: known names, company forms, heads of names, council bodies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from config.programme_words import OrganiserWords
from extract.programme_cues import head_pattern
from extract.programme_material import Material
from records.base import Span

NameKind = Literal["known", "organisation", "body"]

_CAPITAL = r"[A-ZÅÄÖÆØ][\w’&-]*"
_PARTICLE = r"(?:för|for|og|och|ja|i|på|de|av)"
_SEQUENCE = re.compile(rf"{_CAPITAL}(?:[  ](?:{_PARTICLE}[  ](?={_CAPITAL}))?{_CAPITAL})*")
_WORD = re.compile(r"[^\W\d_][\w’&-]*")
_INFLECTION = r"(?::?(?:n|s|ssa|llä|lle|ltä|n|in|en))?"


@dataclass(frozen=True, slots=True)
class Name:
    """An organisation's name where it stands."""

    kind: NameKind
    span: Span


def find_names(material: Material) -> tuple[Name, ...]:
    """Return the organisations and bodies named in the region, in text order, longest first."""
    words = material.words.organisers
    found = [
        *_known(material, words),
        *_companies(material, words),
        *_opened(material, words),
        *_headed(material, words.organisations, "organisation"),
        *_headed(material, words.bodies, "body"),
    ]
    rank = {"known": 0, "organisation": 1, "body": 2}
    found.sort(key=lambda name: (name.span[0], -name.span[1], rank[name.kind]))
    kept: list[Name] = []
    for name in found:
        if not kept or name.span[0] >= kept[-1].span[1]:
            kept.append(name)
    return tuple(kept)


@lru_cache(maxsize=16)
def _known_pattern(words: OrganiserWords) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(words.known, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{names}){_INFLECTION}(?![\w-]|\.\w)" if names else r"(?!)")


def _known(material: Material, words: OrganiserWords) -> Iterator[Name]:
    for match in _known_pattern(words).finditer(material.text, *material.region):
        end = match.end()
        more = re.compile(rf"[  ]({_CAPITAL}(?:[  ](?:og|och)[  ]{_CAPITAL})?)").match(material.text, end)
        if more and match.group().isupper() and not material.events_in((end, more.end())):
            end = more.end()
        yield Name("known", (match.start(), end))


@lru_cache(maxsize=16)
def _company_pattern(words: OrganiserWords) -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(words.company_forms, key=len, reverse=True))
    return re.compile(rf"[  ](?i:{forms})(?![\w])" if forms else r"(?!)")


def _companies(material: Material, words: OrganiserWords) -> Iterator[Name]:
    text = material.text
    for form in _company_pattern(words).finditer(text, *material.region):
        start = _capitals_before(text, form.start())
        if start < form.start():
            yield Name("organisation", (start, form.end()))


def _capitals_before(text: str, end: int) -> int:
    """Return where the capitalised words that end at `end` begin."""
    start = end
    while before := re.search(rf"(?<![\w-])({_CAPITAL})[  ]?\Z", text[max(0, start - 40) : start]):
        offset = max(0, start - 40)
        if start - (offset + before.end()) or "\n" in text[offset + before.start() : start]:
            break
        start = offset + before.start()
    return start


def _opened(material: Material, words: OrganiserWords) -> Iterator[Name]:
    """Find names by their first word: "Stiftelsen Fritt Ord i Kommunen", "Høgskolen i Kystfylket"."""
    if not words.organisation_openers:
        return
    openers = "|".join(re.escape(word) for word in words.organisation_openers)
    pattern = re.compile(rf"(?<![\w-])(?:{openers})[  ]", re.IGNORECASE)
    for opening in pattern.finditer(material.text, *material.region):
        name = re.compile(rf"(?:(?:et|ett|eit)[  ]\w+[  ])?{_SEQUENCE.pattern}").match(
            material.text, opening.end()
        )
        if name and material.text[opening.start()].isupper():
            yield Name("organisation", (opening.start(), name.end()))


def _headed(material: Material, heads: tuple[str, ...], kind: NameKind) -> Iterator[Name]:
    """Find names by their last word: "Lähdemaan kesäyliopisto", "Danderyds kommun", "Formannskapet"."""
    endings = material.words.endings
    pattern = head_pattern(heads, endings)
    for word in _WORD.finditer(material.outline.folded, *material.region):
        if len(word.group()) > 50 or not pattern.search(word.group()):
            continue
        start = _capitals_before(material.text, word.start())
        if kind == "organisation" and start == word.start() and not material.text[start].isupper():
            continue
        yield Name(kind, (start, _with_company_form(material, word.end())))


def _with_company_form(material: Material, end: int) -> int:
    form = _company_pattern(material.words.organisers).match(material.text, end)
    return form.end() if form else end
