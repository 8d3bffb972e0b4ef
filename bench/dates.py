"""Dates alone: megabytes of text a second, and against dateparser on the same texts."""

from collections.abc import Callable, Iterator

from bench.figures import Figure
from bench.ratios import compare
from bench.rivals import dates_by_dateparser
from bench.texts import running_texts
from config.languages import load_language
from extract.date_context import DateContext
from extract.dates import find_dates, scan_dates
from ingest.text import infer_blocks
from records.item import Item

LANGUAGES = ("fi", "sv", "nb", "nn")
ROUNDS = 10
SIZE = 20_000
RIVAL_SIZE = 2_000


def measure_dates() -> Iterator[Figure]:
    """Yield MB a second of dates with values, and with roles too, by language; then against dateparser."""
    for code in LANGUAGES:
        yield from _alone(code)
    yield _against_dateparser()


def _alone(code: str) -> Iterator[Figure]:
    texts = running_texts(code, SIZE)
    words = load_language(code)
    items = [_item(text) for text in texts]

    def scan(item: Item) -> object:
        return scan_dates(item.text, words.dates)

    def whole(item: Item) -> object:
        return find_dates(item, words, None, DateContext())

    # apart from each other, since one would be served from the other's scan
    size = sum(map(len, texts)) / 1e6
    found = sum(len(scan_dates(text, words.dates)) for text in texts)
    note = f"{len(texts)} texts of {SIZE / 1000:.0f} KB, {found / size / 1000:.1f} dates a KB"
    seconds = compare([scan], items, ROUNDS)[0]
    yield Figure(f"dates with values, {code}", size / seconds, "MB/s", at_least=5, note=note)
    seconds = compare([whole], items, ROUNDS)[0]
    yield Figure(f"dates with values and roles, {code}", size / seconds, "MB/s")


def _against_dateparser() -> Figure:
    words = load_language("fi").dates
    texts = running_texts("fi", RIVAL_SIZE)
    works: list[Callable[[str], object]] = [
        lambda text: dates_by_dateparser(text, "fi"),
        lambda text: scan_dates(text, words),
    ]
    theirs, own = compare(works, texts, 3)
    note = f"{len(texts)} texts of {RIVAL_SIZE / 1000:.0f} KB, fi"
    return Figure("dateparser / ours, dates alone", theirs / own, "x", at_least=50, note=note)


def _item(text: str) -> Item:
    return Item(
        source_id="bench",
        base_id="",
        native_id="1",
        url=None,
        text=text,
        blocks=infer_blocks(text),
        text_version="1",
    )
