"""Fetching, against servers on loopback that behave and that do not."""

import datetime as dt
import gzip
import socket
from collections.abc import Callable
from typing import Any

import pytest

from config.settings import FetchSettings
from ingest.fetch import Fetcher
from records.errors import Blocked, FetchError, Gone, TooLarge
from tests.ingest.servers import Reply, serve, serve_socket

SETTINGS = FetchSettings(delay=0, timeout=5, allow_private=True, max_bytes=100_000)
NOON = dt.datetime(2026, 9, 28, 12, tzinfo=dt.UTC)


class FakeTime:
    """A clock that only sleeping moves; remembers how long was slept."""

    def __init__(self) -> None:
        self.time = 1000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        """Return the seconds."""
        return self.time

    def sleep(self, seconds: float) -> None:
        """Move the clock."""
        self.slept.append(seconds)
        self.time += seconds


def fetcher(settings: FetchSettings = SETTINGS, **kinds: Any) -> Fetcher:
    """Return a fetcher for the servers of these tests."""
    return Fetcher(settings, hosts={"127.0.0.1"}, now=lambda: NOON, **kinds)


def test_page() -> None:
    """A page has what was asked and answered, headers in small letters, bytes and time."""
    with (
        serve({"/a?x=1": Reply(headers={"Content-Type": "text/html; charset=Latin-1"})}) as server,
        fetcher() as f,
    ):
        page = f.fetch(f"{server.base}/a?x=1")

    assert (page.url, page.final_url, page.status) == (f"{server.base}/a?x=1",) * 2 + (200,)
    assert (page.media_type, page.charset, page.content) == ("text/html", "latin-1", b"ok")
    assert page.retrieved_at == NOON


def test_names_itself() -> None:
    """The user agent tells program, version and contact; no cookie comes back."""
    replies: dict[str, Reply | list[Reply]] = {"/": Reply(headers={"Set-Cookie": "session=1; Path=/"})}
    settings = SETTINGS.model_copy(update={"contact": "kirjaamo@kuusiranta.example\n(Äyräpää)"})
    with serve(replies) as server, fetcher(settings) as f:
        f.fetch(f"{server.base}/")
        f.fetch(f"{server.base}/")

    agent = server.seen[-1].headers["user-agent"].encode("latin-1").decode()
    assert agent.startswith("Paragraf/")
    assert agent.endswith("(+kirjaamo@kuusiranta.example (Äyräpää))")
    assert "cookie" not in server.seen[-1].headers


REFUSED = [
    ("ftp://127.0.0.1/x", "http or https", "another protocol"),
    ("file:///etc/passwd", "http or https", "a file"),
    ("http://localhost/x", "one of the hosts 127.0.0.1", "a host that is not configured"),
    ("http://127.0.0.1@other.example/", "one of the hosts", "a host behind a user name"),
    ("no address", "http or https", "no address"),
    ("http://[", "http or https", "a broken one"),
]


@pytest.mark.parametrize(("url", "expected", "reason"), REFUSED)
def test_refused_addresses(url: str, expected: str, reason: str) -> None:
    """Only web addresses of configured hosts are asked at all."""
    with fetcher() as f, pytest.raises(Blocked, match=expected) as raised:
        f.fetch(url)

    assert raised.value.where == url, reason


def test_contact_is_needed() -> None:
    """Without a contact no real host is asked."""
    with (
        Fetcher(SETTINGS, hosts={"kuusiranta.example"}) as f,
        pytest.raises(Blocked, match=r"fetch\.contact"),
    ):
        f.fetch("https://kuusiranta.example/")


def test_private_addresses_are_refused() -> None:
    """Unless the settings allow it, an address of a private network is not connected to."""
    settings = SETTINGS.model_copy(update={"allow_private": False})
    with (
        serve({"/": Reply()}) as server,
        fetcher(settings) as f,
        pytest.raises(Blocked, match="public address"),
    ):
        f.fetch(f"{server.base}/")

    assert server.seen == []


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
    settings = SETTINGS.model_copy(update={"attempts": 1})
    with (
        serve({"/robots.txt": Reply(503), "/": Reply()}) as server,
        fetcher(settings) as f,
        pytest.raises(FetchError, match="status 503"),
    ):
        f.fetch(f"{server.base}/")

    assert server.paths() == []


