"""`paragraf sources`: the councils that are read, listed and probed."""

from pathlib import Path

from rich.markup import escape
from rich.table import Table

from config.sources import load_sources
from ingest.feed import read_feed
from paragraf.console import out
from paragraf.workshop import enabled_sources
from records.errors import ConfigError, ReadError

_SHOWN = 15


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
    out().print(f"{len(sources)} sources")
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
    return int(not feed.entries)
