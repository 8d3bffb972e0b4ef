"""What a new version of an item changed: values and lines."""

from typing import Any, Literal

from records.base import Record, Span

ChangeKind = Literal["published", "corrected", "withdrawn", "other"]


class FieldChange(Record):
    """A value that differs: its JSON pointer in the record, and how it read before and after."""

    pointer: str
    before: Any = None
    after: Any = None


class TextChange(Record):
    """Lines that differ: where they stood in the text before, and where the new ones stand after."""

    before: Span
    after: Span


class Changes(Record):
    """What a new version changed.

    `kind`: "published" (an agenda became minutes), "withdrawn" (minutes went back to an agenda),
    "corrected" (the same kind of document with other words or values), "other".
    """

    kind: ChangeKind
    fields: tuple[FieldChange, ...] = ()
    text: tuple[TextChange, ...] = ()
