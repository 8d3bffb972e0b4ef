"""The view of an item that reading its decisions works on: lines, labels, dates and words together."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from config.decision_words import DecisionWords, Phrases
from extract.decision_bodies import body_line, find_body
from extract.decision_label_forms import find_labels
from extract.decision_lexicon import Lexicon, lexicon_of
from extract.decision_lines import Line, first_digit, split_lines
from extract.decision_shapes import DAY, day_of
from extract.decision_sure import Reading, found_as
from extract.decision_types import WayRow
from extract.folded import fold
from extract.labels import Label, LabelKind
from records.base import Span
from records.council import Body
from records.dates import DateFinding
from records.evidence import Found
from records.item import Block

_WINDOW = 40


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text with its lines, labels and dates, all in reading order.

    A line that holds labels within is cut before each of them. `bodies` are those that the source
    knows, with their abbreviations; `way` is the table of bodies above a Norwegian case.
    `openers` are words that may open a phrase of the lexicon, labels among them.
    """

    text: str
    folded: str
    lines: tuple[Line, ...]
    labels: tuple[Label, ...]
    dates: tuple[Found[DateFinding], ...]
    lexicon: Lexicon
    words: DecisionWords
    bodies: tuple[Body, ...] = ()
    way: tuple[WayRow, ...] = ()
    openers: Sequence[Span] = ()

    def quote(self, span: Span) -> str:
        """Return the text of a span with its white space folded."""
        return " ".join(self.text[slice(*span)].split())

    def found(self, span: Span, rule: str, reading: Reading = "placed") -> Found[str]:
        """Return a span's text as a value that was read by `rule`."""
        return found_as(self.quote(span), (span,), rule, reading)

    def find_body(self, span: Span) -> Span | None:
        """Return the first name of a body within a span."""
        return find_body(self.text, self.folded, span, self.words.bodies)

    def body_line(self, span: Span) -> Span | None:
        """Return the span if it is as a whole the name of a body."""
        return body_line(self.text, self.folded, span, self.words.bodies)

    def lines_in(self, span: Span) -> Sequence[Line]:
        """Return the lines that begin within a span."""
        first = bisect_left(self.lines, span[0], key=lambda line: line.start)
        last = bisect_left(self.lines, span[1], key=lambda line: line.start)
        return self.lines[first:last]

    def openers_in(self, span: Span) -> Sequence[Span]:
        """Return the words within a span that may open a phrase of the lexicon."""
        return self.openers[bisect_left(self.openers, (span[0], 0)) : bisect_left(self.openers, (span[1], 0))]

    def labels_in(self, span: Span, *kinds: LabelKind) -> tuple[Label, ...]:
        """Return the labels of some kinds (all, if none is named) that begin within a span."""
        return tuple(self.each_label(span, *kinds))

    def each_label(self, span: Span, *kinds: LabelKind) -> Iterator[Label]:
        """Go through the labels that begin within a span, for who needs but the first of them."""
        at = bisect_left(self.labels, span[0], key=lambda label: label.start)
        while at < len(self.labels) and self.labels[at].start < span[1]:
            if not kinds or self.labels[at].kind in kinds:
                yield self.labels[at]
            at += 1

    def label_at(self, start: int) -> Label | None:
        """Return the label that begins at `start`."""
        at = bisect_left(self.labels, start, key=lambda label: label.start)
        return self.labels[at] if at < len(self.labels) and self.labels[at].start == start else None

    def label_before(self, position: int) -> Label | None:
        """Return the last label that begins before a position."""
        at = bisect_left(self.labels, position, key=lambda label: label.start)
        return self.labels[at - 1] if at else None

    def line_at(self, position: int) -> Line | None:
        """Return the line that holds a position."""
        at = bisect_right(self.lines, position, key=lambda line: line.start) - 1
        return self.lines[at] if at >= 0 and position < self.lines[at].end else None

    def place_of(self, line: Line) -> int:
        """Return the place of a line among the lines."""
        return bisect_left(self.lines, line.start, key=lambda other: other.start)

    def row_span(self, position: int) -> Span:
        """Return the printed row around a position, from its first line's start (a page's mark is out)."""
        line = self.line_at(position)
        end = self.text.find("\n", position)
        end = len(self.text) if end < 0 else end
        if line is None:
            return self.text.rfind("\n", 0, position) + 1, end
        at = bisect_left(self.lines, line.row, key=lambda other: other.row)
        return self.lines[at].start, end

    def pieces_of(self, row: Span) -> Sequence[Line]:
        """Return the columns and labelled parts of a row."""
        return self.lines_in(row)

    def value_of(self, label: Label, limit: int) -> Span:
        """Return what stands behind a field's label: the rest of its line, else the line or column below."""
        at = bisect_right(self.lines, label.start, key=lambda line: line.start) - 1
        own = self.lines[at]
        if self.text[label.end : own.end].strip():
            return trimmed(self.text, (label.end, own.end))
        after = [line for line in self.lines[at + 1 : at + _WINDOW] if label.end <= line.start < limit]
        if after and after[0].row == own.row and self.label_at(after[0].start) is None:
            return after[0].span
        if any(line.row == own.row for line in (*self.lines[max(0, at - 1) : at], *after[:1])):
            after = [line for line in after if line.row == own.row + 1 and line.column == own.column]
        if after and self.label_at(after[0].start) is None:
            return after[0].span
        return label.end, label.end

    def day_in(self, span: Span) -> Found[dt.date] | None:
        """Return the first single day told within a span."""
        shape = next((match for match in DAY.finditer(self.text, *span) if day_of(match)), None)
        day = None if shape is None else day_of(shape)
        worded = next(self._days(span), None)
        if shape is not None and day is not None and (worded is None or shape.start() <= worded.spans[0][0]):
            return found_as(day, (shape.span(),), "day of the head", "placed")
        return worded

    def _days(self, span: Span) -> Iterator[Found[dt.date]]:
        first = bisect_left(self.dates, span[0], key=lambda date: date.spans[0][0])
        for date in self.dates[first:]:
            if date.spans[-1][1] > span[1]:
                return
            start, end = date.value.start, date.value.end
            if start is not None and start == end and "year" not in date.value.inherited:
                yield found_as(start, date.spans, "day of the head", "placed")


