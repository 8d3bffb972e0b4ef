"""Knows the words for what a draft takes over from a precedent, and for what must be changed in it."""

from typing import Annotated, Literal

from config.wording_slots import PlaceholderPhrase, Titled, Value, each_of
from config.words import Words

StaleKey = Literal[
    "when",
    "period",
    "year",
    "amount",
    "section",
    "case_number",
    "number",
    "length",
    "person",
    "contact",
    "organiser",
    "place",
    "body",
    "training",
    "content",
    "name",
]
"""What of a precedent holds there alone: its times, sums, numbers and names."""


class PrecedentPhrases(Words):
    """Drafts that are built on earlier decisions, of the house or of others.

    `due_again` and `asked` lead to the list of precedents on the first page, `own` and `other` name
    one there, `background_...` in the account; `notes` tell how to read such a draft. `could_read`
    leads to the wording of an earlier proposal, `caption` heads the table of all their sessions.
    `was` tells a precedent's value beside the placeholder that takes its place. A sentence with words
    that begin as one of `law` does tells what the law says, which is never carried over.
    """

    due_again: str
    asked: str
    own: Titled
    other: Titled
    notes: tuple[str, ...]
    background_own: Titled
    background_other: Titled
    could_read: str
    caption: str
    was: Value
    law: tuple[str, ...]
    placeholders: Annotated[dict[StaleKey, PlaceholderPhrase], each_of(StaleKey)]