def test_address_given_by_hand() -> None:
    """Without robots, an address that a person gave is fetched whatever programs may not."""
    robots = Reply(body=b"User-agent: *\nDisallow: /")
    with serve({"/robots.txt": robots, "/": Reply()}) as server, fetcher(robots=False) as f:
        assert f.fetch(f"{server.base}/").content == b"ok"


def test_pace() -> None:
    """Between two requests to a host lies the delay, or the longer one that it asks for."""
    fake = FakeTime()
    settings = SETTINGS.model_copy(update={"delay": 2.0})
    robots = Reply(body=b"User-agent: *\nCrawl-delay: 5")
    with (
        serve({"/robots.txt": robots, "/": Reply()}) as server,
        fetcher(settings, clock=fake.clock, sleep=fake.sleep) as f,
    ):
        f.fetch(f"{server.base}/")
        f.fetch(f"{server.base}/")

    assert fake.slept == [2.0, 5.0]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_tries_again(status: int) -> None:
    """What may pass is tried again."""
    with serve({"/": [Reply(status), Reply(status), Reply(body=b"at last")]}) as server, fetcher() as f:
        assert f.fetch(f"{server.base}/").content == b"at last"


def test_gives_up() -> None:
    """After the attempts allowed, the error tells the address and the status."""
    with (
        serve({"/": Reply(500)}) as server,
        fetcher() as f,
        pytest.raises(FetchError, match=r"127\.0\.0\.1.*status 500"),
    ):
        f.fetch(f"{server.base}/")

    assert server.paths() == ["/"] * 3


STATUSES = [(404, Gone), (410, Gone), (401, FetchError), (403, FetchError), (451, FetchError)]


@pytest.mark.parametrize(("status", "kind"), STATUSES)
def test_other_statuses(status: int, kind: type[FetchError]) -> None:
    """What will not pass is not tried again; what is gone has an error of its own."""
    with serve({"/": Reply(status)}) as server, fetcher() as f, pytest.raises(kind, match=f"status {status}"):
        f.fetch(f"{server.base}/")

    assert server.paths() == ["/"]


WAITS = [
    ("7", 7.0, "seconds"),
    ("Mon, 28 Sep 2026 12:00:09 GMT", 9.0, "a moment"),
    ("Mon, 28 Sep 2026 11:00:00 GMT", 0.0, "a moment gone by"),
]


@pytest.mark.parametrize(("told", "wait", "reason"), WAITS)
def test_retry_after(told: str, wait: float, reason: str) -> None:
    """A server that names a time is left alone until then."""
    fake = FakeTime()
    replies: dict[str, Reply | list[Reply]] = {"/": [Reply(429, headers={"Retry-After": told}), Reply()]}
    with serve(replies) as server, fetcher(clock=fake.clock, sleep=fake.sleep) as f:
        f.fetch(f"{server.base}/")

    assert sum(fake.slept) == wait, reason


def test_long_retry_after_is_not_waited_for() -> None:
    """A server that asks for an hour is asked again another night."""
    fake = FakeTime()
    with (
        serve({"/": Reply(503, headers={"Retry-After": "3600"})}) as server,
        fetcher(clock=fake.clock, sleep=fake.sleep) as f,
        pytest.raises(FetchError, match="3600 seconds"),
    ):
        f.fetch(f"{server.base}/")

    assert (server.paths(), fake.slept) == (["/"], [])


@pytest.mark.parametrize(
    "told", ["soon", "-1", "Mon, 99 Sep 2026 12:00:00 GMT", "Mon, 28 Sep 2026 12:00:09 -0000"]
)
def test_unreadable_retry_after(told: str) -> None:
    """A Retry-After that says nothing readable is none."""
    with serve({"/": [Reply(429, headers={"Retry-After": told}), Reply()]}) as server, fetcher() as f:
        assert f.fetch(f"{server.base}/").content == b"ok"


LARGE = [
    (Reply(body=b"x" * 100_001), "told by its length"),
    (Reply(body=gzip.compress(b"x" * 1_000_000), headers={"Content-Encoding": "gzip"}), "packed"),
]


