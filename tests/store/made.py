"""Made-up councils, items and records, and dumps of what a store holds."""

import datetime as dt
from typing import Any

from sqlalchemy import select, text

from records.council import Base, Body, Council, Source
from records.decision import Decision
from records.document import DocumentRecord, Origin, Relevance
from records.evidence import Evidence
from records.item import Block, Item
from records.page import Page
from records.programme import Coded, Named, Programme, Session
from store.database import Store
from store.items import Change, save_item
from store.schema import metadata

NIGHT = dt.datetime(2025, 3, 2, 2, 30, tzinfo=dt.UTC)

KUUSIRANTA = Source(
    id="kuusiranta",
    system="dynasty",
    council=Council(name="Kuusirannan kaupunki", country="FI", code="997"),
    language="fi",
    bases=(Base(id="main", url="https://kuusiranta.example/dynasty/"),),
    bodies=(Body(name="Kaupunginhallitus", aliases=("KH", "Khall")),),
)
"""A made-up Finnish city."""

ODEBORG = Source(
    id="odeborg",
    system="webpage",
    council=Council(name="Ödeborgs kommun", country="SE", code="1599"),
    language="sv",
    bases=(Base(id="site", url="https://odeborg.example/"),),
)
"""A made-up Swedish municipality."""

TEXT = "Kaupunginhallitus § 12\nLuottamushenkilöiden koulutukset\nPerehdytys esteellisyydestä 14.5.2025."

SESSION = Session(
    title="Perehdytys", edtf="2025-05-14", start=dt.date(2025, 5, 14), end=dt.date(2025, 5, 14), span=(57, 67)
)

PROGRAMME = Programme(
    title="Luottamushenkilöiden koulutukset",
    kind="plan",
    decision=0,
    organisers=(Named(name="Kuusirannan konsernipalvelut", span=(0, 17)),),
    audiences=(Coded(code="all_elected", span=(23, 40)),),
    topics=(Coded(code="disqualification", span=(68, 82)),),
    sessions=(SESSION,),
)

DECISION = Decision(
    document_type="minutes",
    body="Kaupunginhallitus",
    meeting_date=dt.date(2025, 2, 24),
    section="12",
    case_number="45/01.03.00/2025",
    title="Luottamushenkilöiden koulutukset",
    outcome="approved",
)


def make_page(content: str = "<p>§ 12</p>", url: str = "https://kuusiranta.example/12.htm") -> Page:
    """Return a page with this content."""
    headers = {"content-type": "text/html; charset=utf-8"}
    return Page(
        url=url, final_url=url, status=200, headers=headers, content=content.encode(), retrieved_at=NIGHT
    )


def make_item(
    native_id: str = "2025-12", words: str = TEXT, source: Source = KUUSIRANTA, **told: Any
) -> Item:
    """Return an item of a source with this text, one paragraph."""
    values = {
        "source_id": source.id,
        "base_id": source.bases[0].id,
        "native_id": native_id,
        "url": f"{source.bases[0].url}{native_id}",
        "text": words,
        "blocks": (Block("paragraph", 0, len(words)),),
        "text_version": "test-1",
        "language": source.language,
        "title": "Pykälä 12",
    }
    return Item(**{**values, **told})


def make_record(
    item: Item, *programmes: Programme, decision: Decision | None = DECISION, **told: Any
) -> DocumentRecord:
    """Return an item's record with these programmes."""
    values: dict[str, Any] = {
        "source": Origin(url=item.url, system="dynasty", sha256="00" * 32, retrieved_at=NIGHT),
        "document_type": decision.document_type if decision else "page",
        "language": item.language or "fi",
        "text": item.text,
        "relevance": Relevance(is_programme=bool(programmes), score=0.9 if programmes else 0.1),
        "decision": decision,
        "programmes": programmes,
        "evidence": {"/document_type": Evidence(spans=((0, 1),), rule="head", confidence=0.9)},
    }
    return DocumentRecord(**{**values, **told})


def keep(
    store: Store,
    native_id: str = "2025-12",
    words: str = TEXT,
    programmes: tuple[Programme, ...] = (PROGRAMME,),
    decision: Decision | None = DECISION,
    source: Source = KUUSIRANTA,
    seen_at: dt.datetime = NIGHT,
) -> Change:
    """Keep an item with this text and record, on a page whose content is the text."""
    item = make_item(native_id, words, source)
    page = make_page(words, url=item.url or "")
    return save_item(store, source, item, (page,), make_record(item, *programmes, decision=decision), seen_at)


def dump(store: Store, *leave_out: str) -> dict[str, list[str]]:
    """Return every row of every table as text, sorted; without columns like "items.last_seen", if named."""
    kept: dict[str, list[str]] = {}
    with store.read() as connection:
        for table in metadata.sorted_tables:
            columns = [column for column in table.c if f"{table.name}.{column.name}" not in leave_out]
            kept[table.name] = sorted(map(repr, connection.execute(select(*columns))))
        words = connection.execute(text("SELECT rowid, CAST(words AS text) FROM search_index ORDER BY rowid"))
        kept["search_index"] = [repr(row) for row in words]
    return kept


def count(store: Store, table: str) -> int:
    """Return how many rows a table has."""
    return len(dump(store)[table])
