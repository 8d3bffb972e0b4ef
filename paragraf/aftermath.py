"""After the meeting: what a home council's own minutes made of its drafts, by itself or as a clerk says.

A draft that was decided on is laid beside its item again each night, so that corrected minutes are followed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from config.houses import House
from config.wording import Wording, load_wording
from export.compare import compare_minutes, forms_of
from export.difference import Forms
from export.matter import draft_words, edited_case_number, edited_words
from paragraf.edited import read_edited
from paragraf.linking import Match, Settled, Sought, settle_matters
from paragraf.tally import Tally
from paragraf.workshop import Workshop
from records.aftermath import Aftermath, Minuted
from records.errors import StoreError
from store.aftermaths import OwnItem, list_own_items, read_aftermath, save_aftermath
from store.drafts import StoredDraft, get_draft_data, list_drafts, save_draft_state
from store.records import get_record


@dataclass(frozen=True)
class _Desk:
    """Where one house's drafts are looked at: its words, and the tally that warnings go to."""

    workshop: Workshop
    house: House
    wording: Wording
    forms: Forms
    tally: Tally | None


def link_minutes(workshop: Workshop, tallies: Mapping[str, Tally]) -> None:
    """Link the drafts of every home house to the items that became of them, and keep how they differ.

    `tallies` are those of the sources read in this run, by source id. A clerk's file that cannot be read is
    a warning of the council's own source; its draft is then known by its own words alone.
    """
    for house in workshop.houses:
        drafts = list_drafts(workshop.store, house=house.id)
        waiting = [one for one in drafts if one.state not in ("claimed", "dismissed")]
        if house.council is None or not waiting:
            continue
        own = list_own_items(workshop.store, house.council, min(one.created_at for one in waiting).date())
        tally = next((tallies[item.source_id] for item in own if item.source_id in tallies), None)
        if own:
            _link(_desk(workshop, house, tally), waiting, own)


def link_draft(workshop: Workshop, house: House, stored: StoredDraft, item: OwnItem) -> Aftermath:
    """Link a draft of a house to an item as its clerk says, and return how they differ.

    The draft counts as taken over. Raises StoreError for a draft that says nothing any more, or was only
    begun, and for an item that went away.
    """
    desk = _desk(workshop, house, None)
    sought = _seek(desk, stored)
    told = _tell(desk, sought, Settled(Match(item, 1.0, 1.0, "clerk"))) if sought else None
    if told is None:
        raise StoreError(
            stored.id,
            expected="a draft and an item whose words are both kept",
            found="one of them is gone",
            advice="`paragraf drafts ID` and `paragraf show ID` tell what is kept.",
        )
    told = told.model_copy(update={"refused": _refused(stored, without=told.found)})
    save_draft_state(workshop.store, stored.id, "accepted")
    save_aftermath(workshop.store, stored.id, told, workshop.now())
    return told


def unlink_draft(workshop: Workshop, stored: StoredDraft) -> tuple[Minuted, ...]:
    """Take back what a draft was linked to, or could be, and return it; it is kept from the draft then.

    Raises StoreError for a draft that is linked to nothing.
    """
    before = read_aftermath(stored)
    gone = ((before.found,) if before.found else before.possible) if before else ()
    if not gone:
        raise StoreError(
            stored.id,
            expected="a draft that is linked to an item",
            found="none",
            advice="`paragraf drafts ID --link ITEM` links one.",
        )
    # What an item is called goes with it when it is taken down, also from drafts that are not of it.
    bare = (one.model_copy(update={"title": None, "url": None}) for one in gone)
    told = Aftermath(verdict="possible", refused=(*_refused(stored), *bare))
    save_aftermath(workshop.store, stored.id, told, workshop.now())
    if stored.state == "decided":
        save_draft_state(workshop.store, stored.id, "written")
    return gone


def _refused(stored: StoredDraft, without: Minuted | None = None) -> tuple[Minuted, ...]:
    before = read_aftermath(stored)
    refused = before.refused if before else ()
    return tuple(
        one for one in refused if without is None or (one.item, one.place) != (without.item, without.place)
    )


def _desk(workshop: Workshop, house: House, tally: Tally | None) -> _Desk:
    wording = load_wording(house.language, house.country)
    return _Desk(workshop, house, wording, forms_of(wording.aftermath), tally)


def _link(desk: _Desk, waiting: list[StoredDraft], own: list[OwnItem]) -> None:
    sought = [one for stored in waiting if (one := _seek(desk, stored))]
    settled = dict(settle_matters(sought, own, desk.forms))
    for one in sought:
        told = _tell(desk, one, settled[one.id]) if one.id in settled else _nothing(one)
        if told is not None and told != one.before:
            save_aftermath(desk.workshop.store, one.id, told, desk.workshop.now())


def _nothing(one: Sought) -> Aftermath | None:
    """Return that a draft which could have led to something did not after all, None for any other."""
    if one.before is None or one.before.verdict != "possible":
        return None
    return Aftermath(verdict="possible", refused=one.before.refused)


def _seek(desk: _Desk, stored: StoredDraft) -> Sought | None:
    """Return what a draft's matter is known by, None for a draft whose words are not kept."""
    draft = get_draft_data(desk.workshop.store, stored.id)
    if draft is None:
        return None
    own = draft_words(draft, desk.forms)
    sought = Sought(
        id=stored.id,
        since=desk.workshop.local_day(stored.created_at),
        body=stored.body,
        meeting=stored.meeting_date,
        words=(own,),
        in_hand=stored.state == "accepted",
        before=read_aftermath(stored),
    )
    written = read_edited(desk.workshop, stored, desk.tally)
    if written is None:
        return sought
    edited = edited_words(written, desk.house, desk.wording, desk.forms)
    return replace(
        sought,
        words=(own, edited),
        proposed=edited.proposal,
        case_number=edited_case_number(written, desk.house, desk.wording),
        in_hand=True,
    )


def _tell(desk: _Desk, one: Sought, settled: Settled) -> Aftermath | None:
    """Return what became of a draft, None when draft or item went away meanwhile."""
    match, refused = settled.match, one.before.refused if one.before else ()
    if match is None:
        possible = tuple(_minuted(item) for item in settled.possible)
        return Aftermath(verdict="possible", possible=possible, refused=refused)
    draft = get_draft_data(desk.workshop.store, one.id)
    stored = get_record(desk.workshop.store, match.item.id)
    if draft is None or stored is None or stored.version != match.item.version:
        return None
    found = _minuted(match.item)
    told = compare_minutes(draft, found, stored.record, desk.forms, one.proposed)
    return told.model_copy(update={"by": match.by, "likeness": round(match.likeness, 3), "refused": refused})


def _minuted(item: OwnItem) -> Minuted:
    told = {name: getattr(item, name) for name in Minuted.model_fields if name not in ("item", "place")}
    return Minuted(item=item.id, place=item.position, **told)
