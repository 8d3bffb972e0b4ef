"""When a host may be asked again."""

import threading

from ingest.pace import Pace
from tests.ingest.fetchers import FakeTime


def test_hosts_have_turns_of_their_own() -> None:
    """The first request to a host goes at once, the next waits its delay, other hosts do not."""
    watch = FakeTime()
    pace = Pace(2.0, watch.timing)

    for host in ("a", "a", "b", "a"):
        with pace.turn(host):
            pass

    assert watch.slept == [2.0, 2.0]
    assert pace.counts == {"a": 3, "b": 1}


def test_time_that_passed_counts() -> None:
    """Work between two requests is part of the delay."""
    watch = FakeTime()
    pace = Pace(2.0, watch.timing)
    with pace.turn("a"):
        watch.time += 1.5
    with pace.turn("a"):
        pass

    assert watch.slept == [0.5]


def test_the_delay_counts_from_when_the_request_was_sent() -> None:
    """Looking up and connecting take time that the server does not see."""
    watch = FakeTime()
    pace = Pace(2.0, watch.timing)
    with pace.turn("a"):
        watch.time += 1.5
        pace.restart("a")
    with pace.turn("a"):
        pass

    assert watch.slept == [2.0]


def test_a_host_may_ask_for_more() -> None:
    """A longer delay of the host's own holds, a shorter one does not."""
    watch = FakeTime()
    pace = Pace(2.0, watch.timing)
    for delay in (5.0, 1.0, 0.0):
        with pace.turn("a", delay):
            pass

    assert watch.slept == [5.0, 2.0]


def test_postponed_host() -> None:
    """A host that is postponed is left alone that long, and never less than before."""
    watch = FakeTime()
    pace = Pace(2.0, watch.timing)
    pace.postpone("a", 60.0)
    pace.postpone("a", 10.0)
    with pace.turn("a"):
        pass

    assert watch.slept == [60.0]


def test_one_request_at_a_time() -> None:
    """However many threads want a host, one has its turn; another host has its own meanwhile."""
    watch = FakeTime()
    pace = Pace(2.0, watch.timing)
    inside: list[str] = []
    most: list[int] = []

    def ask() -> None:
        with pace.turn("a"):
            inside.append("a")
            most.append(len(inside))
            inside.pop()

    threads = [threading.Thread(target=ask) for _ in range(16)]
    with pace.turn("a"):
        for thread in threads:
            thread.start()
        with pace.turn("b"):
            assert inside == []
    for thread in threads:
        thread.join()

    assert most == [1] * 16
    assert watch.slept == [2.0] * 16
    assert pace.counts == {"a": 17, "b": 1}
