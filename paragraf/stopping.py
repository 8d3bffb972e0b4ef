"""Knows signals: how a program at work is asked to come to a clean end."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import sleep
from types import FrameType

ASKING = (signal.SIGTERM, signal.SIGINT)
"""The signals of service managers and of Ctrl-C."""

_STEP = 0.2
_Handler = Callable[[int, FrameType | None], object] | int | None


class Stopping:
    """Whether the work was asked to stop; looked at between items, where stopping loses nothing.

    A plain flag: a lock of any kind could be held by the very line that a signal interrupts. One that has
    another `above` it is asked when either is; what is asked of it alone does not reach above.
    """

    def __init__(self, above: "Stopping | None" = None) -> None:
        self._asked = False
        self._above = above

    @property
    def asked(self) -> bool:
        """Whether to stop after the current item."""
        return self._asked or (self._above is not None and self._above.asked)

    def ask(self) -> None:
        """Ask for a stop after the current item."""
        self._asked = True

    def wait(self, seconds: float) -> bool:
        """Wait so long, or until a stop is asked for; return whether it is."""
        left = seconds
        while left > 0 and not self.asked:
            sleep(min(_STEP, left))
            left -= _STEP
        return self.asked


@contextmanager
def stop_on_signals() -> Iterator[Stopping]:
    """Yield a flag that SIGTERM or SIGINT sets while the block runs; a second one ends the program at once.

    Only the main thread can be interrupted, so the block has to run there.
    """
    stopping = Stopping()
    before: dict[signal.Signals, _Handler] = {number: signal.getsignal(number) for number in ASKING}

    def ask(_number: int, _frame: FrameType | None) -> None:
        stopping.ask()
        for asking in ASKING:
            # Python's own handler of Ctrl-C would wait for threads at work
            signal.signal(asking, signal.SIG_DFL)

    for number in ASKING:
        signal.signal(number, ask)
    try:
        yield stopping
    finally:
        for asking, handler in before.items():
            signal.signal(asking, handler)
