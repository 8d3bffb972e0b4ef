"""Knows how organisations are named: known names, company forms, heads of names, council bodies."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from config.programme_words import OrganiserWords, ProgrammeWords
from extract.organiser_phrases import find_agents, find_opened, find_subjects, find_within
from extract.organiser_shapes import CAPITAL, Name, NameKind
from extract.programme_cues import event_cues, head_pattern, places_of, stem_pattern
from extract.programme_material import Material
from extract.words_read import WordsRead
from records.base import Span

_WORD = re.compile(r"[^\W\d_][\w’&-]*")
_INFLECTION = r"(?::?(?:n|s|ssa|llä|lle|ltä|in|en))?"
_CAPITAL_BEFORE = re.compile(rf"(?<![\w-])({CAPITAL}) ?\Z")
_ALIAS = re.compile(r"[ ]?\(([A-ZÅÄÖÆØ]{2,6})\)")
_BRACKET = re.compile(r"\([^()\n]{2,60}\)")
_COLON_ENDING = re.compile(r":\w{1,4}\Z")
_LONGEST_WORD = 50
_LOOK_BACK = 40
_LONGEST_NAME = 80
_SHORTEST_NAME = 3
_NEAR = 20


def find_names(material: Material) -> tuple[Name, ...]:
    """Return the organisations and bodies named in the region, in text order, longest first.

    A name with its abbreviation in brackets is given as the abbreviation, which the text goes on to use.
    """
    words = material.words.organisers
    found = [
        *_known(material, words),
        *_companies(material, words),
        *find_opened(material, words),
        *_headed(material),
    ]
    ends = {name.span[1] for name in found}
    found += [name for name in find_agents(material, words) if name.span[1] not in ends]
    found += [name for name in find_subjects(material, words) if name.span[1] not in ends]
    found += [name for name in find_within(material, words) if name.span[1] not in ends]
    found = [*_no_targets(material, _no_persons(material, found)), *_trained(material, found)]
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


def _no_targets(material: Material, found: Iterable[Name]) -> Iterator[Name]:
    """Yield the names that do not begin with a word for whom training is meant ("Målgruppen for kurset")."""
    cues = material.reading.within(material.region, "cue")
    targets = {one.span[0] for one in cues if one.code == "targets"}
    for name in found:
        if name.kind == "known" or name.span[0] not in targets:
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
        more = re.compile(rf" ({CAPITAL}(?: (?:og|och) {CAPITAL})?)").match(material.text, end)
        first = material.outline.folded[end + 1 : more.end()].split(" ")[0] if more else ""
        if more and match.group().isupper() and not event_heads.search(first):
            end = more.end() if not material.has_event((end, more.end())) else end
        yield Name("known", (match.start(), end))


@lru_cache(maxsize=16)
def _company_pattern(words: OrganiserWords) -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(words.company_forms, key=len, reverse=True))
    return re.compile(rf" (?i:{forms})(?![\w])" if forms else r"(?!)")


def _companies(material: Material, words: OrganiserWords) -> Iterator[Name]:
    done, end = material.region
    forms = tuple(f" {form.lower()}" for form in words.company_forms)
    for place in places_of(forms, material.outline.folded, material.region):
        form = _company_pattern(words).match(material.text, place, end) if place >= done else None
        if not form:
            continue
        done = form.end()
        start = _capitals_before(material, form.start())
        if start < form.start():
            yield Name("organisation", (start, form.end()))


def _capitals_before(material: Material, end: int, *, body: bool = False, place: bool = False) -> int:
    """Return where the capitalised words that end at `end` begin.

    A word that opens a sentence is a name only in the genitive ("Kuntademokratian neuvottelukunta") or
    before the noun of a `place` ("Norrvik kommun"), and one before a body with a capital of its own only
    in the genitive: else it is a label ("Beslut Nämnden ...").
    """
    text, start = material.text, end
    possessives = material.words.organisers.possessives
    while start > end - _LONGEST_NAME and (
        before := _CAPITAL_BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
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
        if _agents(material.words).match(material.outline.folded, first) or (opens and little):
            break
        if len(before.group(1)) < _SHORTEST_NAME or before.group(1).lower() in material.words.not_modifiers:
            break
        start = first
    return start


@lru_cache(maxsize=16)
def _agents(words: ProgrammeWords) -> re.Pattern[str]:
    """Match the words before who delivers or arranges."""
    return stem_pattern((*words.organisers.delivered_by, *words.organisers.arranged_by))


@dataclass(frozen=True, slots=True)
class _Head:
    """A noun for an organisation or body that a folded word ends in, and where it begins there."""

    kind: NameKind
    noun: str
    start: int


@lru_cache(maxsize=16)
def _heads(words: ProgrammeWords) -> WordsRead[tuple[_Head, ...]]:
    """Return the heads of each word: most have none."""
    own = words.organisers
    patterns: dict[NameKind, re.Pattern[str]] = {
        "organisation": head_pattern(own.organisations, words.endings),
        "body": head_pattern(own.bodies, own.body_endings or words.endings),
    }

    def read(word: str) -> tuple[_Head, ...]:
        if len(word) >= _LONGEST_WORD:
            return ()
        found = ((kind, pattern.search(word)) for kind, pattern in patterns.items())
        return tuple(_Head(kind, head.group(1), head.start()) for kind, head in found if head)

    return WordsRead(read)


def _headed(material: Material) -> Iterator[Name]:
    """Find names by their last word: "Lähdemaan kesäyliopisto", "Danderyds kommun", "Formannskapet"."""
    heads, places = _heads(material.words), material.words.organisers.places
    for word, found in heads.told(_WORD, material.outline.folded, material.region):
        for head in found:
            inner = head.noun in places and head.start
            name = None if inner or material.has_event(word.span()) else _named(material, word, head)
            if name:
                yield name


def _named(material: Material, word: re.Match[str], head: _Head) -> Name | None:
    """Return the name that ends in a word with a head, or None where it names nobody."""
    words, outside = material.words.organisers, head.kind == "organisation"
    apart = material.text.startswith(" -", max(0, word.start() - 2)) and word.start() > 2
    first = word.start() - 2 if apart else word.start()
    place = word.group() in words.after_place
    start = _capitals_before(material, first, body=not outside, place=place)
    full = start < first
    start = _with_first_part(material, start if full else word.start())
    end = _with_proper_name(material, start, word.end()) if outside else word.end()
    bare = head.start < _SHORTEST_NAME and end == word.end()
    if outside and not full and (bare or not material.text[start].isupper()):
        return None
    if outside and (_is_where(material, start) or _is_bare_opening(material, (start, end), full=full)):
        return None
    if not full and word.group() in words.not_bodies:
        return None
    return Name(head.kind, (start, _with_company_form(material, end)), full)


def _with_first_part(material: Material, start: int) -> int:
    """Take in the hyphened word joined to a name's first one: "Barn- och skolnämnden"."""
    before = max(0, start - _LOOK_BACK)
    found = _first_part(material.words.joiners).search(material.text[before:start])
    return before + found.start() if found else start


