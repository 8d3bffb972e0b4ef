"""Each fault makes the server go wrong in its own way, where and as often as told."""

import gzip
import re
import socket
import threading
import time
from urllib.parse import urlsplit

import pytest

from samples.faults import FaultKind
from samples.server import SampleServer
from tests.samples.made import SCRIPT, Got, get, made_council, visible

FEED = f"{SCRIPT}?page=rss/meetingitems"
ITEM = f"{SCRIPT}?page=meetingitem&id=20265-2"


def struck(kind: FaultKind, address: str = FEED, *, amount: float = 1.0, to: str = "") -> tuple[Got, Got]:
    """Return the answer that is due and the one that comes under a fault."""
    with SampleServer(councils=[made_council()]) as server:
        due = get(server, address)
        server.fault("testila", kind, amount=amount, to=to)
        return due, get(server, address)


@pytest.mark.parametrize(
    ("kind", "status"),
    [("empty", 200), ("not_found", 404), ("server_error", 500), ("too_many", 429), ("unavailable", 503)],
)
def test_statuses(kind: FaultKind, status: int) -> None:
    """An empty 200 has no byte of body; the others carry their status."""
    _, answer = struck(kind)

    assert answer.status == status
    assert (answer.body == b"") == (kind == "empty")


def test_too_many_tells_when_to_come_back() -> None:
    """429 comes with Retry-After."""
    assert struck("too_many")[1].headers["retry-after"] == "1"


def test_login_is_a_page_where_a_feed_was_due() -> None:
    """The status is 200, the body a form."""
    _, answer = struck("login")

    assert answer.status == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert b"type='password'" in answer.body


def test_truncated_bodies_claim_to_be_whole() -> None:
    """The length header fits the shortened body."""
    due, answer = struck("truncated")

    assert due.body.startswith(answer.body)
    assert len(answer.body) == int(answer.headers["content-length"]) < len(due.body)


def test_dropped_connections_break_off_halfway() -> None:
    """The length header promises more than comes."""
    due, answer = struck("dropped")

    assert len(answer.body) == len(due.body) // 2
    assert int(answer.headers["content-length"]) == len(due.body)


def test_an_empty_channel_keeps_its_head() -> None:
    """The feed is sound and has no item."""
    _, answer = struck("empty_channel")

    assert b"<item>" not in answer.body
    assert answer.body.endswith(b"</link></channel></rss>")


def test_misdeclared_xml_claims_utf_8_over_latin_1_bytes() -> None:
    """Declaration and header lie in the same way."""
    _, answer = struck("misdeclared")

    assert b"encoding='utf-8'" in answer.body
    assert answer.headers["content-type"] == "text/xml; charset=utf-8"
    with pytest.raises(UnicodeDecodeError):
        answer.body.decode()


def test_a_wrong_item_comes_under_the_asked_address() -> None:
    """Another item's page, with that item's own file link."""
    due, answer = struck("wrong_item", ITEM, to="20265-1")

    assert "/kokous/20265-2.PDF" in due.text
    assert "/kokous/20265-2.PDF" not in answer.text
    assert "/kokous/20265-1.PDF" in answer.text


def test_a_session_sticks_to_its_first_item() -> None:
    """With the cookie the server goes on showing what was asked first; without it, all is well."""
    with SampleServer(councils=[made_council()]) as server:
        server.fault("testila", "sticky_session")
        first = get(server, ITEM)
        cookie = first.headers["set-cookie"].partition(";")[0]
        again = get(server, ITEM.replace("-2", "-1"), {"Cookie": cookie})
        fresh = get(server, ITEM.replace("-2", "-1"))

    assert "/kokous/20265-2.PDF" in again.text
    assert "/kokous/20265-1.PDF" in fresh.text
    assert fresh.headers["set-cookie"] != first.headers["set-cookie"]


def test_huge_pages_have_the_size_that_was_asked_for() -> None:
    """Megabytes of HTML."""
    _, answer = struck("huge", amount=2)

    assert 2_000_000 < len(answer.body) < 2_100_000


def test_slow_answers_come_after_the_delay() -> None:
    """The answer is whole, only late."""
    with SampleServer(councils=[made_council()]) as server:
        due = get(server, FEED)
        server.fault("testila", "slow", amount=0.2)
        begun = time.monotonic()
        late = get(server, FEED)
        took = time.monotonic() - begun

    assert late.body == due.body
    assert took >= 0.2


def test_stopping_does_not_wait_for_slow_answers() -> None:
    """A delay of an hour ends with the server, and its answer comes then."""
    answers: list[int] = []
    with SampleServer(councils=[made_council()]) as server:
        server.fault("testila", "slow", amount=3600)
        asking = threading.Thread(target=lambda: answers.append(get(server, FEED).status))
        asking.start()
        while not server.requests:
            time.sleep(0.01)
    asking.join()

    assert answers == [200]


REDIRECTS: list[tuple[FaultKind, str]] = [
    ("redirect", "/elsewhere/"),
    ("redirect_loop", FEED),
    ("redirect_away", "http://elsewhere.example/"),
    ("redirect_private", "http://169.254.169.254/latest/meta-data/"),
    ("redirect_file", "file:///etc/passwd"),
]


@pytest.mark.parametrize(("kind", "location"), REDIRECTS)
def test_redirects_lead_where_they_should_not(kind: FaultKind, location: str) -> None:
    """To a place that is not there, back to itself, to another host, inside, to a file."""
    _, answer = struck(kind)

    assert (answer.status, answer.headers["location"]) == (302, location)


