"""The sample server answers, remembers what it was asked, and leaves nothing behind."""

import itertools
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from records.errors import ConfigError
from samples.load import list_councils
from samples.server import Line, SampleServer
from tests.samples.made import SCRIPT, get, made_council

FEED = f"{SCRIPT}?page=rss/meetingitems"
ITEM = f"{SCRIPT}?page=meetingitem&id=20265-2"


def test_parameters_may_come_in_any_order() -> None:
    """`?id=…&page=…` is the same page."""
    with SampleServer(councils=[made_council()]) as server:
        assert get(server, ITEM).body == get(server, f"{SCRIPT}?id=20265-2&page=meetingitem").body


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"{SCRIPT}?page=meetingitem&id=20265-9", 404),
        (f"{SCRIPT}?page=meetingitem", 404),
        (f"{SCRIPT}?page=meeting&id=1", 404),
        ("/testila/other", 404),
        ("/nowhere/cgi/DREQUEST.PHP", 404),
        ("/", 404),
        # a verb that the record system does not know: nothing at all, with a 200
        (f"{SCRIPT}?page=search", 200),
    ],
)
def test_what_is_not_there(address: str, status: int) -> None:
    """Unknown ids and paths answer 404, unknown verbs an empty 200."""
    with SampleServer(councils=[made_council()]) as server:
        answer = get(server, address)

    assert answer.status == status
    assert status == 404 or answer.body == b""


def test_an_item_is_an_agenda_first_and_minutes_later() -> None:
    """The same address, the same file link, another document."""
    with SampleServer(councils=["hallavaara"]) as server:
        address = "/hallavaara/djulkaisu/cgi/DREQUEST.PHP?page=meetingitem&id=2026733-4"
        before = get(server, address).text
        server.show("hallavaara", "minutes")
        after = get(server, address).text

    assert "Esityslista 16.11.2026/Asianro 4" in before
    assert "siten muutettuna" not in before
    assert "Pöytäkirja 16.11.2026/Pykälä 291" in after
    assert "siten muutettuna" in after
    assert "../kokous/2026733-4.PDF" in before
    assert "../kokous/2026733-4.PDF" in after


def test_one_meeting_alone_can_be_switched() -> None:
    """The other meetings keep their state."""
    with SampleServer(councils=["hallavaara"]) as server:
        script = "/hallavaara/djulkaisu/cgi/DREQUEST.PHP?page=meeting_frames"
        server.show("hallavaara", "minutes", "2026733")
        server.show("hallavaara", "agenda", "2026690")

        assert "&amp;id=2026733'>Pöytäkirja</a>" in get(server, script).text


def test_withdrawn_items_are_gone_from_feed_and_site() -> None:
    """As when personal data is taken off the web."""
    with SampleServer(councils=[made_council()]) as server:
        server.withdraw("testila", "20265-2")

        assert get(server, ITEM).status == 404
        assert get(server, FEED).body.count(b"<item>") == 1
        assert "Seuraava asia" not in get(server, ITEM.replace("-2", "-1")).text


def test_only_the_named_items_may_be_shown() -> None:
    """`items` keeps a test small."""
    with SampleServer(councils=["kuusiranta"], items={"2026418-10"}) as server:
        feed = get(server, "/kuusiranta/cgi/DREQUEST.PHP?page=rss/meetingitems&show=100").body

    assert feed.count(b"<item>") == 1
    assert b"id=2026418-10]]>" in feed


def test_all_shipped_councils_are_served_at_once() -> None:
    """Each lies under its own prefix of one port, and has a source that points there."""
    with SampleServer() as server:
        sources = {source.id: source for source in server.sources}
        polled = [source for source in sources.values() if source.system == "dynasty"]
        urls = [base.url for source in polled for base in source.bases]
        pages = [page for source in sources.values() for page in (*source.pages, *source.feeds)]
        statuses = {get(server, url.removeprefix(server.url)).status for url in (*urls, *pages)}

    assert tuple(sources) == list_councils()
    assert statuses == {200}
    assert all(source.enabled for source in sources.values())


def test_requests_are_written_down_with_their_time() -> None:
    """What politeness is judged by: when, what, by whom, with which answer."""
    ticks = itertools.count(10)
    with SampleServer(councils=[made_council()], line=Line(clock=lambda: float(next(ticks)))) as server:
        get(server, FEED, {"User-Agent": "Tester/1"})
        get(server, "/robots.txt")
        seen = list(server.requests)

    assert [(one.at, one.method, one.address, one.council, one.status) for one in seen] == [
        (10.0, "GET", FEED, "testila", 200),
        (11.0, "GET", "/robots.txt", "", 404),
    ]
    assert seen[0].headers["user-agent"] == "Tester/1"


