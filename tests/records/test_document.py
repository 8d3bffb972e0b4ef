"""The record of one document."""

from records.decision import Decision
from records.document import decision_pointer
from tests.export.made import finnish_record


def test_decisions_stand_in_the_order_that_programmes_index() -> None:
    """The document's own first; each is found in the record at its pointer."""
    record = finnish_record()
    further = Decision(document_type="minutes", title="Muu asia")
    whole = record.model_copy(update={"further_decisions": (further,)})

    assert whole.decisions == (record.decision, further)
    assert list(map(decision_pointer, (0, 1, 2))) == [
        "/decision",
        "/further_decisions/0",
        "/further_decisions/1",
    ]


def test_an_ordinary_page_has_no_decisions() -> None:
    """It is no item of a meeting."""
    assert finnish_record().model_copy(update={"decision": None}).decisions == ()
