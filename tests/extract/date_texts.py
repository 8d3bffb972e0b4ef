"""Made-up texts for the tests of dates, and what is read in them."""

import datetime as dt

from config.languages import load_language
from config.terms import load_terms
from extract.date_context import DateContext
from extract.date_parts import Expression
from extract.date_scan import scan_expressions
from extract.dates import find_dates, scan_dates
from ingest.text import infer_blocks
from records.council import Country, PublisherType
from records.dates import DateFinding
from records.item import Item

LANGUAGES = ("fi", "sv", "sv-FI", "nb", "nn")


def item_of(text: str, url: str | None = None) -> Item:
    """Return a text as an item, its blocks inferred from its lines."""
    return Item(
        source_id="test",
        base_id="main",
        native_id="1",
        url=url,
        text=text,
        blocks=infer_blocks(text),
        text_version="text-1",
    )


def expressions(code: str, text: str) -> list[Expression]:
    """Return the expressions as scanned."""
    return scan_expressions(text, load_language(code).dates)


def quotes(code: str, text: str) -> list[str]:
    """Return the words of each expression, in order."""
    return [text[one.start : one.end] for one in expressions(code, text)]


def told(code: str, text: str) -> list[tuple[str, str | None, str | None]]:
    """Return the words, EDTF value and clock of each expression as its own words tell them."""
    findings = [found.value for found in scan_dates(text, load_language(code).dates)]
    return [(one.text, one.edtf, one.time) for one in findings]


def found(
    code: str,
    text: str,
    anchor: str | None = None,
    *,
    country: Country | None = None,
    publisher: PublisherType | None = None,
    is_page: bool = False,
    relevant: bool = False,
    url: str | None = None,
) -> list[DateFinding]:
    """Return the findings of an item that speaks from the day `anchor`."""
    context = DateContext(
        anchor=dt.date.fromisoformat(anchor) if anchor else None,
        terms=load_terms().rules(country, publisher),
        is_page=is_page,
        relevant=relevant,
    )
    return [one.value for one in find_dates(item_of(text, url), load_language(code), None, context)]


def values(code: str, text: str, anchor: str | None = None) -> dict[str, str | None]:
    """Return the EDTF value of each expression of an item, by its words."""
    return {one.text: one.edtf for one in found(code, text, anchor)}


def roles(
    code: str, text: str, anchor: str | None = None, *, relevant: bool = False, is_page: bool = False
) -> dict[str, str]:
    """Return the role of each expression of an item, by its words."""
    return {one.text: one.role for one in found(code, text, anchor, relevant=relevant, is_page=is_page)}
