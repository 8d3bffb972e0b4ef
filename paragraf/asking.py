"""When a clerk asks for a draft: for which house, body and meeting, from which programmes or items."""

import datetime as dt
from dataclasses import dataclass

from config.houses import load_house
from export.basis import Occasion
from paragraf.bases import bases_maker
from paragraf.laying import Laid, clear_outbox, make_draft, read_records, renew_draft
from paragraf.triggers import Order
from paragraf.workshop import Workshop
from records.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Asked:
    """What a clerk asks for, in the words of the command line.

    `house` and `records` are ids, of programmes or items; `body` is the id, name or abbreviation of one of
    the house's, `meeting` an ISO day.
    """

    house: str
    records: tuple[str, ...]
    body: str | None = None
    meeting: str | None = None


def ask_draft(workshop: Workshop, asked: Asked) -> Laid:
    """Make the draft that a clerk asks for, and return it; asked again, a new version if it reads otherwise.

    Raises ConfigError for an unknown house or body, or for what is no day, StoreError for an id that
    nothing has, DraftError and Busy when the draft cannot be written.
    """
    order = _order(asked)
    stored, make_bases = read_records(workshop, order.records), bases_maker(workshop)
    clear_outbox(workshop)
    laid = make_draft(workshop, order, stored, make_bases)
    return laid or renew_draft(workshop, order, stored, make_bases)


def _order(asked: Asked) -> Order:
    """Return the order that a clerk places. The same draft is meant by the same ids, in whatever order."""
    house = load_house(asked.house)
    if not asked.records:
        advice = "`paragraf search` lists ids."
        raise ConfigError("--from", expected="ids of programmes or items", found="none", advice=advice)
    names = tuple(dict.fromkeys(asked.records))
    body = house.find_body(asked.body) if asked.body else None
    day = _day(asked.meeting) if asked.meeting else None
    key = (body.id if body else "", day.isoformat() if day else "", *sorted(names))
    return Order(house, "asked", " ".join(key), names, occasion=Occasion(body, day))


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise ConfigError("--meeting", expected="a day like 2026-12-14", found=text) from error
