"""Every page that is asked for is logged."""

import json
from pathlib import Path

import pytest

from config.settings import FetchSettings, LogSettings
from paragraf.events import at_source
from paragraf.fetching import LoggedFetcher, waiting_until
from paragraf.log import logging_to
from paragraf.stopping import Stopping
from paragraf.workshop import utc_now
from records.errors import Gone, Refusing
from samples.server import SampleServer


def test_pages_are_logged_with_source_status_and_size(tmp_path: Path) -> None:
    """One that is not there, too: without a status, since there is no page."""
    path = tmp_path / "log.jsonl"
    with (
        SampleServer(councils=["hallavaara"]) as server,
        LoggedFetcher(
            FetchSettings(delay=0, attempts=1, allow_private=True), {"127.0.0.1"}, now=utc_now
        ) as fetcher,
        logging_to(LogSettings(to=str(path))),
        at_source("hallavaara"),
    ):
        base = f"{server.url}/hallavaara/djulkaisu/cgi/DREQUEST.PHP"
        page = fetcher.fetch(f"{base}?page=rss/meetingitems")
        with pytest.raises(Gone):
            fetcher.fetch(f"{server.url}/hallavaara/nowhere")

    fetched, missed = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert (fetched["event"], fetched["source"], fetched["status"]) == ("fetch", "hallavaara", 200)
    assert fetched["bytes"] == len(page.content)
    assert (missed["url"], missed["status"], missed["bytes"]) == (f"{server.url}/hallavaara/nowhere", None, 0)
    assert fetched["ms"] >= 0


def test_a_long_wait_ends_when_a_stop_is_asked_for() -> None:
    """Minutes that a server asks for are not waited out by a run that is to end; seconds are."""
    stopping = Stopping()
    stopping.ask()
    sleep = waiting_until(stopping).sleep

    sleep(0.01)
    with pytest.raises(Refusing, match="a stop was asked for"):
        sleep(300.0)
