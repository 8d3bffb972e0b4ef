"""Fetching, against servers on loopback that behave."""

import pytest

from records.errors import FetchError, Gone
from tests.ingest.fetchers import NOON, fetcher, settings
from tests.ingest.servers import Reply, serve


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
    told = settings(contact="kirjaamo@kuusiranta.example\n(Äyräpää)")
    with serve(replies) as server, fetcher(told) as f:
        f.fetch(f"{server.base}/")
        f.fetch(f"{server.base}/")

    agent = server.seen[-1].headers["user-agent"].encode("latin-1").decode()
    assert agent.startswith("Paragraf/")
    assert agent.endswith("(+kirjaamo@kuusiranta.example (Äyräpää))")
    assert "cookie" not in server.seen[-1].headers


STATUSES = [(404, Gone), (410, Gone), (401, FetchError), (403, FetchError), (451, FetchError)]


@pytest.mark.parametrize(("status", "kind"), STATUSES)
def test_other_statuses(status: int, kind: type[FetchError]) -> None:
    """What will not pass is not tried again; what is gone has an error of its own."""
    with serve({"/": Reply(status)}) as server, fetcher() as f, pytest.raises(kind, match=f"status {status}"):
        f.fetch(f"{server.base}/")

    assert server.paths() == ["/"]
