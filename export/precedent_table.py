"""Writes the one programme of several precedents: what carries over, each row with where it comes from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from export.brief import Brief
from export.phrases import enumerate_lines, gap, plain, stale_gap
from export.precedent import carry, is_telling, merge_lines, wording_of
from export.programme_table import NOTHING, TIME_FIELDS, Row, code_names, is_half, session_table
from export.times import tell_length, tell_time
from records.base import Span
from records.draft import Block, Cell, Cited, Line, Paragraph
from records.programme import Session

_LONGEST_TITLE = 600
_MOST_GAPS = 4
_UNDATED = (99, 0, 0)
_LAST_MONTH = 12


@dataclass(frozen=True)
class _Taken:
    """A row of the programme, the precedents that have it, and its place in the order of time."""

    cells: tuple[Cell, ...]
    sources: tuple[int, ...]
    order: tuple[int, int, int]

    @property
    def is_named(self) -> bool:
        """Tell whether the row has words of its own for what it is about."""
        return any(isinstance(piece, Cited) for piece in self.cells[1].lines[0])

    @property
    def says(self) -> str:
        """What the row says apart from its old values."""
        return "\n".join(wording_of(line) for cell in self.cells for line in cell.lines)


def programme_blocks(brief: Brief) -> tuple[Block, ...]:
    """Return the table of all precedents' sessions by the time of the year, or a placeholder without any.

    Rows of several precedents that say the same are one; times, places and names are to be filled in anew.
    """
    taken = [row for each in brief.each for row in _taken(each)]
    if not taken:
        return (Paragraph(line=(gap("sessions", brief.wording),)),)
    rows = sorted(_merged(taken), key=lambda row: (row.order, row.sources[0]))
    cells = [(*row.cells, Cell(lines=(_origin(row.sources),))) for row in rows]
    return (session_table(brief, cells, brief.wording.precedent.caption),)


def _origin(sources: Sequence[int]) -> Line:
    return plain(", ".join(f"[{number + 1}]" for number in sources))


def _merged(rows: Iterable[_Taken]) -> list[_Taken]:
    """Return rows, the first, second ... that a precedent words so as one with those of the others."""
    merged: dict[tuple[str, int], _Taken] = {}
    count: Counter[tuple[str, int]] = Counter()
    for row in rows:
        words = row.says if row.is_named else f"{row.sources}"
        count[words, row.sources[0]] += 1
        key = words, count[words, row.sources[0]]
        merged[key] = _join(merged[key], row) if key in merged else row
    return list(merged.values())


def _join(row: _Taken, other: _Taken) -> _Taken:
    cells = tuple(
        Cell(lines=tuple(map(merge_lines, cell.lines, twin.lines)))
        for cell, twin in zip(row.cells, other.cells, strict=True)
    )
    return _Taken(cells, (*row.sources, *other.sources), min(row.order, other.order))


def _taken(brief: Brief) -> Iterator[_Taken]:
    sessions = brief.programme.sessions
    dated = (session.start.year for session in sessions if session.start and session.edtf)
    first = min(dated, default=0)
    for position, session in enumerate(sessions):
        row = Row(brief, session, f"{brief.pointer}/sessions/{position}")
        yield _Taken(_cells(row), (brief.source.number,), _order(session, first))


def _order(session: Session, first_year: int) -> tuple[int, int, int]:
    """Return a session's place: by year of its programme and day of the year, undated ones last."""
    if session.edtf is None and (session.term_year or session.month):
        return (session.term_year or 1) - 1, session.month or _LAST_MONTH, 0
    if session.start is None:
        return _UNDATED
    return session.start.year - first_year, session.start.month, session.start.day


def _cells(row: Row) -> tuple[Cell, ...]:
    programme, session = row.brief.programme, row.session
    content = (_title(row), *_details(row))
    topics = code_names(row, session.topics, "topics", programme.topics)
    audiences = code_names(row, session.audiences, "audiences", programme.audiences)
    lines = (_kept(topics), _kept(audiences))
    when, *others = (Cell(lines=(line or NOTHING,)) for line in (_when(row), *lines))
    return when, Cell(lines=content), *others


def _kept(line: Line) -> Line:
    """Return a line whose values carry over."""
    return tuple(
        piece.model_copy(update={"precedent": True}) if isinstance(piece, Cited) else piece for piece in line
    )


def _when(row: Row) -> Line:
    """Return a session's time to be filled in anew; one told within any term carries over."""
    old = row.cite(tell_time(row.session, row.brief.wording.dates), *TIME_FIELDS)
    if old is None:
        return (gap("when", row.brief.wording),)
    if _is_timeless(row.session) and not any(map(str.isnumeric, old.text)):
        return _kept((old,))
    return (stale_gap("when", row.brief.wording, [old]),)


def _is_timeless(session: Session) -> bool:
    return not (session.edtf or session.time or session.month or session.season) and bool(
        session.recurring or session.term_year
    )


def _title(row: Row) -> Line:
    """Return a session's title, carried over from where it stands."""
    brief, title = row.brief, row.quote(row.session.title, "title")
    span = _whole(brief, title) if title else None
    if title is None or span is None or is_half(brief, title):
        return (gap("content", brief.wording),)
    line = (
        carry(brief.source, brief.stale, span, brief.wording) if span[1] - span[0] <= _LONGEST_TITLE else ()
    )
    if not line or not is_telling(line, _MOST_GAPS):
        return (stale_gap("content", brief.wording, [title]),)
    return _in_quotes(line, brief) if brief.source.foreign else line


def _in_quotes(line: Line, brief: Brief) -> Line:
    start, end = brief.wording.quotes
    return *plain(start), *line, *plain(end)


def _whole(brief: Brief, title: Cited) -> Span | None:
    """Return where a title stands if it does so in one piece."""
    text, folded = brief.source.record.text, title.text
    for start, end in title.spans:
        if " ".join(text[start:end].split()) == folded:
            return start, end
        at = text.find(folded, start, end)
        if at >= 0:
            return at, at + len(folded)
    return None


def _details(row: Row) -> Iterator[Line]:
    words, session, brief = row.brief.wording.table, row.session, row.brief
    if place := row.quote(session.place, "place"):
        yield brief.say(words.place, value=(stale_gap("place", brief.wording, [place]),))
    if form := row.cite(brief.names.get(session.format or ""), "format"):
        yield brief.say(words.format, value=_kept((form,)))
    length = row.cite(tell_length(session, brief.wording.dates), "duration_hours", "duration_days")
    if length:
        yield brief.say(words.duration, value=(stale_gap("length", brief.wording, [length]),))
    if organisers := _organisers(row):
        yield brief.say(words.organisers, value=organisers)


def _organisers(row: Row) -> Line:
    """Return who arranges a session: the house itself as it is, others as one placeholder."""
    listed = {named.name: named.span for named in row.brief.programme.organisers}
    quotes = [
        row.quote(name, f"organisers/{position}", listed.get(name))
        for position, name in enumerate(row.session.organisers)
    ]
    told = [quote for quote in quotes if quote]
    own = [quote for quote in told if row.brief.stale.names.knows_own(quote.text)]
    lines = [_kept((quote,)) for quote in own]
    if others := [quote for quote in told if quote not in own]:
        lines.append((stale_gap("organiser", row.brief.wording, others),))
    return enumerate_lines(lines, row.brief.wording)
