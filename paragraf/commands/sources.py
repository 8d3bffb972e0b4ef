"""`paragraf sources`: the councils that are read, listed and probed."""

from collections.abc import Iterator
from pathlib import Path

from rich.markup import escape
from rich.table import Table

from config.settings import load_settings
from config.sources import load_sources
from export.text import cut
from ingest.feed import Feed, read_feed
from ingest.fetch import Fetcher
from ingest.systems import system_for
from ingest.systems.base import Discovery, Horizon
from paragraf.console import out
from paragraf.workshop import check_source, enabled_sources, hosts_of, keys_of
from records.council import Source
from records.decision import Decision
from records.document import Origin
from records.errors import ConfigError, ReadError, Silent
from records.item import Item

_SHOWN = 15
_LONGEST = 300
"""Characters of a value that are shown."""


def run_sources_list() -> int:
    """Print every configured source; return 0."""
    sources = load_sources()
    table = Table()
    for column in ("id", "council", "system", "language", "enabled", "address"):
        table.add_column(column, overflow="fold")
    for source in sources:
        address = next((base.url for base in source.bases), "") or " ".join(source.pages)
        enabled = "yes" if source.enabled else "no"
        cells = (source.id, source.council.name, source.system, source.language or "?", enabled, address)
        table.add_row(*(escape(cell) for cell in cells))
    if sources:
        out().print(table)
    out().print(f"sources: {len(sources)}")
    return 0


def run_sources_check(source_id: str | None, feed: Path | None) -> int:
    """Probe a source, or read a feed file, and print what was seen; return 1 when it looks broken."""
    if feed is not None:
        return _check_feed(feed)
    if source_id is None:
        raise ConfigError("sources check", expected="a source's id, or --feed FILE", found="neither")
    (source,) = enabled_sources((source_id,))
    return _check_source(source)


def _check_feed(path: Path) -> int:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ReadError(str(path), expected="a feed file", found=error.strerror or str(error)) from error
    feed = read_feed(content, str(path))
    _show_feed(feed)
    return int(not feed.items)


def _show_feed(feed: Feed) -> None:
    table = Table(title=f"{feed.title or '(no title)'}: {len(feed.items)} entries", title_justify="left")
    for column in ("title", "address"):
        table.add_column(column, overflow="fold")
    for entry in feed.items[:_SHOWN]:
        table.add_row(escape(entry.title), escape(entry.url))
    out().print(table)
    for warning in feed.warnings:
        out().print(f"warning: {warning}", markup=False)


def _check_source(source: Source) -> int:
    """Poll the source, read its first page, and print both: what a later night would see.

    As if all of it were known, so that no list is widened and no site walked for a glance.
    """
    check_source(source)
    glance = Horizon(known=lambda _: True, began=True)
    with Fetcher(load_settings().fetch, hosts=hosts_of(source), keys=keys_of((source,))) as fetcher:
        system = system_for(source.system)
        discovery = system.discover(source, fetcher.fetch, glance)
        _show_discovery(source, discovery)
        if not discovery.entries:
            raise Silent(source.id, expected="entries", found="none", advice="Open its address in a browser.")
        entry = discovery.entries[0]
        page = fetcher.fetch(entry.url)
    for item in system.read(page, source, entry):
        _show_item(source, item)
    return int(bool(discovery.warnings))


def _show_discovery(source: Source, discovery: Discovery) -> None:
    table = Table(title=f"{source.id}: {len(discovery.entries)} entries", title_justify="left")
    for column in ("id", "date", "body", "subject"):
        table.add_column(column, overflow="fold")
    for entry in discovery.entries[:_SHOWN]:
        cells = (
            entry.native_id,
            str(entry.meeting_date or ""),
            entry.body or "",
            entry.subject or entry.title,
        )
        table.add_row(*(escape(cell) for cell in cells))
    out().print(table)
    for warning in discovery.warnings:
        out().print(f"warning: {warning}", markup=False)


def _show_item(source: Source, item: Item) -> None:
    """Print how the first page was read, so that labels gone astray show at once."""
    from extract.document import extract_item

    origin = Origin(url=item.url, country=source.council.country, publisher_type=source.council.type)
    record = extract_item(item, origin, language=source.language)
    out().print(f"\nfirst page {item.url or item.native_id}, read as {record.document_type}:", markup=False)
    for name, value in _told(record.decision, item):
        out().print(f"  {name}: {cut(value, _LONGEST)}", markup=False)
    out().print(f"  on training: {'yes' if record.relevance.is_programme else 'no'}")


def _told(decision: Decision | None, item: Item) -> Iterator[tuple[str, str]]:
    """Yield what was read of an item, a value a line."""
    if decision is None:
        yield "title", item.title or "?"
        return
    plain = decision.model_dump(mode="json", exclude={"preparers", "presenter", "effective", "handlings"})
    yield from ((name, str(value)) for name, value in plain.items() if value)
    for person in decision.preparers:
        yield "preparer", ", ".join(filter(None, (person.name, person.role)))
    if decision.presenter:
        yield "presenter", ", ".join(filter(None, (decision.presenter.name, decision.presenter.role)))
    if decision.handlings:
        yield "earlier handlings", ", ".join(handling.body or "?" for handling in decision.handlings)
