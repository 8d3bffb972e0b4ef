"""robots.txt as the fetcher keeps to it."""

import pytest

from records.errors import Blocked, FetchError
from tests.ingest.fetchers import fetcher, settings
from tests.ingest.servers import Reply, serve

ROBOTS = [
    (Reply(404), True, "there is none"),
    (Reply(body=b"User-agent: *\nDisallow: /cgi/"), False, "it forbids the path to all"),
    (Reply(body=b"User-agent: Paragraf\nDisallow: /"), False, "it forbids all to us"),
    (Reply(body=b"User-agent: Other\nDisallow: /"), True, "it forbids all to others"),
    (Reply(body=b"User-agent: *\nDisallow: /cgi/\nAllow: /cgi/DREQUEST"), True, "a longer rule allows"),
    (Reply(body=b"<html><body>Kirjaudu</body></html>"), True, "it is a page, and holds no rule"),
    (Reply(403), True, "what is kept from us forbids nothing (RFC 9309)"),
]


@pytest.mark.parametrize(("robots", "allowed", "reason"), ROBOTS)
def test_robots(robots: Reply, allowed: bool, reason: str) -> None:
    """A host's robots.txt is asked once and kept to."""
    path = "/cgi/DREQUEST.PHP"
    with serve({"/robots.txt": robots, path: Reply()}) as server, fetcher() as f:
        for _ in range(2):
            if allowed:
                assert f.fetch(server.base + path).content == b"ok", reason
            else:
                with pytest.raises(Blocked, match=r"/robots\.txt"):
                    f.fetch(server.base + path)

    assert [seen.path for seen in server.seen].count("/robots.txt") == 1
    assert server.paths() == [path] * (2 if allowed else 0)


def test_robots_that_fails_forbids() -> None:
    """A robots.txt that cannot be read for the server's fault keeps us out for now."""
    told = settings(attempts=1)
    with (
        serve({"/robots.txt": Reply(503), "/": Reply()}) as server,
        fetcher(told) as f,
        pytest.raises(FetchError, match="status 503"),
    ):
        f.fetch(f"{server.base}/")

    assert server.paths() == []


def test_address_given_by_hand() -> None:
    """Without robots, an address that a person gave is fetched whatever programs may not."""
    robots = Reply(body=b"User-agent: *\nDisallow: /")
    with serve({"/robots.txt": robots, "/": Reply()}) as server, fetcher(robots=False) as f:
        assert f.fetch(f"{server.base}/").content == b"ok"