def test_robots_txt_is_absent_unless_told() -> None:
    """Most Dynasty hosts have none."""
    council = made_council().model_copy(update={"robots": "User-agent: *\nDisallow: /testila/"})
    with SampleServer(councils=[made_council()]) as absent:
        assert get(absent, "/robots.txt").status == 404
    with SampleServer(councils=[council]) as by_council:
        assert get(by_council, "/robots.txt").text == "User-agent: *\nDisallow: /testila/"
    with SampleServer(councils=[council], robots="User-agent: *\nDisallow:") as told:
        assert get(told, "/robots.txt").text == "User-agent: *\nDisallow:"


def test_web_pages_answer_304_to_their_own_etag() -> None:
    """Ordinary sites send ETags and honour them."""
    page = "/heimvik/politikk/folkevaldopplaering"
    with SampleServer(councils=["heimvik"]) as server:
        first = get(server, page)
        again = get(server, page, {"If-None-Match": first.headers["etag"]})
        other = get(server, page, {"If-None-Match": '"other"'})

    assert (first.status, again.status, other.status) == (200, 304, 200)
    assert again.body == b""


def test_head_sends_no_body() -> None:
    """HEAD has the headers of GET."""
    with SampleServer(councils=[made_council()]) as server:
        whole, head = get(server, FEED), get(server, FEED, method="HEAD")

    assert head.body == b""
    assert head.headers["content-length"] == str(len(whole.body))


def test_two_runs_send_the_same_bytes() -> None:
    """But for the port, nothing changes from run to run."""

    def run() -> list[bytes]:
        with SampleServer(councils=["kuusiranta", "lehtokorpi", "alvasa"]) as server:
            addresses = [
                "/kuusiranta/cgi/DREQUEST.PHP?page=rss/meetingitems",
                "/kuusiranta/cgi/DREQUEST.PHP?page=meetingitem&id=2026418-10",
                "/kuusiranta/kokous/2026418.PDF",
                "/lehtokorpi/kokous/2026512-3.HTM",
                "/alvasa/download/18.4c1d7a2/1793106000/Protokoll-KS-2026-10-28.pdf",
            ]
            return [get(server, one).body.replace(server.url.encode(), b"HOST") for one in addresses]

    assert run() == run()


def test_no_thread_outlives_the_server() -> None:
    """Leaving the block ends every thread, also after an exception."""
    before = set(threading.enumerate())

    with SampleServer(councils=[made_council()]) as server:
        get(server, FEED)
    with pytest.raises(ConfigError), SampleServer(councils=[made_council()]) as server:
        server.show("nowhere", "minutes")

    assert set(threading.enumerate()) == before


def test_a_server_that_never_started_can_be_stopped() -> None:
    """The port is freed."""
    server = SampleServer(councils=[made_council()])
    port = int(server.url.rpartition(":")[2])

    server.stop()

    with SampleServer(port, councils=[made_council()]) as second:
        assert second.url.endswith(f":{port}")


def test_unknown_councils_are_told_by_name() -> None:
    """A wrong name lists those that exist."""
    with pytest.raises(ConfigError, match="nowhere: expected one of alvasa"):
        SampleServer(councils=["nowhere"])
    served = SampleServer(councils=[made_council()])
    with served as server, pytest.raises(ConfigError, match="one of testila"):
        server.show("nowhere", "minutes")


def test_several_addresses_are_several_hosts() -> None:
    """Every address answers for all, with links to itself; the sources are dealt out over them."""
    addresses = ("127.0.0.1", "127.0.0.2", "127.0.0.3")
    with SampleServer(
        councils=["kuusiranta", "hallavaara", "alvasa", "lehtokorpi"], line=Line(addresses)
    ) as server:
        hosts = [
            urlsplit(source.bases[0].url if source.bases else source.pages[0]).hostname
            for source in server.sources
        ]
        with urlopen(f"{server.urls[1]}/kuusiranta/cgi/DREQUEST.PHP?page=rss/meetingitems") as answer:
            feed = answer.read()
        seen = server.requests[0].url

    assert hosts == ["127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.1"]
    assert len({urlsplit(url).port for url in server.urls}) == 1
    assert seen == server.urls[1]
    assert server.urls[1].encode() in feed
    assert server.urls[0].encode() not in feed


def test_a_port_that_is_taken_on_one_address() -> None:
    """A port that was asked for must be free; one that was not is another."""
    with socket.create_server(("127.0.0.2", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            SampleServer(port, councils=[made_council()], line=Line(("127.0.0.1", "127.0.0.2")))
    with SampleServer(port, councils=[made_council()]) as server:
        assert get(server, FEED).status == 200


def test_latency() -> None:
    """Every answer takes that long, side by side as well as one after the other."""
    with SampleServer(councils=[made_council()], line=Line(latency=0.1)) as server:
        begun = time.monotonic()
        with ThreadPoolExecutor(8) as pool:
            statuses = list(pool.map(lambda _: get(server, FEED).status, range(8)))
        took = time.monotonic() - begun

    assert statuses == [200] * 8
    assert took >= 0.1
