"""Knows marks: the places where an item of a meeting begins, or is named in a list of items."""

from dataclasses import dataclass

from extract.decision_sheet import Sheet
from records.evidence import Found


@dataclass(frozen=True, slots=True)
class Mark:
    """A place where an item begins, or is listed: `start` to `end`, the end of number and title.

    `key` is equal for two prints of one number. `open_title` tells that nothing but the text behind
    it bounds the title.
    """

    key: str
    start: int
    end: int
    number: Found[str] | None
    title: Found[str] | None = None
    case: Found[str] | None = None
    listed: bool = False
    open_title: bool = False


def number_of(sheet: Sheet, kind: tuple[str | None, int], span: tuple[int, int]) -> Found[str]:
    """Return a case's number, with the code before it unless that only says what a case is ("PS")."""
    code, start = kind
    known = code is None or code.lower() in sheet.words.head.section_kinds
    return sheet.found(span if known else (start, span[1]), "number of the case", "labelled")
