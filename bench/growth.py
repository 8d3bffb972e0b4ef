"""How time grows with the input: twice as much may take a little more than twice as long."""

from collections.abc import Callable, Iterator

from bench.figures import Figure
from bench.ratios import seconds_of
from bench.texts import GROWING, nested_markup
from extract.document import extract_item
from ingest.documents import read_document
from records.document import Origin

AT_MOST = 2.2
NESTED = 100
ENOUGH = 5.0
"""Seconds after which a measurement is not repeated; a single round is at the mercy of its neighbours."""
MOST_ROUNDS = 7


def measure_growth() -> Iterator[Figure]:
    """Yield for each kind of text how much longer the whole of it takes than its half; markup is 200 deep."""
    extract(b"3.4.2026", "a.txt")
    for name, (make, size) in GROWING.items():
        yield _growth(name, make, size, "a.txt")
    yield _growth("nested markup", nested_markup, NESTED, "a.html")


def extract(content: bytes, name: str) -> object:
    """Return the record of a document's bytes, language given."""
    return extract_item(read_document(content, name), Origin(path=name), language="fi")


def _growth(name: str, make: Callable[[int], str], size: int, file: str) -> Figure:
    half, whole = make(size // 2).encode(), make(size).encode()
    less = more = float("inf")
    spent = 0.0
    for _ in range(MOST_ROUNDS):
        less = min(less, seconds_of(lambda content: extract(content, file), half))
        more = min(more, seconds_of(lambda content: extract(content, file), whole))
        spent += less + more
        if spent > ENOUGH:
            break
    note = f"{len(whole) / 1000:.0f} KB in {more * 1000:.0f} ms, half of it in {less * 1000:.0f} ms"
    return Figure(f"twice the input: {name}", more / less, "x", at_most=AT_MOST, note=note)
