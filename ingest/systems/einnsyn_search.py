"""Knows eInnsyn's search: what it is asked, how its pages follow one another, and what it may have ignored.

The API passes over parameters that it does not know, in silence. So every case that comes back is held
against what was asked: its unit, its day, its place in the order.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from ingest.addresses import absolute_url, host_of
from ingest.systems.base import Discovery, Fetch, Horizon
from ingest.systems.einnsyn_shapes import (
    Enhet,
    Moetemappe,
    Moetesak,
    Paginated,
    read_object,
    told_by,
)
from records.errors import FetchError, ReadError
from records.page import FeedEntry

OSLO = ZoneInfo("Europe/Oslo")
LIMIT = 100
"""Cases on one page of the search; the API gives no more."""
_MOST_PAGES = 500
_LISTED = ("moetemappe", "utvalgObjekt.parent.parent", "journalenhet")
_WHOLE = (
    *_LISTED,
    "innstilling",
    "utredning.saksbeskrivelse",
    "utredning.innstilling",
    "utredning.utredningsdokument.dokumentobjekt",
    "vedtak.vedtakstekst",
    "vedtak.behandlingsprotokoll",
    "vedtak.vedtaksdokument.dokumentobjekt",
    "dokumentbeskrivelse.dokumentobjekt",
)


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked: the meeting cases of a unit (its id or organisation number) since a day.

    `base_id` and `address` are those of the API among the source's bases.
    """

    base_id: str
    address: str
    unit: str
    oldest: dt.date

    @property
    def first(self) -> str:
        """The address of the first page of results, the cases published last first."""
        asked = {"entity": "Moetesak", "administrativEnhet": self.unit}
        if self.oldest > dt.date.min:
            asked["moetedatoFrom"] = self.oldest.isoformat()
        order = {"sortBy": "publisertDato", "sortOrder": "desc", "limit": str(LIMIT)}
        query = urlencode({**asked, **order, "expand": ",".join(_LISTED)}, safe=",")
        return f"{self.address.rstrip('/')}/search?{query}"


@dataclass(slots=True)
class _Seen:
    """What the pages of one search gave so far."""

    entries: dict[str, FeedEntry] = field(default_factory=dict)
    foreign: list[str] = field(default_factory=list)
    early: list[str] = field(default_factory=list)
    undated: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)
    last: dt.datetime | None = None
    ordered: bool = True


def case_address(base: str, case_id: str) -> str:
    """Return the address of one meeting case with everything that it refers to."""
    return f"{base.rstrip('/')}/moetesak/{case_id}?expand={','.join(_WHOLE)}"


def meeting_day(case: Moetesak) -> dt.date | None:
    """Return the day of a case's meeting, as the calendar in Norway has it."""
    meeting = case.moetemappe
    if not isinstance(meeting, Moetemappe) or meeting.moetedato is None:
        return None
    moment = meeting.moetedato
    try:
        return (moment.astimezone(OSLO) if moment.tzinfo else moment).date()
    except OverflowError:  # the calendar's first or last day, which stands for none
        return None


def published_at(case: Moetesak) -> dt.datetime | None:
    """Return when a case was published, aware; a time without zone is Norway's."""
    moment = case.publisert_dato
    return moment.replace(tzinfo=OSLO) if moment and moment.tzinfo is None else moment


def body_name(case: Moetesak) -> str:
    """Return the name of a case's body: its unit's, or what the case itself calls it, be it a code.

    The API puts the publisher in place of a body that it does not know as a unit.
    """
    unit, publisher = case.utvalg_objekt, case.journalenhet
    if not isinstance(unit, Enhet):
        return case.utvalg
    is_publisher = unit.id == (publisher.id if isinstance(publisher, Enhet) else publisher)
    return case.utvalg if is_publisher and case.utvalg else unit.navn or case.utvalg


