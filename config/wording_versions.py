"""Knows the words for a draft's place in the outbox, and for what changed since an earlier version of it."""

from typing import Annotated

from pydantic import StringConstraints

from config.wording_slots import exactly
from config.words import Words

Folder = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=24)]
"""A name for a folder in letters that every file system takes."""


class VersionPhrases(Words):
    """What a newer version of a draft says of an older one, and `no_meeting`, the folder of undated drafts.

    `title` heads the list of changes. Each names the `place` (a heading): lines that came, that went, and
    that read otherwise now. `more` tells how many are not listed, `same` stands for a list without any.
    """

    no_meeting: Folder
    title: Annotated[str, exactly("number")]
    added: Annotated[str, exactly("place", "now")]
    removed: Annotated[str, exactly("place", "before")]
    changed: Annotated[str, exactly("place", "before", "now")]
    head: str
    more: Annotated[str, exactly("count")]
    same: str
