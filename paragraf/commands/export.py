"""`paragraf export`: all programmes as a table or as JSON Lines."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from export.tables import export_csv, export_jsonl
from paragraf.answers import session_rows
from paragraf.console import err, standard_output
from paragraf.inputs import check_choice
from paragraf.workshop import open_begun
from records.errors import StoreError
from store.filters import Query
from store.records import iterate_programmes

FORMATS = ("csv", "jsonl")


def run_export(path: Path | None, output: str) -> int:
    """Write every stored programme to `path`, or to standard output; return 0.

    CSV has one row a session, with its programme's and decision's columns; JSON Lines one whole
    record a programme. Raises ConfigError for an unknown format and StoreError for a file that
    cannot be written.
    """
    check_choice("--format", output, FORMATS)
    with open_begun() as workshop, _opened(path) as stream:
        stored = iterate_programmes(workshop.store, Query(limit=None))
        if output == "csv":
            export_csv((row for one in stored for row in session_rows(one)), stream)
        else:
            export_jsonl((one.record for one in stored), stream)
    if path is not None:
        err().print(f"written: {path}", markup=False)
    return 0


@contextmanager
def _opened(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield standard_output()
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        found = error.strerror or str(error)
        raise StoreError(str(path), expected="a file that can be written", found=found) from error