def test_redirects_lead_where_they_are_told() -> None:
    """`to` is the address."""
    assert struck("redirect_away", to="http://127.0.0.1:9/")[1].headers["location"] == "http://127.0.0.1:9/"


WALLS: list[tuple[FaultKind, str]] = [
    ("captcha", "g-recaptcha"),
    ("consent", "CybotCookiebotDialog"),
    ("error_page", "<title>503 Service"),
]


@pytest.mark.parametrize(("kind", "mark"), WALLS)
def test_walls_come_with_status_200(kind: FaultKind, mark: str) -> None:
    """A puzzle, a wall of consent, an error: none of them says so in its status."""
    _, answer = struck(kind, ITEM)

    assert answer.status == 200
    assert mark in answer.text


def test_a_dripping_answer_comes_byte_by_byte() -> None:
    """It is whole in the end; the server's stop ends it early, as it does slow ones."""
    with SampleServer(councils=[made_council()]) as server:
        due = get(server, ITEM)
        server.fault("testila", "drip", amount=1e-6)
        whole = get(server, ITEM)
        server.heal()
        server.fault("testila", "drip", amount=3600)
        with socket.create_connection(("127.0.0.1", urlsplit(server.url).port or 0)) as connection:
            connection.sendall(f"GET {ITEM} HTTP/1.0\r\n\r\n".encode())
            received = b""
            while b"\r\n\r\n<" not in received:
                received += connection.recv(4096)

    assert whole.body == due.body
    assert received.endswith(b"\r\n\r\n<")


def test_a_bomb_is_small_and_unfolds_to_megabytes() -> None:
    """Its length header tells the packed size."""
    _, answer = struck("bomb", amount=5)

    assert answer.headers["content-encoding"] == "gzip"
    assert len(answer.body) < 10_000
    assert len(gzip.decompress(answer.body)) == 5_000_000


def test_a_changed_layout_keeps_the_words_and_loses_the_landmarks() -> None:
    """What a reader sees is the same but for the head's wording; what a program looks for is not."""
    due, answer = struck("changed_layout", ITEM)

    assert "Kurssi 1" in visible(answer.text)
    assert "Hyväksytään." in visible(answer.text)
    for landmark in ("DATABEGIN", "<caption", "kokous/", "/Pykälä"):
        assert landmark in due.text
        assert landmark not in answer.text


def listed(feed: bytes) -> list[bytes]:
    """Return the ids that a feed lists, in its order."""
    return re.findall(rb"&id=([\d-]+)\]\]></link>", feed)


def test_feeds_list_entries_twice_or_in_disorder() -> None:
    """No entry is lost, and the feed is sound."""
    with SampleServer(councils=["kuusiranta"]) as server:
        feed = "/kuusiranta/cgi/DREQUEST.PHP?page=rss/meetingitems&show=100"
        due = listed(get(server, feed).body)
        with server.broken("kuusiranta", "duplicated"):
            twice = get(server, feed).body
        with server.broken("kuusiranta", "reordered"):
            shuffled = get(server, feed).body

    assert len(due) > 5
    assert listed(twice) == [one for one in due for _ in range(2)]
    assert sorted(listed(shuffled)) == sorted(due)
    assert listed(shuffled) not in (due, due[::-1])
    assert twice.endswith(b"</channel></rss>")
    assert shuffled.endswith(b"</channel></rss>")


def test_a_procedural_feed_has_206_items_that_exist() -> None:
    """All have the same subject, ids of their own, and pages."""
    with SampleServer(councils=[made_council()]) as server:
        server.fault("testila", "procedural")
        feed = get(server, f"{FEED}&show=1000").body.decode("cp1252")
        ids = re.findall(r"&id=([\d-]+)\]\]>", feed)
        page = get(server, f"{SCRIPT}?page=meetingitem&id={ids[-1]}")

    assert len(set(ids)) == 206
    assert feed.count("<description><![CDATA[Kokouksen laillisuuden") == 206
    assert "Kokouksen laillisuuden" in page.text


def test_a_fault_strikes_only_its_target() -> None:
    """By council, by part of the address, or by both together."""
    with SampleServer(councils=[made_council(), "siltavayla"]) as server:
        server.fault("testila", "not_found", within="page=rss")
        server.fault("20265-1", "server_error")
        elsewhere = "/siltavayla/koulutukset/luottamushenkilot/"
        asked = (FEED, ITEM, ITEM.replace("-2", "-1"), elsewhere)
        statuses = [get(server, address).status for address in asked]

    assert statuses == [404, 200, 500, 200]


def test_robots_txt_can_fail_too() -> None:
    """A robots.txt that answers 500 is another thing than one that is absent."""
    with SampleServer(councils=[made_council()]) as server:
        server.fault("/robots.txt", "server_error")

        assert (get(server, "/robots.txt").status, get(server, FEED).status) == (500, 200)


def test_a_fault_may_strike_a_few_times_only() -> None:
    """Two failures, then health: what a retry is for."""
    with SampleServer(councils=[made_council()]) as server:
        server.fault("testila", "server_error", times=2)

        assert [get(server, FEED).status for _ in range(4)] == [500, 500, 200, 200]


def test_faults_can_be_healed() -> None:
    """One of them, all of them, or at the end of a block."""
    with SampleServer(councils=[made_council()]) as server:
        one = server.fault("testila", "not_found")
        server.fault("20265-2", "server_error")
        server.heal(one)
        only_other = (get(server, FEED).status, get(server, ITEM).status)
        server.heal()
        with server.broken("testila", "not_found", within="rss"):
            inside = get(server, FEED).status
        outside = get(server, FEED).status

    assert (only_other, inside, outside) == ((200, 500), 404, 200)
