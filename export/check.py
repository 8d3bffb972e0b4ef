"""Checks what a draft says, before it is written and again when a clerk has edited it."""

from collections.abc import Iterable, Iterator
from itertools import chain

from config.houses import House
from config.wording import Wording
from export.check_claims import check_claims
from export.check_dates import FindDates, check_dates
from export.check_draft import sheet_of_draft
from export.check_findings import Finding, tell, tell_place
from export.check_leftovers import check_leftovers
from export.check_open import check_gaps, check_leavings
from export.check_order import check_order
from export.check_persons import check_persons
from export.check_points import check_points
from export.check_sheet import Sheet
from export.check_written import sheet_of_written
from export.written import Written
from records.draft import Draft

__all__ = ["FindDates", "Finding", "check_document", "check_draft"]


def check_draft(draft: Draft, house: House, wording: Wording, find_dates: FindDates) -> tuple[Finding, ...]:
    """Return what a draft's data leave to be mended, to be looked at and to be filled in.

    Findings stand in the order of the document, those about all of it first; `find_dates` reads the
    dates of the house's language.
    """
    sheet = sheet_of_draft(draft, house, wording)
    return _in_order(sheet, _check(sheet, find_dates))


def check_document(
    written: Written, draft: Draft | None, house: House, wording: Wording, find_dates: FindDates
) -> tuple[Finding, ...]:
    """Return what a Word file leaves to be mended, to be looked at and to be done before it is sent.

    Without the draft's data nothing can be said of dates that stand in no source and of what a
    precedent left behind; that is a finding too.
    """
    sheet = sheet_of_written(written, draft, house, wording)
    unknown = () if draft else (tell(wording.checks, "no_data", "warning"),)
    return _in_order(sheet, chain(unknown, _check(sheet, find_dates), check_leavings(sheet, written)))


def _check(sheet: Sheet, find_dates: FindDates) -> Iterator[Finding]:
    yield from check_points(sheet)
    yield from check_leftovers(sheet, find_dates)
    yield from check_dates(sheet, find_dates)
    yield from check_order(sheet)
    yield from check_claims(sheet)
    yield from check_persons(sheet)
    yield from check_gaps(sheet)


def _in_order(sheet: Sheet, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    places = [tell_place(sheet.wording.checks, passage) for passage in sheet.passages]
    rank: dict[str, float] = {place: number for number, place in reversed(list(enumerate(places)))}
    for number, passage in enumerate(sheet.passages):
        rank.setdefault(passage.heading or "", number - 0.5)  # what a heading itself lacks goes before
    return tuple(sorted(findings, key=lambda finding: rank.get(finding.where, -1)))
