"""What a long command shows while it works: a bar on a terminal, plain lines elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from paragraf.console import err
from paragraf.log import programs_read_stderr


class Progress(Protocol):
    """Told by the pipeline what it is at."""

    def begin(self, source_id: str, total: int) -> None:
        """A source was polled and `total` pages are due."""

    def step(self, source_id: str, title: str) -> None:
        """A page of the source is done."""

    def end(self, source_id: str, text: str) -> None:
        """A source is done; `text` sums it up."""


class Quiet:
    """Shows nothing."""

    def begin(self, source_id: str, total: int) -> None:
        """Do nothing."""

    def step(self, source_id: str, title: str) -> None:
        """Do nothing."""

    def end(self, source_id: str, text: str) -> None:
        """Do nothing."""


class Lines:
    """One plain line a source."""

    def begin(self, source_id: str, total: int) -> None:
        """Say how many pages are due."""
        err().print(f"{source_id}: {total} pages to fetch", markup=False)

    def step(self, source_id: str, title: str) -> None:
        """Do nothing: a log of a night should stay readable."""

    def end(self, source_id: str, text: str) -> None:
        """Say the source's sum, which names it."""
        del source_id
        err().print(text, markup=False)


@contextmanager
def show_progress() -> Iterator[Progress]:
    """Yield a bar when standard error is a terminal, else plain lines; nothing where programs read it."""
    if programs_read_stderr():
        yield Quiet()
        return
    if not err().is_terminal:
        yield Lines()
        return
    from paragraf.progress_bar import Bar

    with Bar() as bar:
        yield bar
