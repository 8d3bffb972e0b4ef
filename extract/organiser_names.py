"""Knows how organisations are named: known names, company forms, heads of names, council bodies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from config.programme_words import OrganiserWords
from extract.mentions import within
from extract.programme_cues import event_cues, head_pattern, stem_pattern
from extract.programme_material import Material
from records.base import Span

NameKind = Literal["known", "organisation", "body"]

_CAPITAL = r"[A-ZÅÄÖÆØ][\w’&-]*"
_PARTICLE = r"(?:för|for|og|och|ja|i|på|de|av|&)"
_SEQUENCE = rf"{_CAPITAL}(?: (?:{_PARTICLE} (?={_CAPITAL}))?{_CAPITAL})*"
ALONE = rf"{_CAPITAL}(?: (?:(?:for|för|i|på|&) (?={_CAPITAL}))?{_CAPITAL})*"
"""A pattern of capitalised words, which a preposition or sign may join."""
_SUBJECT = re.compile(_SEQUENCE)
_LABELLED = re.compile(r"[^:.\n]{3,40}: ")
_WORD = re.compile(r"[^\W\d_][\w’&-]*")
_INFLECTION = r"(?::?(?:n|s|ssa|llä|lle|ltä|in|en))?"
_ALIAS = re.compile(r"[ ]?\(([A-ZÅÄÖÆØ]{2,6})\)")
_BRACKET = re.compile(r"\([^()\n]{2,60}\)")
_COLON_ENDING = re.compile(r":\w{1,4}\Z")
_LONGEST_WORD = 50
_BARE = 4
_PERSON = (2, 3)
_LOOK_BACK = 40
_LONGEST_NAME = 80
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Name:
    """An organisation's name where it stands; `full` when more than a bare noun ("kommunen") names it."""

    kind: NameKind
    span: Span
    full: bool = True


def find_names(material: Material) -> tuple[Name, ...]:
    """Return the organisations and bodies named in the region, in text order, longest first.

    A name with its abbreviation in brackets is given as the abbreviation, which the text goes on to use.
    """
    words = material.words.organisers
    found = [
        *_known(material, words),
        *_companies(material, words),
        *_opened(material, words),
        *_headed(material, words.organisations, material.words.endings, "organisation"),
        *_headed(material, words.bodies, words.body_endings or material.words.endings, "body"),
    ]
    ends = {name.span[1] for name in found}
    found += [name for name in _agents(material, words) if name.span[1] not in ends]
    found += [name for name in _subjects(material, words) if name.span[1] not in ends]
    found = [*_no_persons(material, found), *_trained(material, found)]
    rank = {"known": 0, "body": 1, "organisation": 2}
    found.sort(key=lambda name: (name.span[0], -name.span[1], rank[name.kind]))
    kept: list[Name] = []
    for name in found:
        if not kept or name.span[0] >= kept[-1].span[1]:
            kept.append(name)
    return tuple(_with_aliases(material, kept))


def _trained(material: Material, found: Sequence[Name]) -> Iterator[Name]:
    """Yield the organisations that a council's own trained pipeline saw where no word list found a name."""
    for one in material.reading.named:
        free = not any(name.span[0] < one.span[1] and one.span[0] < name.span[1] for name in found)
        if one.kind == "organisation" and material.holds(one.span) and free:
            yield Name("organisation", one.span)


def _no_persons(material: Material, found: Sequence[Name]) -> Iterator[Name]:
    """Yield the names that are not wholly a person's, as far as a trained pipeline tells."""
    persons = [one.span for one in material.reading.named if one.kind == "person"]
    for name in found:
        if not any(span[0] <= name.span[0] and name.span[1] <= span[1] for span in persons):
            yield name


def _with_aliases(material: Material, names: list[Name]) -> Iterator[Name]:
    text, bracketed = material.text, -1
    for found in names:
        if found.span[0] < bracketed:
            continue
        name = replace(found, span=_uninflected(material, found))
        alias = _ALIAS.match(text, name.span[1])
        if alias and name.kind != "body":
            bracketed = alias.end()
            yield replace(name, kind="known", span=alias.span(1))
            continue
        bracket = _BRACKET.match(text, name.span[1] + 1)
        bracketed = bracket.end() if bracket else bracketed
        yield name


