"""What a title leaves out of its line."""

import pytest

from extract.dates import scan_dates
from extract.decision import find_decisions
from extract.decision_types import SourceHints
from tests.extract.made_up import item, words


@pytest.mark.parametrize(
    ("line", "title"),
    [
        pytest.param(
            "Kommunfullmäktige Handling 2019 nr 14 Regler för biblioteken Till Ekhamra kommunfullmäktige",
            "Regler för biblioteken",
            id="the paper's number before it and whom it is sent to",
        ),
        pytest.param(
            "Regler för biblioteken 2019 nr 14",
            "Regler för biblioteken 2019 nr 14",
            id="a number behind it is its own",
        ),
        pytest.param("Till Åland med buss", "Till Åland med buss", id="a word for where opens it"),
    ],
)
def test_a_title_stands_without_the_papers_number_and_its_addressee(line: str, title: str) -> None:
    """In papers whose text lost its lines both run into the title."""
    below = "Förslag till beslut\nKommunfullmäktige antar reglerna.\n\nSammanfattning\nReglerna är nya."
    text = f"{line}\n\n{below}"
    language = words("sv")
    found = find_decisions(item(text), scan_dates(text, language.dates), language, SourceHints())
    assert found.own is not None
    assert found.own.title is not None
    assert found.own.title.value == title
