"""Which addresses are asked at all, and with which key."""

import pytest

from ingest.fetch import Fetcher
from ingest.gate import Gate
from records.errors import Blocked, ConfigError, FetchError
from tests.ingest.fetchers import SETTINGS, fetcher, settings
from tests.ingest.servers import Reply, serve

REFUSED = [
    ("ftp://127.0.0.1/x", "http or https", "another protocol"),
    ("file:///etc/passwd", "http or https", "a file"),
    ("http://localhost/x", "one of the hosts 127.0.0.1", "a host that is not configured"),
    ("http://127.0.0.1.other.example/", "one of the hosts", "a configured name as part of another"),
    ("http://[::ffff:127.0.0.1]/", "one of the hosts", "the same address, spelt as an IPv6 one"),
    ("http://2130706433/", "one of the hosts", "the same address as one number"),
    ("http://0177.0.0.1/", "http or https", "the same address in octal"),
    ("no address", "http or https", "no address"),
    ("http:///x", "http or https", "no host"),
    ("http://[", "http or https", "a broken one"),
    ("http://127.0.0.1:99999/", "http or https", "a port that is none"),
    ("http://127.0.0.1:port/", "http or https", "a port in letters"),
]


@pytest.mark.parametrize(("url", "expected", "reason"), REFUSED)
def test_refused_addresses(url: str, expected: str, reason: str) -> None:
    """Only web addresses of configured hosts are asked at all."""
    with fetcher() as f, pytest.raises(Blocked, match=expected) as raised:
        f.fetch(url)

    assert raised.value.where == url, reason


TRICKS = [
    ("http://127.0.0.1@other.example/", "a host behind a user name"),
    ("http://user:secret@127.0.0.1/", "credentials for the host itself"),
    ("http://127.0.0.1:80@other.example/", "a host and port as credentials"),
    ("http://127.0.0.1\\@other.example/", "a backslash, which some read as a slash"),
    ("http://127.0.0.1/\r\nHost: other.example", "a line end that would begin a header"),
    ("http://127.0.0.1\t.other.example/", "a tab, which some leave out"),
    ("http://127.0.0.1/\x00", "a null"),
    ("http://127.0.0.1%00.other.example/", "a null, escaped"),
    ("http://127.0.0.1%2f@other.example/", "an escaped slash in front of the host"),
]


@pytest.mark.parametrize(("url", "reason"), TRICKS)
def test_addresses_that_readers_differ_on(url: str, reason: str) -> None:
    """What one reader takes for one host and another for another is not asked; secrets are not told."""
    with fetcher(hosts={"127.0.0.1", "other.example"}) as f, pytest.raises(FetchError) as raised:
        f.fetch(url)

    assert isinstance(raised.value, Blocked), reason
    assert "secret" not in str(raised.value)


def test_contact_is_needed() -> None:
    """Without a contact no real host is asked."""
    with (
        Fetcher(SETTINGS, hosts={"kuusiranta.example"}) as f,
        pytest.raises(Blocked, match=r"fetch\.contact"),
    ):
        f.fetch("https://kuusiranta.example/")


def test_hosts_are_compared_as_names() -> None:
    """Capital letters and a dot at the end make no other host; letters beyond ASCII stand for their code."""
    gate = Gate(settings(contact="x"), {"Kuusiranta.example.", "äyräpää.example"})
    for url in (
        "https://KUUSIRANTA.example/",
        "https://kuusiranta.example./",
        "https://äyräpää.example/",
        "https://xn--yrp-placba.example/",
    ):
        gate.check(url)


INSIDE = ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "[::ffff:7f00:1]"]


@pytest.mark.parametrize("host", INSIDE)
def test_private_addresses_are_refused(host: str) -> None:
    """However a host is spelt, even a configured one: private networks are not connected to."""
    told = settings(allow_private=False, contact="x")
    with (
        serve({"/": Reply()}) as server,
        fetcher(told, hosts={host.strip("[]")}, robots=False) as f,
        pytest.raises(Blocked, match=r"expected a public address|Invalid IPv4"),
    ):
        f.fetch(f"http://{host}:{server.base.rpartition(':')[2]}/")

    assert server.seen == []


def test_a_key_goes_to_its_own_host_alone() -> None:
    """Over a redirect to another host it is left behind, and does not come back from there."""
    with serve({"/end": Reply()}) as keyed, serve({}, "127.0.0.2") as other:
        other.replies["/"] = [Reply(302, headers={"Location": f"{keyed.base}/end"})]
        keyed.replies |= {"/": [Reply(302, headers={"Location": f"{other.base}/"})]}
        hosts = {"127.0.0.1", "127.0.0.2"}
        with fetcher(hosts=hosts, keys={"127.0.0.1": "k-1"}, robots=False) as f:
            f.fetch(f"{keyed.base}/end")
            f.fetch(f"{keyed.base}/")

    assert [seen.headers.get("api-key") for seen in keyed.seen] == ["k-1", "k-1", None]
    assert [seen.headers.get("api-key") for seen in other.seen] == [None]


def test_a_key_is_not_sent_in_the_clear() -> None:
    """Plain http carries no key, but to this machine."""
    gate = Gate(settings(contact="x"), {"a.example"}, {"a.example": "k", "127.0.0.1": "l"})

    assert gate.key("https://A.example/") == {"api-key": "k"}
    assert gate.key("http://127.0.0.1:8000/") == {"api-key": "l"}
    assert gate.key("https://b.example/") == {}
    with pytest.raises(Blocked, match="https, since a key goes with it"):
        gate.key("http://a.example/")


@pytest.mark.parametrize("key", ["", "two words", "k\r\nHost: x", "ä"])
def test_a_key_that_cannot_be_sent(key: str) -> None:
    """A key with a blank or a line end is a mistake of the settings, told without the key."""
    with pytest.raises(ConfigError, match=r"a\.example") as raised:
        Gate(SETTINGS, set(), {"a.example": key})

    assert not key or key not in str(raised.value)
