"""Knows terminals: where people read and where programs read."""

import os
import sys
from functools import cache
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

    from records.errors import ParagrafError

_PIPE_WIDTH = 150


@cache
def out() -> "Console":
    """Return the console for results, on standard output."""
    from rich.console import Console

    # a file or pipe has no width of its own: wide enough for the tables to be read
    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPE_WIDTH
    return Console(highlight=False, emoji=False, soft_wrap=not sys.stdout.isatty(), width=width)


@cache
def err() -> "Console":
    """Return the console for progress and errors, on standard error."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, emoji=False, soft_wrap=not sys.stderr.isatty())


def say_line(text: str) -> None:
    """Write one line to standard output as it is, for programs that read it."""
    sys.stdout.write(text + "\n")


def standard_output() -> TextIO:
    """Return standard output as a stream for tables that programs read."""
    return sys.stdout


def say_error(error: "ParagrafError") -> None:
    """Write an error to standard error, in one line."""
    from rich.markup import escape

    err().print(f"[bold red]error[/] {escape(error.describe())}")