def _uninflected(material: Material, name: Name) -> Span:
    """Take a genitive off a name: "FCG:n", "Kommunfullmäktiges"; a Finnish stem stays as it stands."""
    start, end = name.span
    if ending := _COLON_ENDING.search(material.text[start:end]):
        return start, start + ending.start()
    words = material.words.organisers
    last = material.outline.folded[start:end].rsplit(None, 1)[-1]
    bare = last[:-1]
    if not last.endswith("s") or "s" not in words.possessives:
        return name.span
    heads = head_pattern((*words.bodies, *words.organisations), material.words.endings)
    known = material.text[start : end - 1] in words.known
    return (start, end - 1) if known or heads.search(bare) else name.span


@lru_cache(maxsize=16)
def _known_pattern(words: OrganiserWords) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(words.known, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{names})\d?{_INFLECTION}(?![\w-]|\.\w)" if names else r"(?!)")


def _known(material: Material, words: OrganiserWords) -> Iterator[Name]:
    event_heads = event_cues(material.words).weak
    for match in _known_pattern(words).finditer(material.text, *material.region):
        end = match.end()
        more = re.compile(rf" ({_CAPITAL}(?: (?:og|och) {_CAPITAL})?)").match(material.text, end)
        first = material.outline.folded[end + 1 : more.end()].split(" ")[0] if more else ""
        if more and match.group().isupper() and not event_heads.search(first):
            end = more.end() if not material.has_event((end, more.end())) else end
        yield Name("known", (match.start(), end))


@lru_cache(maxsize=16)
def _company_pattern(words: OrganiserWords) -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(words.company_forms, key=len, reverse=True))
    return re.compile(rf" (?i:{forms})(?![\w])" if forms else r"(?!)")


def _companies(material: Material, words: OrganiserWords) -> Iterator[Name]:
    for form in _company_pattern(words).finditer(material.text, *material.region):
        start = _capitals_before(material, form.start())
        if start < form.start():
            yield Name("organisation", (start, form.end()))


def _capitals_before(material: Material, end: int, *, body: bool = False, place: bool = False) -> int:
    """Return where the capitalised words that end at `end` begin.

    A word that opens a sentence is a name only in the genitive ("Kuntademokratian neuvottelukunta") or
    before the noun of a `place` ("Norrvik kommun"), and one before a body with a capital of its own only
    in the genitive: else it is a label ("Beslut Nämnden ...").
    """
    words = material.words.organisers
    cues = stem_pattern((*words.delivered_by, *words.arranged_by))
    text, start = material.text, end
    possessives = material.words.organisers.possessives
    while start > end - _LONGEST_NAME and (
        before := re.search(rf"(?<![\w-])({_CAPITAL}) ?\Z", text[max(0, start - _LOOK_BACK) : start])
    ):
        first = max(0, start - _LOOK_BACK) + before.start()
        opens = material.outline.sentence(first)[0] == first
        alone = start == end or bool(material.words.places.endings)
        genitive = before.group(1).endswith(possessives)
        company = start == end and text[end : end + 1] == " "
        cased = bool(material.words.places.endings) and not company
        named = place and before.group(1).lower() not in material.words.not_modifiers
        if opens and alone and not (genitive or named) and (cased or text[end : end + 1].islower()):
            break
        shouted = before.group(1).isupper() and text[end : end + 3].isupper()
        if body and text[end : end + 1].isupper() and not genitive and not shouted:
            break
        little = before.group(1).lower() in (*material.words.places.before, *material.words.time_openers)
        if cues.match(material.outline.folded, first) or (opens and little):
            break
        if len(before.group(1)) < _SHORTEST_NAME or before.group(1).lower() in material.words.not_modifiers:
            break
        start = first
    return start


