"""What sets drafts off in a night: own decisions that fall due, own pages undecided, news of others."""

import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from config.houses import House
from config.terms import load_terms
from export.basis import UNKNOWN, Occasion
from paragraf.due import find_due
from paragraf.undecided import find_undecided, is_over
from paragraf.workshop import Workshop
from records.draft import Trigger, TriggerKind, draft_id
from store.councils import fold_name
from store.drafts import get_draft_data, list_draft_records
from store.filters import Query
from store.ids import item_of
from store.records import get_record
from store.resting import list_outdated
from store.search import ProgrammeRow, search_programmes
from store.trainings import Training, list_trainings


@dataclass(frozen=True, slots=True)
class Order:
    """A draft that is wanted: for which house and meeting, why, and from which programmes or items.

    `key` names what set it off: one key of a kind gives a house one draft. `records` are ids, the first is
    what set it off. `source_id` is the source that errors are told of.
    """

    house: House
    kind: TriggerKind
    key: str
    records: tuple[str, ...]
    source_id: str | None = None
    occasion: Occasion = UNKNOWN

    def trigger(self, made_at: dt.datetime) -> Trigger:
        """Return the trigger, as pulled at a moment."""
        return Trigger(kind=self.kind, key=self.key, made_at=made_at)

    def draft_id(self) -> str:
        """Return the id of the one draft that the order gives."""
        return draft_id(self.house.id, self.trigger(dt.datetime.min.replace(tzinfo=dt.UTC)))


def find_orders(workshop: Workshop, sources: Collection[str]) -> Iterator[Order]:
    """Yield what the home houses are to get from these sources, whether they have it already or not."""
    published = search_programmes(workshop.store, Query(limit=None)) if workshop.houses else []
    for house in workshop.houses:
        for order in (*_own_orders(workshop, house), *_watched(workshop, house, published)):
            if order.source_id in sources:
                yield order


def find_renewals(workshop: Workshop, sources: Collection[str]) -> Iterator[Order]:
    """Yield the orders of drafts whose sources say something else now: minutes have followed an agenda.

    Not of those that a clerk has asked for, accepted or put away, or that a meeting has decided upon.
    """
    houses = {house.id: house for house in workshop.houses}
    for draft in list_outdated(workshop.store):
        data = get_draft_data(workshop.store, draft.id) if draft.house in houses else None
        record = get_record(workshop.store, draft.record or "")
        if data is None or record is None or data.trigger.kind == "asked" or record.source_id not in sources:
            continue
        others = (name for name in list_draft_records(workshop.store, draft.id) if name != record.id)
        told = data.trigger.kind, data.trigger.key, (record.id, *others), record.source_id
        yield Order(houses[draft.house], *told)


def _own_orders(workshop: Workshop, house: House) -> Iterator[Order]:
    """Yield what a council's own decisions and pages set off."""
    if house.council is None:
        return
    settings, today = workshop.settings.drafts, workshop.today
    trainings = list_trainings(workshop.store, house.council)
    for due in find_due(trainings, load_terms(), settings, today, house.language):
        name = due.training.id
        records = (name, *_beside(due.training, trainings))
        yield Order(house, "due_again", f"{name}@{due.round}", records, due.training.source_id)
    for page in find_undecided(trainings, today):
        yield Order(house, "undecided", page.id, (page.id,), page.source_id)


def _beside(training: Training, trainings: list[Training]) -> Iterator[str]:
    """Yield the other programmes of the same item: what is decided again is the whole of it."""
    for other in trainings:
        if other.id != training.id and other.kind != "report" and item_of(other.id) == item_of(training.id):
            yield other.id


def _watched(workshop: Workshop, house: House, published: list[ProgrammeRow]) -> Iterator[Order]:
    """Yield the programmes of others that are watched, but reports and what is over."""
    own, watch, today = fold_name(house.council or ""), workshop.settings.drafts.watch, workshop.today
    for row in published:
        days = (row.first_date, row.last_date) if row.first_date and row.last_date else None
        is_watched = not watch or row.source_id in watch
        if is_watched and row.kind != "report" and fold_name(row.council) != own and not is_over(days, today):
            yield Order(house, "watched", row.id, (row.id,), row.source_id)
