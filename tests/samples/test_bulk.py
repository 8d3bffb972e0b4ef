"""The council of any size is made the same way each time."""

import re

import pytest

from samples.bulk import bulk_council, bulk_training_ids, procedural
from samples.server import SampleServer
from tests.samples.made import get, visible

SCRIPT = "/suurlampi/cgi/DREQUEST.PHP"


@pytest.mark.parametrize(("count", "meetings"), [(1, 1), (20, 1), (21, 2), (1000, 50)])
def test_the_number_of_items_is_the_one_asked_for(count: int, meetings: int) -> None:
    """Twenty items a meeting, the last meeting takes the rest."""
    council = bulk_council(count)

    assert len(council.meetings) == meetings
    assert sum(len(meeting.item) for meeting in council.meetings) == count


def test_one_item_in_twenty_is_on_training() -> None:
    """The ids that are told are those whose titles say so."""
    council = bulk_council(200)

    training = [
        f"{meeting.id}-{item.n}"
        for meeting in council.meetings
        for item in meeting.item
        if item.title.startswith("Luottamushenkilöiden koulutus")
    ]
    assert training == list(bulk_training_ids(200))
    assert len(training) == 10


def test_the_same_number_makes_the_same_council() -> None:
    """And a larger council begins like a smaller one."""
    assert bulk_council(60) == bulk_council(60)
    assert bulk_council(60).meetings[0].item == bulk_council(600).meetings[0].item


def test_no_mark_of_a_template_is_left_over() -> None:
    """Every item's texts are filled in."""
    for meeting in bulk_council(240).meetings:
        for item in meeting.item:
            assert not re.search(r"[{}]", f"{item.title}{item.text}{item.preparers}{item.proposal}")


def test_meetings_are_newest_first_and_ids_are_their_own() -> None:
    """As in a real site's lists."""
    meetings = bulk_council(1000).meetings

    assert [one.date for one in meetings] == sorted((one.date for one in meetings), reverse=True)
    assert len({one.id for one in meetings}) == len(meetings)


def test_training_items_tell_two_days_and_a_place() -> None:
    """What the benchmark extracts can be checked."""
    first = bulk_training_ids(40)[0]
    with SampleServer(councils=[], bulk=40) as server:
        text = visible(get(server, f"{SCRIPT}?page=meetingitem&id={first}").text)

    assert "Ensimmäinen osa pidetään 21.1.2027 klo 17–19 ja toinen osa 4.2.2027 klo 17–20" in text
    assert "valtuustosali" in text


def test_a_procedural_council_keeps_its_name_and_shape() -> None:
    """Only the items are replaced."""
    council = bulk_council(20)

    changed = procedural(council)

    assert changed.site == council.site
    assert len(changed.meetings) == 206
