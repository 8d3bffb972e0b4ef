"""Pages that are asked for only if they changed."""

import pytest

from ingest.answers import Validators
from records.errors import FetchError
from tests.ingest.fetchers import fetcher
from tests.ingest.servers import Reply, serve

KNOWN = Validators('"a1"', "Mon, 28 Sep 2026 12:00:00 GMT")


def test_a_page_that_did_not_change() -> None:
    """Status 304, no content, and the headers that came with it."""
    with serve({"/": Reply(304, b"", {"ETag": '"a1"'})}) as server, fetcher() as f:
        page = f.fetch(f"{server.base}/", known=KNOWN)

    headers = server.seen[-1].headers
    assert (headers["if-none-match"], headers["if-modified-since"]) == (KNOWN.etag, KNOWN.last_modified)
    assert (page.status, page.content, page.headers["etag"]) == (304, b"", '"a1"')


def test_a_page_that_changed() -> None:
    """It comes whole, with validators of its own for the next time."""
    reply = Reply(body=b"new", headers={"ETag": '"b2"', "Last-Modified": "Tue, 29 Sep 2026 12:00:00 GMT"})
    with serve({"/": reply}) as server, fetcher() as f:
        page = f.fetch(f"{server.base}/", known=KNOWN)

    assert (page.status, page.content) == (200, b"new")
    assert Validators.of(page.headers) == Validators('"b2"', "Tue, 29 Sep 2026 12:00:00 GMT")


def test_without_validators_nothing_is_asked_for() -> None:
    """Nor does robots.txt, which is another page, get the validators of this one."""
    with serve({"/": Reply()}) as server, fetcher() as f:
        f.fetch(f"{server.base}/", known=Validators())
        f.fetch(f"{server.base}/", known=KNOWN)

    conditional = ["if-none-match" in seen.headers for seen in server.seen]
    assert conditional == [False, False, True]
    assert server.seen[0].path == "/robots.txt"


def test_over_a_redirect() -> None:
    """The validators are those of the page at the end, so they go along."""
    replies: dict[str, Reply | list[Reply]] = {
        "/": Reply(302, headers={"Location": "/end"}),
        "/end": Reply(304, b""),
    }
    with serve(replies) as server, fetcher() as f:
        page = f.fetch(f"{server.base}/", known=KNOWN)

    assert (page.status, page.final_url) == (304, f"{server.base}/end")


@pytest.mark.parametrize("known", [None, Validators(), Validators(etag="\n")])
def test_no_news_that_was_not_asked_for(known: Validators | None) -> None:
    """A server that says "not changed" to someone who knows nothing is in error."""
    with (
        serve({"/": Reply(304, b"")}) as server,
        fetcher() as f,
        pytest.raises(FetchError, match="status 304"),
    ):
        f.fetch(f"{server.base}/", known=known)
