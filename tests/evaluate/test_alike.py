"""When two values are one."""

import pytest

from evaluate.alike import near_names, same_clock, same_section, same_text, same_when, shared_words
from evaluate.gold import GoldWhen
from records.programme import Session


def _found(**told: object) -> Session:
    return Session.model_validate({"title": None, "span": (0, 1)} | told)


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        pytest.param({"edtf": "2026-09-03"}, {"edtf": "2026-09-03"}, True, id="same day"),
        pytest.param({"edtf": "2026-09-03"}, {"edtf": "2026-09-04"}, False, id="next day"),
        pytest.param(
            {"edtf": "2026-40"}, {"edtf": "2026-01/2026-06"}, True, id="half-year, written two ways"
        ),
        pytest.param({"edtf": "2026-24"}, {"edtf": "2026-12/2027-02"}, True, id="a winter ends next year"),
        pytest.param({"edtf": "2026-01-05/.."}, {"edtf": "2026-01-05"}, False, id="an open end is no day"),
        pytest.param({"edtf": "2026"}, {}, False, id="a year that was not read"),
        pytest.param({"edtf": "XXXX-02"}, {}, True, id="a month of every year has no days"),
        pytest.param({"edtf": "XXXX-02"}, {"edtf": "2026-02"}, False, id="a year was invented"),
        pytest.param({"term_year": 1, "month": 2}, {"term_year": 1, "month": 2}, True, id="within a term"),
        pytest.param({"term_year": 1, "month": 2}, {"term_year": 1, "month": 3}, False, id="another month"),
        pytest.param({"term_year": 1}, {"term_year": 1, "month": 3}, True, id="a month nobody annotated"),
        pytest.param({}, {"edtf": "2026-02"}, False, id="a date was invented"),
        pytest.param({"recurring": "P1Y"}, {"edtf": "2026-02"}, True, id="recurring asks for no days"),
    ],
)
def test_two_dates_are_one_when_they_tell_the_same_days(
    gold: dict[str, object], found: dict[str, object], same: bool
) -> None:
    """However they are written; of a date within a term, its place there."""
    assert same_when(GoldWhen.model_validate(gold), _found(**found)) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("9:00", "09:00", True), ("17:00/19:00", "17:00", False), (None, None, True), ("", None, True)],
)
def test_clocks(one: str | None, other: str | None, same: bool) -> None:
    """A leading nought makes no other clock; a missing end does."""
    assert same_clock(one, other) is same


def test_texts_are_compared_without_case_signs_and_blanks() -> None:
    """And, where asked, by their first characters alone."""
    assert same_text("Kurs  för nya", "kurs, för NYA")
    assert not same_text("Kurs för nya", "Kurs för nya ledamöter")
    assert same_text("Kurs för nya", "Kurs för nya ledamöter", 12)
    assert not same_text("Kurs för nya", None)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("§ 14", "14", True), ("PS 001/15", "001/15", True), ("14 a", "14a", True), ("14", "15", False)],
)
def test_sections(one: str, other: str, same: bool) -> None:
    """A section's number counts, not its mark."""
    assert same_section(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kunnanhallitus", "kunnanhallituksen", True),
        ("Ödeborgs kommun", "Ödeborg", True),
        ("Länsiranta", "Itäranta", False),
        ("", "Itäranta", False),
    ],
)
def test_names_in_two_inflections_are_near(one: str, other: str, same: bool) -> None:
    """One name holds the other, or both begin alike."""
    assert near_names(one, other) is same


def test_joining_words_make_no_two_titles_alike() -> None:
    """Only words with a meaning of their own are shared."""
    assert shared_words("Kurs för nya och gamla", "Dag för nya") == 1
