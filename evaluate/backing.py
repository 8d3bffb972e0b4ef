"""Measures whether a record can say of its values where they come from."""

from collections.abc import Iterator

from evaluate.alike import plain
from evaluate.score import Count, Measured, Miss
from records.document import DocumentRecord
from records.evidence import Evidence, backing_of

# Values that are quotes: their spans must read as they do.
_QUOTES = ("body", "title", "name", "proposal", "decision")
# Read off the layout, or spans themselves.
_WITHOUT = ("/document_type", "/from")


def measure_backing(record: DocumentRecord) -> Iterator[Measured]:
    """Yield whether every date is the text at its span and every value of the decision has its quote."""
    misses = tuple(_faults(record))
    yield Measured("evidence", Count(int(not misses), 1, 1), misses)


def _faults(record: DocumentRecord) -> Iterator[Miss]:
    text = record.text
    for date in record.dates:
        start, end = date.span
        if text[start:end] != date.text:
            yield Miss(text[start:end], date.text, date.span)
    decision = record.decision.model_dump(mode="json") if record.decision else {}
    for pointer, value in _values(decision, "/decision"):
        if "/span" in pointer or "/handlings" in pointer or pointer.endswith(_WITHOUT):
            continue
        if fault := _fault(pointer, value, backing_of(pointer, record.evidence), text):
            yield fault


def _fault(pointer: str, value: object, backing: Evidence | None, text: str) -> Miss | None:
    spans = backing.spans if backing else ()
    if not spans:
        return Miss(f"{pointer} with a quote", "no quote")
    if any(not 0 <= start < end <= len(text) for start, end in spans):
        return Miss(f"{pointer} with a quote", f"a quote outside the text: {spans}")
    quote = " ".join(text[start:end] for start, end in spans)
    if pointer.rpartition("/")[2] in _QUOTES and plain(quote) != plain(str(value)):
        return Miss(quote, str(value), spans[0])
    return None


def _values(value: object, pointer: str) -> Iterator[tuple[str, object]]:
    """Yield every value below a pointer that is told."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _values(below, f"{pointer}/{key}")
    elif isinstance(value, list):
        for place, below in enumerate(value):
            yield from _values(below, f"{pointer}/{place}")
    elif value not in (None, "", False):
        yield pointer, value
