"""How a draft comes to lie in the outbox: claimed, written, laid, saved; cut off at any point, made again."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.houses import House, template_path
from export.check import Finding, check_draft
from export.fields import render_fields
from export.outbox import draft_place, sweep_outbox, write_draft
from export.template import Template, open_template
from export.versions import is_same, tell_changes, without_changes
from export.word import render_draft
from paragraf.bases import MakeBases
from paragraf.composing import compose, wording_of
from paragraf.draft_check import date_finder
from paragraf.outbox_lock import outbox_lock
from paragraf.triggers import Order
from paragraf.workshop import Workshop
from records.draft import Draft
from records.errors import Busy, DraftError
from store.drafts import (
    Claim,
    StoredDraft,
    claim_draft,
    claim_version,
    forget_claims,
    get_draft,
    get_draft_data,
    release_draft,
    save_draft,
)
from store.records import StoredRecord, require_record


@dataclass(frozen=True, slots=True)
class Laid:
    """A draft that lies in the outbox; `is_new` is False for one that lay there already.

    `mistakes` are what the checks found wrong with a new one, in the language of its house.
    """

    draft: Draft
    path: Path
    is_new: bool
    mistakes: tuple[Finding, ...] = ()


Make = Callable[[Workshop, Order, Sequence[StoredRecord], MakeBases], Laid | None]
"""Lays an order's draft into the outbox, None when there is nothing to be laid."""


def clear_outbox(workshop: Workshop) -> None:
    """Take away what programs that died have left in the outbox, and free what they had claimed.

    What cannot be taken away harms nothing: the drafts themselves are issues then.
    """
    outbox = workshop.settings.outbox
    try:
        with outbox_lock(outbox):
            sweep_outbox(outbox)
            forget_claims(workshop.store)
    except (Busy, DraftError):
        return


def read_records(workshop: Workshop, names: Sequence[str]) -> tuple[StoredRecord, ...]:
    """Return the records of programmes or items, in the order of their ids.

    Raises StoreError for an id that nothing has.
    """
    return tuple(require_record(workshop.store, name) for name in names)


def make_draft(
    workshop: Workshop, order: Order, stored: Sequence[StoredRecord], make_bases: MakeBases
) -> Laid | None:
    """Write the draft of an order unless it was written before, and return it; None when it was.

    Raises DraftError when it cannot be written, after giving the claim up, and Busy when the outbox is held.
    """
    store, name = workshop.store, order.draft_id()
    first, *others = order.records
    told = (order.kind, order.house.id, order.house.language, _title(stored[0]))
    with outbox_lock(workshop.settings.outbox):
        begun = claim_draft(store, Claim(name, *told, first, tuple(others)), workshop.now())
        if begun is None:
            return None
        with _given_up_in_need(workshop, name):
            draft = compose(
                order, order.trigger(begun), [basis for each in stored for basis in make_bases(each)]
            )
        return _lay(workshop, order, draft)


def renew_draft(
    workshop: Workshop, order: Order, stored: Sequence[StoredRecord], make_bases: MakeBases
) -> Laid:
    """Write a new version of an order's draft if it would read otherwise now, and return what lies there.

    One that somebody asks for gets a new version, too, when the house's template has changed. The version
    before stays where it is.
    Raises DraftError when it cannot be written, and Busy when another program is at it.
    """
    store, name = workshop.store, order.draft_id()
    with outbox_lock(workshop.settings.outbox):
        kept, older = get_draft(store, name), get_draft_data(store, name)
        is_written = kept is not None and kept.state != "claimed"
        number = claim_version(store, name, workshop.now()) if is_written else None
        if kept is None or number is None:
            advice = "Ask again when it has ended; a claim of one that died lapses in ten minutes."
            raise Busy(
                name, expected="a draft that nobody writes", found="another program at it", advice=advice
            )
        with _given_up_in_need(workshop, name):
            trigger = older.trigger if older else order.trigger(kept.created_at)
            draft = compose(order, trigger, [basis for each in stored for basis in make_bases(each)])
            stays = older and is_same(older, draft) and not _looks_otherwise(workshop, order, kept, older)
            newer = None if stays else _numbered(older, draft, number, order)
        if newer is None and older is not None:
            return _kept(workshop, order, kept, older)
        return _lay(workshop, order, newer or draft)


def _looks_otherwise(workshop: Workshop, order: Order, kept: StoredDraft, draft: Draft) -> bool:
    """Tell whether a draft that is asked for again lies there on other paper than the house has now."""
    if order.kind != "asked" or not (workshop.settings.outbox / (kept.path or "")).is_file():
        return False
    return hashlib.sha256(_render(order, draft)).hexdigest() != kept.digest


def _render(order: Order, draft: Draft) -> bytes:
    return render_draft(draft, wording_of(order), _template_of(order.house))


def _numbered(older: Draft | None, draft: Draft, number: int, order: Order) -> Draft:
    newer = draft.model_copy(update={"version": number})
    return tell_changes(older, newer, wording_of(order)) if older else newer


def _kept(workshop: Workshop, order: Order, kept: StoredDraft, draft: Draft) -> Laid:
    """Return the draft that lies in the outbox; one that was taken away is laid there again if asked for."""
    path = workshop.settings.outbox / (kept.path or "")
    if order.kind == "asked" and not path.is_file():
        return _lay(workshop, order, draft)
    release_draft(workshop.store, kept.id)
    return Laid(draft, path, is_new=False)


def _lay(workshop: Workshop, order: Order, draft: Draft) -> Laid:
    """Write a claimed draft into the outbox and note where it lies.

    A new version lies by the old one, though its first page quotes what the old one was made from, too.
    Once it is written, the claim stays whatever happens: the next run makes the same bytes, and finds them.
    """
    house, wording, outbox = order.house, wording_of(order), workshop.settings.outbox
    with _given_up_in_need(workshop, draft.id):
        found = check_draft(draft, house, wording, date_finder(house.language))
        content = _render(order, draft)
        fields = {f"{name}.txt": text.encode() for name, text in render_fields(draft, wording).items()}
        path = write_draft(content, outbox / draft_place(without_changes(draft), wording), fields)
    place = path.relative_to(outbox).as_posix()
    save_draft(workshop.store, draft, place, hashlib.sha256(content).hexdigest(), workshop.now())
    return Laid(draft, path, True, tuple(each for each in found if each.severity == "error"))


def _template_of(house: House) -> Template | None:
    place = template_path(house)
    return open_template(place) if place else None


@contextmanager
def _given_up_in_need(workshop: Workshop, draft: str) -> Iterator[None]:
    """Give the claim of a draft up when the block fails, so that the next run makes it."""
    try:
        yield
    except BaseException:
        release_draft(workshop.store, draft)
        raise


def _title(stored: StoredRecord) -> str:
    programme = stored.own_programme
    return (programme.title if programme else None) or stored.title or stored.id
