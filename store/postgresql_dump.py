"""Knows pg_dump and pg_restore, the programs by which PostgreSQL is copied and brought back."""

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy.engine import URL

from records.errors import StoreError
from store.engine import printable


def dump_database(address: URL, file: Path) -> None:
    """Write a database to a file, as it stands at one moment, while others write it.

    Raises StoreError when pg_dump is not installed, telling what to run where it is, or fails.
    """
    _run("pg_dump", ["--format=custom", "--no-owner", f"--file={file}", *_target(address)], address)


def check_dump(file: Path) -> None:
    """Raise StoreError when a file is no whole dump."""
    _run("pg_restore", [f"--file={os.devnull}", str(file)])


def restore_dump(address: URL, file: Path) -> None:
    """Bring a dump back into an empty database, all or nothing. Raises StoreError."""
    options = ["--exit-on-error", "--single-transaction", "--no-owner"]
    _run("pg_restore", [*options, *_target(address), str(file)], address)


def _target(address: URL) -> list[str]:
    # the password goes by the environment: a command's arguments are read by everyone on the machine
    plain = URL.create(
        "postgresql", address.username, None, address.host, address.port, address.database, address.query
    )
    return ["--no-password", f"--dbname={plain.render_as_string()}"]


def _run(name: str, arguments: list[str], address: URL | None = None) -> None:
    program = shutil.which(name)
    if program is None:
        raise StoreError(
            name,
            expected="PostgreSQL's client programs on this machine",
            found="none of that name",
            advice=f"Install them, or run on a machine that has them: {' '.join([name, *arguments])}",
        )
    secret = {"PGPASSWORD": address.password} if address is not None and address.password else {}
    # no shell, a program found on the path, and arguments of our own
    done = subprocess.run(  # noqa: S603
        [program, *arguments], env={**os.environ, **secret}, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise StoreError(
            printable(address) if address is not None else arguments[-1],
            expected=f"{name} to succeed",
            found=" ".join(done.stderr.split()),
            advice=f"See to it, and run again; {name} must not be older than the server.",
        )
