"""Sums measured documents to figures, per field and language."""

from collections.abc import Iterable, Iterator

from evaluate.score import Count, DocumentScore

ALL = "all"
# The mission in one row: everything an analyst or clerk needs of a meeting's item on training.
MISSION = "meeting_items"
MISSION_FIELDS = frozenset(
    (
        "sessions", "topics", "audiences", "body", "meeting_date", "section", "case_number", "title",
        "proposal", "decision", "outcome",
    )
)  # fmt: skip
Figures = dict[str, dict[str, Count]]


def sum_figures(scores: Iterable[DocumentScore]) -> Figures:
    """Return the counts of each field, in all documents ("all") and in those of each language.

    The field `meeting_items` sums eleven fields over the relevant items of meetings.
    """
    figures: Figures = {}
    for score in scores:
        for field, count in _rows(score):
            by_language = figures.setdefault(field, {})
            for key in (ALL, score.language):
                by_language[key] = by_language.get(key, Count()) + count
    if MISSION in figures:
        figures[MISSION] = figures.pop(MISSION)
    return figures


def _rows(score: DocumentScore) -> Iterator[tuple[str, Count]]:
    for field, count in score.counts().items():
        yield field, count
        if score.mission and field in MISSION_FIELDS:
            yield MISSION, count
