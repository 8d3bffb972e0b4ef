"""How it stands with a draft: what the store knows of it, and what became of its file in the outbox."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from paragraf.edited import is_changed, moved_file
from records.errors import StoreError
from store.database import Store
from store.drafts import StoredDraft, list_drafts

State = Literal["begun", "written", "edited", "missing", "accepted", "dismissed", "decided"]
"""begun: a program is at it, or died; edited: the file is no longer as it was written; missing: it is no
longer in the house's folder; accepted and dismissed: a clerk said so; decided: a meeting has been at it."""
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class Shown:
    """A draft with its state and where its file lies, or lay."""

    draft: StoredDraft
    state: State
    path: Path | None


def list_shown(store: Store, outbox: Path, house: str | None = None, state: str | None = None) -> list[Shown]:
    """Return the drafts, newest first: all, or those of a house or in a state."""
    shown = (show(draft, outbox) for draft in list_drafts(store, house=house))
    return [one for one in shown if state in (None, one.state)]


def find_shown(store: Store, outbox: Path, name: str) -> Shown:
    """Return the draft of that id, or whose id's digits begin so, as a file's name ends.

    Raises StoreError when there is none, or several.
    """
    drafts = list_drafts(store)
    found = [one for one in drafts if one.id == name] or [
        one for one in drafts if name and one.id.rpartition("-")[2].startswith(name)
    ]
    if len(found) != 1:
        raise StoreError(
            name,
            expected="the id of a draft, or the digits that its file's name ends with",
            found="several" if found else "none",
            advice="`paragraf drafts` lists them.",
        )
    return show(found[0], outbox)


def show(draft: StoredDraft, outbox: Path) -> Shown:
    """Return a draft with its state. What a meeting or a clerk said goes before what the file tells."""
    path = moved_file(outbox, draft) or (outbox / draft.path if draft.path else None)
    if draft.state == "claimed" or path is None:
        return Shown(draft, "begun", None)
    if draft.state != "written":
        return Shown(draft, draft.state, path)
    return Shown(draft, _state_of(path, draft.digest), path)


def _state_of(path: Path, digest: str | None) -> State:
    if not path.is_file():
        return "missing"
    return "edited" if is_changed(path, digest) else "written"
