"""Tells how surely an item of a council's own minutes is the matter that a draft was made for.

Measured on what the houses' own wording gives when several matters of one meeting are drafted from it: a
draft's own item, filled in, comes to 0.9 or more; the same points for the staff, for another group of people
or for another course to between 0.3 and 0.6; anything else to less.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt

from config.houses import House
from config.wording import Wording
from export.compare import proposal_of
from export.difference import Forms, Worded, words_of_draft, words_of_text
from export.written import Written, WrittenSection
from records.draft import Cited, Draft, section_lines

LINKED = 0.7
"""From here on an item is the draft's matter, unless another is as likely."""
POSSIBLE = 0.35
"""From here on a person should look whether it is."""
CLEAR = 0.15
"""So much better than the next an item must be to be the one."""

_STEM = 8
_SMALL = 3
_BRACKETS = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class MatterWords:
    """Title and proposal of a draft or an item, as words; `cited` are the source's own among a draft's."""

    title: tuple[Worded, ...]
    proposal: tuple[Worded, ...]
    cited: frozenset[str] = frozenset()


def item_words(title: str | None, proposal: str | None, forms: Forms) -> MatterWords:
    """Return an item's title and proposal as words."""
    named, proposed = (
        words_of_text(text, ((0, len(text)),), forms) for text in (title or "", proposal or "")
    )
    return MatterWords(named, proposed)


def draft_words(draft: Draft, forms: Forms) -> MatterWords:
    """Return a draft's title and proposal as words."""
    title = words_of_draft((draft.heading,), forms, numbered=False)
    proposal = [section for section in draft.sections if section.key == "proposal"]
    pieces = [piece for line in (draft.heading, *section_lines(proposal)) for piece in line]
    cited = " ".join(piece.text for piece in pieces if isinstance(piece, Cited) and not piece.precedent)
    return MatterWords(
        title, proposal_of(draft, forms), frozenset(_stems(item_words(cited, "", forms).title))
    )


def matter_likeness(drafted: MatterWords, printed: MatterWords) -> float:
    """Return how surely an item is a draft's matter, from 0 to 1: both title and points have to be like it.

    Of the points neighbouring words are looked for, since single words are much alike in all decisions on
    training. Words count by their first letters, for endings differ; placeholders, numbers, small words and
    the opening that all proposals share count not at all. Of a draft that names its source's training, half
    hangs on that name.
    """
    wanted, found = set(_pairs(_points(drafted.proposal))), set(_pairs(printed.proposal))
    named, called = Counter(_names(drafted.title)), Counter(_names(printed.title))
    total = named.total() + called.total()
    title = 2 * (named & called).total() / total if total else 0.0
    points = len(wanted & found) / len(wanted) if wanted else 0.0
    return sqrt(title * points) * _cited_share(drafted, printed)


def _cited_share(drafted: MatterWords, printed: MatterWords) -> float:
    if not drafted.cited:
        return 1.0
    said = {*_stems(printed.title), *_stems(printed.proposal)}
    return (1 + len(drafted.cited & said) / len(drafted.cited)) / 2


def _points(proposal: Sequence[Worded]) -> list[Worded]:
    numbered = [point for point in proposal if point.number is not None]
    return numbered or list(proposal)


def _pairs(points: Iterable[Worded]) -> Iterator[tuple[str, str]]:
    """Yield neighbouring words; a placeholder is no neighbour."""
    for point in points:
        for one, other in pairwise(point.words):
            if one.gap is None and other.gap is None:
                yield one.key[:_STEM], other.key[:_STEM]


def _names(title: Iterable[Worded]) -> Iterator[tuple[str, ...]]:
    """Yield the words that tell something, and each two of them that follow each other."""
    stems = list(_stems(title))
    yield from ((stem,) for stem in stems)
    yield from pairwise(stems)


def _stems(points: Iterable[Worded]) -> Iterator[str]:
    for point in points:
        for word in point.words:
            if word.gap is None and len(word.key) > _SMALL and not any(map(str.isdigit, word.key)):
                yield word.key[:_STEM]


def edited_case_number(written: Written, house: House, wording: Wording) -> str | None:
    """Return the case number that stands in a clerk's file, or None while it is to be filled in."""
    label = house.labels.get("case_number", wording.head["case_number"]).casefold()
    for section in written.sections:
        for line in section.lines:
            if line.text.casefold().startswith(label):
                told = line.text[len(label) :].strip(" \t:")
                return None if not told or "[" in told else told
    return None


def edited_words(written: Written, house: House, wording: Wording, forms: Forms) -> MatterWords:
    """Return title and proposal of a clerk's file as words, without what is still to be filled in."""
    heading = house.headings.get("proposal", wording.headings["proposal"]).casefold()
    sections = written.sections
    told = [(section.heading or "").casefold().rstrip(" :.") for section in sections]
    at = told.index(heading) if heading in told else None
    if at is None:
        return MatterWords((), ())
    title = _title_before(sections[:at])
    points = tuple(_edited_points(sections[at], forms))
    return MatterWords(words_of_text(title, ((0, len(title)),), forms), points)


def _title_before(sections: Sequence[WrittenSection]) -> str:
    """Return the heading of the item itself, the last one of the highest level before the proposal."""
    headings = [section.heading for section in sections if section.level == 1 and section.heading]
    return _BRACKETS.sub(" ", headings[-1]) if headings else ""


def _edited_points(section: WrittenSection, forms: Forms) -> Iterator[Worded]:
    number = 0
    for line in section.lines:
        number += line.kind == "list_item"
        text = _BRACKETS.sub(" ", line.text)
        for point in words_of_text(text, ((0, len(text)),), forms):
            yield Worded(number if line.kind == "list_item" else point.number, point.words)
