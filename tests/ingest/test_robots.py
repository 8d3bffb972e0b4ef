"""What robots.txt lets us fetch, and how that is told."""

import threading

import pytest

from ingest.robots import Ask, Robots
from records.errors import Blocked, FetchError


def saying(text: str, status: int = 200) -> Ask:
    """Return a way to ask that always gets this answer."""
    return lambda _: (status, text)


def test_each_origin_has_rules_of_its_own() -> None:
    """Scheme, host and port together make a robots.txt, which is asked once."""
    asked: list[str] = []

    def ask(url: str) -> tuple[int, str]:
        asked.append(url)
        return 200, "User-agent: *\nDisallow: /secret" if url.startswith("https") else ""

    robots = Robots(ask)
    robots.check("https://a.example/open")
    robots.check("http://a.example/secret")
    with pytest.raises(Blocked, match=r"https://a\.example/robots\.txt"):
        robots.check("https://a.example/secret/1")

    assert asked == ["https://a.example/robots.txt", "http://a.example/robots.txt"]
    assert robots.told("a.example") == (
        "robots.txt at https://a.example/robots.txt: forbids /secret/1; "
        "robots.txt at http://a.example/robots.txt: allows what was asked"
    )


@pytest.mark.parametrize(("told", "delay"), [("7", 7.0), ("0.5", 0.5), ("86400", 60.0), ("soon", 0.0)])
def test_delay(told: str, delay: float) -> None:
    """A Crawl-delay is kept to, up to a minute."""
    robots = Robots(saying(f"User-agent: *\nCrawl-delay: {told}"))

    assert robots.delay("https://a.example/") == delay
    assert (f"{delay:g} seconds between two requests" in (robots.told("a.example") or "")) == bool(delay)


TOLD = [
    (saying("", 404), "robots.txt at https://a.example/robots.txt: status 404, so all is allowed"),
    (saying("User-agent: *\nDisallow: /", 403), "status 403, so all is allowed"),
    (saying("User-agent: *\nDisallow:"), "robots.txt at https://a.example/robots.txt: allows what was asked"),
]


@pytest.mark.parametrize(("ask", "told"), TOLD)
def test_told(ask: Ask, told: str) -> None:
    """The reason why a host may be fetched from is a sentence with the address that it rests on."""
    robots = Robots(ask)
    assert robots.told("a.example") is None
    robots.check("https://a.example/x")

    assert (robots.told("a.example") or "").endswith(told)
    assert robots.told("b.example") is None


@pytest.mark.parametrize("status", [501, 505, 520, 599])
def test_a_server_that_fails_allows_nothing(status: int) -> None:
    """Any status of 5xx forbids for now (RFC 9309, 2.3.1.4), also one that is not tried again."""
    robots = Robots(saying("", status))
    with pytest.raises(FetchError, match=f"status {status}"):
        robots.check("https://a.example/x")

    assert (robots.told("a.example") or "").endswith(f"could not be read: status {status}")


def test_failures_pass_through_and_are_not_remembered() -> None:
    """A robots.txt that could not be read forbids for now, says so, and is asked again."""
    failures = [FetchError("x", expected="a page", found="status 503")]

    def ask(url: str) -> tuple[int, str]:
        if failures:
            raise failures.pop()
        return 200, f"# {url}"

    robots = Robots(ask)
    with pytest.raises(FetchError):
        robots.check("https://a.example/")
    told = robots.told("a.example")
    robots.check("https://a.example/")

    assert told == "robots.txt at https://a.example/robots.txt: could not be read: status 503"
    assert (robots.told("a.example") or "").endswith("allows what was asked")


def test_any_text_is_rules_or_none() -> None:
    """Garbage of any length forbids nothing."""
    Robots(saying("\x00<html>" * 200_000)).check("https://a.example/")


def test_many_threads_ask_once() -> None:
    """Who comes second waits for the answer that the first one gets."""
    asked: list[str] = []

    def ask(url: str) -> tuple[int, str]:
        asked.append(url)
        return 200, ""

    robots = Robots(ask)
    threads = [threading.Thread(target=robots.check, args=("https://a.example/",)) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert asked == ["https://a.example/robots.txt"]
