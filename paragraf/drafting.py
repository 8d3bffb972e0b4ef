"""The drafts of a night: what the sources set off is made, what they say otherwise now is made anew."""

from collections.abc import Mapping

from paragraf.bases import MakeBases, bases_maker
from paragraf.laying import Laid, Make, clear_outbox, make_draft, read_records, renew_draft
from paragraf.night import noted
from paragraf.tally import Tally
from paragraf.triggers import Order, find_orders, find_renewals
from paragraf.workshop import Workshop
from records.errors import ConfigError, StoreError
from store.drafts import list_drafts


def lay_drafts(workshop: Workshop, tallies: Mapping[str, Tally]) -> None:
    """Give every home house the drafts that the sources read in this run set off, and that it has not got.

    A draft whose source has changed, and which nobody has taken a stand on, gets a new version. `tallies`
    are those of the sources, by id. What lacks a draft is asked of the store, so that a run that was cut
    off is made good by the next. A draft that cannot be written is an issue of its source.
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


def _draft(workshop: Workshop, order: Order, make_bases: MakeBases, tally: Tally, make: Make) -> None:
    """Make an order's draft; what is wrong with it, its house or its record costs this one alone."""
    try:
        stored = read_records(workshop, order.records)
        with noted(tally, stored[0].url):
            _count(tally, make(workshop, order, stored, make_bases))
    except (ConfigError, StoreError) as error:
        tally.fail(error)


def _count(tally: Tally, laid: Laid | None) -> None:
    """Count a draft that was laid in the run, and tell what is wrong with it."""
    if laid is None or not laid.is_new:
        return
    tally.add("drafts")
    for mistake in laid.mistakes:
        tally.warn(f"{laid.draft.id}: {mistake.describe()}", kind="draft_check")
