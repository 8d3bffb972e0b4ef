"""Made-up items for the tests of programmes: bare text, its dates as a table, what finders read from."""

import datetime as dt
from functools import cache

from config.languages import Language, load_language
from extract.organiser_names import find_names
from extract.organisers import Parties, find_parties
from extract.programme_material import Material, material
from extract.reading import Reading, read_paragraphs
from ingest.text import infer_blocks
from records.base import Span
from records.dates import DateFinding, DateRole
from records.evidence import Found
from records.item import Item

Told = Found[DateFinding]


@cache
def words(code: str) -> Language:
    """Return a shipped language, loaded once for all tests."""
    return load_language(code)


def page(text: str) -> Item:
    """Return bare text as an item."""
    return Item(
        source_id="kuusiranta",
        base_id="main",
        native_id="1",
        url=None,
        text=text,
        blocks=infer_blocks(text),
        text_version="text-1",
    )


def date(
    text: str,
    quote: str,
    edtf: str | None = None,
    *,
    role: DateRole = "session",
    time: str | None = None,
    nth: int = 0,
    term_year: int | None = None,
    month: int | None = None,
    season: int | None = None,
    recurring: str | None = None,
) -> Told:
    """Return the `nth` place of a quote as a date; days and months get their first and last day.

    A clock without a date (`edtf` None, or the quote without a day) lacks its day.
    """
    start = -1
    for _ in range(nth + 1):
        start = text.index(quote, start + 1)
    span = (start, start + len(quote))
    first, last = _bounds(edtf)
    finding = DateFinding(
        text=quote,
        span=span,
        edtf=edtf,
        start=first,
        end=last,
        time=time,
        role=role,
        season=season,
        term_year=term_year,
        month=month,
        recurring=recurring,
        inherited=("day",) if time and edtf is None else (),
    )
    return Found(finding, (span,), "test")


def _bounds(edtf: str | None) -> tuple[dt.date | None, dt.date | None]:
    if edtf is None:
        return None, None
    left, _, right = edtf.partition("/")
    return _day(left, last=False), _day(right or left, last=True)


def _day(value: str, *, last: bool) -> dt.date:
    parts = [int(part) for part in value.split("-")]
    if len(parts) == 3:
        return dt.date(*parts)
    if len(parts) == 1:
        return dt.date(parts[0], 12, 31) if last else dt.date(parts[0], 1, 1)
    seasons = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
    months = seasons.get(parts[1], (parts[1], parts[1]))
    if not last:
        return dt.date(parts[0], months[0], 1)
    after = dt.date(parts[0] + months[1] // 12, months[1] % 12 + 1, 1)
    return after - dt.timedelta(days=1)


def ground(text: str, code: str, *dates: Told, read: bool = False, region: Span | None = None) -> Material:
    """Return what finders read from; with `read` spaCy has read the text, else its lines alone are known."""
    item = page(text)
    reading = read_paragraphs(item, words(code)) if read else Reading()
    return material(item, words(code), reading, dates, region or (0, len(text)))


def parties_of(
    told: Material, body: Found[str] | None = None, *, guest: bool = False, joins: bool = False
) -> Parties:
    """Return the organisers and providers among the names in a text."""
    return find_parties(told, find_names(told), body, guest=guest, joins=joins)
