"""What robots.txt lets us fetch."""

import pytest

from ingest.robots import Robots
from records.errors import Blocked, FetchError


def test_each_origin_has_rules_of_its_own() -> None:
    """Scheme, host and port together make a robots.txt, which is asked once."""
    asked: list[str] = []

    def ask(url: str) -> str:
        asked.append(url)
        return "User-agent: *\nDisallow: /secret" if url.startswith("https") else ""

    robots = Robots(ask)
    robots.check("https://a.example/open")
    robots.check("http://a.example/secret")
    with pytest.raises(Blocked, match=r"https://a\.example/robots\.txt"):
        robots.check("https://a.example/secret/1")

    assert asked == ["https://a.example/robots.txt", "http://a.example/robots.txt"]


@pytest.mark.parametrize(("told", "delay"), [("7", 7.0), ("0.5", 0.5), ("86400", 60.0), ("soon", 0.0)])
def test_delay(told: str, delay: float) -> None:
    """A Crawl-delay is kept to, up to a minute."""
    assert Robots(lambda _: f"User-agent: *\nCrawl-delay: {told}").delay("https://a.example/") == delay


def test_failures_pass_through_and_are_not_remembered() -> None:
    """A robots.txt that could not be read is asked again."""
    failures = [FetchError("x")]

    def ask(url: str) -> str:
        if failures:
            raise failures.pop()
        return f"# {url}"

    robots = Robots(ask)
    with pytest.raises(FetchError):
        robots.check("https://a.example/")
    robots.check("https://a.example/")


def test_any_text_is_rules_or_none() -> None:
    """Garbage of any length forbids nothing."""
    Robots(lambda _: "\x00<html>" * 200_000).check("https://a.example/")
