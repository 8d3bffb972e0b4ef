"""Plans by year of the term: lines that open with a time within it, and what they plan."""

import pytest

from extract.session_plans import find_plan, plan_region
from tests.extract.programmes import Told, date, ground

PLANS = [
    (
        "sv",
        "År 1\nUppstartsdag i parken. Kommunallagen.\n\nÅr 2\nStudiebesök i en annan kommun.",
        ("År 1", "År 2"),
        ["Uppstartsdag i parken", "Studiebesök i en annan kommun"],
        "a year alone, below it what is planned",
    ),
    (
        "nb",
        "Første år: Introduksjonsuke for alle. Hele kommunestyret.\nAndre år: Eierdag. Våre selskaper.",
        ("Første år", "Andre år"),
        ["Introduksjonsuke for alle", "Eierdag"],
        "rows of several sentences",
    ),
    (
        "nn",
        "År 1   Plan- og bygningslova\nÅr 2   Rekneskap og økonomi",
        ("År 1", "År 2"),
        ["Plan- og bygningslova", "Rekneskap og økonomi"],
        "columns apart by blanks",
    ),
    ("sv", "År 1 ska planen ses över.\nÅr 2 ska den bytas.", ("År 1", "År 2"), [], "sentences go on"),
    ("sv", "År 1\nUppstartsdag i parken.", ("År 1",), [], "one year is no plan"),
]


def _years(text: str, *quotes: str) -> list[Told]:
    return [date(text, quote, term_year=year) for year, quote in enumerate(quotes, 1)]


@pytest.mark.parametrize(("code", "text", "years", "titles", "why"), PLANS)
def test_what_stands_behind_or_below_a_year_is_planned_for_it(
    code: str, text: str, years: tuple[str, ...], titles: list[str], why: str
) -> None:
    """Each line that opens with a year of the term is a session of that year."""
    found = find_plan(ground(text, code, *_years(text, *years)))
    assert [one.title.value for one in found if one.title] == titles, why
    assert [one.when.value.term_year for one in found if one.when] == list(range(1, len(titles) + 1))


def test_a_month_behind_a_year_of_the_term_has_no_calendar_year() -> None:
    """ "År 2 januar" is the January of the second year, whatever year a reader gave it."""
    text = "År 1   mars   Planlova\nÅr 2   haust   Mediekurs"
    dates = [*_years(text, "År 1", "År 2"), date(text, "mars", "2024-03"), date(text, "haust", "2024-23")]
    dates.sort(key=lambda found: found.span)
    first, second = find_plan(ground(text, "nn", *dates))
    assert first.when
    assert (first.when.value.term_year, first.when.value.month, first.when.value.edtf) == (1, 3, None)
    assert second.when
    assert (second.when.value.term_year, second.when.value.season) == (2, 23)


def test_spring_behind_a_year_of_the_term_is_its_season() -> None:
    """ "vår" is not "our" there."""
    text = "1. år, vår\nMøteleiing\n\n2. år, vår\nKommuneplanen"
    found = find_plan(ground(text, "nn", *_years(text, "1. år", "2. år")))
    assert [one.when.value.season for one in found if one.when] == [21, 21]
    assert [one.title.value for one in found if one.title] == ["Møteleiing", "Kommuneplanen"]


def test_a_plan_fills_the_text_from_its_first_line_to_its_last() -> None:
    """Dates in it are no sessions besides."""
    text = "Plan\n\nÅr 1\nUppstartsdag.\n\nÅr 2\nStudiebesök.\n\nAntagen av fullmäktige."
    start, end = plan_region(find_plan(ground(text, "sv", *_years(text, "År 1", "År 2")))) or (0, 0)
    assert text[start:end] == "År 1\nUppstartsdag.\n\nÅr 2\nStudiebesök."
    assert plan_region([]) is None
