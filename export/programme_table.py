"""Writes the table of a programme's sessions, each row with its origin."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from export.brief import Brief
from export.phrases import enumerate_lines, gap, in_quotes, join, plain
from export.times import tell_clock, tell_edtf, tell_length, tell_time
from records.base import Span
from records.draft import Block, Cell, Cited, Line, Paragraph, Table
from records.programme import Coded, Session

TIME_FIELDS = ("edtf", "start", "end", "time", "term_year", "month", "season", "recurring")
# of the columns, in centimetres when all of them are there; the widest date and the longest words fit
_WIDTHS = (3.7, 4.6, 3.6, 3.2, 1.4)
_CUT_DATE = re.compile(r"[.:]?\d|[–-]\d")
_TIMES = frozenset({"when", "period", "year"})
NOTHING = plain("–")
"""What stands in a cell without a value."""


@dataclass(frozen=True)
class Row:
    """A session, where it stands in the programme, and the brief it is written to."""

    brief: Brief
    session: Session
    pointer: str

    def cite(self, text: str | None, *fields: str, spans: tuple[Span, ...] = ()) -> Cited | None:
        """Return a value in words of the house, backed by the session's fields or by its whole stretch."""
        pointers = [f"{self.pointer}/{field}" for field in fields]
        return self.brief.source.cite(text or "", pointers, spans or (self.session.span,))

    def quote(self, text: str | None, field: str, elsewhere: Span | None = None) -> Cited | None:
        """Return a value in the source's words, which stand in the session's stretch or elsewhere."""
        span = elsewhere or self.session.span
        return self.brief.source.quote(text or "", [f"{self.pointer}/{field}"], (span,))


def session_blocks(brief: Brief) -> tuple[Block, ...]:
    """Return the table of sessions under its caption, or a placeholder when the source lists none."""
    sessions = brief.programme.sessions
    if not sessions:
        return (Paragraph(line=(gap("sessions", brief.wording),)),)
    rows = [
        _cells(Row(brief, session, f"{brief.pointer}/sessions/{position}"))
        for position, session in enumerate(sessions)
    ]
    return (session_table(brief, rows, brief.wording.table.caption),)


def session_table(brief: Brief, rows: list[tuple[Cell, ...]], caption: str) -> Table:
    """Return the table of sessions, without the columns in which no row has a value."""
    words = brief.wording.table
    heads = (words.when, words.content, words.topics, words.audiences, words.source)
    kept = [column for column in range(len(heads)) if any(row[column].lines != (NOTHING,) for row in rows)]
    width = sum(_WIDTHS[column] for column in kept)
    return Table(
        caption=caption,
        header=tuple(heads[column] for column in kept),
        widths=tuple(_WIDTHS[column] / width for column in kept),
        rows=tuple(tuple(row[column] for column in kept) for row in rows),
    )


def _cells(row: Row) -> tuple[Cell, ...]:
    programme, session = row.brief.programme, row.session
    lines = (
        _when(row),
        code_names(row, session.topics, "topics", programme.topics),
        code_names(row, session.audiences, "audiences", programme.audiences),
        plain(f"[{row.brief.source.number + 1}]"),
    )
    when, *others = (Cell(lines=(line or NOTHING,)) for line in lines)
    return when, Cell(lines=(_title(row), *_details(row))), *others


def _when(row: Row) -> Line:
    words = row.brief.wording.dates
    if told := row.cite(tell_time(row.session, words), *TIME_FIELDS):
        return (told,)
    missing: Line = (gap("when", row.brief.wording),)
    clock = row.cite(tell_clock(row.session.time, words), "time")
    return join((missing, (clock,)), " ") if clock else missing


def is_half(brief: Brief, title: Cited) -> bool:
    """Tell whether a title was cut out of a sentence: inside a date, or behind the time that opens it."""
    text = brief.source.record.text
    if any(_CUT_DATE.match(text, end) and text[start:end][-1:].isdigit() for start, end in title.spans):
        return True
    opening = (each for span in title.spans for each in brief.stale.find(span) if each.span[0] == span[0])
    return any(each.key in _TIMES and text.startswith(",", each.span[1]) for each in opening)


def _title(row: Row) -> Line:
    title = row.quote(row.session.title, "title")
    if title is None or is_half(row.brief, title):
        return (gap("content", row.brief.wording),)
    return in_quotes(title, row.brief.wording) if row.brief.source.foreign else (title,)


def _details(row: Row) -> Iterator[Line]:
    words, session, brief = row.brief.wording.table, row.session, row.brief
    dates = brief.wording.dates
    parts = str(session.parts) if session.parts is not None else None
    for phrase, value in (
        (words.place, row.quote(session.place, "place")),
        (words.format, row.cite(brief.names.get(session.format or ""), "format")),
        (words.duration, row.cite(tell_length(session, dates), "duration_hours", "duration_days")),
        (words.parts, row.cite(parts, "parts")),
        (words.deadline, row.cite(tell_edtf(session.registration_deadline, dates), "registration_deadline")),
    ):
        if value:
            yield brief.say(phrase, value=(value,))
    if organisers := _organisers(row):
        yield brief.say(words.organisers, value=organisers)


def code_names(row: Row, codes: tuple[str, ...], field: str, coded: tuple[Coded, ...]) -> Line:
    """Return a session's codes by name, backed by the programme's own where those stand in the session."""
    start, end = row.session.span
    near = (each for each in coded if each.code in codes)
    spans = tuple(each.span for each in near if start <= each.span[0] and each.span[1] <= end)
    told = row.cite(row.brief.list_names(row.brief.named(codes)), field, spans=spans)
    return (told,) if told else ()


def _organisers(row: Row) -> Line:
    """Return the session's organisers; a name that stands elsewhere is quoted from there."""
    listed = {named.name: named.span for named in row.brief.programme.organisers}
    quotes = (
        row.quote(name, f"organisers/{position}", listed.get(name))
        for position, name in enumerate(row.session.organisers)
    )
    return enumerate_lines([(quote,) for quote in quotes if quote], row.brief.wording)
