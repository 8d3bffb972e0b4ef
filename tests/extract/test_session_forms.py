"""The form of sessions without a day: what no hall told for others makes a gathering."""

from extract.session_forms import Shared, form_without_day
from extract.session_found import Outset
from records.base import Span
from records.evidence import Found
from tests.extract.programmes import date, ground

TEXT = "Nettkurs for nye\n\nDu tar kurset når du vil, i ditt eget tempo.\n\nModul 1: Roller"
HALL: Shared = (
    Found("rådhuset", ((0, 3),), "place"),
    Found("in_person", ((0, 3),), "place_tells_format", "inherited"),
)


def _part(text: str, name: str = "Modul 1: Roller") -> Outset:
    start = text.index(name)
    span = (start, start + len(name))
    return Outset(Found(name, (span,), "session_part"), span, span)


def _free(text: str, quote: str) -> list[Span]:
    return [(text.index(quote), text.index(quote) + len(quote))]


def test_a_part_without_a_day_is_learnt_alone_where_the_text_says_so() -> None:
    """The sentence on the whole course holds for its modules, a hall told elsewhere does not."""
    free = _free(TEXT, "Du tar kurset når du vil, i ditt eget tempo.")
    place, form = form_without_day(ground(TEXT, "nb", read=True), _part(TEXT), HALL, free)
    assert place is None
    assert form
    assert form.value == "self_study"


def test_a_part_without_a_day_is_no_gathering_for_a_hall_told_elsewhere() -> None:
    """Where nothing tells, nothing is told."""
    assert form_without_day(ground(TEXT, "nb", read=True), _part(TEXT), HALL, []) == (None, None)


def test_a_year_of_the_term_is_no_gathering_for_a_hall_told_elsewhere() -> None:
    """A plan by years of the term leaves the place open."""
    text = "År 1: Eierdag"
    year = date(text, "År 1", term_year=1)
    one = Outset(None, (0, len(text)), (0, len(text)), when=year)
    assert form_without_day(ground(text, "nb", year), one, HALL, []) == (None, None)


def test_a_day_keeps_what_the_text_tells_for_all() -> None:
    """A hall told once is where each day is held."""
    text = "Kurs 3. mai 2026"
    day = date(text, "3. mai 2026", "2026-05-03")
    one = Outset(None, (0, len(text)), (0, len(text)), when=day)
    assert form_without_day(ground(text, "nb", day), one, HALL, []) == HALL
