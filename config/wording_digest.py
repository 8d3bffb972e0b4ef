"""Knows what a clerk is told of the drafts of a house: what is new, what was decided, what is covered."""

from typing import Annotated

from config.wording_slots import Value, each_of, exactly
from config.words import Words
from records.draft import TriggerKind

Counted = tuple[Value, Value]
"""How one of something is told, and how several are."""


class DigestPhrases(Words):
    """The digest of a house's drafts; `file` is what its text file in the outbox is called.

    Counted phrases stand as headings, and in the subject of a mail. `rewritten` says that the file is
    made anew each night.
    """

    title: Annotated[str, exactly("day")]
    subject: Annotated[str, exactly("news")]
    file: str
    nothing: str
    new: Counted
    versions: Counted
    handled: Counted
    waiting: Counted
    untouched: Counted
    why: Value
    reasons: Annotated[dict[TriggerKind, str], each_of(TriggerKind)]
    source: Value
    to_fill: Counted
    nothing_to_fill: str
    version: Value
    document: Value
    covered: str
    read: Counted
    ill: Counted
    more: Value
    unread: str
    advice: str
    earlier: str
    rewritten: str
