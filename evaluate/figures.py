"""Sums measured documents to figures, per field and language."""

from collections.abc import Iterable, Iterator

from evaluate.score import Count, DocumentScore

ALL = "all"
# The mission in one row: everything an analyst or clerk needs of a meeting's item on training.
MISSION = "meeting_items"
FIELDS = (
    "answered", "relevance", "language", "body", "meeting_date", "section", "case_number", "title", "outcome",
    "proposal", "decision", "preparer", "document_type", "date_spans", "dates", "date_role", "audiences",
    "topics", "sessions", "formats", "session_topics", "organisers", "cost", "evidence", MISSION,
    "decision_on_a_page", "programme_on_irrelevant",
)  # fmt: skip
"""Every field there is, in the order in which they are told."""
MISSION_FIELDS = frozenset(
    (
        "sessions", "topics", "audiences", "body", "meeting_date", "section", "case_number", "title",
        "proposal", "decision", "outcome",
    )
)  # fmt: skip
Figures = dict[str, dict[str, Count]]


def sum_figures(scores: Iterable[DocumentScore]) -> Figures:
    """Return the counts of each field, in all documents ("all") and in those of each language.

    The field `meeting_items` sums eleven fields over the relevant items of meetings. Fields that no
    document has, found or annotated, are left out.
    """
    figures: Figures = {}
    for score in scores:
        for field, count in _rows(score):
            if not (count.found or count.there):
                continue
            by_language = figures.setdefault(field, {})
            for key in (ALL, score.language):
                by_language[key] = by_language.get(key, Count()) + count
    return {field: figures[field] for field in FIELDS if field in figures}


def _rows(score: DocumentScore) -> Iterator[tuple[str, Count]]:
    for field, count in score.counts().items():
        yield field, count
        if score.mission and field in MISSION_FIELDS:
            yield MISSION, count
