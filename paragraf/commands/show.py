"""`paragraf show`: one record, every value with the quote it rests on."""

from rich.markup import escape

from paragraf.answers import told_twice, version_lines
from paragraf.console import out, say_line
from paragraf.workshop import open_begun
from records.dates import DateFinding
from records.document import DocumentRecord
from records.evidence import Evidence, backing_of
from store.records import StoredRecord, require_record

_QUOTE = 90


def run_show(name: str, *, as_json: bool) -> int:
    """Print the record of a programme or item; raises StoreError when there is none of that id."""
    with open_begun() as workshop:
        stored = require_record(workshop.store, name)
    if as_json:
        say_line(stored.record.model_dump_json(indent=2))
    else:
        _show(stored)
    return 0


def _show(stored: StoredRecord) -> None:
    out().print(f"[bold]{escape(stored.title or stored.id)}[/]")
    seen = f"version {stored.version}, seen {stored.first_seen:%Y-%m-%d} to {stored.last_seen:%Y-%m-%d}"
    for line in (stored.council.name, stored.url or "", seen, *version_lines(stored)):
        out().print(line, markup=False)
    values = stored.record.model_dump(mode="json", include={"decision", "further_decisions", "programmes"})
    for pointer, value in _leaves(values):
        backing = backing_of(pointer, stored.record.evidence)
        out().print(
            f"[cyan]{pointer}[/] {escape(str(value))}" + (_told(stored.record, backing) if backing else "")
        )
    for line in told_twice(stored.record):
        out().print(f"[yellow]{escape(line)}[/]")
    out().print("[cyan]dates in the text[/]")
    for date in stored.record.dates:
        out().print(_date_line(date), markup=False)


def _date_line(date: DateFinding) -> str:
    value = " ".join(filter(None, (date.edtf or date.recurring, date.time))) or "within a term"
    return f"  {date.text} = {value} ({date.role})"


def _leaves(value: object, pointer: str = "") -> list[tuple[str, object]]:
    """Return every value that says something, with its JSON pointer; spans and nulls say nothing."""
    if pointer.rpartition("/")[2] == "span" or value is None:
        return []
    if isinstance(value, dict):
        return [leaf for key, below in value.items() for leaf in _leaves(below, f"{pointer}/{key}")]
    if isinstance(value, list):
        return [leaf for index, below in enumerate(value) for leaf in _leaves(below, f"{pointer}/{index}")]
    return [(pointer, value)]


def _told(record: DocumentRecord, backing: Evidence) -> str:
    quote = " … ".join(" ".join(record.text[start:end].split()) for start, end in backing.spans)
    shown = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…"
    return f"\n    [dim]{escape(f'“{shown}” ({backing.how}, {backing.confidence:.2f})')}[/]"
