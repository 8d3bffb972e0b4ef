"""A sync in a process of its own that kills itself at a told moment, as a loss of power would."""

import os
import signal
import sys
from collections import Counter
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import event

from config.houses import load_house
from config.paths import HOME_VARIABLE
from config.settings import DraftSettings, FetchSettings, Settings
from paragraf.pipeline import run_sync
from paragraf.progress import Quiet
from paragraf.workshop import Workshop
from records.council import Source
from samples.load import load_houses
from store.database import open_store
from tests.paragraf.conftest import NOW

Step = Literal["fetch", "page", "transaction", "draft"]
STEPS: tuple[Step, ...] = ("fetch", "page", "transaction", "draft")
_OPENED = ("open", "os.rename", "os.link", "os.mkdir", "os.remove", "tempfile.mkdtemp", "tempfile.mkstemp")
HOUSES = ("kuusiranta",)


@dataclass(frozen=True)
class Moment:
    """Just before the `count`th event of a step; events are counted from 1."""

    step: Step
    count: int


class _Watch:
    """Counts the events of each step, and kills the process before the one that is told."""

    def __init__(self, home: Path, moment: Moment | None) -> None:
        self.counts: Counter[Step] = Counter()
        self.folders: tuple[tuple[str, Step], ...] = (
            (str(home / "pages"), "page"),
            (str(home / "outbox"), "draft"),
        )
        self.moment = moment

    def note(self, step: Step) -> None:
        """Count an event of a step."""
        self.counts[step] += 1
        if self.moment == Moment(step, self.counts[step]):
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(self, name: str, arguments: tuple[Any, ...]) -> None:
        """Take what Python tells of itself: connections, and files opened and renamed."""
        if name == "socket.connect":
            self.note("fetch")
        elif name in _OPENED and arguments:
            path = str(arguments[0])
            for folder, step in self.folders:
                if path.startswith(folder):
                    self.note(step)


def _sync(home: Path, source: Source, moment: Moment | None, told: Any) -> None:
    os.environ[HOME_VARIABLE] = str(home)
    (home / "config" / "houses").mkdir(parents=True, exist_ok=True)
    for name, text in load_houses().items():
        (home / "config" / "houses" / name).write_text(text, encoding="utf-8")
    watch = _Watch(home, moment)
    settings = Settings(fetch=FetchSettings(delay=0, allow_private=True), drafts=DraftSettings(houses=HOUSES))
    with open_store(f"sqlite:///{home / 'p.db'}", home / "pages") as store:
        event.listen(store.engine, "before_cursor_execute", lambda *_: watch.note("transaction"))
        event.listen(store.engine, "commit", lambda *_: watch.note("transaction"))
        sys.addaudithook(watch.audit)
        houses = tuple(load_house(house) for house in HOUSES)
        run_sync(Workshop(settings, store, houses, lambda: NOW), [source], Quiet())
    told.send(dict(watch.counts))


def run_process(home: Path, source: Source, moment: Moment | None = None) -> dict[Step, int] | None:
    """Sync into `home` in a new process; return how many events each step had, None if it was killed.

    The process comes from one that has read the languages already, so that hundreds of them are cheap.
    """
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.paragraf.warm"])
    reader, writer = context.Pipe(duplex=False)
    process = context.Process(target=_sync, args=(home, source, moment, writer))
    process.start()
    writer.close()
    process.join()
    killed = process.exitcode == -signal.SIGKILL
    assert killed or process.exitcode == 0, process.exitcode
    return None if killed else reader.recv()
