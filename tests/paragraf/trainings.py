"""Made-up programmes of one council, as the store lists them."""

import datetime as dt
from typing import Any

from store.trainings import Training, TrainingSession


def make_session(start: str | None = None, end: str | None = None, **told: Any) -> TrainingSession:
    """Return a session from one ISO day to another."""
    first = dt.date.fromisoformat(start) if start else None
    last = dt.date.fromisoformat(end) if end else first
    values: dict[str, Any] = {"title": None, "recurring": None, "term_year": None}
    return TrainingSession(start=first, end=last, **{**values, **told})


def make_training(name: str = "a", decided: str | None = "2025-11-24", **told: Any) -> Training:
    """Return a programme that a made-up city decided on a day, or published on a page."""
    values: dict[str, Any] = {
        "id": f"kuusiranta-{name}-p1",
        "source_id": "kuusiranta",
        "country": "FI",
        "publisher": "municipality",
        "language": "fi",
        "document_type": "minutes" if decided else "page",
        "kind": "plan",
        "title": "Luottamushenkilöiden koulutussuunnitelma vuodelle 2026",
        "term_first": None,
        "term_last": None,
        "body": "Kaupunginhallitus" if decided else None,
        "meeting_date": dt.date.fromisoformat(decided) if decided else None,
        "section": None,
        "case_number": None,
        "outcome": "approved" if decided else None,
        "costs": False,
        "sessions": (),
    }
    return Training(**{**values, **told})