def _opened(material: Material, words: OrganiserWords) -> Iterator[Name]:
    """Find names by their first word: "Stiftelsen Fritt Ord i Kommunen", "Høgskolen i Kystfylket"."""
    if not words.organisation_openers:
        return
    openers = "|".join(re.escape(word) for word in words.organisation_openers)
    pattern = re.compile(rf"(?<![\w-])(?i:{openers}) (?:(?:et|ett|eit) \w+ )?{_SEQUENCE}")
    for name in pattern.finditer(material.text, *material.region):
        if name.group()[0].isupper():
            yield Name("organisation", name.span())
    for name in _purpose_pattern(words).finditer(material.text, *material.region):
        yield Name("organisation", name.span())


@lru_cache(maxsize=16)
def _purpose_pattern(words: OrganiserWords) -> re.Pattern[str]:
    """Match names that tell what they are for: "Forum for kommunekontroll", "Centrum för lokal demokrati"."""
    nouns = "|".join(re.escape(word.capitalize()) for word in words.organisations)
    return re.compile(rf"(?<![\w-])(?:{nouns}) (?:for|för) [a-zåäöæø]{{4,}}(?: (?:og|och) [a-zåäöæø]+)?")


def _subjects(material: Material, words: OrganiserWords) -> Iterator[Name]:
    """Find names as what opens a sentence, or follows its label, and offers: "Oma Häme järjestää ..."."""
    offers = stem_pattern(words.offers)
    bodies = head_pattern(words.bodies, words.body_endings or material.words.endings)
    for sentence in material.outline.sentences:
        label = _LABELLED.match(material.text, *sentence)
        name = _SUBJECT.match(material.text, label.end() if label else sentence[0], sentence[1])
        if not name or not material.holds(sentence) or not material.has_event(sentence):
            continue
        last = material.outline.folded[name.start() : name.end()].rpartition(" ")[2]
        if material.has_event(name.span()) or not _is_proper(name.group()):
            continue
        someone = bodies.search(last) or any(within(material.reading.mentions, name.span()))
        if label and len(name.group().split()) in _PERSON and not _has_noun(material, name.group(), words):
            continue
        if offers.match(material.outline.folded, name.end() + 1) and not someone:
            yield Name("organisation", name.span())


def _agents(material: Material, words: OrganiserWords) -> Iterator[Name]:
    """Find names by the words that tell who arranges or delivers: "leds av X", "kouluttajana toimii X".

    Bare prepositions tell too little, and so do two capitalised words without a noun: a person.
    """
    cues = tuple(cue for cue in (*words.delivered_by, *words.arranged_by) if len(cue) > _BARE)
    if not cues:
        return
    name = re.compile(rf"\w*:?((?: [^\W\d_A-ZÅÄÖÆØ]+){{0,2}}) ({ALONE}(?: [a-zåäöæø]+)?)")
    for cue in stem_pattern(cues).finditer(material.outline.folded, *material.region):
        agent = name.match(material.text, cue.end())
        if not agent or agent.end() > material.outline.sentence(cue.start())[1]:
            continue
        before = agent.group(1).split()
        titled = bool(before) and before[-1] in words.organisation_openers
        span = _named_agent(material, agent.span(2), words, titled=titled)
        if span and not material.has_event(span):
            yield Name("organisation", span)


def _named_agent(material: Material, span: Span, words: OrganiserWords, *, titled: bool) -> Span | None:
    """Return an agent's name with the noun that closes it, or None for a person or audience.

    `titled` tells that a noun of organisations stands before it ("firmaet Klart Språk").
    """
    nouns = _noun_pattern(material, words)
    tokens = material.outline.folded[span[0] : span[1]].split()
    last = span[1] - len(tokens[-1])
    if material.text[last].islower() and not nouns.search(tokens[-1]):
        span, tokens = (span[0], last - 1), tokens[:-1]
    noun = titled or "&" in tokens or any(nouns.search(token) for token in tokens)
    short = len(tokens) == 1 and span[1] - span[0] <= _SHORTEST_NAME
    someone = any(within(material.reading.mentions, span)) or tokens[0] in material.words.not_modifiers
    return None if short or someone or (len(tokens) in _PERSON and not noun) else span


