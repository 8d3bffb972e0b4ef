"""Knows which pieces of a line share one comment in Word: those of one sentence of a precedent."""

from collections.abc import Iterator

from records.draft import Cited, Line, Piece, Placeholder, Plain

_ENDS = (".", "!", "?")


def find_stretches(line: Line) -> Iterator[Line]:
    """Yield the pieces of a line, in order, those of one carried sentence together, any other alone."""
    sentence: list[Piece] = []
    for piece in line:
        if sentence and _goes_on(sentence, piece):
            sentence.append(piece)
            continue
        yield from _told(sentence)
        sentence = [piece]
    yield from _told(sentence)


def whole_quote(stretch: Line) -> Cited | None:
    """Return a carried sentence as the one value that it is, or None for what is no such sentence."""
    lent = [cited for piece in stretch if (cited := _lent(piece))]
    if len(lent) < 2 or not any(isinstance(piece, Cited) for piece in stretch):
        return None  # placeholders side by side in words of the house
    parts = (cited.quote if (cited := _lent(piece)) else piece.text for piece in stretch)
    spans = tuple(sorted({span for cited in lent for span in cited.spans}))
    return lent[0].model_copy(update={"quote": "".join(parts), "spans": spans, "precedent": True})


def _told(sentence: list[Piece]) -> Iterator[Line]:
    """Yield a sentence as one, and the blanks behind it by themselves."""
    end = len(sentence)
    while end and _lent(sentence[end - 1]) is None:
        end -= 1
    if end:
        yield tuple(sentence[:end])
    yield from ((piece,) for piece in sentence[end:])


def _goes_on(sentence: list[Piece], piece: Piece) -> bool:
    first = _lent(sentence[0])
    if first is None:
        return False
    if isinstance(piece, Plain):
        return not any(map(str.isalnum, piece.text)) and piece.link is None
    lent = _lent(piece)
    if lent is None or (lent.source, lent.language) != (first.source, first.language):
        return False
    said = next(each for each in reversed(sentence) if not each.text.isspace())
    return isinstance(said, Placeholder) or not said.text.endswith(_ENDS)


def _lent(piece: Piece) -> Cited | None:
    """Return what a piece has of a precedent: carried words, or the one old value of a placeholder."""
    if isinstance(piece, Placeholder):
        return piece.old if len(piece.olds) == 1 else None
    return piece if isinstance(piece, Cited) and piece.precedent else None