@pytest.mark.parametrize(("reply", "reason"), LARGE)
def test_too_large(reply: Reply, reason: str) -> None:
    """An answer over the limit is refused, whether told, sent or unpacked."""
    with (
        serve({"/": reply}) as server,
        fetcher() as f,
        pytest.raises(TooLarge, match="at most 100000") as raised,
    ):
        f.fetch(f"{server.base}/")

    assert raised.value.where.endswith("/"), reason


def test_packed_answer() -> None:
    """A packed answer within the limit is unpacked."""
    reply = Reply(body=gzip.compress(b"text"), headers={"Content-Encoding": "gzip"})
    with serve({"/": reply}) as server, fetcher() as f:
        assert f.fetch(f"{server.base}/").content == b"text"


def test_badly_packed_answer() -> None:
    """An answer that only claims to be packed is an error of the address, not a crash."""
    with (
        serve({"/": Reply(body=b"text", headers={"Content-Encoding": "gzip"})}) as server,
        fetcher() as f,
        pytest.raises(FetchError),
    ):
        f.fetch(f"{server.base}/")


def endless(connection: socket.socket) -> None:
    """Send an answer without end and without length."""
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
    try:
        while True:
            connection.sendall(b"x" * 10_000)
    except OSError:
        return


def test_endless_answer() -> None:
    """An answer without length is cut off at the limit."""
    with serve_socket(endless) as base, fetcher(robots=False) as f, pytest.raises(TooLarge):
        f.fetch(f"{base}/")


def test_truncated_answer() -> None:
    """An answer shorter than it claims is tried again and then told."""
    with (
        serve({"/": Reply(length=10)}) as server,
        fetcher() as f,
        pytest.raises(FetchError, match=r"incomplete|without sending"),
    ):
        f.fetch(f"{server.base}/")

    assert server.paths() == ["/"] * 3


def wait_for_the_end(connection: socket.socket) -> None:
    """Say nothing until the other side goes."""
    connection.recv(1)


def test_silence() -> None:
    """A server that takes the connection and says nothing costs the time limit."""
    settings = SETTINGS.model_copy(update={"timeout": 0.2, "attempts": 1})
    with (
        serve_socket(wait_for_the_end) as base,
        fetcher(settings, robots=False) as f,
        pytest.raises(FetchError, match=r"within 0\.2 seconds"),
    ):
        f.fetch(f"{base}/")


def test_dripping_answer() -> None:
    """An answer that drips in is given up when it takes several times the limit."""
    fake = FakeTime()

    def drip(connection: socket.socket) -> None:
        fake.time += 21
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nx")

    with (
        serve_socket(drip) as base,
        fetcher(robots=False, clock=fake.clock) as f,
        pytest.raises(FetchError, match="too slowly"),
    ):
        f.fetch(f"{base}/")


GARBAGE: list[tuple[Callable[[socket.socket], None], str]] = [
    (lambda connection: connection.close(), "a connection that closes"),
    (lambda connection: connection.sendall(b"\x00\x01 hello\r\n\r\n"), "no HTTP"),
]


@pytest.mark.parametrize(("answer", "reason"), GARBAGE)
def test_garbage(answer: Callable[[socket.socket], None], reason: str) -> None:
    """What is no HTTP answer is an error that names the address."""
    settings = SETTINGS.model_copy(update={"attempts": 1})
    with (
        serve_socket(answer) as base,
        fetcher(settings, robots=False) as f,
        pytest.raises(FetchError) as raised,
    ):
        f.fetch(f"{base}/")

    assert raised.value.where == f"{base}/", reason


def test_nobody_listens() -> None:
    """A port where nobody listens is an error after the attempts allowed."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with fetcher(robots=False) as f, pytest.raises(FetchError, match="refused"):
        f.fetch(f"http://127.0.0.1:{port}/")


def test_says_nothing_on_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    """Retries are not printed: standard output belongs to the records."""
    with serve({"/": [Reply(500), Reply()]}) as server, fetcher() as f:
        f.fetch(f"{server.base}/")

    assert capsys.readouterr().out == ""
