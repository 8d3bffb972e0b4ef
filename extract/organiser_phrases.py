"""Knows how sentences name organisations: by their first word, as who offers, or behind who teaches."""

import re
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from config.programme_words import OrganiserWords, ProgrammeWords
from extract.organiser_shapes import ALONE, SEQUENCE, Name, has_noun, noun_pattern
from extract.programme_cues import find_stems, head_pattern, stem_pattern
from extract.programme_material import Material
from records.base import Span

_SUBJECT = re.compile(SEQUENCE)
_LABELLED = re.compile(r"[^:.\n]{3,40}: ")
_AGENT = re.compile(rf"\w*:?((?: [^\W\d_A-ZÅÄÖÆØ]+){{0,2}}) ({ALONE}(?: [a-zåäöæø]+)?)")
_WITHIN = re.compile(rf"(?<!\w)(?P<before>[a-zåäöæø]+),? (?P<name>{ALONE})(?= )")
_PURPOSE = re.compile(r" f[oö]r(?= )")
_BARE = 4
_PERSON = (2, 3)
_SHORTEST_NAME = 3


def find_opened(material: Material, words: OrganiserWords) -> Iterator[Name]:
    """Find names by their first word ("Stiftelsen Fritt Ord"), or behind it ("firmaet Klart Språk").

    A purpose may close one ("Forum for kommunekontroll").
    """
    if not words.organisation_openers:
        return
    for name in _opened(material, words):
        capital = name.group()[0].isupper()
        yield Name("organisation", name.span() if capital else name.span("name"))
    for name in _purposed(material):
        yield Name("organisation", name.span())


def _opened(material: Material, words: OrganiserWords) -> Iterator[re.Match[str]]:
    """Yield the names that an opener stands before; looked at only where one scan sees the opener."""
    pattern, (start, end) = _opener_pattern(words), material.region
    hits = _opener_scan(words).find_matches_as_indexes(material.outline.folded[start:end], overlapping=True)
    for place in sorted({start + first for _, first, _ in hits}):
        name = pattern.match(material.text, place, end) if place >= start else None
        if name:
            start = name.end()
            yield name


def _purposed(material: Material) -> Iterator[re.Match[str]]:
    """Yield the names that a purpose closes; looked at only from the word before each "for"."""
    pattern, (first, end) = _purpose_pattern(material.words), material.region
    done = first
    for link in _PURPOSE.finditer(material.outline.folded, first, end):
        place = link.start()
        while place > first and material.text[place - 1].isalpha():
            place -= 1
        name = pattern.match(material.text, place, end) if place >= done else None
        if name:
            done = name.end()
            yield name


@lru_cache(maxsize=16)
def _opener_scan(words: OrganiserWords) -> AhoCorasick:
    return AhoCorasick([f"{word.lower()} " for word in words.organisation_openers])


@lru_cache(maxsize=16)
def _opener_pattern(words: OrganiserWords) -> re.Pattern[str]:
    openers = "|".join(re.escape(word) for word in words.organisation_openers)
    return re.compile(rf"(?<![\w-])(?i:{openers}) (?:(?:et|ett|eit) \w+ )?(?P<name>{SEQUENCE})")


@lru_cache(maxsize=16)
def _purpose_pattern(words: ProgrammeWords) -> re.Pattern[str]:
    """Match names that tell what they are for: "Forum for kommunekontroll", "Centrum för lokal demokrati"."""
    nouns = "|".join(re.escape(word) for word in words.organisers.organisations)
    describing = "|".join(re.escape(ending) for ending in words.modifiers)
    purpose = rf"(?:[a-zåäöæø]*(?:{describing}) )?[a-zåäöæø]{{4,}}(?: (?:og|och) [a-zåäöæø]+)?"
    noun = rf"(?=[A-ZÅÄÖÆØ])(?i:[a-zåäöæø]*(?:{nouns}))"
    return re.compile(rf"(?<![\w-]){noun} (?:for|för) (?:{SEQUENCE}|{purpose})" if nouns else r"(?!)")


