"""Knows rich's progress bars."""

from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
from rich.progress import Progress as RichProgress

from paragraf.console import err


class Bar:
    """A bar a source, with what is being read beside it."""

    def __init__(self) -> None:
        self._bars = RichProgress(
            TextColumn("{task.fields[source]}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
            console=err(),
            transient=True,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bars.stop()

    def begin(self, source_id: str, total: int) -> None:
        """Open the bar of a source."""
        self._tasks[source_id] = self._bars.add_task("", total=total, source=source_id)

    def step(self, source_id: str, title: str) -> None:
        """Move the bar on by one page."""
        if source_id in self._tasks:
            self._bars.update(self._tasks[source_id], advance=1, description=title[:60])

    def end(self, source_id: str, text: str) -> None:
        """Close the bar and leave the source's sum in its place."""
        if source_id in self._tasks:
            self._bars.remove_task(self._tasks.pop(source_id))
        err().print(text, markup=False)
