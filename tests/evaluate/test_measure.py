"""What measuring one document gives."""

from typing import Any

import pytest

from evaluate.measure import measure_document
from evaluate.score import Count, DocumentScore
from tests.evaluate.made import gold, programme, record, session


def _counts(score: DocumentScore, field: str) -> tuple[int, int, int]:
    count = score.counts().get(field, Count())
    return count.right, count.found, count.there


def test_a_record_that_tells_what_the_reader_found_has_no_miss() -> None:
    """Every field is right, and the document counts as an item of a meeting on training."""
    score = measure_document(gold(), record())

    assert score.mission
    assert [one.field for one in score.fields if one.misses] == []
    assert {field for field, count in score.counts().items() if count.there} == {
        "answered", "relevance", "language", "body", "meeting_date", "section", "title", "proposal",
        "document_type", "date_spans", "dates", "date_role", "audiences", "topics", "sessions",
        "organisers", "evidence",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "field", "counts"),
    [
        pytest.param(
            {"relevance": {"is_programme": False, "score": 0.1}}, "relevance", (0, 0, 1), id="missed"
        ),
        pytest.param({"language": "sv"}, "language", (0, 1, 1), id="another language"),
        pytest.param({"decision": None}, "body", (0, 0, 1), id="no decision"),
        pytest.param({"document_type": "minutes"}, "document_type", (0, 1, 1), id="another kind"),
        pytest.param({"dates": []}, "date_spans", (0, 0, 2), id="no dates"),
        pytest.param({"programmes": []}, "sessions", (0, 0, 1), id="no programme"),
        pytest.param({"programmes": [programme(audiences=[])]}, "audiences", (0, 0, 1), id="no audience"),
        pytest.param(
            {"programmes": [programme(sessions=[session(), session(edtf="2026-10-01")])]},
            "sessions",
            (1, 2, 1),
            id="a session too many",
        ),
        pytest.param(
            {"programmes": [programme(sessions=[session(time=None)])]}, "sessions", (0, 1, 1), id="no clock"
        ),
        pytest.param(
            {"programmes": [programme(sessions=[session(topics=["ethics_and_anticorruption"])])]},
            "session_topics",
            (0, 1, 0),
            id="a topic that nothing ties to the session",
        ),
        pytest.param(
            {"programmes": [programme(sessions=[session(format="online")])]},
            "formats",
            (0, 1, 0),
            id="format",
        ),
        pytest.param(
            {"programmes": [programme(providers=[{"name": "Oppila Oy", "span": (0, 5)}])]},
            "organisers",
            (1, 2, 1),
            id="a provider too many",
        ),
        pytest.param({"evidence": {}}, "evidence", (0, 1, 1), id="no backing"),
        pytest.param(
            {"evidence": {"/decision": {"spans": [(0, 14)], "rule": "made"}}},
            "evidence",
            (0, 1, 1),
            id="a title that is not its quote",
        ),
        pytest.param(
            {"evidence": {"/decision": {"spans": [(0, 9999)], "rule": "made"}}},
            "evidence",
            (0, 1, 1),
            id="a quote outside the text",
        ),
    ],
)
def test_each_mistake_counts_in_its_field(
    changes: dict[str, Any], field: str, counts: tuple[int, int, int]
) -> None:
    """Right, found and there, with a miss that tells what was wanted and what was found."""
    score = measure_document(gold(), record(**changes))

    assert _counts(score, field) == counts
    assert list(score.misses(field))


def test_a_document_without_a_record_is_missing_everywhere() -> None:
    """So that a failure never looks like a document with nothing in it."""
    score = measure_document(gold(), None)

    assert _counts(score, "answered") == (0, 0, 1)
    assert _counts(score, "dates") == (0, 0, 2)
    assert _counts(score, "language") == (0, 1, 1)


def test_a_decision_on_an_ordinary_page_is_a_mistake() -> None:
    """A section or a proposal where no meeting decided anything."""
    score = measure_document(gold(decision=None), record())

    assert _counts(score, "decision_on_a_page") == (0, 1, 0)
    assert "body" not in score.counts()
    assert not score.mission


def test_a_programme_on_an_irrelevant_document_is_a_mistake() -> None:
    """Its topics and sessions are not measured, since none are annotated."""
    score = measure_document(gold(relevant=False, programme=None), record())

    assert _counts(score, "programme_on_irrelevant") == (0, 1, 0)
    assert "sessions" not in score.counts()


def test_dates_pair_by_their_longest_overlap() -> None:
    """A day found without its clock still pairs with the whole expression, with a wrong value."""
    told = record()
    day = told.dates[1]
    split = day.model_copy(update={"text": "3.9.2026", "span": (day.span[0], day.span[0] + 8), "time": None})
    score = measure_document(gold(), record(dates=[told.dates[0], split]))

    assert _counts(score, "date_spans") == (2, 2, 2)
    assert _counts(score, "dates") == (1, 2, 2)
    assert [(miss.want, miss.got) for miss in score.misses("dates")] == [
        ("2026-09-03 17:00/19:00", "2026-09-03")
    ]


def test_roles_other_and_reference_are_one() -> None:
    """Annotators could not keep them apart."""
    dates = [date.model_dump() | {"role": "other", "start": date.start} for date in gold().gold.dates or ()]
    told = [date.model_copy(update={"role": "reference"}) for date in record().dates]
    score = measure_document(gold(dates=dates), record(dates=told))

    assert _counts(score, "date_role") == (2, 2, 2)


def test_two_sessions_without_a_date_are_one_by_their_titles() -> None:
    """Two shared words make them one, one of two does not."""
    wanted = gold(programme={"sessions": [{"title": "Strategian seminaari syksyllä", "edtf": None}]})
    near, far = (
        {"title": title, "edtf": None, "time": None} for title in ("Strategian seminaari", "Seminaari")
    )

    for told, right in ((near, 1), (far, 0)):
        score = measure_document(wanted, record(programmes=[programme(sessions=[session(**told)])]))
        assert _counts(score, "sessions") == (right, 1, 1)


@pytest.mark.parametrize(
    ("want", "got", "counts"),
    [(120, 120, (1, 1, 1)), (120, 80, (0, 1, 1)), (None, 80, (0, 1, 0)), (120, None, (0, 0, 1))],
)
def test_costs_are_compared_by_amount(
    want: int | None, got: int | None, counts: tuple[int, int, int]
) -> None:
    """A cost without amount on both sides is not measured."""
    cost = {"kind": "participation", "amount": got, "currency": "EUR", "text": "x", "span": (0, 1)}
    wanted = gold(programme={"cost": {"amount": want}})
    score = measure_document(wanted, record(programmes=[programme(cost=cost)]))

    assert _counts(score, "cost") == counts
