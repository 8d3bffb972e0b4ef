"""A PostgreSQL server of one's own for the length of a test run."""

import getpass
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

INSTALLED = Path("/usr/lib/postgresql")


def find_binaries() -> Path | None:
    """Return the folder of the newest installed server, or None."""
    found = [place for place in INSTALLED.glob("*/bin") if (place / "initdb").exists()]
    return max(found, key=lambda place: int(place.parent.name.partition(".")[0]), default=None)


@contextmanager
def running_server(binaries: Path) -> Iterator[str]:
    """Run a server that listens on a socket in a folder of its own; lend its address up to the name."""
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    user, runner = _owner(folder)
    options = f"-c listen_addresses='' -k {folder} -F -c max_connections=50"
    control = [*runner, str(binaries / "pg_ctl"), "-D", str(folder / "data"), "-w"]
    try:
        initdb = [*runner, str(binaries / "initdb"), "-D", str(folder / "data"), "-A", "trust"]
        _run([*initdb, "-E", "UTF8", "--locale", "C", "--no-sync"])
        _run([*control, "-l", str(folder / "log"), "-o", options, "start"])
        try:
            yield f"postgresql://{user}@/{{name}}?host={folder}"
        finally:
            _run([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder)


def _owner(folder: Path) -> tuple[str, list[str]]:
    # initdb refuses to work for root.
    if os.geteuid() != 0:
        return getpass.getuser(), []
    shutil.chown(folder, "postgres")
    return "postgres", ["runuser", "-u", "postgres", "--"]


def _run(command: list[str]) -> None:
    # A server that goes on would keep a pipe open, and the wait for its end would not end.
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd="/", check=False
        )
        said.seek(0)
        assert done.returncode == 0, said.read().decode()
