"""Knows how servers go wrong: what each fault makes of the answer that was due."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal

from samples.answer import Answer

FaultKind = Literal[
    "login",
    "truncated",
    "dropped",
    "empty_channel",
    "empty",
    "not_found",
    "server_error",
    "too_many",
    "slow",
    "wrong_item",
    "sticky_session",
    "huge",
    "procedural",
    "misdeclared",
    "redirect",
]
MEGABYTE = 1_000_000
LOGIN = (
    "<!DOCTYPE html>\n<html><head><meta charset='utf-8'><title>Kirjaudu sisään</title></head><body>"
    "<form method='post' action='/login'><label>Tunnus <input name='user'></label>"
    "<label>Salasana <input name='password' type='password'></label></form></body></html>\n"
)


@dataclass
class Fault:
    """One thing that is wrong on the server.

    It strikes requests of the council whose id is `target`, or whose address (path and query)
    contains `target`; `within` narrows that to addresses that contain it too. `left` counts down
    the requests still to be struck, None for all. `amount` is the delay of "slow" in seconds and the
    size of "huge" in megabytes, `to` the address of "redirect" and the item id of "wrong_item".
    """

    target: str
    kind: FaultKind
    within: str = ""
    left: int | None = None
    amount: float = 1.0
    to: str = ""
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def strikes(self, council: str, address: str) -> bool:
        """Tell whether a request is struck, and count it."""
        if (self.target != council and self.target not in address) or self.within not in address:
            return False
        with self.lock:
            if self.left is None:
                return True
            self.left -= 1
            return self.left >= 0


def spoil(fault: Fault, due: Answer) -> Answer:
    """Return what the server sends instead of the answer that was due.

    The kinds that need more than that answer (slow, dropped, procedural, wrong_item, sticky_session) leave it
    as it is.
    """
    change = CHANGES.get(fault.kind)
    return change(fault, due) if change else due


def _login(_fault: Fault, _due: Answer) -> Answer:
    return Answer(LOGIN.encode(), "text/html; charset=utf-8")


def _truncated(_fault: Fault, due: Answer) -> Answer:
    return replace(due, body=due.body[: len(due.body) * 6 // 10])


def _empty_channel(_fault: Fault, due: Answer) -> Answer:
    start, end = due.body.find(b"<item>"), due.body.rfind(b"</item>")
    return due if start < 0 else replace(due, body=due.body[:start] + due.body[end + len(b"</item>") :])


def _status(status: int, _fault: Fault, due: Answer) -> Answer:
    headers = {"Retry-After": "1"} if status == 429 else {}
    return Answer(b"" if status == 200 else b"<h1>Error</h1>", due.content_type, status, headers)


def _huge(fault: Fault, _due: Answer) -> Answer:
    line = b"<p>" + b"Lorem ipsum dolor sit amet. " * 35 + b"</p>\n"
    body = line * (int(fault.amount * MEGABYTE) // len(line) + 1)
    return Answer(b"<html><body>" + body + b"</body></html>", "text/html; charset=utf-8")


def _misdeclared(_fault: Fault, due: Answer) -> Answer:
    body = due.body.replace(b"encoding='iso-8859-1'", b"encoding='utf-8'", 1)
    return replace(due, body=body, content_type=due.content_type.replace("iso-8859-1", "utf-8"))


def _redirect(fault: Fault, _due: Answer) -> Answer:
    return Answer(status=302, headers={"Location": fault.to or "/elsewhere/"})


CHANGES: dict[str, Callable[[Fault, Answer], Answer]] = {
    "login": _login,
    "truncated": _truncated,
    "empty_channel": _empty_channel,
    "empty": partial(_status, 200),
    "not_found": partial(_status, 404),
    "server_error": partial(_status, 500),
    "too_many": partial(_status, 429),
    "huge": _huge,
    "misdeclared": _misdeclared,
    "redirect": _redirect,
}
