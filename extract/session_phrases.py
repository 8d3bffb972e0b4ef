"""Knows how sentences name a training: the words around its noun, quotation marks, its theme or clause."""

import re
from functools import lru_cache

from config.programme_words import ProgrammeWords
from extract.programme_cues import EventWord, head_pattern, phrase_pattern
from extract.programme_material import Material
from extract.session_titles import has_words, trimmed
from records.base import Span

_TOKEN_BEFORE = re.compile(r"([\w’':-]+) \Z")
_TOKEN_AFTER = re.compile(r" ([\w’'-]+)")
_QUOTED = re.compile(r"[\"”“«»]([^\"”“«»\n]{3,90})[\"”“«»]")
_CLAUSE_BREAK = re.compile(r"[.;(\n](?:\s|\Z)|, ")
_LAST_WORD = re.compile(r"\s(\w+\.?)\Z")
_SUBJECT = re.compile(r": ([A-ZÅÄÖÆØ][^.:,;()\n]{3,60})(?=[.,;(\n]|\Z)")
_LONGEST = 140
_LONGEST_WORD = 40


def event_phrase(material: Material, event: EventWord) -> Span:
    """Return an event word with the adjectives before it and what it is about, as the text has it."""
    subject = _SUBJECT.match(material.text, event.span[1])
    if subject and not material.has_event(subject.span(1)):
        return event.span[0], subject.end(1)
    return _grown_left(material, event.span[0]), _grown_right(material, event.span)


def _grown_left(material: Material, start: int) -> int:
    """Step over at most three words that describe: adjectives, numbers, a name in the genitive."""
    words, folded = material.words, material.outline.folded
    ending = head_pattern(words.modifiers, ("",))
    for _ in range(3):
        token = _TOKEN_BEFORE.search(folded, max(0, start - 40), start)
        if not token or token.group(1) in words.not_modifiers:
            return start
        word = token.group(1)
        if len(word) > 2 and word.endswith(words.not_modifier_endings):
            return start
        counted = word in words.ordinals or any(word in names for names in words.numbers[1:])
        if word in words.joiners or not (counted or ending.search(word)):
            return start
        start = token.start(1)
    return start


def _grown_right(material: Material, span: Span) -> int:
    """Take in "in NOUN" and "for NOUN" behind an event word, up to the clause's end."""
    words, folded = material.words, material.outline.folded
    end = span[1]
    for _ in range(2):
        token = _TOKEN_AFTER.match(folded, end)
        if not token or token.group(1) not in words.complements:
            return end
        object_ = _TOKEN_AFTER.match(folded, token.end())
        if (
            not object_
            or object_.group(1) in words.not_modifiers
            or object_.group(1).isdigit()
            or _is_time(material, object_.start(1))
        ):
            return end
        end = _noun_end(material, object_.end(1))
    return end


def _noun_end(material: Material, end: int) -> int:
    """Step over the rest of a noun phrase: a genitive's noun, "X och Y"; never into a second training."""
    words, folded = material.words, material.outline.folded
    joiners, possessives = words.joiners, words.organisers.possessives
    describing = head_pattern(words.modifiers, ("",))
    for _ in range(4):
        token = _TOKEN_AFTER.match(folded, end)
        joined = _TOKEN_AFTER.match(folded, token.end()) if token and token.group(1) in joiners else token
        if (
            not token
            or not joined
            or joined.group(1) in words.not_modifiers
            or material.has_event(joined.span())
        ):
            return end
        before = folded[max(0, end - _LONGEST_WORD) : end].rsplit(None, 1)[-1]
        if joined is token and not (before.endswith(possessives) or describing.search(before)):
            return end
        end = joined.end(1)
    return end


def _is_time(material: Material, position: int) -> bool:
    return any(
        found.span[0] <= position < found.span[1]
        for found in material.dates_in((position - 30, position + 1))
    )


def quoted_name(material: Material, span: Span) -> Span | None:
    """Return a name in quotation marks within a stretch, without the marks."""
    match = _QUOTED.search(material.text, *span)
    return match.span(1) if match else None


def theme_name(material: Material, span: Span) -> Span | None:
    """Return what a sentence says its training is about ("teemana on X"), up to the clause's end."""
    folded = material.outline.folded
    cue = phrase_pattern(material.words.theme_cues).search(folded, *span)
    end = _clause_end(material.words).search(material.text, cue.end(), span[1]) if cue else None
    if not cue:
        return None
    start, stop = trimmed(material.text, (cue.end(), end.start() if end else span[1]))
    for joiner in material.words.joiners:
        if folded[start:stop].endswith(f" {joiner}"):
            stop -= len(joiner) + 1
    return (start, stop) if 3 < stop - start < _LONGEST else None


def clause_name(material: Material, date: Span) -> Span | None:
    """Return what a clause tells beside its date where no word names a training: first what follows it.

    "den 5 oktober servicen för äldre och den 9 november ..." is the service for the elderly.
    """
    sentence = material.outline.sentence(date[0])
    following = next(iter(material.dates_in((date[1], sentence[1]))), None)
    end = following.span[0] if following else sentence[1]
    stop = _CLAUSE_BREAK.search(material.text, date[1], end)
    after = _without_joiner(material, trimmed(material.text, (date[1], stop.start() if stop else end)))
    if has_words(material.text, after):
        return after[0], min(after[1], after[0] + _LONGEST)
    before = _without_joiner(material, trimmed(material.text, (sentence[0], date[0])))
    return (max(before[0], before[1] - _LONGEST), before[1]) if has_words(material.text, before) else None


def _without_joiner(material: Material, span: Span) -> Span:
    """Take "and the" off the end of a clause, where the next date follows."""
    words = (*material.words.joiners, *material.words.time_openers)
    start, end = span
    while last := _LAST_WORD.search(material.outline.folded[start:end]):
        if last.group(1) not in words:
            break
        end = start + last.start()
    return trimmed(material.text, (start, end))


@lru_cache(maxsize=16)
def _clause_end(words: ProgrammeWords) -> re.Pattern[str]:
    """Match where a clause ends: a full stop, a bracket, or a relative word behind a comma."""
    relatives = "|".join(map(re.escape, words.relatives))
    return re.compile(rf"[.;(\n]|, (?:{relatives})\b" if relatives else r"[.;(\n]")