def _noun_pattern(material: Material, words: OrganiserWords) -> re.Pattern[str]:
    return head_pattern((*words.organisations, *material.words.places.heads), ("", *material.words.endings))


def _has_noun(material: Material, name: str, words: OrganiserWords) -> bool:
    """Tell whether one of a name's words is a noun for an organisation or house: no person has one."""
    nouns = _noun_pattern(material, words)
    return any(nouns.search(word.casefold()) for word in name.split())


def _is_proper(words: str) -> bool:
    """Tell whether what opens a sentence must be a name: several capitals, and not just its first word."""
    return sum(char.isupper() for char in words) > 1


def _headed(
    material: Material, heads: tuple[str, ...], endings: tuple[str, ...], kind: NameKind
) -> Iterator[Name]:
    """Find names by their last word: "Lähdemaan kesäyliopisto", "Danderyds kommun", "Formannskapet"."""
    pattern, never = head_pattern(heads, endings), material.words.organisers.not_bodies
    places = material.words.organisers.places
    for word in _WORD.finditer(material.outline.folded, *material.region):
        head = pattern.search(word.group()) if len(word.group()) < _LONGEST_WORD else None
        if not head or material.has_event(word.span()) or (head.group(1) in places and head.start()):
            continue
        apart = material.text.startswith(" -", max(0, word.start() - 2)) and word.start() > 2
        first = word.start() - 2 if apart else word.start()
        place = word.group() in material.words.organisers.after_place
        start = _capitals_before(material, first, body=kind == "body", place=place)
        full = start < first
        start = start if full else word.start()
        outside = kind == "organisation"
        end = _with_proper_name(material, start, word.end()) if outside else word.end()
        bare = head.start() < _SHORTEST_NAME and end == word.end()
        if outside and not full and (bare or not material.text[start].isupper()):
            continue
        if outside and (_is_where(material, start) or _is_bare_opening(material, (start, end), full=full)):
            continue
        if full or word.group() not in never:
            yield Name(kind, (start, _with_company_form(material, end)), full)


def _is_bare_opening(material: Material, span: Span, *, full: bool) -> bool:
    """Tell whether one word opens a sentence without offering anything: a capital there names no one."""
    words = material.words.organisers
    one = not full and " " not in material.text[span[0] : span[1]]
    offers = stem_pattern((*words.offers, *words.delivers, *words.arranged_after, *words.delivered_after))
    return one and _opens(material, span[0]) and not offers.match(material.outline.folded, span[1] + 1)


def _opens(material: Material, position: int) -> bool:
    """Tell whether a sentence or line begins at a place, or a label stands right before it."""
    before = material.text[max(0, position - 2) : position]
    return material.outline.sentence(position)[0] == position or before == ": "


def _is_where(material: Material, start: int) -> bool:
    """Tell whether a preposition of place stands before a name: "på Fjordsenteret" is a house."""
    before = material.outline.folded[max(0, start - 4) : start]
    return bool(material.words.places.before) and before.endswith((" på ", "\npå "))


def _with_proper_name(material: Material, start: int, end: int) -> int:
    """Take in a proper name behind an organisation ("Hallinto-opisto Kehrä", "Kommunesamskipnaden Vest").

    A Finnish place case is none.
    """
    if not material.words.places.endings:
        name = re.compile(rf" {_CAPITAL}(?: {_CAPITAL})?").match(material.text, end)
        named = name and material.text[start].isupper() and not material.has_event(name.span())
        return name.end() if name and named else end
    endings = material.words.places.endings
    owner = material.text[end - 1] == "n"
    name = re.compile(rf" {_CAPITAL}").match(material.text, end) if endings and not owner else None
    if not name or name.group().endswith((*endings, "sta", "stä", "lta", "ltä")):
        return end
    return end if material.has_event(name.span()) else name.end()


def _with_company_form(material: Material, end: int) -> int:
    form = _company_pattern(material.words.organisers).match(material.text, end)
    return form.end() if form else end
