"""What a council has published and decided on training, as triggers of drafts ask for it."""

import datetime as dt

from records.programme import Cost
from store.database import Store
from store.trainings import TrainingSession, list_trainings
from tests.store.made import DECISION, KUUSIRANTA, ODEBORG, PROGRAMME, SESSION, keep

DAY = dt.date(2025, 5, 14)


def test_a_councils_programmes_come_with_their_decisions_and_sessions(store: Store) -> None:
    """A decided one and one on a page; the name of the council is compared as names are."""
    priced = PROGRAMME.model_copy(
        update={
            "term": "2025/2029",
            "cost": Cost(kind="participation", amount=120.0, currency="EUR", text="Koulutus", span=(0, 8)),
            "sessions": (SESSION, SESSION.model_copy(update={"recurring": "P1Y", "term_year": 1})),
        }
    )
    decided = keep(store, programmes=(priced,)).programme_ids[0]
    page = keep(store, "sivu", decision=None, programmes=(PROGRAMME.model_copy(update={"decision": None}),))
    keep(store, source=ODEBORG)

    found = {one.id: one for one in list_trainings(store, "kuusirannan  KAUPUNKI")}

    assert set(found) == {decided, page.programme_ids[0]}
    one = found[decided]
    assert (one.source_id, one.country, one.publisher, one.language) == (
        "kuusiranta",
        "FI",
        "municipality",
        "fi",
    )
    assert (one.document_type, one.kind, one.title) == ("minutes", "plan", PROGRAMME.title)
    assert (one.term_first, one.term_last, one.costs) == (2025, 2029, True)
    assert (one.body, one.meeting_date, one.section) == (DECISION.body, DECISION.meeting_date, "12")
    assert (one.case_number, one.outcome) == (DECISION.case_number, "approved")
    assert one.sessions == (
        TrainingSession("Perehdytys", DAY, DAY, None, None),
        TrainingSession("Perehdytys", DAY, DAY, "P1Y", 1),
    )
    other = found[page.programme_ids[0]]
    assert (other.document_type, other.meeting_date, other.outcome, other.costs) == (
        "page",
        None,
        None,
        False,
    )


def test_a_council_that_is_not_there_has_none(store: Store) -> None:
    """A house whose council nobody reads gets no draft of its own decisions, and no error."""
    keep(store)
    assert list_trainings(store, KUUSIRANTA.council.name + "!") == []
