"""Knows which documents describe training meant for elected officials."""

from collections.abc import Sequence

from config.languages import Language
from extract.reading import Reading
from records.document import Relevance
from records.item import Item


def judge_relevance(
    item: Item, reading: Reading, language: Language, titles: Sequence[str] = ()
) -> Relevance:
    """Return whether an item describes training meant for elected officials, how sure that is, and why.

    `titles` are the titles of its decisions, which weigh as the item's own headings do.
    """
    kinds = {mention.kind for mention in reading.mentions}
    relevant = "compound" in kinds or {"event", "audience"} <= kinds
    return Relevance(is_programme=relevant, score=0.9 if relevant else 0.1)