def read_sheet(
    text: str,
    blocks: Sequence[Block],
    dates: Sequence[Found[DateFinding]],
    words: DecisionWords,
    bodies: tuple[Body, ...] = (),
    proposal_labels: Phrases = (),
) -> Sheet:
    """Return the sheet of a text; `dates` are the expressions of time found in it.

    `bodies` and `proposal_labels` are those that the text's source knows.
    """
    folded = fold(text)
    lines = split_lines(text, blocks)
    lexicon = lexicon_of(words, proposal_labels)
    openers = lexicon.openers_in(folded)
    labels = find_labels(text, folded, lines, lexicon, openers)
    ordered = tuple(sorted(dates, key=lambda date: date.spans[0]))
    return Sheet(
        text, folded, _cut(text, lines, labels), labels, ordered, lexicon, lexicon.words, bodies, (), openers
    )


def _cut(text: str, lines: Sequence[Line], labels: Sequence[Label]) -> tuple[Line, ...]:
    """Cut lines where a label begins within them."""
    starts = [label.start for label in labels]
    if not starts:
        return tuple(lines)
    pieces: list[Line] = []
    for line in lines:
        first, last = bisect_left(starts, line.start + 1), bisect_left(starts, line.end)
        if first == last:
            pieces.append(line)
            continue
        marks = [line.start, *starts[first:last], line.end]
        for number, (left, right) in enumerate(pairwise(marks)):
            start, end = trimmed(text, (left, right))
            if start < end:
                begins = line.page and number == 0
                digit = first_digit(text, start, end)
                pieces.append(line._replace(start=start, end=end, page=begins, digit=digit))
    return tuple(pieces)


def trimmed(text: str, span: Span) -> Span:
    """Return a span without the blanks at its ends."""
    piece = text[slice(*span)]
    start = span[0] + len(piece) - len(piece.lstrip())
    return start, max(start, span[0] + len(piece.rstrip()))
