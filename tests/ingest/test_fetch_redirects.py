"""Where redirects may lead."""

import pytest

from records.errors import Blocked, FetchError
from tests.ingest.fetchers import fetcher, settings
from tests.ingest.servers import Reply, serve


def test_redirects_are_followed() -> None:
    """Redirects within the hosts lead to the page, which knows both addresses."""
    replies: dict[str, Reply | list[Reply]] = {
        "/a": Reply(301, headers={"Location": "b?y=2&x=1"}),
        "/b?y=2&x=1": Reply(302, headers={"Location": "BASE/c"}),
        "/c": Reply(body=b"found"),
    }
    with serve(replies) as server, fetcher() as f:
        page = f.fetch(f"{server.base}/a")

    assert (page.url, page.final_url, page.content) == (f"{server.base}/a", f"{server.base}/c", b"found")


def hops(count: int) -> dict[str, Reply | list[Reply]]:
    """Return replies that redirect so many times."""
    steps = {f"/{n}": Reply(302, headers={"Location": f"/{n + 1}"}) for n in range(count)}
    return {**steps, f"/{count}": Reply()}


def test_five_redirects_are_the_most() -> None:
    """Five redirects are followed, six are refused."""
    with serve(hops(6)) as server, fetcher() as f:
        assert f.fetch(f"{server.base}/1").status == 200
        with pytest.raises(FetchError, match="more than 5 redirects"):
            f.fetch(f"{server.base}/0")


BAD_HOPS = [
    ("/a", FetchError, "circle", "to itself"),
    ("BASE/a?", FetchError, "circle", "to itself, spelt otherwise"),
    ("http://other.example/", Blocked, "one of the hosts", "to another host"),
    ("file:///etc/passwd", Blocked, "http or https", "to a file"),
    ("http://[", FetchError, "redirect to an address", "to no address"),
]


@pytest.mark.parametrize(("location", "kind", "found", "reason"), BAD_HOPS)
def test_bad_redirects(location: str, kind: type[FetchError], found: str, reason: str) -> None:
    """Every hop is checked as the first address was, and circles are seen."""
    with (
        serve({"/a": Reply(302, headers={"Location": location})}) as server,
        fetcher() as f,
        pytest.raises(kind, match=found),
    ):
        f.fetch(f"{server.base}/a")

    assert len(server.paths()) <= 2, reason


AWAY = [
    ("http://127.0.0.2:9/", "one of the hosts", "to another host of the same network"),
    ("//other.example/x", "one of the hosts", "to another host, scheme left out"),
    ("http://169.254.169.254/latest/meta-data", "one of the hosts", "to the metadata server of clouds"),
    ("http://127.0.0.1@other.example/", "without credentials", "to a host behind a user name"),
    ("gopher://127.0.0.1/x", "http or https", "to another protocol"),
    ("javascript:alert(1)", "http or https", "to a program"),
]


@pytest.mark.parametrize(("location", "expected", "reason"), AWAY)
def test_nothing_is_asked_of_a_place_that_is_not_ours(location: str, expected: str, reason: str) -> None:
    """A redirect opens no door that the configuration keeps shut."""
    with (
        serve({"/a": Reply(307, headers={"Location": location})}) as server,
        fetcher() as f,
        pytest.raises(Blocked, match=expected),
    ):
        f.fetch(f"{server.base}/a")

    assert server.paths() == ["/a"], reason


def test_a_redirect_to_a_private_address_of_a_configured_host() -> None:
    """Even a host of the source's own is left alone when its name leads inside."""
    told = settings(allow_private=False, contact="x")
    with fetcher(told, hosts={"localhost"}, robots=False) as f, pytest.raises(Blocked, match="public"):
        f.fetch("http://localhost/")


def test_another_host_of_the_source() -> None:
    """A redirect to a host that is configured is followed, and that host's robots.txt is kept to."""
    robots = Reply(body=b"User-agent: *\nDisallow: /closed")
    with serve({"/robots.txt": robots, "/open": Reply()}, "127.0.0.2") as other, serve({}) as server:
        for path in ("/open", "/closed"):
            server.replies[path] = [Reply(302, headers={"Location": other.base + path})]
        with fetcher(hosts={"127.0.0.1", "127.0.0.2"}) as f:
            assert f.fetch(f"{server.base}/open").final_url == f"{other.base}/open"
            with pytest.raises(Blocked, match=r"127\.0\.0\.2.*robots\.txt"):
                f.fetch(f"{server.base}/closed")

        assert f.requests == {"127.0.0.1": 3, "127.0.0.2": 2}
        assert "forbids /closed" in (f.robots_told("127.0.0.2") or "")
        assert "status 404" in (f.robots_told("127.0.0.1") or "")
