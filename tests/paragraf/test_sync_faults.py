"""Everything that can go wrong at one source, against `paragraf sync` as a process of its own.

Each fault ends in an issue of a name, the other source is read, nothing that is stored is lost, and
the next run leaves what a run without the fault leaves. `docs/faults.md` lists them for the operator.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from samples.faults import FaultKind
from samples.server import Line, SampleServer
from store.runs import list_issues
from tests.paragraf.commanding import SETTINGS, Home

STRUCK, OTHER = "hallavaara", "alvasa"
FEED = "rss/meetingitems"
ITEM = "2026733-4"


@pytest.fixture(scope="module")
def server() -> Iterator[SampleServer]:
    """Serve two councils of different systems on two hosts, whose addresses stay the same."""
    with SampleServer(councils=[STRUCK, OTHER], line=Line(addresses=("127.0.0.1", "127.0.0.2"))) as server:
        yield server


@pytest.fixture(scope="module")
def undisturbed(server: SampleServer, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What a run leaves that nothing disturbs."""
    home = Home(tmp_path_factory.mktemp("undisturbed"), server.sources)
    ended = home.run("sync")
    assert ended.code == 0, ended.said
    return home.left()


FEED_FAULTS: list[tuple[FaultKind, str]] = [
    ("not_found", "gone"),
    ("server_error", "fetch_error"),
    ("too_many", "fetch_error"),
    ("unavailable", "fetch_error"),
    ("slow", "fetch_error"),
    ("drip", "fetch_error"),
    ("dropped", "fetch_error"),
    ("redirect_loop", "fetch_error"),
    ("redirect_away", "blocked"),
    ("redirect_private", "blocked"),
    ("redirect_file", "blocked"),
    ("empty", "feed_error"),
    ("login", "walled"),
    ("captcha", "walled"),
    ("consent", "walled"),
    ("error_page", "walled"),
    ("huge", "too_large"),
    ("bomb", "too_large"),
    ("empty_channel", "silent"),
    ("truncated", "warning"),
    ("misdeclared", "warning"),
]
ITEM_FAULTS: list[tuple[FaultKind, str]] = [
    ("not_found", "gone"),
    ("server_error", "fetch_error"),
    ("too_many", "fetch_error"),
    ("slow", "fetch_error"),
    ("drip", "fetch_error"),
    ("dropped", "fetch_error"),
    ("redirect_loop", "fetch_error"),
    ("redirect_away", "blocked"),
    ("redirect_private", "blocked"),
    ("empty", "silent"),
    ("login", "walled"),
    ("captcha", "walled"),
    ("error_page", "walled"),
    ("changed_layout", "layout_changed"),
    ("truncated", "read_error"),
    ("huge", "too_large"),
    ("bomb", "too_large"),
    ("wrong_item", "wrong_item"),
]


@contextmanager
def _broken(server: SampleServer, kind: FaultKind, within: str) -> Iterator[None]:
    """Let requests of one council go wrong: slow beyond the time limit, huge beyond the size limit."""
    amount = {"drip": 0.7, "slow": 3.0}.get(kind, 5.0)
    to = "2026733-2" if kind == "wrong_item" else ""
    fault = server.fault(STRUCK, kind, within=within, amount=amount, to=to)
    try:
        yield
    finally:
        server.heal(fault)


def _home(folder: Path, server: SampleServer, kind: FaultKind) -> Home:
    """Return a home that waits long for answers, but where slowness itself is the fault."""
    hasty = SETTINGS.replace("timeout = 30.0", "timeout = 2.0")
    return Home(folder, server.sources, hasty if kind in ("slow", "drip") else SETTINGS)


def _struck(home: Home) -> set[str]:
    with home.store() as store:
        assert list_issues(store, OTHER) == []
        return {issue.kind for issue in list_issues(store, STRUCK)}


@pytest.mark.parametrize(("kind", "issue"), FEED_FAULTS)
def test_a_broken_feed(
    server: SampleServer, undisturbed: dict[str, list[str]], tmp_path: Path, kind: FaultKind, issue: str
) -> None:
    """The source's issue has a name, the other source is read, and the next run makes it good."""
    home = _home(tmp_path, server, kind)
    with _broken(server, kind, "rss/"):
        first = home.run("sync")
    found = _struck(home)
    second = home.run("sync")

    assert (first.code, found) == (1, {issue}), first.said
    assert STRUCK in first.said
    assert "Traceback" not in first.said
    assert second.code == 0, second.said
    assert home.left() == undisturbed


@pytest.mark.parametrize(("kind", "issue"), ITEM_FAULTS)
def test_a_broken_page(
    server: SampleServer, undisturbed: dict[str, list[str]], tmp_path: Path, kind: FaultKind, issue: str
) -> None:
    """One page fails by name, its neighbours are kept, and the next run fetches it."""
    home = _home(tmp_path, server, kind)
    with _broken(server, kind, f"id={ITEM}"):
        first = home.run("sync")
    found = _struck(home)
    kept = home.left()
    second = home.run("sync")

    assert (first.code, found) == (1, {issue}), first.said
    assert ITEM in first.said
    assert len(kept["items"]) == len(undisturbed["items"]) - 1
    assert second.code == 0, second.said
    assert home.left() == undisturbed


@pytest.mark.parametrize("kind", ["duplicated", "reordered"])
def test_entries_twice_or_in_another_order(
    server: SampleServer, undisturbed: dict[str, list[str]], tmp_path: Path, kind: FaultKind
) -> None:
    """The feed's own disorder is no fault of the council's, and doubles nothing."""
    home = Home(tmp_path, server.sources)
    with _broken(server, kind, "rss/"):
        ended = home.run("sync")

    assert ended.code == 0, ended.said
    left = home.left()
    assert len(left["items"]) == len(undisturbed["items"])
    assert left["files"] == undisturbed["files"]


def test_two_hundred_procedural_items(server: SampleServer, tmp_path: Path) -> None:
    """An evening of a large city: every item is read, none is a programme, nothing is an issue."""
    home = Home(tmp_path, [server.sources[0] if server.sources[0].id == STRUCK else server.sources[1]])
    with _broken(server, "procedural", ""):
        ended = home.run("sync")

    assert ended.code == 0, ended.said
    assert len(home.left()["items"]) >= 200
