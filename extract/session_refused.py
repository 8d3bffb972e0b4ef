"""Knows what only looks like a session: menus, contacts, last days, exams, stamps, ordinary meetings."""

import re
from collections.abc import Sequence
from functools import lru_cache

from config.programme_words import ProgrammeWords
from extract.programme_cues import head_pattern, stems
from extract.programme_material import Material
from extract.session_found import Outset
from extract.session_slot import line_at
from records.base import Span

_COLUMN = re.compile(r"\s+[|·•>»/]\s+|\S\s{2,}(?=\S)")
_ADDRESS = re.compile(r"\S@\S|\bwww\.|https?://")
_FEWEST_COLUMNS = 2
_SLACK = 2


def real_sessions(material: Material, outsets: Sequence[Outset]) -> list[Outset]:
    """Return the sessions without those whose row tells something else.

    A row opens with what it tells ("Sista dag ...", "Examination ..."); one without a date is a menu or
    a contact by its shape; one that a body alone names ("nämnd") is an ordinary meeting.
    """
    return [one for one in outsets if not _is_refused(material, one)]


def _is_refused(material: Material, one: Outset) -> bool:
    line = line_at(material, one.anchor[0]).span
    if one.when is None:
        return _is_chrome(material, line) or _opens(material, one.anchor)
    if one.when.value.term_year:
        return False
    if _is_bare_year(one) or _is_stamp(material, one):
        return True
    sentence = material.outline.sentence(one.when.span[0])
    return _opens(material, line) or _opens(material, sentence) or _is_meeting(material, one)


def _is_bare_year(one: Outset) -> bool:
    """Tell whether a year alone is all the time that a sentence tells ("I 2011 samlet konferansen 140")."""
    named = one.title is not None and one.title.rule in ("session_part", "session_point")
    return (
        not named and one.when is not None and re.fullmatch(r"\d{4}", one.when.value.edtf or "") is not None
    )


def _is_stamp(material: Material, one: Outset) -> bool:
    """Tell whether a date that nothing names stands alone between two gaps, as that of a page does."""
    if one.title is not None or one.when is None:
        return False
    line, lines = line_at(material, one.when.span[0]), material.outline.lines
    below = material.outline.line_index(line.start) + 1
    covers = line.end - line.start <= one.when.span[1] - one.when.span[0] + _SLACK
    return covers and line.gap and (below >= len(lines) or lines[below].gap)


def _is_chrome(material: Material, line: Span) -> bool:
    """Tell whether a line is a row of links or tells whom to write to."""
    columns = len(_COLUMN.findall(material.text, *line))
    return columns >= _FEWEST_COLUMNS or _ADDRESS.search(material.text, *line) is not None


def _opens(material: Material, span: Span) -> bool:
    """Tell whether a stretch opens with words for a deadline, an examination, a stamp, a contact."""
    start = span[0] + len(_signs(material, span))
    return _refusing(material.words).match(material.outline.folded, start, span[1]) is not None


def _signs(material: Material, span: Span) -> str:
    signs = re.compile(r"[\W_]{0,3}").match(material.text, *span)
    return signs.group() if signs else ""


def _is_meeting(material: Material, one: Outset) -> bool:
    """Tell whether a body or a word for a meeting is all that names a session."""
    if one.title is None or one.title.rule == "session_part" or material.has_event(one.title.span):
        return False
    words = material.outline.folded[slice(*one.title.span)].split()
    names = _meetings(material.words)
    return bool(words) and len(words) <= _FEWEST_COLUMNS and names.search(words[0].strip(".,:()")) is not None


@lru_cache(maxsize=16)
def _refusing(words: ProgrammeWords) -> re.Pattern[str]:
    return stems(words.not_sessions)


@lru_cache(maxsize=16)
def _meetings(words: ProgrammeWords) -> re.Pattern[str]:
    endings = words.organisers.body_endings or words.endings
    return head_pattern((*words.organisers.bodies, *words.meetings), endings)
