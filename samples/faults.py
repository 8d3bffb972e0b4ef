"""Knows how servers go wrong: which requests are struck, and by what."""

import threading
from dataclasses import dataclass, field
from typing import Literal

from samples.answer import Answer
from samples.spoiled import CHANGES

FaultKind = Literal[
    # the server's status
    "not_found",
    "server_error",
    "too_many",
    "unavailable",
    # the connection
    "slow",
    "drip",
    "dropped",
    # where it leads
    "redirect",
    "redirect_loop",
    "redirect_away",
    "redirect_private",
    "redirect_file",
    # what stands in the content's stead
    "empty",
    "login",
    "captcha",
    "consent",
    "error_page",
    # the content itself
    "truncated",
    "misdeclared",
    "huge",
    "bomb",
    "changed_layout",
    "wrong_item",
    "sticky_session",
    # what a feed lists
    "empty_channel",
    "procedural",
    "duplicated",
    "reordered",
]


@dataclass
class Fault:
    """One thing that is wrong on the server.

    It strikes requests of the council whose id is `target`, or whose address (path and query)
    contains `target`; `within` narrows that to addresses that contain it too. `left` counts down
    the requests still to be struck, None for all. `amount` is the delay of "slow" in seconds, the time
    between two bytes of "drip", and the size of "huge" and "bomb" in megabytes; `to` the address of
    the redirects and the item id of "wrong_item".
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


def spoil(fault: Fault, due: Answer, address: str) -> Answer:
    """Return what the server sends instead of the answer that was due under `address`.

    The kinds that need more than that answer (slow, drip, dropped, procedural, wrong_item, sticky_session)
    leave it as it is.
    """
    if fault.kind == "redirect_loop":
        return Answer(status=302, headers={"Location": address})
    change = CHANGES.get(fault.kind)
    return change(due, fault.amount, fault.to) if change else due