@lru_cache(maxsize=16)
def _first_part(joiners: tuple[str, ...]) -> re.Pattern[str]:
    either = "|".join(map(re.escape, joiners)) or "(?!)"
    return re.compile(rf"(?<![\w-])[^\W\d_]+-(?:, [^\W\d_]+-)* (?:{either}) \Z")


def _is_bare_opening(material: Material, span: Span, *, full: bool) -> bool:
    """Tell whether one word opens a sentence without offering anything: a capital there names no one."""
    words = material.words.organisers
    one = not full and " " not in material.text[span[0] : span[1]]
    offers = stem_pattern((*words.offers, *words.delivers, *words.arranged_after, *words.delivered_after))
    soon = (span[1] + 1, span[1] + _NEAR)
    return one and _opens(material, span[0]) and not offers.search(material.outline.folded, *soon)


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
        name = re.compile(rf" {CAPITAL}(?: {CAPITAL})?").match(material.text, end)
        named = name and material.text[start].isupper() and not material.has_event(name.span())
        return name.end() if name and named else end
    endings = material.words.places.endings
    owner = material.text[end - 1] == "n"
    name = re.compile(rf" {CAPITAL}").match(material.text, end) if endings and not owner else None
    if not name or name.group().endswith((*endings, "sta", "stä", "lta", "ltä")):
        return end
    return end if material.has_event(name.span()) else name.end()


def _with_company_form(material: Material, end: int) -> int:
    form = _company_pattern(material.words.organisers).match(material.text, end)
    return form.end() if form else end
