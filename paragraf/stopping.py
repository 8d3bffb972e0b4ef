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

    A plain flag: a lock of any kind could be held by the very line that a signal interrupts.
    """

    def __init__(self) -> None:
        self.asked = False

    def ask(self) -> None:
        """Ask for a stop after the current item."""
        self.asked = True

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
    before: dict[int, _Handler] = {number: signal.getsignal(number) for number in ASKING}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    def ask(_number: int, _frame: FrameType | None) -> None:
        stopping.ask()
        restore()

    for number in ASKING:
        signal.signal(number, ask)
    try:
        yield stopping
    finally:
        restore()
