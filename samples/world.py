"""Knows which council answers which address, in what state it is, and what is wrong with it."""

import itertools
import threading
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from samples import (
    ahjo_site,
    cloudnc_site,
    dynasty_site,
    einnsyn_site,
    listing_site,
    netpublicator_site,
    turku_site,
    tweb_site,
    web_site,
)
from samples.answer import NOT_FOUND, Answer, Query
from samples.bulk import procedural
from samples.council import Council, State
from samples.dynasty_view import View
from samples.faults import Fault, spoil

SESSION = "PHPSESSID"
SITES: dict[str, Callable[[View, str, Query], Answer]] = {
    "ahjo": ahjo_site.answer,
    "cloudnc": cloudnc_site.answer,
    "dynasty": dynasty_site.answer,
    "einnsyn": einnsyn_site.answer,
    "listing": listing_site.answer,
    "netpublicator": netpublicator_site.answer,
    "turku": turku_site.answer,
    "tweb": tweb_site.answer,
}
"""How the record systems answer, by the name that `system` in sources.toml uses: for what a council
shows now, the path below its prefix, and the parameters of the address."""


@dataclass(frozen=True)
class Asked:
    """A GET or HEAD request: path and query as they came, header names in lower case.

    `host` is the server's own address, which links print.
    """

    address: str
    headers: Mapping[str, str]
    host: str

    @property
    def path(self) -> str:
        """The path, unescaped."""
        return unquote(urlsplit(self.address).path)

    @property
    def query(self) -> Query:
        """The parameters by name."""
        return dict(parse_qsl(urlsplit(self.address).query))

    def for_item(self, item_id: str) -> "Asked":
        """Return the request as if it had asked for another item; an empty id changes nothing."""
        if not item_id:
            return self
        query = urlencode({**self.query, "id": item_id}, safe="/")
        return replace(self, address=f"{urlsplit(self.address).path}?{query}")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer, and how it is sent.

    `delay` is how many seconds it is held back, `drip` how many pass after each byte; `dropped` breaks
    the connection off halfway.
    """

    answer: Answer
    delay: float = 0.0
    dropped: bool = False
    drip: float = 0.0


@dataclass
class World:
    """The councils on one server, and everything about them that tests may change while it runs.

    `latency` is how many seconds every answer takes. `states` and `withdrawn` are by council id;
    `sessions` are the first item ids that cookie holders asked for.
    """

    councils: Sequence[Council]
    only: Container[str] | None = None
    robots: str | None = None
    latency: float = 0.0
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

    def reply(self, asked: Asked) -> Reply:
        """Return what the server sends, with every fault that strikes the request."""
        council = self.find(asked.address)
        name = council.id if council else ""
        wrong = [one for one in tuple(self.faults) if one.strikes(name, unquote(asked.address))]
        answer = self._site(council, asked, wrong) if council else self._root(asked)
        for fault in wrong:
            answer = spoil(fault, answer, asked.address)
        delay = self.latency + sum(one.amount for one in wrong if one.kind == "slow")
        drip = sum(one.amount for one in wrong if one.kind == "drip")
        return Reply(answer, delay, any(one.kind == "dropped" for one in wrong), drip)

    def _root(self, asked: Asked) -> Answer:
        told = [one.robots for one in self.councils if one.robots] if self.robots is None else [self.robots]
        if asked.path != "/robots.txt" or not told:
            return NOT_FOUND
        return Answer("\n".join(told).encode(), "text/plain; charset=utf-8")

    def _site(self, council: Council, asked: Asked, wrong: Sequence[Fault]) -> Answer:
        """Return a council's answer, with those faults that only its site can act out."""
        kinds = {one.kind for one in wrong}
        if "procedural" in kinds:
            council = procedural(council)
        if "sticky_session" in kinds:
            return self._in_session(council, asked)
        swapped = next((one.to for one in wrong if one.kind == "wrong_item"), "")
        return self._answer(council, asked.for_item(swapped))

    def _answer(self, council: Council, asked: Asked) -> Answer:
        path = asked.path.removeprefix(council.site.prefix)
        page = web_site.answer(council, path, asked.headers.get("if-none-match", ""))
        site = SITES.get(council.source.system)
        if page.status != NOT_FOUND.status or site is None:
            return page
        view = View(
            council,
            asked.host,
            states=self.states.get(council.id, {}),
            withdrawn=self.withdrawn.get(council.id, set()),
            only=self.only,
        )
        return site(view, path, asked.query)

    def _in_session(self, council: Council, asked: Asked) -> Answer:
        """A session's first item is what it goes on showing, whatever is asked."""
        cookie = SimpleCookie(asked.headers.get("cookie", "")).get(SESSION)
        item = asked.query.get("id", "")
        with self.lock:
            session = cookie.value if cookie else f"s{self.numbers()}"
            first = self.sessions.setdefault(session, item) if item else ""
        answer = self._answer(council, asked.for_item(first))
        return replace(answer, headers={**answer.headers, "Set-Cookie": f"{SESSION}={session}; path=/"})
