"""Knows CSV and JSON Lines: writes rows of plain mappings or records as tables that leave the house."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

Row = Mapping[str, object] | BaseModel

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def export_csv(rows: Iterable[Row], stream: TextIO, columns: Sequence[str] | None = None) -> int:
    """Write rows as CSV (RFC 4180) with a header row; return how many there were.

    `columns` are the keys to write, in order; without them all rows are read first and every key
    is a column, as it first appears. Lists of plain values are joined by "; ", other nested values
    written as JSON, null as an empty cell, dates in ISO 8601. A text that a spreadsheet would take
    for a formula gets a leading apostrophe; numbers stay as they are. The stream should not translate
    line ends (`newline=""`).
    """
    tables: Iterable[Mapping[str, object]] = (_plain(row) for row in rows)
    if columns is None:
        tables = list(tables)
        columns = list(dict.fromkeys(key for table in tables for key in table))
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([_guarded(column) for column in columns])
    written = 0
    for table in tables:
        writer.writerow([_cell(table.get(column)) for column in columns])
        written += 1
    return written


def export_jsonl(rows: Iterable[Row], stream: TextIO) -> int:
    """Write rows as JSON Lines, one object a line with its keys in their order; return how many there were.

    Dates are ISO 8601; what is no number (NaN, infinity) is null.
    """
    written = 0
    for row in rows:
        stream.write(
            json.dumps(_plain(row), ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"
        )
        written += 1
    return written


def _plain(row: Row) -> Mapping[str, object]:
    """Return a row as values that JSON knows."""
    table: Mapping[str, object] = to_jsonable_python(row, by_alias=True, inf_nan_mode="null")
    return table


def _cell(value: object) -> str | int | float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    return _guarded(_text(value))


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and not any(isinstance(each, list | dict) for each in value):
        return "; ".join(_text(each) for each in value)
    return json.dumps(value, ensure_ascii=False)


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
