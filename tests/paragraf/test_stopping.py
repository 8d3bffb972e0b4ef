"""How a program at work is asked to stop."""

import os
import signal
import subprocess
import sys
import time

import pytest

from paragraf.stopping import ASKING, Stopping, stop_on_signals

STUBBORN = """
import time
from paragraf.stopping import stop_on_signals
with stop_on_signals() as stopping:
    print("ready", flush=True)
    while not stopping.asked:
        time.sleep(0.01)
    print("asked", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("number", ASKING)
def test_a_signal_asks_once(number: signal.Signals) -> None:
    """The first signal sets the flag and leaves a second one its deadly way; the block's end restores all."""
    before = [signal.getsignal(one) for one in ASKING]

    with stop_on_signals() as stopping:
        assert stopping.asked is False
        os.kill(os.getpid(), number)
        assert stopping.wait(10) is True
        assert {signal.getsignal(one) for one in ASKING} == {signal.SIG_DFL}

    assert before == [signal.getsignal(one) for one in ASKING]


def test_without_a_signal_nothing_is_asked() -> None:
    """Waiting ends by itself, and the handlers of before are back."""
    before = signal.getsignal(signal.SIGTERM)

    with stop_on_signals() as stopping:
        assert stopping.wait(0.01) is False

    assert before == signal.getsignal(signal.SIGTERM)


@pytest.mark.parametrize("number", ASKING)
def test_a_second_signal_ends_the_program_at_once(number: signal.Signals) -> None:
    """Whoever is in a hurry asks twice: the program dies of the signal."""
    process = subprocess.Popen([sys.executable, "-c", STUBBORN], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    process.send_signal(number)
    assert process.stdout.readline() == "asked\n"

    process.send_signal(number)

    process.communicate()
    assert process.returncode == -number


def test_a_flag_that_is_set_waits_no_more() -> None:
    """Who was asked to stop does not wait out a pause."""
    stopping = Stopping()
    stopping.ask()
    started = time.monotonic()

    assert stopping.wait(60) is True

    assert time.monotonic() - started < 30


def test_a_flag_below_another_keeps_its_own_counsel() -> None:
    """What is asked above reaches below, never the other way."""
    above = Stopping()
    below, beside = Stopping(above), Stopping(above)

    below.ask()
    assert (above.asked, below.asked, beside.asked) == (False, True, False)

    above.ask()
    assert (above.asked, below.asked, beside.asked) == (True, True, True)
