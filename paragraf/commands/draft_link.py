"""`paragraf drafts ID --link ITEM`: a clerk says which item of the own council's a draft led to."""

from collections.abc import Sequence

from config.houses import House, load_house
from export.text import fold
from paragraf.aftermath import link_draft, unlink_draft
from paragraf.commands.draft_show import run_draft_show
from paragraf.console import out
from paragraf.draft_states import find_shown
from paragraf.workshop import Workshop, open_begun
from records.errors import StoreError
from store.aftermaths import OwnItem, get_own_items, read_aftermath
from store.drafts import StoredDraft
from store.records import get_record

_SHOWN = 20
"""So many decisions of an item are listed to choose from."""


def run_draft_link(name: str, item: str) -> int:
    """Link a draft to an item, print what became of it as for any other; return 0.

    `item` is the id of an item or of its programme, with "#2" behind it for its second decision. Raises
    StoreError for a draft or an item that is not there, that another council handled, or that is several.
    """
    with open_begun() as workshop:
        draft = find_shown(workshop.store, workshop.settings.outbox, name).draft
        house = load_house(draft.house)
        link_draft(workshop, house, draft, _find_item(workshop, house, draft, item))
    return run_draft_show(draft.id)


def run_draft_unlink(name: str) -> int:
    """Take back what a draft was linked to, or could be, and keep that from it; return 0.

    Raises StoreError for a draft that is not there, or is linked to nothing.
    """
    with open_begun() as workshop:
        draft = find_shown(workshop.store, workshop.settings.outbox, name).draft
        gone = unlink_draft(workshop, draft)
    for one in gone:
        out().print(f"{draft.id}: not {one.item}", markup=False)
    return 0


def _find_item(workshop: Workshop, house: House, draft: StoredDraft, told: str) -> OwnItem:
    name, _, number = told.partition("#")
    own = _decisions(workshop, house, draft, name)
    chosen = [one for one in own if str(one.position + 1) == number] if number else _likely(draft, own)
    if len(chosen) == 1:
        return chosen[0]
    listed = "; ".join(f"{name}#{one.position + 1} {fold(one.title or '')}".strip() for one in own[:_SHOWN])
    raise StoreError(
        told,
        expected=f"one of the item's {len(own)} decisions",
        found="none of that number" if number else "no number of one",
        advice=f"Name it so: {listed}",
    )


def _decisions(workshop: Workshop, house: House, draft: StoredDraft, name: str) -> list[OwnItem]:
    """Return what an item of the house's own council decided, or is to decide."""
    council, stored = house.council, get_record(workshop.store, name)
    own = get_own_items(workshop.store, council, stored.item_id) if council and stored else []
    if own:
        return own
    raise StoreError(
        name,
        expected=f"the id of an item of a meeting of {council or 'a council, and the house names none'}",
        found=f"what {stored.council.name} has published" if stored else "nothing of that id",
        advice=f"`paragraf drafts {draft.id}` lists what it could be, `paragraf search` finds others.",
    )


def _likely(draft: StoredDraft, own: Sequence[OwnItem]) -> Sequence[OwnItem]:
    """Return the decisions of an item that the draft could be of; all, where nothing tells them apart."""
    before = read_aftermath(draft)
    possible = {(one.item, one.place) for one in before.possible} if before else set()
    return [one for one in own if (one.id, one.position) in possible] or own
