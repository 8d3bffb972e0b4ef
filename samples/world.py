"""Knows which council answers which address, in what state it is, and what is wrong with it."""

import itertools
import threading
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, unquote, urlsplit

from samples import dynasty_site, web_site
from samples.answer import NOT_FOUND, Answer, Query
from samples.bulk import procedural
from samples.council import Council, State
from samples.dynasty_view import View
from samples.faults import Fault, spoil

SESSION = "PHPSESSID"


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, how many seconds it is held back, and whether the connection breaks off halfway."""

    answer: Answer
    delay: float = 0.0
    dropped: bool = False


@dataclass
class World:
    """The councils on one server, and everything about them that tests may change while it runs.

    `states` and `withdrawn` are by council id; `sessions` are the first item ids that cookie holders
    asked for.
    """

    councils: Sequence[Council]
    only: Container[str] | None = None
    robots: str | None = None
    states: dict[str, dict[str, State]] = field(default_factory=dict)
    withdrawn: dict[str, set[str]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    sessions: dict[str, str] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
    numbers: Callable[[], int] = field(default_factory=lambda: itertools.count(1).__next__)

    def find(self, address: str) -> Council | None:
        """Return the council whose prefix the address (path and query) starts with, or None."""
        path = urlsplit(address).path
        return next((one for one in self.councils if path.startswith(f"{one.site.prefix}/")), None)

    def reply(self, address: str, headers: Mapping[str, str], host: str) -> Reply:
        """Return what the server sends for a GET of `address`; `host` is its own address for links."""
        if address == "/robots.txt":
            return Reply(self._robots())
        council = self.find(address)
        if council is None:
            return Reply(NOT_FOUND)
        return self._struck(council, address, headers, host)

    def _robots(self) -> Answer:
        told = [one.robots for one in self.councils if one.robots] if self.robots is None else [self.robots]
        return Answer("\n".join(told).encode(), "text/plain; charset=utf-8") if told else NOT_FOUND

    def _struck(self, council: Council, address: str, headers: Mapping[str, str], host: str) -> Reply:
        wrong = [one for one in tuple(self.faults) if one.strikes(council.id, unquote(address))]
        kinds = {one.kind for one in wrong}
        if "procedural" in kinds:
            council = procedural(council)
        path, query = _split(council, address)
        swap = next((one.to for one in wrong if one.kind == "wrong_item"), "")
        answer = self._answer(council, host, path, {**query, "id": swap} if swap else query, headers)
        if "sticky_session" in kinds:
            answer = self._in_session(council, host, (path, query), headers)
        for fault in wrong:
            answer = spoil(fault, answer)
        delay = sum(one.amount for one in wrong if one.kind == "slow")
        return Reply(answer, delay, dropped="dropped" in kinds)

    def _answer(
        self, council: Council, host: str, path: str, query: Query, headers: Mapping[str, str]
    ) -> Answer:
        page = web_site.answer(council, path, headers.get("if-none-match", ""))
        if page.status != NOT_FOUND.status or council.source.system != "dynasty":
            return page
        view = View(
            council,
            host,
            states=self.states.get(council.id, {}),
            withdrawn=self.withdrawn.get(council.id, set()),
            only=self.only,
        )
        return dynasty_site.answer(view, path, query)

    def _in_session(
        self, council: Council, host: str, asked: tuple[str, Query], headers: Mapping[str, str]
    ) -> Answer:
        """A session's first item is what it goes on showing, whatever is asked."""
        path, query = asked
        cookie = SimpleCookie(headers.get("cookie", "")).get(SESSION)
        with self.lock:
            session = cookie.value if cookie else f"s{self.numbers()}"
            item = self.sessions.setdefault(session, query["id"]) if "id" in query else ""
        answer = self._answer(council, host, path, {**query, "id": item} if item else query, headers)
        return replace(answer, headers={**answer.headers, "Set-Cookie": f"{SESSION}={session}; path=/"})


def _split(council: Council, address: str) -> tuple[str, Query]:
    parted = urlsplit(address)
    return unquote(parted.path.removeprefix(council.site.prefix)), dict(parse_qsl(parted.query))
