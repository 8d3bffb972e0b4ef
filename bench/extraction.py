"""Whole extraction of a 60 KB Dynasty page against the bare lxml parse of the same bytes."""

import datetime as dt
from collections.abc import Iterator

from lxml import html

from bench.pages import dynasty_page
from bench.ratios import interleave
from extract.document import extract_item
from ingest.systems import dynasty
from records.council import Base, Council, Source
from records.document import Origin
from records.page import Page

ROUNDS = 30
SOURCE = Source(
    id="suurlampi",
    system="dynasty",
    council=Council(name="Suurlammen kaupunki", country="FI"),
    language="fi",
    bases=(Base(id="main", url="http://127.0.0.1/cgi/DREQUEST.PHP"),),
)
URL = "http://127.0.0.1/cgi/DREQUEST.PHP?page=meetingitem&id=20261-1"


def measure_extraction() -> Iterator[str]:
    """Yield the ratio for a page that the gate keeps out, and for one that it lets in."""
    for name, training in (("gate closed", False), ("gate open", True)):
        page = Page(
            url=URL,
            final_url=URL,
            status=200,
            headers={"content-type": "text/html; charset=utf-8"},
            content=dynasty_page(training=training),
            retrieved_at=dt.datetime(2026, 11, 20, tzinfo=dt.UTC),
        )
        yield f"{name} (fi, {len(page.content) / 1000:.0f} KB): {_ratio(page)}"


def _ratio(page: Page) -> str:
    origin = Origin(url=page.url, country="FI")

    def whole() -> object:
        return [extract_item(item, origin, language="fi") for item in dynasty.read(page, SOURCE)]

    whole()  # words, patterns and, where the gate opens, spaCy are loaded once a process
    taken, floor = interleave(whole, lambda: html.fromstring(page.content), ROUNDS)
    return f"{taken / floor:.1f} x lxml parse ({taken * 1000:.1f} ms against {floor * 1000:.2f} ms)"
