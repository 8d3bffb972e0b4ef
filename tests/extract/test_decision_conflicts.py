"""Conflicts: what a document tells in two ways stands in its record as an issue, with both readings."""

import datetime as dt

import pytest

from extract.decision_types import SourceHints
from extract.document import extract_item
from records.document import Contradiction, Origin
from tests.extract.made_up import item

PROTOCOL = """Ödeborgs kommun
Kommunstyrelsen

Sammanträdesprotokoll
Sammanträdesdatum: 2026-03-04

§ 12 Utbildning för nya ledamöter

Beslut
Kommunstyrelsen godkänner planen.
"""


def issues(text: str, url: str | None = None, hints: SourceHints | None = None) -> tuple[Contradiction, ...]:
    """Return the conflicts in the record of a text."""
    known = hints or SourceHints(url=url)
    record = extract_item(item(text), Origin(url=url, country="SE"), known, "sv")
    return tuple(issue for issue in record.issues if issue.code == "conflict")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://odeborg.example/ks/2026-03-05/protokoll.pdf", True, id="another day"),
        pytest.param("https://odeborg.example/ks/20260311-protokoll.pdf", True, id="digits without signs"),
        pytest.param("https://odeborg.example/ks/2026-03-04/protokoll.pdf", False, id="the same day"),
        pytest.param("https://odeborg.example/nyheter/2026-06-30/", False, id="a day of publication"),
        pytest.param("https://odeborg.example/x?id=20260305-8", False, id="the number of a record"),
        pytest.param("https://odeborg.example/2026-03-01/2026-03-31/", False, id="a stretch of time"),
        pytest.param("https://odeborg.example/2026-13-45/", False, id="no day of any calendar"),
    ],
)
def test_a_day_of_the_address_that_is_not_the_meetings(url: str, expected: bool) -> None:
    """An address that names another day near the meeting's is told, the day that the record keeps first."""
    found = issues(PROTOCOL, url)
    assert bool(found) == expected
    for issue in found:
        assert issue.pointer == "/decision/meeting_date"
        assert issue.values[0] == "2026-03-04"
        assert [PROTOCOL[slice(*span)] for span in issue.spans] == ["2026-03-04"]


def test_the_feeds_day_and_body() -> None:
    """What the feed announces otherwise than the text tells it is told, day and body alike."""
    hints = SourceHints(feed_body="Socialnämnden", feed_date=dt.date(2026, 3, 9))
    found = {issue.pointer: issue.values for issue in issues(PROTOCOL, hints=hints)}
    assert found == {
        "/decision/meeting_date": ("2026-03-04", "2026-03-09"),
        "/decision/body": ("Kommunstyrelsen", "Socialnämnden"),
    }


def test_a_feed_that_agrees() -> None:
    """A feed's longer name of the same body, and its day, are no conflict."""
    hints = SourceHints(feed_body="Kommunstyrelsen, Ödeborg", feed_date=dt.date(2026, 3, 4))
    assert issues(PROTOCOL, hints=hints) == ()


def test_two_days_on_one_cover() -> None:
    """A cover whose fields tell two days is told with both quotes."""
    text = PROTOCOL.replace("Kommunstyrelsen\n\n", "Kommunstyrelsen\nMötesdatum: 2026-03-05\n\n", 1)
    (found,) = issues(text)
    assert found.pointer == "/decision/meeting_date"
    assert sorted(found.values) == ["2026-03-04", "2026-03-05"]
    assert sorted(text[slice(*span)] for span in found.spans) == ["2026-03-04", "2026-03-05"]


def test_the_section_of_the_head_and_of_the_treatment() -> None:
    """A page head and the own treatment below it that number the item differently are told."""
    text = (
        "Kunnanhallitus\nPöytäkirja 16.11.2026/Pykälä 12\n\nValtuutettujen koulutus\n\n"
        "Kunnanhallitus 16.11.2026 § 21\n\nPäätösehdotus\nKoulutus järjestetään.\n\nPäätös\nHyväksyttiin.\n"
    )
    record = extract_item(item(text), Origin(country="FI"), SourceHints(), "fi")
    found = [issue for issue in record.issues if issue.code == "conflict"]
    assert [(issue.pointer, issue.values) for issue in found] == [("/decision/section", ("12", "21"))]
    assert record.decision is not None
    assert record.decision.decision == "Hyväksyttiin."
