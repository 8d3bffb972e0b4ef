"""When an own decision on training falls due again, and when a newer one sets it at rest."""

import datetime as dt
from typing import Any

import pytest

from config.settings import DraftSettings
from config.terms import load_terms
from paragraf.due import find_due, is_for_term
from store.trainings import Training
from tests.paragraf.trainings import make_session, make_training

SETTINGS = DraftSettings(due_weeks=8, term_weeks=16, budget_month=9)


def rounds(*trainings: Training, on: str, settings: DraftSettings = SETTINGS) -> list[tuple[str, str]]:
    """Return what is due on a day: the programme's short name and the round."""
    found = find_due(trainings, load_terms(), settings, dt.date.fromisoformat(on), "fi")
    return [(due.training.id.split("-")[1], due.round) for due in found]


SPRING = make_session("2026-02-04")


@pytest.mark.parametrize(
    ("on", "expected", "why"),
    [
        ("2025-11-25", [], "the day after it was decided"),
        ("2026-09-28", [], "nine weeks before its day comes round"),
        ("2026-09-29", [("a", "2026")], "eight weeks before"),
        ("2026-11-24", [("a", "2026")], "on the day"),
        ("2027-07-01", [("a", "2026")], "still, until the next round begins"),
        ("2027-09-29", [("a", "2027")], "the year after"),
        ("2028-10-15", [], "nobody took it up for two years: it was for once"),
    ],
)
def test_a_yearly_plan_falls_due_before_its_day_comes_round(
    on: str, expected: list[tuple[str, str]], why: str
) -> None:
    """Each year once, by the name of the year that it is due in."""
    assert rounds(make_training(sessions=(SPRING,)), on=on) == expected, why


@pytest.mark.parametrize(
    ("decided", "held", "since", "why"),
    [
        ("2026-02-02", "2026-04-10", "2026-09-01", "money for the next spring is asked for in autumn"),
        ("2025-11-24", "2026-02-04", "2026-09-01", "the budget begins before the eight weeks do"),
        ("2026-08-24", "2026-10-10", "2027-06-29", "September is too soon after the decision"),
        ("2025-09-15", "2026-02-04", "2026-07-21", "the eight weeks begin before the budget does"),
    ],
)
def test_training_that_costs_falls_due_with_the_budget(decided: str, held: str, since: str, why: str) -> None:
    """The month in which the next year's budget is begun, where that is the earlier of the two."""
    training = make_training(decided=decided, costs=True, sessions=(make_session(held),))
    (due,) = find_due([training], load_terms(), SETTINGS, dt.date.fromisoformat(since), "fi")
    assert due.since == dt.date.fromisoformat(since), why
    assert rounds(training, on=str(due.since - dt.timedelta(days=1))) == [], why


def test_weeks_and_month_are_the_installations() -> None:
    """A council that plans early says so in its settings."""
    training, on = make_training(sessions=(SPRING,)), "2026-07-01"
    assert rounds(training, on=on) == []
    assert rounds(training, on=on, settings=DraftSettings(due_weeks=26)) == [("a", "2026")]
    costly = make_training(costs=True, sessions=(SPRING,))
    assert rounds(costly, on=on, settings=DraftSettings(due_weeks=8, budget_month=5)) == [("a", "2026")]


@pytest.mark.parametrize(
    ("told", "expected", "why"),
    [
        ({"document_type": "agenda"}, [], "not decided yet"),
        ({"outcome": "returned"}, [], "sent back"),
        ({"outcome": "rejected"}, [], "refused"),
        ({"kind": "report"}, [], "tells what took place"),
        ({"outcome": None}, [("a", "2026")], "minutes whose outcome could not be read"),
        ({"outcome": "approved_amended"}, [("a", "2026")], "approved with changes"),
        ({"document_type": "officer_decision", "kind": "participation"}, [("a", "2026")], "by an officer"),
        ({"kind": "calendar"}, [("a", "2026")], "seminars of the year"),
    ],
)
def test_what_was_decided_falls_due(told: dict[str, Any], expected: list[tuple[str, str]], why: str) -> None:
    """Nothing that a meeting has not approved, and no report."""
    assert rounds(make_training(sessions=(SPRING,), **told), on="2026-11-01") == expected, why


def test_a_page_is_no_decision() -> None:
    """What stands on an own page is not decided; that is another trigger."""
    assert rounds(make_training(decided=None, sessions=(SPRING,)), on="2026-11-01") == []


@pytest.mark.parametrize(
    ("newer", "expected", "why"),
    [
        (
            {
                "title": "Koulutukset luottamushenkilöille keväällä 2027",
                "sessions": (make_session("2027-02-10"),),
            },
            [],
            "next year's plan is decided, in other words",
        ),
        (
            {"document_type": "agenda", "outcome": None, "sessions": (make_session("2027-02-10"),)},
            [],
            "next year's plan stands on an agenda: somebody has written it",
        ),
        (
            {"title": "Tarkastuslautakunnan arviointikurssi 2027", "sessions": (make_session("2027-02-10"),)},
            [("a", "2026")],
            "a course of another kind for others",
        ),
        (
            {"decided": "2026-04-13", "sessions": (make_session("2026-05-20"),)},
            [("a", "2026")],
            "more of this year's, decided in spring",
        ),
        (
            {"decided": "2026-03-02", "case_number": "12/00.02/2025", "title": "Valtuuston päätös"},
            [],
            "the same matter, taken on to the council",
        ),
    ],
)
def test_a_newer_item_about_it_sets_a_decision_at_rest(
    newer: dict[str, Any], expected: list[tuple[str, str]], why: str
) -> None:
    """Of the same matter, or about the same training and reaching into the next round."""
    old = make_training(case_number="12/00.02/2025", sessions=(SPRING,))
    told = {"decided": "2026-10-05", "title": "Luottamushenkilöiden koulutussuunnitelma 2027", **newer}
    assert rounds(old, make_training("b", **told), on="2026-11-01") == expected, why


