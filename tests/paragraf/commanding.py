"""Commands in processes of their own, against sample councils, in a home that a test may look into."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from sqlalchemy import text

from config.paths import HOME_VARIABLE
from paragraf.cli import main
from records.council import Source
from store.database import Store, open_store

SETTINGS = """[fetch]
contact = "clerk@kuusiranta.example"
delay = 0.0
attempts = 1
timeout = 30.0
max_bytes = 3000000
details_per_night = 500
first_months = 600
allow_private = true
"""
_KEPT = {
    "items": "SELECT id, url, title, language, version, gone_at IS NULL FROM items",
    "versions": (
        "SELECT items.id, versions.number, document_type, text_sha256, is_programme, pages.sha256, pages.url "
        "FROM versions JOIN items ON items.number = versions.item JOIN pages ON pages.id = versions.page"
    ),
    "pages": "SELECT id, size FROM pages",
    "decisions": (
        "SELECT items.id, position, body_name, meeting_date, section, case_number, outcome "
        "FROM decisions JOIN items ON items.number = decisions.item"
    ),
    "programmes": "SELECT id, title, kind, first_date, last_date FROM programmes",
    "sessions": 'SELECT programme, position, title, edtf, "time", place FROM sessions',
    "words": "SELECT COUNT(*), SUM(LENGTH(words)) FROM search_index",
    "drafts": "SELECT id, state FROM drafts",
}
"""What is compared of two runs: all but the numbers that rows have, and when they were made."""
Prepare = Callable[[], None]
"""Is called in the new process before the command runs."""


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code (negative: the signal that killed it) and what it said."""

    code: int
    said: str


@dataclass
class Home:
    """A folder with settings and sources, as an operator would have it."""

    path: Path
    sources: Sequence[Source]
    settings: str = SETTINGS
    variables: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Write the files."""
        config = self.path / "config"
        config.mkdir(parents=True, exist_ok=True)
        (config / "settings.toml").write_text(self.settings, encoding="utf-8")
        (config / "sources.toml").write_text("\n".join(map(_table, self.sources)), encoding="utf-8")

    def run(self, *arguments: str, prepare: Prepare | None = None) -> Ended:
        """Run a command to its end in a process of its own."""
        process = self.start(*arguments, prepare=prepare)
        process.join()
        return self.ended(process)

    def start(self, *arguments: str, prepare: Prepare | None = None) -> BaseProcess:
        """Begin a command in a process of its own; the process is forked from one that is warm."""
        context = get_context("forkserver")
        context.set_forkserver_preload(["tests.paragraf.warm"])
        variables = {HOME_VARIABLE: str(self.path), **self.variables}
        process = context.Process(target=_command, args=(arguments, variables, self._output, prepare))
        process.start()
        return process

    def ended(self, process: BaseProcess) -> Ended:
        """Return how a process ended that has ended."""
        assert process.exitcode is not None
        return Ended(process.exitcode, self._output.read_text(encoding="utf-8"))

    def store(self) -> Store:
        """Open the home's store."""
        return open_store(f"sqlite:///{self.path / 'paragraf.db'}", self.path / "pages")

    def left(self) -> dict[str, list[str]]:
        """Return what is kept, rows and page files, but for times."""
        with self.store() as store, store.read() as connection:
            rows = {name: sorted(map(repr, connection.execute(text(asked)))) for name, asked in _KEPT.items()}
        files = sorted(str(path.relative_to(self.path)) for path in (self.path / "pages").rglob("*.*"))
        return {**rows, "files": files}

    @property
    def _output(self) -> Path:
        return self.path / "said.txt"


def _command(
    arguments: Sequence[str], variables: dict[str, str], output: Path, prepare: Prepare | None
) -> None:
    """Be the command, as the shell would start it."""
    os.environ |= variables
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with output.open("w", encoding="utf-8") as file:
        for stream in (1, 2):
            os.dup2(file.fileno(), stream)
    sys.stdout, sys.stderr = (os.fdopen(stream, "w", encoding="utf-8", closefd=False) for stream in (1, 2))
    sys.argv = ["paragraf", *arguments]
    if prepare:
        prepare()
    try:
        main()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def _table(source: Source) -> str:
    """Return a source as the lines of sources.toml."""
    lists = {"pages": source.pages, "feeds": source.feeds, "proposal_labels": source.proposal_labels}
    bases = ", ".join(f'{{ id = "{base.id}", url = "{base.url}" }}' for base in source.bases)
    lines = [
        "[[source]]",
        f'id = "{source.id}"',
        f'system = "{source.system}"',
        f'language = "{source.language}"',
        f'council = {{ name = "{source.council.name}", country = "{source.council.country}" }}',
        f"bases = [{bases}]",
        "enabled = true",
        *(f"{name} = {list(values)!r}".replace("'", '"') for name, values in lists.items() if values),
    ]
    return "\n".join(lines)
