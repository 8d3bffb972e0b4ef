"""Figures, their goals, and the table."""

import pytest

from bench.figures import HEADER, Figure, line_of, machine


@pytest.mark.parametrize(
    ("figure", "met"),
    [
        (Figure("a", 6.0, "x", at_most=6), True),
        (Figure("a", 6.1, "x", at_most=6), False),
        (Figure("a", 5.0, "MB/s", at_least=5), True),
        (Figure("a", 4.9, "MB/s", at_least=5), False),
        (Figure("a", 4.9, "MB/s"), None),
    ],
)
def test_a_goal_is_kept_or_missed(figure: Figure, met: bool | None) -> None:
    """A figure at its goal keeps it; one without a goal is neither."""
    assert figure.met is met


def test_a_row_tells_figure_goal_and_verdict() -> None:
    """What a reader looks for first stands first."""
    row = Figure("page", 7.25, "x", at_most=6, note="5 pages").row()
    assert row == ("page", "7.2 x", "<= 6", "MISSED", "5 pages")
    assert Figure("dates", 5.0, "MB/s", at_least=5).row()[2:4] == (">= 5", "ok")
    assert Figure("told", 1.0, "ms").row()[2:4] == ("", "")


def test_cells_stand_below_their_heading() -> None:
    """The verdict begins in the same column on every line."""
    line, heading = line_of(Figure("page", 7.0, "x", at_most=6, note="n").row()), line_of(HEADER)
    assert line.index("<= 6") == heading.index("goal")
    assert line.endswith("MISSED  n")


def test_the_machine_is_told() -> None:
    """A figure without its machine is no figure: processor with cores, and Python."""
    processor, python = machine()
    assert " cores" in processor
    assert python.startswith("Python 3.")
