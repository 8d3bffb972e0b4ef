"""Which of several times still holds."""

import pytest

from extract.programme_current import current_dates
from tests.extract.programmes import Told, date, ground


def _kept(text: str, code: str, decided: str | None, *dates: Told) -> list[str | None]:
    found = ground(text, code, *dates)
    span = (text.index(decided), len(text)) if decided else None
    return [one.value.edtf for one in current_dates(found, span)]


MOVED = """\
Kommunedirektørens forslag:
Kommunestyret ber om at det holdes et dagskurs i møteledelse for utvalgsledere torsdag 11. januar 2024.

Vedtak:
Det holdes dagskurs i møteledelse for utvalgsledere onsdag 7. februar 2024.
"""

SERIES = """\
Iltakoulut

12.2.2024 iltakoulu, kaava
13.5.2024 iltakoulu, työllisyys

Päätös
Ehdotus hyväksyttiin siten, että 13.5.2024 iltakoulun aihe on hyvinvointi.
"""


def test_a_day_that_the_decision_moved_is_left_out() -> None:
    """The proposal's day is superseded where the decision says the same with another."""
    days = [date(MOVED, "11. januar 2024", "2024-01-11"), date(MOVED, "7. februar 2024", "2024-02-07")]
    assert _kept(MOVED, "nb", "Vedtak", *days) == ["2024-02-07"]


def test_days_of_a_series_stay_when_the_decision_names_one() -> None:
    """A decision that changes one evening's subject leaves the other evenings."""
    days = [
        date(SERIES, "12.2.2024", "2024-02-12"),
        date(SERIES, "13.5.2024", "2024-05-13"),
        date(SERIES, "13.5.2024", "2024-05-13", nth=1),
    ]
    assert _kept(SERIES, "fi", "Ehdotus", *days) == ["2024-02-12", "2024-05-13", "2024-05-13"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fi", "Päiväksi sopisi joko 10.10.2026 tai 19.10.2026.\n\nPäätös: Koulutus on 19.10.2026."),
        ("sv", "Kursen hålls antingen 10.10.2026 eller 19.10.2026.\n\nBeslut: Kursen hålls 19.10.2026."),
    ],
)
def test_an_alternative_that_was_not_chosen_is_left_out(code: str, text: str) -> None:
    """Of two days offered together only the decided one is a session's."""
    days = [
        date(text, "10.10.2026", "2026-10-10"),
        date(text, "19.10.2026", "2026-10-19"),
        date(text, "19.10.2026", "2026-10-19", nth=1),
    ]
    decided = "Päätös" if code == "fi" else "Beslut"
    assert _kept(text, code, decided, *days) == ["2026-10-19", "2026-10-19"]


def test_without_a_decision_every_day_stays() -> None:
    """Alternatives that nobody chose between are one session each."""
    text = "Kursen hålls antingen 10.10.2026 eller 19.10.2026."
    days = [date(text, "10.10.2026", "2026-10-10"), date(text, "19.10.2026", "2026-10-19")]
    assert _kept(text, "sv", None, *days) == ["2026-10-10", "2026-10-19"]


def test_other_dates_are_no_sessions_to_supersede() -> None:
    """Deadlines, meetings and seasons are handed on as they are."""
    text = "Förslag: kursen hålls i höst, anmälan 1.9.2026.\n\nBeslut: Kursen hålls 19.10.2026."
    days = [
        date(text, "höst", "2026-23"),
        date(text, "1.9.2026", "2026-09-01", role="deadline"),
        date(text, "19.10.2026", "2026-10-19"),
    ]
    assert _kept(text, "sv", "Beslut", *days) == ["2026-23", "2026-09-01", "2026-10-19"]


def test_days_of_earlier_bodies_count_only_where_the_item_tells_none() -> None:
    """A section's first idea gives way to the board's own days, and stands where there are none."""
    text = "Jaosto esittää koulutusta 8.10.2026.\n\nHallitus järjestää koulutuksen 15.10.2026."
    before = (0, text.index("\n"))
    first, own = date(text, "8.10.2026", "2026-10-08"), date(text, "15.10.2026", "2026-10-15")
    both = current_dates(ground(text, "fi", first, own), None, [before])
    assert [found.value.edtf for found in both] == ["2026-10-15"]
    alone = current_dates(ground(text, "fi", first), None, [before])
    assert [found.value.edtf for found in alone] == ["2026-10-08"]
