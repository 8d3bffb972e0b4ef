"""A host that refuses is left alone."""

import pytest

from ingest.refusals import Refusals
from records.errors import FetchError, Refusing
from tests.ingest.fetchers import FakeTime, fetcher, settings
from tests.ingest.servers import Answers, Reply, serve

ONCE = settings(attempts=1)


def test_three_in_a_row() -> None:
    """Two refusals are borne, the third closes the host; another host is not concerned."""
    refusals = Refusals(FakeTime().timing.clock)
    for why in ("status 503", "status 503", "none"):
        refusals.check("http://a/x", "a")
        refusals.note("a", why)

    refusals.check("http://b/x", "b")
    with pytest.raises(Refusing, match=r"http://a/x: .*refused 3 times in a row \(none\)"):
        refusals.check("http://a/x", "a")


def test_an_answer_between_them_counts() -> None:
    """Refusals that an answer parts are not in a row."""
    refusals = Refusals(FakeTime().timing.clock)
    for _ in range(5):
        refusals.note("a", "status 503")
        refusals.note("a", "status 503")
        refusals.clear("a")

    refusals.check("http://a/x", "a")


def test_a_host_that_asks_for_rest_has_it() -> None:
    """It is asked again when the time is over that it named."""
    fake = FakeTime()
    refusals = Refusals(fake.timing.clock)
    refusals.rest("a", 3600, "status 429")

    with pytest.raises(Refusing, match=r"left alone for 3600 more seconds \(status 429\)"):
        refusals.check("http://a/x", "a")
    fake.time += 3601
    refusals.check("http://a/x", "a")


def ask_often(server: Answers, times: int) -> list[str]:
    """Return what became of so many requests: the name of the error, or ok."""
    became = []
    with fetcher(ONCE, robots=False) as f:
        for number in range(times):
            try:
                f.fetch(f"{server.base}/{number}")
            except FetchError as error:
                became.append(type(error).__name__)
            else:
                became.append("ok")
    return became


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_host_that_refuses_is_not_asked_a_fourth_time(status: int) -> None:
    """The rest of the night costs it nothing, and each address still has its error."""
    with serve({f"/{number}": Reply(status) for number in range(9)}) as server:
        became = ask_often(server, 9)

    assert became == ["FetchError"] * 3 + ["Refusing"] * 6
    assert server.paths() == ["/0", "/1", "/2"]


@pytest.mark.parametrize("status", [403, 404, 410, 500])
def test_what_speaks_of_one_page_is_no_refusal(status: int) -> None:
    """Pages that are gone, forbidden or broken leave the others as they are."""
    replies: dict[str, Reply | list[Reply]] = {f"/{number}": Reply(status) for number in range(8)}
    with serve({**replies, "/8": Reply()}) as server:
        assert ask_often(server, 9)[-1] == "ok"


def test_a_dead_host_costs_three_attempts_to_connect() -> None:
    """Nobody listens: after the third address nothing is tried any more."""
    with serve({}) as server:
        base = server.base
    with fetcher(ONCE) as f:
        for _ in range(3):
            with pytest.raises(FetchError, match="refused"):
                f.fetch(f"{base}/")
        with pytest.raises(Refusing, match="3 times in a row"):
            f.fetch(f"{base}/")

        assert f.requests == {"127.0.0.1": 3}
        assert "could not be read" in (f.robots_told("127.0.0.1") or "")


def test_walls_speak_of_one_page() -> None:
    """A login before some pages of a host leaves its other pages as they are."""
    login = Reply(body=b"<html><title>Login</title><form><input type=password></form></html>")
    walls: dict[str, Reply | list[Reply]] = {f"/{number}": login for number in range(5)}
    with serve({**walls, "/5": Reply()}) as server:
        assert ask_often(server, 6) == ["Walled"] * 5 + ["ok"]


def test_a_longer_wait_than_patience_closes_the_host_until_then() -> None:
    """Retry-After of an hour: the other pages of that host are not asked for in the meantime."""
    with serve({"/0": Reply(503, headers={"Retry-After": "3600"}), "/1": Reply()}) as server:
        assert ask_often(server, 2) == ["FetchError", "Refusing"]
        assert server.paths() == ["/0"]
