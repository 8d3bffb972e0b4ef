"""Lists of minutes in parts: how far back they are followed, and what is a gap."""

import datetime as dt

import pytest

from ingest.systems import listing
from ingest.systems.base import Horizon
from records.errors import LayoutChanged
from records.page import FeedEntry
from tests.ingest.systems.minutes_lists import HOST, LIST, SOURCE, known_in, link
from tests.ingest.systems.pages import Site


def parts(*days: tuple[str, ...]) -> dict[str, str | bytes]:
    """Return a list in parts, each with the minutes of some days."""
    made: dict[str, str | bytes] = {}
    for number, told in enumerate(days, 1):
        address = LIST if number == 1 else f"{LIST}?page={number}"
        more = f"<a href='?page={number + 1}'>Nästa</a>" if number < len(days) else ""
        made[address] = "".join(map(link, told)) + more
    return made


THREE = (("2026-10-28", "2026-09-30"), ("2026-06-10", "2026-05-06"), ("2026-03-04", "2026-02-04"))


@pytest.mark.parametrize(
    ("horizon", "asked", "reason"),
    [
        (Horizon(), 3, "the first night: to the end"),
        (Horizon(oldest=dt.date(2026, 5, 20)), 2, "to a meeting before the oldest"),
        (known_in("2026-09-30"), 1, "to minutes that are known"),
        (Horizon(known=lambda _: True, walk=True), 3, "a walk goes past what is known"),
    ],
)
def test_how_far_back(horizon: Horizon, asked: int, reason: str) -> None:
    """A list in parts is followed as far as the horizon asks, and no further."""
    site = Site(parts(*THREE))

    result = listing.discover(SOURCE, site.fetch, horizon)

    assert len(site.asked) == asked, reason
    assert len(result.entries) == 2 * asked
    assert result.gaps == ()


def test_a_list_in_another_order_is_read_to_its_end() -> None:
    """Where the newest may stand last, what is known proves nothing."""
    site = Site(parts(("2026-02-04", "2026-03-04"), ("2026-10-28",)))

    newest, *_ = listing.discover(SOURCE, site.fetch, known_in("2026-02-04")).entries

    assert str(newest.meeting_date) == "2026-10-28"


def test_a_part_that_cannot_be_read_is_a_gap() -> None:
    """What stands before it is kept, the sentence names its address."""
    pages = parts(*THREE)
    del pages[f"{LIST}?page=2"]

    result = listing.discover(SOURCE, Site(pages).fetch, Horizon())

    assert len(result.entries) == 2
    assert [gap.startswith(f"{LIST}?page=2: ") for gap in result.gaps] == [True]


def test_a_list_without_end_is_a_gap() -> None:
    """A counter that never stops is followed sixty parts far; a circle is left at once."""
    endless = {
        f"{LIST}?page={n}": link("2026-01-01") + f"<a href='?page={n + 1}'>x</a>" for n in range(1, 200)
    }
    circle = {LIST: f"{link('2026-01-01')}<a rel='next' href='{LIST}'>x</a>"}
    site = Site({LIST: link("2026-02-02") + "<a href='?page=2'>2</a>", **endless})

    result = listing.discover(SOURCE, site.fetch, Horizon())

    assert len(site.asked) < 70
    assert [f"{LIST}?page=" in gap for gap in result.gaps] == [True]
    assert listing.discover(SOURCE, Site(dict(circle)).fetch, Horizon()).gaps == ()


BODY = f"{HOST}/committees/kommunstyrelsen"
PLUS = SOURCE.model_copy(update={"pages": (BODY,)})


def meetings(*days: str, without: tuple[str, ...] = ()) -> dict[str, str | bytes]:
    """Return a body's page of Meetings Plus and the pages of its meetings, some without minutes."""
    made: dict[str, str | bytes] = {BODY: "".join(f"<a href='{BODY}/mote-{day}'>Möte</a>" for day in days)}
    for day in days:
        place = f"{BODY}/mote-{day}"
        agenda = f"<p><a href='{place}/agenda/kallelse-{day}pdf?downloadMode=open'>Kallelse</a>"
        own = f"<p><a href='{place}/protocol/protokoll-{day}pdf?downloadMode=open'>Protokoll</a>"
        made[place] = agenda if day in without else agenda + own
    return made


DAYS = ("2026-03-04", "2026-12-02", "2026-10-28", "2026-09-30", "2026-06-10", "2026-05-06")


@pytest.mark.parametrize(
    ("horizon", "asked", "reason"),
    [
        (Horizon(), 7, "the first night: every meeting"),
        (Horizon(oldest=dt.date(2026, 6, 1)), 5, "to a meeting before the oldest"),
        (known_in("2026-10-28", "2026-09-30", "2026-06-10"), 5, "until three are known"),
        (known_in("2026-10-28", "2026-06-10", "2026-05-06"), 6, "minutes that came late are found"),
        (Horizon(known=lambda _: True, walk=True), 7, "a walk goes past what is known"),
    ],
)
def test_meetings_plus(horizon: Horizon, asked: int, reason: str) -> None:
    """A body's page leads to its meetings, newest first, and these to their minutes."""
    site = Site(meetings(*DAYS, without=("2026-12-02",)))

    result = listing.discover(PLUS, site.fetch, horizon)

    assert len(site.asked) == asked, reason
    assert len(result.entries) == asked - 2
    assert result.entries[0] == FeedEntry(
        url=f"{BODY}/mote-2026-10-28/protocol/protokoll-2026-10-28pdf?downloadMode=open",
        title="Protokoll",
        base_id="main",
        native_id="committees/kommunstyrelsen/mote-2026-10-28/protocol/protokoll-2026-10-28pdf",
        body="Kommunstyrelsen",
        meeting_date=dt.date(2026, 10, 28),
    )


def test_meetings_that_cannot_be_read() -> None:
    """One is a warning; where no meeting links minutes, the source has an error, not an empty night."""
    pages = meetings("2026-10-28", "2026-09-30")
    del pages[f"{BODY}/mote-2026-10-28"]

    result = listing.discover(PLUS, Site(pages).fetch, Horizon())

    assert len(result.entries) == 1
    assert ["mote-2026-10-28" in warning for warning in result.warnings] == [True]
    with pytest.raises(LayoutChanged, match="1 meetings, none that was looked at with minutes"):
        listing.discover(PLUS, Site(meetings("2026-10-28", without=("2026-10-28",))).fetch, Horizon())
