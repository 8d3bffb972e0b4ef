"""Made-up documents with annotations, written without a look at the rules: what holds of each, and of all."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.document import extract_item
from records.document import DocumentRecord, Origin
from tests.extract.made_up import item

FOLDER = Path(__file__).parents[1] / "annotated"
NAMES = sorted(str(path.relative_to(FOLDER)) for path in FOLDER.rglob("*.json"))
FEWEST = 60


@cache
def _gold(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return told


@cache
def _record(name: str) -> DocumentRecord:
    gold = _gold(name)
    return extract_item(item(gold["text"]), Origin(url=gold["url"]))


def _folded(text: str) -> str:
    return " ".join(text.split())


def test_there_are_enough_of_them() -> None:
    """Fewer would say little of a language."""
    assert len(NAMES) >= FEWEST


@pytest.mark.parametrize("name", NAMES)
def test_annotations_quote_their_text(name: str) -> None:
    """Every annotated date stands where it is said to stand."""
    gold = _gold(name)

    for date in gold["gold"]["dates"]:
        assert date["text"] == gold["text"][date["start"] : date["start"] + len(date["text"])]


@pytest.mark.parametrize("name", NAMES)
def test_every_value_equals_its_quote(name: str) -> None:
    """Names, titles, proposals and decisions are the words at their spans, and nothing but them."""
    record = _record(name)
    decision = record.decision
    told = {
        f"/decision/{field}": getattr(decision, field)
        for field in ("body", "title", "proposal", "decision", "case_number")
        if decision and getattr(decision, field)
    }

    for pointer, value in told.items():
        quote = " ".join(record.text[start:end] for start, end in record.evidence[pointer].spans)
        assert _folded(value) == _folded(quote), pointer
    for date in record.dates:
        assert date.text == record.text[slice(*date.span)]


@pytest.mark.parametrize("name", NAMES)
def test_every_span_lies_in_the_text(name: str) -> None:
    """Evidence never points outside the document, and is never sure beyond 1."""
    record = _record(name)

    for pointer, evidence in record.evidence.items():
        assert all(0 <= start < end <= len(record.text) for start, end in evidence.spans), pointer
        assert 0 <= evidence.confidence <= 1


@pytest.mark.parametrize("name", NAMES)
def test_language(name: str) -> None:
    """The language is told from the text alone."""
    assert _gold(name)["lang"] == _record(name).language


def test_a_record_is_the_same_whenever_it_is_made() -> None:
    """Extraction has no memory: in whatever order, a document gives one record."""
    for name in NAMES[::-7]:
        assert _record(name) == _record.__wrapped__(name)


def _share(right: int, of: int) -> float:
    return right / of if of else 1.0


def test_most_verdicts_are_right() -> None:
    """Of the documents called relevant, and of those that are, at least so many are right."""
    wanted = {name for name in NAMES if _gold(name)["relevant"]}
    given = {name for name in NAMES if _record(name).relevance.is_programme}

    assert _share(len(wanted & given), len(given)) >= 0.8
    assert _share(len(wanted & given), len(wanted)) >= 0.8
