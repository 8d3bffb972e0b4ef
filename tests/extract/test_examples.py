"""The sentences that each language file ends with are read as the file says."""

import datetime as dt

import pytest

from config.languages import Example, language_codes, load_language
from extract.audiences import audiences_in
from extract.date_context import DateContext
from extract.dates import find_dates
from extract.reading import read_paragraphs
from extract.relevance import judge_relevance
from extract.topics import topics_in
from tests.extract.made_up import item

FEWEST = 5

EXAMPLES = [
    pytest.param(code, example, id=f"{code}: {example.text[:40]}")
    for code in language_codes()
    for example in load_language(code).examples
]


@pytest.mark.parametrize("code", language_codes())
def test_every_language_has_examples(code: str) -> None:
    """A language without examples is one that nobody has tried."""
    assert len(load_language(code).examples) >= FEWEST


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_an_example_is_read_as_its_file_says(code: str, example: Example) -> None:
    """Dates, topics, audiences and the verdict are those that stand beside the sentence."""
    language, read = load_language(code), item(example.text)
    reading = read_paragraphs(read, language)
    whole = (0, len(example.text))
    anchor = dt.date.fromisoformat(example.anchor) if example.anchor else None
    dates = [found.value for found in find_dates(read, language, reading, DateContext(anchor=anchor))]

    assert example.dates == {date.text: date.edtf or date.time or "" for date in dates}
    if example.topics is not None:
        assert set(example.topics) == {found.value for found in topics_in(reading, whole)}
    if example.audiences is not None:
        assert set(example.audiences) == {found.value for found in audiences_in(reading, whole)}
    if example.relevant is not None:
        assert example.relevant == judge_relevance(read, reading).is_programme