def test_an_older_item_sets_nothing_at_rest() -> None:
    """Last year's plan is no answer to this year's, and is at rest itself: this year's came after."""
    old = make_training("b", "2024-11-25", sessions=(make_session("2025-02-05"),))
    assert rounds(old, make_training(sessions=(SPRING,)), on="2026-11-01") == [("a", "2026")]


@pytest.mark.parametrize("first", ["a", "b"])
def test_one_decision_in_two_languages_falls_due_once(first: str) -> None:
    """A bilingual council publishes its § twice; the one in the house's language counts."""
    second = "b" if first == "a" else "a"
    told: dict[str, Any] = {"section": "12", "sessions": (SPRING,)}
    finnish, swedish = make_training(first, **told), make_training(second, language="sv", **told)
    assert rounds(swedish, finnish, on="2026-11-01") == [(first, "2026")]


def test_two_programmes_of_one_item_fall_due_once() -> None:
    """The item is what is decided again."""
    told: dict[str, Any] = {"section": "12", "sessions": (SPRING,)}
    assert rounds(make_training("a", **told), make_training("b", **told), on="2026-11-01") == [("a", "2026")]


TERM: dict[str, Any] = {"term_first": 2021, "term_last": 2025}


@pytest.mark.parametrize(
    ("told", "expected", "why"),
    [
        (
            {"title": "Koulutusohjelma valtuustokaudelle 2021–2025", "sessions": (SPRING,)},
            True,
            "its name says it",
        ),
        ({"title": "Koulutusohjelma", "sessions": ()}, True, "a term and no day"),
        ({"sessions": (make_session(recurring="term"),)}, True, "in every term"),
        ({"sessions": (make_session(term_year=1),)}, True, "the first year of the term"),
        (
            {"title": "Koulutus keväällä 2026", "sessions": (SPRING,)},
            False,
            "a spring that falls in the term",
        ),
        ({"title": "Koulutus 2021", "sessions": (SPRING,)}, False, "one year of the term"),
    ],
)
def test_a_programme_for_a_term_is_told_from_one_that_names_the_term(
    told: dict[str, Any], expected: bool, why: str
) -> None:
    """Plans of a year often say in which term they fall."""
    assert is_for_term(make_training(**TERM, **told)) is expected, why


@pytest.mark.parametrize(
    ("on", "expected", "why"),
    [
        ("2025-02-08", [], "seventeen weeks before the next term"),
        ("2025-02-09", [("a", "2025/2029")], "sixteen weeks before"),
        ("2029-05-31", [("a", "2025/2029")], "while the next term lasts"),
        ("2029-06-01", [], "its time is over"),
    ],
)
def test_a_programme_for_a_term_falls_due_before_the_next(
    on: str, expected: list[tuple[str, str]], why: str
) -> None:
    """By the terms that the law sets for such a council."""
    training = make_training(decided="2021-09-20", title="Koulutusohjelma 2021–2025", **TERM)
    assert rounds(training, on=on) == expected, why


def test_what_recurs_each_term_goes_by_the_day_of_the_decision() -> None:
    """Where the text names no term, it is the one in which it was decided."""
    training = make_training(decided="2021-09-20", sessions=(make_session(recurring="term"),))
    assert rounds(training, on="2025-06-01") == [("a", "2025/2029")]


def test_a_term_that_nobody_knows_is_never_due() -> None:
    """What terms.toml does not tell is not made up."""
    assert rounds(make_training(term_first=1901, term_last=1905, title="1901 1905"), on="2026-11-01") == []


def test_the_next_terms_own_programme_sets_the_old_one_at_rest() -> None:
    """Decided when the term began, it covers the years that the old one would be due for."""
    old = make_training(decided="2021-09-20", title="Koulutusohjelma 2021–2025", **TERM)
    new = make_training("b", "2025-01-20", title="Koulutusohjelma 2025–2029", term_first=2025, term_last=2029)
    assert rounds(old, new, on="2025-06-01") == []


@pytest.mark.parametrize(("recurring", "year"), [("P1Y", "2026"), ("P2Y", "2027"), ("P4Y", "2029")])
def test_what_recurs_after_years_falls_due_after_them(recurring: str, year: str) -> None:
    """Every second year is not every year."""
    training = make_training(sessions=(make_session(recurring=recurring),))
    assert rounds(training, on=f"{year}-09-28") == []
    assert rounds(training, on=f"{year}-09-29") == [("a", year)]


def test_a_leap_day_comes_round_on_the_last_of_february() -> None:
    """A decision of 29 February is due like any other."""
    assert rounds(make_training(decided="2024-02-29"), on="2025-02-28") == [("a", "2025")]
