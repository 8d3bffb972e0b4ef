"""From the sample councils' feeds to records: what their documents say is what is stored."""

from collections.abc import Iterator

import pytest

from records.document import DocumentRecord
from records.programme import Session
from samples.expected import Expected, ExpectedSession
from samples.load import list_councils, load_expected
from store.filters import Query
from store.records import get_record
from store.search import ItemRow, search_items
from tests.paragraf.conftest import Synced


def _shown(council: str) -> Iterator[Expected]:
    """Yield what is expected of a council's documents; of one id in two states the one served first."""
    yield from {expected.id: expected for expected in reversed(load_expected(council))}.values()


DOCUMENTS = [
    pytest.param(council, expected, id=f"{council}: {expected.id[-40:]}")
    for council in list_councils()
    for expected in _shown(council)
]
RELEVANT = [
    param for param in DOCUMENTS if isinstance(param.values[1], Expected) and param.values[1].relevant
]


def _rows(synced: Synced, council: str, expected: Expected) -> Iterator[ItemRow]:
    """Yield the stored items of a document: one, or for a protocol one a section."""
    path = expected.path.replace("&", "&amp;")
    for row in search_items(synced.store, Query(limit=None)):
        told = (row.url or "").replace("&", "&amp;")
        if row.source_id == council and (told.endswith(path) or _same_item(told, expected)):
            yield row


def _same_item(url: str, expected: Expected) -> bool:
    return f"id={expected.id}" in url.split("?")[-1].replace("&amp;", "&").split("&")


def _records(synced: Synced, council: str, expected: Expected) -> list[DocumentRecord]:
    found = [get_record(synced.store, row.id) for row in _rows(synced, council, expected)]
    return [stored.record for stored in found if stored]


def test_only_what_is_missing_is_an_issue(synced: Synced) -> None:
    """Every council is read to its end; the one document that its site links in vain is told."""
    told = [(issue.kind, issue.severity) for summary in synced.summaries for issue in summary.issues]
    assert told == [("attachment_unread", "warning")]


@pytest.mark.parametrize(("council", "expected"), DOCUMENTS)
def test_verdict_language_and_type(synced: Synced, council: str, expected: Expected) -> None:
    """Only documents on training for elected officials are relevant; language and type are right."""
    records = _records(synced, council, expected)

    assert records
    assert {expected.language} == {record.language for record in records}
    assert {expected.document_type} == {record.document_type for record in records}
    assert expected.relevant == any(record.relevance.is_programme for record in records)


def _relevant(synced: Synced, council: str, expected: Expected) -> DocumentRecord:
    return next(one for one in _records(synced, council, expected) if one.relevance.is_programme)


@pytest.mark.parametrize(("council", "expected"), RELEVANT)
def test_decision(synced: Synced, council: str, expected: Expected) -> None:
    """What the item says of itself is stored field by field."""
    decision = _relevant(synced, council, expected).decision
    if expected.decision is None:
        assert decision is None
        return
    assert decision is not None
    told = expected.decision
    assert (told.body, told.meeting_date, told.section) == (
        decision.body,
        decision.meeting_date,
        decision.section,
    )
    assert (told.case_number, told.title, told.outcome) == (
        decision.case_number,
        decision.title,
        decision.outcome,
    )
    assert set(told.preparers) == {person.name for person in decision.preparers}
    assert told.presenter == (decision.presenter.name if decision.presenter else None)
    assert (decision.proposal or "").startswith(told.proposal or "")
    assert (decision.decision or "").startswith(told.decision or "")


def _fits(session: Session, expected: ExpectedSession) -> bool:
    when = (session.edtf, session.term_year, session.month, session.season)
    undated = expected.edtf is None
    told = (expected.edtf, expected.term_year, expected.month, expected.season)
    same = when == told if undated else session.edtf == expected.edtf
    return same and (expected.time is None or session.time == expected.time)


@pytest.mark.parametrize(("council", "expected"), RELEVANT)
def test_kind(synced: Synced, council: str, expected: Expected) -> None:
    """A plan, an offer, a participation, a report or a calendar is told as that."""
    (programme, *_) = _relevant(synced, council, expected).programmes

    assert expected.kind in (None, programme.kind)


def test_sessions_are_found_and_few_are_made_up(synced: Synced) -> None:
    """Nine in ten of the sessions told are stored; at most one in five of those stored was not told."""
    told, stored, missed = 0, 0, []
    for council in list_councils():
        for expected in _shown(council):
            if expected.relevant and expected.session:
                (programme, *_) = _relevant(synced, council, expected).programmes
                told, stored = told + len(expected.session), stored + len(programme.sessions)
                fits = [any(_fits(two, one) for two in programme.sessions) for one in expected.session]
                missed += [one.quote for one, fit in zip(expected.session, fits, strict=True) if not fit]

    assert len(missed) <= told / 10, missed
    assert stored - (told - len(missed)) <= stored / 5


def _codes(record: DocumentRecord) -> tuple[set[str], set[str]]:
    """Return the topics and audiences of a record's programme, its sessions' included."""
    (programme, *_) = record.programmes
    sessions = programme.sessions
    return (
        {coded.code for coded in programme.topics} | {code for one in sessions for code in one.topics},
        {coded.code for coded in programme.audiences} | {code for one in sessions for code in one.audiences},
    )


def test_most_topics_and_audiences_are_found(synced: Synced) -> None:
    """Of what the documents teach, and whom they invite, at least four in five are stored by code."""
    wanted: list[tuple[str, str]] = []
    missed: list[tuple[str, str]] = []
    for council in list_councils():
        for expected in _shown(council):
            if expected.relevant:
                topics, audiences = _codes(_relevant(synced, council, expected))
                told = [(expected.id, code) for code in (*expected.topics, *expected.audiences)]
                wanted += told
                missed += [(name, code) for name, code in told if code not in topics | audiences]

    assert len(missed) <= len(wanted) / 5, missed
