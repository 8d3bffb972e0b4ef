"""The pages and texts that speed is measured on."""

import pytest

from bench.pages import DENSITY, SIZE, dynasty_pages, dynasty_source, sample_texts
from bench.texts import GROWING, nested_markup, running_texts
from config.languages import load_language
from extract.dates import scan_dates
from extract.gate import gate_open
from ingest.documents import read_document
from ingest.systems import dynasty


@pytest.mark.parametrize("training", [True, False])
def test_pages_are_whole_items_of_sixty_kilobytes(training: bool) -> None:
    """Each is one item of a meeting with a text that opens the gate, or keeps it shut; no two are alike."""
    pages = dynasty_pages(training=training, count=3)
    items = [dynasty.read(page, dynasty_source()) for page in pages]
    assert all(SIZE <= len(page.content) < 1.1 * SIZE for page in pages)
    assert all(len(found) == 1 for found in items)
    assert [gate_open(found[0].text, load_language("fi")) for found in items] == [training] * 3
    assert len({found[0].text for found in items}) == 3


@pytest.mark.parametrize("training", [True, False])
def test_pages_hold_as_many_dates_as_real_minutes(training: bool) -> None:
    """Neither more, which would make dates look dear, nor fewer: within a quarter."""
    for page in dynasty_pages(training=training, count=3):
        (item,) = dynasty.read(page, dynasty_source())
        found = scan_dates(item.text, load_language("fi").dates)
        assert len(found) / len(item.text) * 1000 == pytest.approx(DENSITY, rel=0.25)


@pytest.mark.parametrize("code", ["fi", "sv", "nb", "nn"])
def test_every_language_has_running_text(code: str) -> None:
    """Four different texts of the size asked for, from what the sample councils write."""
    assert sample_texts(code, training=True)
    texts = running_texts(code, 3000)
    assert [len(text) for text in texts] == [3000] * 4
    assert len(set(texts)) == 4


@pytest.mark.parametrize("name", GROWING)
def test_growing_texts_double(name: str) -> None:
    """Twice the size asked for is about twice the text."""
    make, _ = GROWING[name]
    assert 1.8 < len(make(8000)) / len(make(4000)) < 2.3


def test_nested_markup_can_be_read() -> None:
    """The depth stays below what the parser gives up at, so that the text is measured and not an error."""
    assert read_document(nested_markup(3).encode(), "a.html").text.count("Kokous 3.4.2026") == 3
