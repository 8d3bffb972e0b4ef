"""The annotated documents under tests/annotated: that they are fit to measure by."""

import re
from collections import defaultdict
from pathlib import Path

from evaluate.figures import FIELDS
from evaluate.floors import read_floors, too_few
from evaluate.gold import read_gold

ANNOTATED = Path(__file__).parent / "annotated"
FLOORS = ANNOTATED / "floors.toml"
# Shorter ones are labels and phrases that every council prints.
SENTENCE_WORDS = 9
_SENTENCE = re.compile(r"[^.!?\n]+")
_NUMBER = re.compile(r"\d+")


def test_there_are_enough_of_every_kind() -> None:
    """Documents, languages, relevant items of meetings, near misses; the floors say how many."""
    floors = read_floors(FLOORS, FIELDS)

    assert floors.least.documents >= 60
    assert list(too_few(floors.least, read_gold([ANNOTATED]).documents)) == []


def test_no_sentence_stands_in_more_than_two_documents() -> None:
    """Numbers aside: a pattern that repeats would count one rule many times."""
    holders: dict[str, set[str]] = defaultdict(set)
    for document in read_gold([ANNOTATED]).documents:
        for sentence in _SENTENCE.findall(document.text):
            words = _NUMBER.sub("0", sentence).casefold().split()
            if len(words) >= SENTENCE_WORDS:
                holders[" ".join(words)].add(document.key)

    assert {sentence: keys for sentence, keys in holders.items() if len(keys) > 2} == {}