def find_cases(search: Search, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return the cases that a search finds, those published last first.

    Pages follow until one shows a known case (with `walk` to the end). Raises FetchError or ReadError
    when the first page cannot be read; a later one is a gap.
    """
    seen = _Seen()
    for page in _pages(search.first, fetch, seen):
        cases = [case for item in page.items if (case := _case(item, seen))]
        fresh = [_entry(case, search) for case in cases if _is_asked(case, search, seen)]
        for entry in fresh:
            seen.entries.setdefault(entry.native_id, entry)
        if not horizon.walk and seen.ordered and any(map(horizon.known, fresh)):
            break
    return Discovery(tuple(seen.entries.values()), tuple(_warnings(search, seen)), tuple(seen.gaps))


def _pages(first: str, fetch: Fetch, seen: _Seen) -> Iterator[Paginated]:
    address, asked = first, {first}
    for number in range(_MOST_PAGES):
        try:
            page = read_object(fetch(address), Paginated, "a page of search results")
        except (FetchError, ReadError) as error:
            if not number:
                raise
            seen.gaps.append(f"Cases published before those listed are not shown: {error}")
            return
        yield page
        if page.next is None:
            return
        address = absolute_url(address, page.next)
        if address in asked or host_of(address) != host_of(first):
            seen.gaps.append(f"{first}: the list goes on at {address}, which leads back or elsewhere")
            return
        asked.add(address)
    seen.gaps.append(f"{first}: more than {_MOST_PAGES} pages; the cases published first are not shown")


def _case(item: dict[str, object] | str, seen: _Seen) -> Moetesak | None:
    """Return a result as a case, or None for what is none, cannot be read or was deleted."""
    if isinstance(item, str) or item.get("entity") != "Moetesak":
        seen.foreign.append(item if isinstance(item, str) else str(item.get("id")))
        return None
    try:
        case = Moetesak.model_validate(item)
    except ValidationError as error:
        seen.unreadable.append(f"{item.get('id')}, {told_by(error)}")
        return None
    return None if case.deleted else case


def _is_asked(case: Moetesak, search: Search, seen: _Seen) -> bool:
    """Tell whether a case is of the unit and the days asked, and note where it is not."""
    published = published_at(case)
    if published:
        seen.ordered = seen.ordered and (seen.last is None or published <= seen.last)
        seen.last = published
    day, units = meeting_day(case), _units_of(case)
    if units and search.unit not in units:
        seen.foreign.append(case.id)
    elif day is not None and day < search.oldest:
        seen.early.append(case.id)
    else:
        seen.undated += [case.id] if day is None else []
        return True
    return False


def _entry(case: Moetesak, search: Search) -> FeedEntry:
    return FeedEntry(
        url=case_address(search.address, case.id),
        title=case.offentlig_tittel,
        base_id=search.base_id,
        native_id=case.id,
        body=body_name(case) or None,
        subject=case.offentlig_tittel or None,
        meeting_date=meeting_day(case),
        published=published_at(case),
    )


def _units_of(case: Moetesak) -> set[str]:
    """Return ids and organisation numbers of the units that a case belongs to; none if they are not told.

    An organisation number can only be compared where the units were expanded.
    """
    found: set[str] = set()
    for unit in (case.journalenhet, case.utvalg_objekt):
        while isinstance(unit, Enhet):
            found |= {unit.id, unit.orgnummer or unit.id}
            unit = unit.parent
        if unit:
            found.add(unit)
    return found


def _warnings(search: Search, seen: _Seen) -> Iterator[str]:
    told = (
        (
            seen.foreign,
            f"are no meeting cases of {search.unit}, so they were left out: its filter was ignored",
        ),
        (seen.early, f"have meetings before {search.oldest}, so they were left out: its filter was ignored"),
        (seen.undated, "tell no day of a meeting"),
        (seen.unreadable, "cannot be read"),
    )
    for ids, what in told:
        if ids:
            yield f"{search.first}: {len(ids)} results (such as {ids[0]}) {what}"
    if not seen.ordered:
        yield f"{search.first}: the results are not in the order asked for, so all were looked through"
