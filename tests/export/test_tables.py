"""Rows as CSV and JSON Lines."""

import csv
import datetime as dt
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from export.tables import export_csv, export_jsonl
from records.decision import Effective
from records.programme import Named


def _csv(rows: list[Any], columns: list[str] | None = None) -> str:
    stream = io.StringIO(newline="")
    assert export_csv(rows, stream, columns) == len(rows)
    return stream.getvalue()


def _jsonl(rows: list[Any]) -> list[Any]:
    stream = io.StringIO()
    assert export_jsonl(rows, stream) == len(rows)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_csv_has_a_header_and_a_line_a_row() -> None:
    """Every key of any row is a column, in the order in which it first appears."""
    told = _csv([{"council": "Granvik", "topics": 2}, {"council": "Sollia", "year": 2025}])

    assert told == "council,topics,year\r\nGranvik,2,\r\nSollia,,2025\r\n"


def test_columns_may_be_chosen() -> None:
    """Only the named keys, in the named order; rows are then written as they come."""
    assert _csv([{"a": 1, "b": 2}], ["b", "c"]) == "b,c\r\n2,\r\n"
    assert _csv([], ["a"]) == "a\r\n"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (1.5, "1.5"),
        (dt.date(2025, 2, 24), "2025-02-24"),
        (dt.datetime(2025, 2, 24, 1, 2, tzinfo=dt.UTC), "2025-02-24T01:02:00Z"),
        (("jäv", "budget"), "jäv; budget"),
        ((), ""),
        ({"a": [1, None]}, '{"a": [1, null]}'),
        ([{"a": 1}], '[{"a": 1}]'),
        (float("nan"), ""),
        ('två\nrader, och "citat"', 'två\nrader, och "citat"'),
    ],
)
def test_values_are_told_plainly(value: object, cell: str) -> None:
    """Lists of plain values are joined, dates are ISO, what is nested deeper is JSON."""
    assert list(csv.reader(io.StringIO(_csv([{"x": value}]), newline="")))[1:] == (
        [[cell]] if cell else [[""]]
    )


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+358 40", "'+358 40"),
        ("-5 %", "'-5 %"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("＝1", "'＝1"),
        (("=1", "=2"), "'=1; =2"),
        (-5, "-5"),
        (-1.5, "-1.5"),
        ("a=b", "a=b"),
        ("’=1", "’=1"),
    ],
)
def test_text_is_never_a_formula(value: object, cell: str) -> None:
    """A spreadsheet would run a cell that begins with a sign; numbers keep theirs."""
    assert list(csv.reader(io.StringIO(_csv([{"x": value}]), newline="")))[1] == [cell]


def test_a_header_is_guarded_too() -> None:
    """Keys come from outside as values do."""
    assert _csv([{"=1": "a"}]).startswith("'=1\r\n")


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from("abc"), st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0"))
        )
    )
)
def test_csv_is_read_as_it_was_written(rows: list[dict[str, str]]) -> None:
    """Any text comes back, but for the guarding apostrophe."""
    read = list(csv.DictReader(io.StringIO(_csv(rows, ["a", "b", "c"]), newline="")))

    for row, back in zip(rows, read, strict=True):
        for key in "abc":
            assert back[key] in (row.get(key, ""), f"'{row.get(key, '')}")


def test_json_lines_are_one_object_a_line() -> None:
    """Keys keep their order, letters stay as they are, line breaks are escaped."""
    stream = io.StringIO()
    export_jsonl([{"b": "å\n", "a": (1, None)}, {"c": dt.date(2025, 1, 2)}], stream)

    assert stream.getvalue() == '{"b":"å\\n","a":[1,null]}\n{"c":"2025-01-02"}\n'


def test_records_are_rows_under_their_printed_names() -> None:
    """A record is written as the contract prints it: aliases, spans as lists."""
    rows = [Named(name="KS", span=(0, 2)), Effective(text="x", origin="proposal", span=(3, 4))]

    assert _jsonl(rows) == [{"name": "KS", "span": [0, 2]}, {"text": "x", "from": "proposal", "span": [3, 4]}]
    assert _csv(rows).splitlines()[0] == "name,span,text,from"


def test_what_is_no_number_is_null() -> None:
    """JSON knows neither NaN nor infinity."""
    assert _jsonl([{"x": float("nan"), "y": float("inf")}]) == [{"x": None, "y": None}]
