"""How a draft comes to lie in the outbox: claimed, written, laid, saved; cut off at any point, made again."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.codes import load_codes
from config.houses import House, template_path
from config.wording import Wording, load_wording
from export.basis import Basis
from export.check import Finding, check_draft
from export.draft import draft_precedents, draft_programme
from export.fields import render_fields
from export.outbox import draft_place, sweep_outbox, write_draft
from export.template import Template, open_template
from export.versions import is_same, tell_changes, without_changes
from export.word import render_draft
from paragraf.bases import MakeBases, bases_maker
from paragraf.draft_check import date_finder
from paragraf.night import noted
from paragraf.outbox_lock import outbox_lock
from paragraf.tally import Tally
from paragraf.triggers import Order, find_orders, find_renewals
from paragraf.workshop import Workshop
from records.draft import Draft, Trigger, TriggerKind
from records.errors import Busy, ConfigError, DraftError, StoreError
from store.drafts import (
    Claim,
    StoredDraft,
    claim_draft,
    claim_version,
    forget_claims,
    get_draft,
    get_draft_data,
    list_drafts,
    release_draft,
    save_draft,
)
from store.records import StoredRecord, require_record

_PRECEDENTS: frozenset[TriggerKind] = frozenset({"due_again", "asked"})
"""Triggers whose drafts carry earlier decisions over; the others tell of what somebody has published."""


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


def draft_new_programmes(workshop: Workshop, tallies: Mapping[str, Tally]) -> None:
    """Give every home house the drafts that the sources read in this run set off, and that it has not got.

    A draft whose source has changed, and which nobody has taken a stand on, gets a new version.

    `tallies` are those of the sources, by id. What lacks a draft is asked of the store, so that a run that
    was cut off is made good by the next. A draft that cannot be written is an issue of its source.
    """
    if not workshop.houses:
        return
    clear_outbox(workshop)
    made = {draft.id for draft in list_drafts(workshop.store) if draft.state != "claimed"}
    make_bases = bases_maker(workshop)
    for order in find_orders(workshop, tallies.keys()):
        if order.source_id and order.draft_id() not in made:
            _draft(workshop, order, make_bases, tallies[order.source_id], make_draft)
    for order in find_renewals(workshop, tallies.keys()):
        if order.source_id:
            _draft(workshop, order, make_bases, tallies[order.source_id], renew_draft)


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


def _draft(workshop: Workshop, order: Order, make_bases: MakeBases, tally: Tally, make: Make) -> None:
    """Make an order's draft; what is wrong with it, its house or its record costs this one alone."""
    try:
        stored = read_records(workshop, order.records)
        with noted(tally, stored[0].url):
            count_draft(tally, make(workshop, order, stored, make_bases))
    except (ConfigError, StoreError) as error:
        tally.fail(error)


def count_draft(tally: Tally, laid: Laid | None) -> None:
    """Count a draft that was laid in the run, and tell what is wrong with it."""
    if laid is None or not laid.is_new:
        return
    tally.add("drafts")
    for mistake in laid.mistakes:
        tally.warn(f"{laid.draft.id}: {told_of(mistake)}", kind="draft_check")


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

    The version before stays where it is.
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
            newer = None if older and is_same(older, draft) else _numbered(older, draft, number, order)
        if newer is None and older is not None:
            return _kept(workshop, order, kept, older)
        return _lay(workshop, order, newer or draft)


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


def compose(order: Order, trigger: Trigger, bases: Sequence[Basis]) -> Draft:
    """Return what the draft of an order says. Raises DraftError when the house has no wording for it."""
    house, wording = order.house, wording_of(order)
    told = (house, wording, names_in(house.language), trigger, order.occasion)
    if order.kind in _PRECEDENTS:
        return draft_precedents(bases, *told)
    return draft_programme(bases[0], *told)


def wording_of(order: Order) -> Wording:
    """Return the wording of an order's house."""
    return load_wording(order.house.language, order.house.country)


def names_in(language: str) -> dict[str, str]:
    """Return the names of topic, audience and format codes in a language."""
    codes = load_codes()
    listed = (codes.topics, codes.audiences, codes.formats)
    return {code: names.in_language(language) for table in listed for code, names in table.items()}


def _lay(workshop: Workshop, order: Order, draft: Draft) -> Laid:
    """Write a claimed draft into the outbox and note where it lies.

    A new version lies by the old one, though its first page quotes what the old one was made from, too.
    Once it is written, the claim stays whatever happens: the next run makes the same bytes, and finds them.
    """
    house, wording, outbox = order.house, wording_of(order), workshop.settings.outbox
    with _given_up_in_need(workshop, draft.id):
        found = check_draft(draft, house, wording, date_finder(house.language))
        content = render_draft(draft, wording, _template_of(house))
        fields = {f"{name}.txt": text.encode() for name, text in render_fields(draft, wording).items()}
        path = write_draft(content, outbox / draft_place(without_changes(draft), wording), fields)
    place = path.relative_to(outbox).as_posix()
    save_draft(workshop.store, draft, place, hashlib.sha256(content).hexdigest(), workshop.now())
    return Laid(draft, path, True, tuple(each for each in found if each.severity == "error"))


def told_of(mistake: Finding) -> str:
    """Return a mistake in one line: where, the words that it is about, and what is wrong."""
    return " ".join(
        filter(None, (f"{mistake.where}:", mistake.quote and f"“{mistake.quote}”", mistake.message))
    )


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
