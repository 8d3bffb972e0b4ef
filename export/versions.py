"""Compares two versions of a draft line by line, and writes on the newer one's first page what changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from config.wording import Wording
from export.phrases import fill, plain
from export.text import cut
from records.draft import (
    Citation,
    Cited,
    Draft,
    Line,
    Paragraph,
    Piece,
    Placeholder,
    Plain,
    Points,
    Section,
    block_lines,
    line_text,
    piece_text,
)

KEY = "versions"
"""The key of the section that tells of changes."""
_HEAD = "head"
_MOST = 20
"""So many changes are listed, the rest counted."""
_LONGEST = 200
"""How many characters of a line are shown."""


@dataclass(frozen=True)
class Change:
    """A line that reads otherwise: `before` is None for one that came, `now` for one that went."""

    place: str
    before: Line | None
    now: Line | None


def is_same(before: Draft, after: Draft) -> bool:
    """Tell whether two versions of a draft say the same, whatever is told of their own changes."""
    return _said(before) == _said(after)


def list_changes(before: Draft, after: Draft, wording: Wording) -> tuple[Change, ...]:
    """Return what differs between two versions below their first page, in the newer one's order.

    Each line stands under its heading; the head of the item stands under the wording's word for it.
    """
    old, new = _places(before), _places(after)
    headings = {_HEAD: wording.versions.head, **_headings(before), **_headings(after)}
    return tuple(
        change
        for key in dict.fromkeys((*new, *old))
        for change in _compared(headings[key], old.get(key, ()), new.get(key, ()))
    )


def tell_changes(before: Draft, after: Draft, wording: Wording) -> Draft:
    """Return the newer of two versions with a section on its first page that tells what changed.

    What an older line quotes keeps its source: it is listed among the newer draft's, if it is not there.
    """
    sources = list(after.sources)
    changes = list_changes(before, after, wording)
    lines = [_line(change, before, sources, wording) for change in changes[:_MOST]]
    if len(changes) > _MOST:
        lines.append(plain(wording.versions.more.format(count=len(changes) - _MOST)))
    told = Points(items=tuple(lines)) if lines else Paragraph(line=plain(wording.versions.same))
    section = Section(key=KEY, heading=wording.versions.title.format(number=before.version), blocks=(told,))
    cover = (*after.cover[:1], section, *after.cover[1:])
    return after.model_copy(update={"cover": cover, "sources": tuple(sources)})


def without_changes(draft: Draft) -> Draft:
    """Return a draft as it was before `tell_changes`: without that section and what it alone quotes."""
    cover = tuple(section for section in draft.cover if section.key != KEY)
    if cover == draft.cover:
        return draft
    bare = draft.model_copy(update={"cover": cover})
    quoted = max((each.source for each in bare.cited()), default=-1)
    return bare.model_copy(update={"sources": draft.sources[: quoted + 1]})


def _said(draft: Draft) -> Draft:
    return without_changes(draft).model_copy(update={"version": 1, "sources": ()})


def _places(draft: Draft) -> dict[str, tuple[Line, ...]]:
    """Return the lines of a draft by the key of the section that they stand in, its heading first."""
    places: dict[str, tuple[Line, ...]] = {_HEAD: (draft.heading, *block_lines(draft.head))}
    for section in draft.sections:
        heading = (plain(section.heading),) if section.heading else ()
        lines = (line for block in section.blocks for line in block_lines(block))
        places[section.key] = (*places.get(section.key, ()), *heading, *lines)
    return places


def _headings(draft: Draft) -> dict[str, str]:
    """Return the heading that each section stands under; one without stands under the one before."""
    headings: dict[str, str] = {}
    heading = ""
    for section in draft.sections:
        heading = section.heading or heading
        headings[section.key] = heading or section.key
    return headings


def _compared(place: str, old: Sequence[Line], new: Sequence[Line]) -> Iterator[Change]:
    texts, now_texts = list(map(line_text, old)), list(map(line_text, new))
    # lines that stand in every row of a long table are no landmarks: with them the time grows without bounds
    matcher = SequenceMatcher(None, texts, now_texts, autojunk=True)
    for kind, start, end, now_start, now_end in matcher.get_opcodes():
        if kind != "equal":
            for before, now in zip_longest(old[start:end], new[now_start:now_end]):
                if before is None or now is None or line_text(before) != line_text(now):
                    yield Change(place, before, now)


def _line(change: Change, older: Draft, sources: list[Citation], wording: Wording) -> Line:
    """Return a change in words; placeholders in it are told in brackets, and are none to fill in."""
    words = wording.versions
    slots: dict[str, Line] = {"place": plain(change.place)}
    if change.before is not None:
        slots["before"] = _shown(tuple(_moved(piece, older, sources) for piece in change.before))
    if change.now is not None:
        slots["now"] = _shown(change.now)
    if change.before is None:
        return fill(words.added, wording, slots)
    return fill(words.removed if change.now is None else words.changed, wording, slots)


def _moved(piece: Piece, older: Draft, sources: list[Citation]) -> Piece:
    """Return a piece of an older version as the newer one lists its source."""
    if not isinstance(piece, Cited):
        return piece
    citation = older.sources[piece.source]
    if citation not in sources:
        sources.append(citation)
    return piece.model_copy(update={"source": sources.index(citation)})


def _shown(line: Line) -> Line:
    """Return a line as it is shown in a list of changes, a long one cut."""
    shown: list[Piece] = []
    left = _LONGEST
    for piece in line:
        if left <= 0:
            break
        if isinstance(piece, Placeholder):
            shown.append(Plain(text=piece_text(piece)))
        else:
            shown.append(piece.model_copy(update={"text": cut(piece.text, left)}))
        left -= len(shown[-1].text)
    return tuple(shown)
