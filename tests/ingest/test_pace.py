"""When a host may be asked again."""

from ingest.pace import Pace


class Watch:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.time = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        """Move the clock."""
        self.slept.append(seconds)
        self.time += seconds


def test_hosts_have_turns_of_their_own() -> None:
    """The first request to a host goes at once, the next waits its delay, other hosts do not."""
    watch = Watch()
    pace = Pace(2.0, lambda: watch.time, watch.sleep)

    for host in ("a", "a", "b", "a"):
        pace.wait(host)

    assert watch.slept == [2.0, 2.0]


def test_time_that_passed_counts() -> None:
    """Work between two requests is part of the delay."""
    watch = Watch()
    pace = Pace(2.0, lambda: watch.time, watch.sleep)
    pace.wait("a")
    watch.time += 1.5
    pace.wait("a")

    assert watch.slept == [0.5]


def test_a_host_may_ask_for_more() -> None:
    """A longer delay of the host's own holds, a shorter one does not."""
    watch = Watch()
    pace = Pace(2.0, lambda: watch.time, watch.sleep)
    pace.wait("a", 5.0)
    pace.wait("a", 1.0)
    pace.wait("a")

    assert watch.slept == [5.0, 2.0]


def test_postponed_host() -> None:
    """A host that is postponed is left alone that long, and never less than before."""
    watch = Watch()
    pace = Pace(2.0, lambda: watch.time, watch.sleep)
    pace.postpone("a", 60.0)
    pace.postpone("a", 10.0)
    pace.wait("a")

    assert watch.slept == [60.0]
