"""Knows the names of the plain texts that are pasted into the fields of a record system."""

from typing import Annotated

from pydantic import StringConstraints

from config.words import Words

FileWord = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=30)]


class FieldPhrases(Words):
    """What the text of each field is called, in letters that every file system takes.

    `background` is all that leads to the proposal, `rest` what else the house prints (documents,
    attachments, distribution, appeal).
    """

    title: FileWord
    background: FileWord
    proposal: FileWord
    rest: FileWord
