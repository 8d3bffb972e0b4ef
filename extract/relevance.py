"""Knows which documents describe training meant for elected officials, how sure that is, and why."""

from collections.abc import Iterator, Sequence
from itertools import islice

from extract.reading import Reading
from extract.relevance_score import score_of
from extract.relevance_signs import Signs, find_signs
from records.base import Span
from records.document import Reason, Relevance
from records.item import Item

THRESHOLD = 0.5
"""The least score of a document that is taken for relevant."""
_SHUT = 0.01
_UNNAMED = 0.3
"""The most for a text that names no elected official: the audience decides."""
_MOST_REASONS = 6
_HEADING_LENGTH = 200


def judge_relevance(item: Item, reading: Reading, titles: Sequence[str] = ()) -> Relevance:
    """Return whether an item describes training meant for elected officials, how sure that is, and why.

    `titles` are the titles of its decisions; words of training weigh more there and in headings.
    The score is the share of such documents that are relevant.
    """
    signs = signs_of(item, reading, titles)
    if signs is None:
        return Relevance(is_programme=False, score=_SHUT)
    score = score_of(signs.values())
    if not signs.names_elected:
        score = min(score, _UNNAMED)
    relevant = score >= THRESHOLD
    spans = dict.fromkeys(_backing(signs) if relevant else (*_objections(signs), *_backing(signs)))
    reasons = tuple(_reason(item.text, span) for span in islice(spans, _MOST_REASONS))
    return Relevance(is_programme=relevant, score=round(score, 3), reasons=reasons)


def signs_of(item: Item, reading: Reading, titles: Sequence[str] = ()) -> Signs | None:
    """Return what speaks for and against an item's relevance, None where there is nothing to judge."""
    if not reading.mentions:
        return None
    signs = find_signs(reading, tuple(_headings(item, titles)), len(item.text))
    return signs if signs.readable else None


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


def _backing(signs: Signs) -> Iterator[Span]:
    yield from (link.span for link in signs.linked)
    yield from (mention.span for mention in signs.heading)
    yield from (link.span for link in signs.gathered)
    yield from (mention.span for mention in signs.elected)


def _objections(signs: Signs) -> Iterator[Span]:
    yield from (mention.span for mention in signs.against_heading)
    yield from (mention.span for mention in signs.others)
    yield from (mention.span for mention in signs.against)
