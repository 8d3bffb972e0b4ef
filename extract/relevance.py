"""Knows which documents describe training meant for elected officials: a small model, with reasons."""

import math
from collections.abc import Iterator, Sequence
from itertools import islice

from extract.reading import Reading
from extract.relevance_signs import Signs, find_signs
from records.base import Span
from records.document import Reason, Relevance
from records.item import Item

WEIGHTS = {
    "heading": 1.2,
    "linked": 1.2,
    "gathered": 0.9,
    "elected": 1.4,
    "told": 1.0,
    "per_page": 1.2,
    "against": -1.1,
    "against_heading": -0.7,
    "others_share": -0.9,
    "others_heading": -1.1,
}
"""Fitted by ridge regression on annotated documents in four languages, then rounded."""
BIAS = -3.3
_SHUT = 0.01
_OTHERS_TRAINED = 0.3
"""The most for a text that names no elected official, or others in its heading and far more often
than training of the elected: the audience decides."""
_RARE = 0.25
"""Words of training per 1,000 characters; with fewer, and none in a heading, they are but mentioned, as
evening schools are in rules of administration of many pages."""
_MOST_REASONS = 6
_HEADING_LENGTH = 200


def judge_relevance(item: Item, reading: Reading, titles: Sequence[str] = ()) -> Relevance:
    """Return whether an item describes training meant for elected officials, how sure that is, and why.

    `titles` are the titles of its decisions; words of training weigh more there and in headings.
    The score is the share of such documents that are relevant.
    """
    if not reading.mentions:
        return Relevance(is_programme=False, score=_SHUT)
    signs = find_signs(reading, tuple(_headings(item, titles)), len(item.text))
    score = _logistic(BIAS + sum(WEIGHTS[name] * value for name, value in signs.values().items()))
    outnumbered = 2 * len(signs.linked) < len(signs.others)
    in_passing = signs.per_page < _RARE and not signs.heading
    if not signs.names_elected or (signs.others_heading and outnumbered) or in_passing:
        score = min(score, _OTHERS_TRAINED)
    relevant = score >= 0.5
    spans = dict.fromkeys(_backing(signs) if relevant else _objections(signs))
    reasons = tuple(_reason(item.text, span) for span in islice(spans, _MOST_REASONS))
    return Relevance(is_programme=relevant, score=round(score, 3), reasons=reasons)


def _reason(text: str, span: Span) -> Reason:
    return Reason(text=text[span[0] : span[1]], span=span)


def _headings(item: Item, titles: Sequence[str]) -> Iterator[Span]:
    """Yield where titles and headings stand; the first line of a page is one."""
    for index, block in enumerate(item.blocks):
        if (index == 0 or block.kind == "heading") and block.end - block.start <= _HEADING_LENGTH:
            yield block.span
    for title in (*titles, item.title or ""):
        start = item.text.find(title) if title else -1
        if start >= 0:
            yield start, start + len(title)


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def _backing(signs: Signs) -> Iterator[Span]:
    yield from (link.span for link in signs.linked)
    yield from (mention.span for mention in signs.heading)
    yield from (link.span for link in signs.gathered)
    yield from (mention.span for mention in signs.elected)


def _objections(signs: Signs) -> Iterator[Span]:
    yield from (mention.span for mention in signs.against_heading)
    yield from (mention.span for mention in signs.others)
    yield from (mention.span for mention in signs.against)
