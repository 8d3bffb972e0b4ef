"""Carries words over from a precedent: they stand as they are, what is its own becomes a placeholder."""

from collections.abc import Iterable, Iterator

from config.wording import Wording
from export.citing import Source
from export.phrases import show_olds, stale_gap
from export.stale import StaleFinder
from export.text import fold
from records.base import Span
from records.draft import Cited, Line, Piece, Placeholder, Plain


def carry(source: Source, finder: StaleFinder, span: Span, wording: Wording) -> Line:
    """Return a stretch of a precedent as text of the draft, its dates, sums and names as placeholders."""
    pieces: list[Piece] = []
    start = span[0]
    for stale in finder.find(span):
        pieces.extend(_words(source, (start, stale.span[0])))
        pieces.append(stale_gap(stale.key, wording, _old(source, stale.span)))
        start = stale.span[1]
    pieces.extend(_words(source, (start, span[1])))
    return _edged(pieces)


def _old(source: Source, span: Span) -> tuple[Cited, ...]:
    text = source.record.text[slice(*span)]
    old = source.quote(text, (), [span])
    return (old,) if old else ()


def _words(source: Source, span: Span) -> Iterator[Piece]:
    """Yield the words of a stretch, with the blanks around them as wording of ours."""
    text = source.record.text[slice(*span)]
    start, end = span[0] + len(text) - len(text.lstrip()), span[1] - len(text) + len(text.rstrip())
    if start >= end:
        yield from (Plain(text=" ") for _ in text[:1])
        return
    if start > span[0]:
        yield Plain(text=" ")
    told = fold(text)
    if not told:
        return
    if not any(map(str.isalnum, told)):
        yield Plain(text=told)
    elif cited := source.quote(told, (), [(start, end)]):
        yield cited.model_copy(update={"precedent": True})
    if end < span[1]:
        yield Plain(text=" ")


def _edged(pieces: list[Piece]) -> Line:
    """Return pieces as a line without blanks at its ends."""
    while pieces and pieces[0].text == " ":
        pieces.pop(0)
    while pieces and pieces[-1].text == " ":
        pieces.pop()
    return tuple(pieces)


def wording_of(line: Line) -> str:
    """Return what a line says apart from its old values, for telling whether two say the same."""
    texts = (f"[{piece.key}]" if isinstance(piece, Placeholder) else piece.text for piece in line)
    return "".join(texts).casefold()


def merge_lines(line: Line, other: Line) -> Line:
    """Return a line with the old values of another one that says the same."""
    gaps: list[Placeholder] = [piece for piece in other if isinstance(piece, Placeholder)]
    gaps.reverse()
    return tuple(
        show_olds(piece, gaps.pop().olds) if isinstance(piece, Placeholder) and gaps else piece
        for piece in line
    )


def is_telling(line: Line, most_gaps: int) -> bool:
    """Tell whether a carried line says enough by itself: few placeholders, more words than they replace."""
    gaps = [piece for piece in line if isinstance(piece, Placeholder)]
    named = sum(piece.key in {"name", "person", "contact"} for piece in gaps)
    replaced = sum(len(old.text) for piece in gaps for old in piece.olds)
    kept = sum(len(piece.text) for piece in line if isinstance(piece, Cited))
    return len(gaps) <= most_gaps and named <= 1 and kept > replaced


def merge_told(lines: Iterable[Line]) -> dict[str, Line]:
    """Return lines by what they say, those that say the same as one with the old values of all."""
    told: dict[str, Line] = {}
    for line in lines:
        words = wording_of(line)
        told[words] = merge_lines(told[words], line) if words in told else line
    return told
