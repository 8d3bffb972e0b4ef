"""Whole extraction of 60 KB pages against the bare lxml parse of the same bytes, and a usual stack."""

from collections.abc import Callable, Iterator, Sequence

from lxml import html

from bench.figures import Figure
from bench.pages import PAGES, dynasty_pages, dynasty_source
from bench.ratios import compare
from bench.rivals import usual_stack
from extract.document import extract_item
from ingest.systems import dynasty
from records.document import DocumentRecord, Origin
from records.page import Page

ROUNDS = 20
RIVAL_PAGES = 2
SOURCE = dynasty_source()


def measure_extraction() -> Iterator[Figure]:
    """Yield how many bare parses the whole extraction of a page costs, with the gate shut and open."""
    yield from _against_parse("page, gate closed", dynasty_pages(training=False, count=PAGES), at_most=6)
    yield from _against_parse("page, gate open", dynasty_pages(training=True, count=PAGES), at_most=30)


def measure_against_stack() -> Iterator[Figure]:
    """Yield how many times faster whole extraction is than BeautifulSoup, spaCy's ruler and dateparser."""
    stack = usual_stack("fi")
    for name, training in (("gate closed", False), ("gate open", True)):
        pages = dynasty_pages(training=training, count=RIVAL_PAGES)
        extract_page(pages[0])
        theirs = compare([lambda page: stack(page.content)], pages, 1)[0]
        # more pages than two for us, who keep what we read of the last ones
        own = compare([extract_page], dynasty_pages(training=training), 3)[0] / PAGES * len(pages)
        note = f"{_sizes(pages)}; {_a_page(theirs, pages)} against {_a_page(own, pages)}"
        yield Figure(f"usual stack / ours, {name}", theirs / own, "x", at_least=50, note=note)


def extract_page(page: Page) -> list[DocumentRecord]:
    """Return the records of a page, whose source tells its language."""
    origin = Origin(url=page.url, country="FI")
    return [extract_item(item, origin, language="fi") for item in dynasty.read(page, SOURCE)]


def _against_parse(name: str, pages: Sequence[Page], at_most: float) -> Iterator[Figure]:
    extract_page(pages[0])  # words, patterns and, where the gate opens, spaCy are loaded once a process
    works: list[Callable[[Page], object]] = [
        extract_page,
        lambda page: dynasty.read(page, SOURCE),
        lambda page: html.fromstring(page.content),
    ]
    whole, reading, parse = compare(works, pages, ROUNDS)
    note = f"{_sizes(pages)}; {_a_page(whole, pages)} against {_a_page(parse, pages)}"
    yield Figure(f"{name}: whole / parse", whole / parse, "x", at_most=at_most, note=note)
    yield Figure(f"{name}: HTML to text / parse", reading / parse, "x")


def _sizes(pages: Sequence[Page]) -> str:
    return f"{len(pages)} pages of {sum(len(page.content) for page in pages) / len(pages) / 1000:.0f} KB, fi"


def _a_page(seconds: float, pages: Sequence[Page]) -> str:
    return f"{seconds / len(pages) * 1000:.1f} ms"
