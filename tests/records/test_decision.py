"""What an item of a meeting says of itself."""

import datetime as dt

import pytest

from records.decision import Decision, is_same_case
from records.meeting import Matter, Meeting

DAY = dt.date(2026, 11, 16)


@pytest.mark.parametrize(
    ("body", "day", "meeting"),
    [
        ("Kaupunginhallitus", DAY, Meeting(body="Kaupunginhallitus", date=DAY)),
        ("Kaupunginhallitus", None, None),  # a day that nobody told is no day
        (None, DAY, None),
    ],
)
def test_a_meeting_needs_body_and_day(body: str | None, day: dt.date | None, meeting: Meeting | None) -> None:
    """Half a meeting is none."""
    assert Decision(document_type="minutes", body=body, meeting_date=day).meeting == meeting


def test_a_matter_is_its_case_number() -> None:
    """Decisions of several bodies under one case number are of one matter."""
    one, other = (
        Decision(document_type="minutes", body=body, case_number="77/00.01.02/2026")
        for body in ("Hallintojaosto", "Kaupunginhallitus")
    )

    assert one.matter == other.matter == Matter(case_number="77/00.01.02/2026")
    assert Decision(document_type="agenda").matter is None


def test_what_follows_from_other_fields_is_not_printed() -> None:
    """The record's keys are those of the contract."""
    printed = Decision(document_type="minutes", body="Kaupunginhallitus", meeting_date=DAY).model_dump()

    assert not {"meeting", "matter"} & set(printed)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("31/01.03.00/2026", "31/01.03.00/2026", True),
        ("KS 2026/231", "ks2026/231", True),
        ("31/01.03.00/2026", "131/01.03.00/2026", False),
        (None, None, False),
        ("", "", False),
        ("31/2026", None, False),
    ],
)
def test_case_numbers_are_one_however_they_are_spaced(
    one: str | None, other: str | None, is_same: bool
) -> None:
    """Two unknown ones are not the same."""
    assert is_same_case(one, other) is is_same
