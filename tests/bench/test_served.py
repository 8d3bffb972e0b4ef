"""Loads of councils, and the server that shows them from a process of its own."""

from urllib.request import urlopen

import pytest

from bench.served import Load, councils_of, served
from samples.bulk import bulk_council

LOAD = Load(sources=3, items=30, hosts=2)


def test_a_load_has_so_many_items_each() -> None:
    """Every council has its items in whole meetings of the same days, some of them on training."""
    councils = tuple(councils_of(LOAD))
    days = [one.date for one in bulk_council(30).meetings]
    for council in councils:
        assert sum(len(meeting.item) for meeting in council.meetings) == 30
        assert [meeting.date for meeting in council.meetings] == days
        titles = [item.title for meeting in council.meetings for item in meeting.item]
        assert sum("koulutus" in title for title in titles) == 2


def test_no_two_councils_say_the_same() -> None:
    """Id, address and texts differ, so that nothing is kept once for many of them."""
    councils = tuple(councils_of(LOAD))
    assert len({council.id for council in councils}) == 3
    assert len({council.source.bases[0].url for council in councils}) == 3
    numbers = [item.case_number for council in councils for one in council.meetings for item in one.item]
    assert len(set(numbers)) == len(numbers) == 90


@pytest.mark.parametrize("items", [1, 20, 1000])
def test_a_feed_is_asked_for_all_that_there_is(items: int) -> None:
    """No source's feed hides an item from the first night, whose figures would tell of fewer."""
    (council,) = councils_of(Load(sources=1, items=items))
    assert council.source.show > items
    assert sum(len(meeting.item) for meeting in council.meetings) == items


def test_the_sources_are_dealt_out_over_hosts() -> None:
    """Each host answers for its sources while the block runs, and for nobody after it."""
    with served(LOAD) as sources:
        addresses = [source.bases[0].url for source in sources]
        assert len({address.split("/")[2] for address in addresses}) == 2
        feed = f"{addresses[2]}?page=rss/meetingitems&show=30"
        with urlopen(feed) as answer:
            assert answer.read().count(b"<item>") == 30
    with pytest.raises(OSError, match="refused"):
        urlopen(feed)
