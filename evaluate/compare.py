"""Tells what a change gained and lost, document by document."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluate.score import DocumentScore, Miss


@dataclass(frozen=True, slots=True)
class Change:
    """A miss that is new (`gained` False) or gone (`gained` True) in a document's field."""

    key: str
    language: str
    field: str
    gained: bool
    miss: Miss


def compare_scores(base: Sequence[DocumentScore], now: Sequence[DocumentScore]) -> Iterator[Change]:
    """Yield the misses that went and those that came between two measurements of the same documents.

    A miss is the same when document, field, the wanted and the found value are, wherever it stands.
    """
    before = {score.key: score for score in base}
    for score in now:
        if (old := before.get(score.key)) is None:
            continue
        for field in dict.fromkeys(one.field for one in (*old.fields, *score.fields)):
            was, is_now = (Counter(one.misses(field)) for one in (old, score))
            for gained, misses in ((True, was - is_now), (False, is_now - was)):
                for miss in misses.elements():
                    yield Change(score.key, score.language, field, gained, miss)
