"""Knows the labels and numbered parts that open paragraphs and sentences ("Juridik.", "Del två ...")."""

import re
from functools import lru_cache

from config.programme_words import ProgrammeWords
from extract.programme_cues import number_of, stem_pattern
from extract.programme_material import Material
from extract.programme_outline import Line
from records.base import Span

_RUN_IN = re.compile(r"([A-ZÅÄÖÆØ][^.:!?\n]{2,60})[.:]\s+(?=\S)")
_FEW_WORDS, _MOST_WORDS = 3, 9
_BULLET = 4
_DASHES = ("-", "–", "—")
"""What opens speech as well as points of a list."""


def run_in_heading(material: Material, line: Line) -> Span | None:
    """Return the short label that opens a paragraph ("Juridisk påfyll. Advokatene ..."), or None.

    A point of a list has a longer one, its name: "a) Gravplassen som grønt rom. Synfaring 22. april."
    """
    match = _RUN_IN.match(material.text, line.start, line.end)
    if not match:
        return None
    verbs = stem_pattern(material.words.arranged).search(material.outline.folded, *match.span(1))
    said = material.text[max(0, line.start - _BULLET) : line.start].rstrip()[-1:] in _DASHES
    longest = _MOST_WORDS if line.bullet and not said else _FEW_WORDS
    if verbs or material.dates_in(match.span(1)) or len(match.group(1).split()) > longest:
        return None
    return match.span(1)


def numbered_step(material: Material, sentence: Span) -> Span | None:
    """Return "Del två" or "Den andra kvällen" where a numbered part opens a sentence."""
    counted = _ordinal_step(material, sentence[0])
    if counted:
        return counted
    opening = _part_pattern(material.words).match(material.outline.folded, *sentence)
    if not opening or number_of(opening.group(1), material.words.numbers) is None:
        return None
    return opening.span()


def _ordinal_step(material: Material, start: int) -> Span | None:
    """Return "Den andra kvällen", "Toisen illan": an ordinal with the word for a part, in any case."""
    opening = _ordinal_pattern(material.words).match(material.outline.folded, start)
    return opening.span() if opening else None


@lru_cache(maxsize=16)
def _part_pattern(words: ProgrammeWords) -> re.Pattern[str]:
    """Match "del två", the number in a group."""
    return re.compile(rf"(?:{'|'.join(words.steps)}) (\w+)(?=[ ,:.])" if words.steps else r"(?!)")


@lru_cache(maxsize=16)
def _ordinal_pattern(words: ProgrammeWords) -> re.Pattern[str]:
    """Match "den andra kvällen"."""
    if not words.steps or not words.ordinals:
        return re.compile(r"(?!)")
    ordinals, steps = "|".join(words.ordinals), "|".join(words.steps)
    return re.compile(rf"(?:\w{{2,3}} )?(?:{ordinals}) (?:{steps})\w{{0,3}}(?=[ ,:.])")


@lru_cache(maxsize=16)
def _opening_pattern(words: ProgrammeWords) -> re.Pattern[str]:
    """Match what a numbered part may open with, whatever its number: that rules most sentences out."""
    return re.compile(f"{_ordinal_pattern(words).pattern}|{_part_pattern(words).pattern}")


def numbered_steps(material: Material) -> list[tuple[Span, Span]]:
    """Return the sentences that numbered parts open, each with its part, where there are several."""
    outline, opening = material.outline, _opening_pattern(material.words)
    steps = [
        (span, step)
        for span in outline.sentences
        if opening.match(outline.folded, span[0])
        and material.holds(span)
        and (step := numbered_step(material, span))
        and not outline.is_heading(outline.lines[outline.line_index(span[0])])
    ]
    return steps if len(steps) > 1 else []