def find_subjects(material: Material, words: OrganiserWords) -> Iterator[Name]:
    """Find names as what opens a sentence, or follows its label, and offers: "Oma Häme järjestää ..."."""
    offers = stem_pattern(words.offers)
    bodies = head_pattern(words.bodies, words.body_endings or material.words.endings)
    for sentence in material.outline.sentences:
        if not material.has_event(sentence) or not material.holds(sentence):
            continue
        label = _LABELLED.match(material.text, *sentence)
        name = _SUBJECT.match(material.text, label.end() if label else sentence[0], sentence[1])
        if not name:
            continue
        last = material.outline.folded[name.start() : name.end()].rpartition(" ")[2]
        if material.has_event(name.span()) or not _is_proper(name.group()):
            continue
        someone = bodies.search(last) or bool(material.reading.within(name.span()))
        if label and len(name.group().split()) in _PERSON and not has_noun(material, name.group(), words):
            continue
        if offers.match(material.outline.folded, name.end() + 1) and not someone:
            yield Name("organisation", name.span())


def find_within(material: Material, words: OrganiserWords) -> Iterator[Name]:
    """Find names within sentences by the verb behind them: "... og det var NordAvisa som sto for den".

    A capital there is a name's; one behind a preposition of place is a town's, two or three without a
    noun are a person's.
    """
    verbs = stem_pattern((*words.offers, *words.delivers))
    relatives = "|".join(map(re.escape, material.words.relatives)) or "(?!)"
    relative = re.compile(rf" (?:(?:{relatives}) )?")
    for name in _WITHIN.finditer(material.text, *material.region):
        span, words_of = name.span("name"), name.group("name")
        after = relative.match(material.text, span[1])
        if not after or not verbs.match(material.outline.folded, after.end()):
            continue
        placed = name.group("before") in material.words.places.before
        someone = len(words_of.split()) in _PERSON and not has_noun(material, words_of, words)
        meant = bool(material.reading.within(span)) or material.has_event(span)
        if not (placed or someone or meant) and len(words_of) > _SHORTEST_NAME:
            yield Name("organisation", span)


def find_agents(material: Material, words: OrganiserWords) -> Iterator[Name]:
    """Find names by the words that tell who arranges or delivers: "leds av X", "kouluttajana toimii X".

    Bare prepositions tell too little, and so do two capitalised words without a noun: a person.
    """
    cues = tuple(cue for cue in (*words.delivered_by, *words.arranged_by) if len(cue) > _BARE)
    if not cues:
        return
    for cue in find_stems(cues, material.outline.folded, material.region):
        agent = _AGENT.match(material.text, cue.end())
        if not agent or agent.end() > material.outline.sentence(cue.start())[1]:
            continue
        before = agent.group(1).split()
        origin = not before and cue.group().rpartition(" ")[2] in words.origins
        titled = origin or (bool(before) and before[-1] in words.organisation_openers)
        span = _named_agent(material, agent.span(2), words, titled=titled)
        if span and not material.has_event(span):
            yield Name("organisation", span)


def _named_agent(material: Material, span: Span, words: OrganiserWords, *, titled: bool) -> Span | None:
    """Return an agent's name with the noun that closes it, or None for a person or audience.

    `titled` tells that a noun of organisations stands before it ("firmaet Klart Språk").
    """
    nouns = noun_pattern(material, words)
    tokens = material.outline.folded[span[0] : span[1]].split()
    last = span[1] - len(tokens[-1])
    if material.text[last].islower() and not nouns.search(tokens[-1]):
        span, tokens = (span[0], last - 1), tokens[:-1]
    noun = titled or "&" in tokens or any(nouns.search(token) for token in tokens)
    short = len(tokens) == 1 and span[1] - span[0] <= _SHORTEST_NAME
    someone = bool(material.reading.within(span)) or tokens[0] in material.words.not_modifiers
    return None if short or someone or (len(tokens) in _PERSON and not noun) else span


def _is_proper(words: str) -> bool:
    """Tell whether what opens a sentence must be a name: several capitals, and not just its first word."""
    return sum(char.isupper() for char in words) > 1
