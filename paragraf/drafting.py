"""When a draft is made: a watched source has a programme that a home house has no draft of."""

import hashlib
from collections.abc import Mapping

from config.codes import load_codes
from config.houses import House
from config.wording import load_wording
from export.basis import Basis
from export.draft import draft_programme
from export.outbox import draft_name, sweep_outbox, write_draft
from export.word import render_draft
from paragraf.tally import Tally
from paragraf.workshop import Workshop
from records.draft import Draft, Trigger, draft_id
from records.errors import DraftError
from store.drafts import Claim, claim_draft, forget_claims, list_drafts, release_draft, save_draft
from store.filters import Query
from store.records import StoredRecord, get_record
from store.search import ProgrammeRow, search_programmes


def draft_new_programmes(workshop: Workshop, tallies: Mapping[str, Tally]) -> None:
    """Give every home house a draft of each watched programme that it has none of.

    `tallies` are those of the sources read in this run, by source id. What lacks a draft is asked of
    the store, so that a run that was cut off between record and draft is made good by the next.
    A draft that cannot be written is an issue of its programme's source.
    """
    if not workshop.houses:
        return
    sweep_outbox(workshop.settings.outbox)
    forget_claims(workshop.store)
    made = {(draft.house, draft.record) for draft in list_drafts(workshop.store) if draft.state != "claimed"}
    for row in search_programmes(workshop.store, Query(limit=None)):
        tally = tallies.get(row.source_id)
        if tally is None or not _is_watched(workshop, row):
            continue
        for house in workshop.houses:
            if house.council != row.council and (house.id, row.id) not in made:
                _draft(workshop, house, row.id, tally)


def _is_watched(workshop: Workshop, row: ProgrammeRow) -> bool:
    """Tell whether a programme starts drafts: not one that only reports what took place."""
    watch = workshop.settings.drafts.watch
    return row.kind != "report" and (not watch or row.source_id in watch)


def _trigger(stored: StoredRecord) -> Trigger:
    """Return what sets a draft off, dated to when the programme was first seen.

    So a run that was cut off between file and row makes the same bytes again, and no second file.
    """
    return Trigger(kind="watched", key=stored.id, made_at=stored.first_seen)


def _draft(workshop: Workshop, house: House, programme: str, tally: Tally) -> None:
    stored = get_record(workshop.store, programme)
    if stored is None or stored.programme is None:
        return  # replaced by another run since it was listed
    trigger = _trigger(stored)
    own = draft_id(house.id, trigger)
    claim = Claim(own, trigger.kind, house.id, house.language, _title(stored), programme)
    claimed = claim_draft(workshop.store, claim, workshop.now())
    if claimed is None:
        return
    try:
        draft, path, digest = _write(workshop, house, stored, stored.programme, trigger)
    except DraftError as error:
        release_draft(workshop.store, claimed)
        tally.fail(error, stored.url)
        return
    save_draft(workshop.store, draft, path, digest, workshop.now())
    tally.add("drafts")


def _write(
    workshop: Workshop, house: House, stored: StoredRecord, programme: int, trigger: Trigger
) -> tuple[Draft, str, str]:
    """Write a programme's draft; return it, its path below the outbox and the digest of its bytes."""
    wording = load_wording(house.language, house.country)
    draft = draft_programme(
        Basis(stored.id, stored.record, programme), house, wording, _names(house.language), trigger
    )
    content = render_draft(draft, wording)
    path = write_draft(content, workshop.settings.outbox / house.id / draft_name(draft))
    return draft, str(path.relative_to(workshop.settings.outbox)), hashlib.sha256(content).hexdigest()


def _title(stored: StoredRecord) -> str:
    programme = stored.own_programme
    return (programme.title if programme else None) or stored.title or stored.id


def _names(language: str) -> dict[str, str]:
    codes = load_codes()
    listed = (codes.topics, codes.audiences, codes.formats)
    return {code: names.in_language(language) for table in listed for code, names in table.items()}
