"""What can be wrong with a store, as a doctor tells it."""

from dataclasses import dataclass
from typing import Literal

FaultKind = Literal[
    "database",  # the database's own check found something
    "row_dangling",  # a row names another that is not there
    "version_missing",  # an item without its newest version
    "rows_stale",  # decisions or programmes that are not those of the record
    "index_stale",  # an item that is found by other words than its own, or by none
    "record_unreadable",  # a record in a shape that this release cannot read
    "page_missing",
    "page_damaged",
    "page_found",  # the file of a page that was lost is back
    "file_orphan",  # a page file that no row names
    "file_leftover",  # what a killed program had begun to write
    "discard",  # a page file that was to be removed and is still there
    "claim_forgotten",  # a draft that was begun by a program that died
    "draft_missing",  # a draft's document is no longer in the outbox
]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that database and folder do not agree on.

    `where` names the file, item or draft; `key` is what a repair finds it by. `lasting` ones are told,
    but not mended: a person has to.
    """

    kind: FaultKind
    where: str
    message: str
    key: tuple[str | int, ...] = ()
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Mended:
    """What a repair did about a fault."""

    fault: Fault
    done: str
