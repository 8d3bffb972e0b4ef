"""The sentences that each language file ends with are read as the file says."""

import pytest

from config.languages import Example, language_codes, load_language
from extract.examples import example_faults

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
    assert list(example_faults(load_language(code), example)) == []


def test_a_difference_is_told_by_key() -> None:
    """What the file says and what was read; keys that the example leaves out are not asked."""
    example = Example(text="Koulutus 3.9.2026.", dates={"3.9.2026": "2026-09-04"}, topics=("ethics",))
    assert list(example_faults(load_language("fi"), example)) == [
        ("dates", {"3.9.2026": "2026-09-04"}, {"3.9.2026": "2026-09-03"}),
        ("topics", ["ethics"], []),
    ]
