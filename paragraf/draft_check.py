"""Checks a Word file as a clerk left it: finds the draft's data and its house, and reads its dates."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from config.houses import House, house_ids, load_house
from config.languages import load_language
from config.settings import load_settings
from config.wording import Wording, load_wording
from export.check import FindDates, Finding, check_document
from export.check_written import count_known_headings
from export.written import Written, read_written
from extract.dates import scan_dates
from paragraf.workshop import open_workshop
from records.dates import DateFinding
from records.draft import Draft
from records.errors import DraftError
from store.drafts import get_draft_data
from store.facts import missing_database

DraftData = Callable[[str], Draft | None]
"""Returns a draft's data by its id, None where they are not kept."""

_FEWEST_HEADINGS = 2


def check_file(path: Path, house: str | None, draft_data: DraftData) -> tuple[tuple[Finding, ...], Wording]:
    """Return what the checks find in a Word file, and the wording that they are told in.

    `house` is the id of the house whose rules hold, None for the draft's own, or else the one whose
    headings stand in the file. Raises DraftError for a file that cannot be read or is nobody's.
    """
    written = read_written(path)
    draft = draft_data(written.draft) if written.draft else None
    chosen = load_house(house) if house else _house_of(written, draft)
    wording = load_wording(chosen.language, chosen.country)
    own = draft if draft and draft.language == chosen.language else None
    return check_document(written, own, chosen, wording, date_finder(chosen.language)), wording


def date_finder(language: str) -> FindDates:
    """Return what finds the dates of a text by a language's words, as far as they tell them."""
    words = load_language(language).dates

    def find(text: str) -> Sequence[DateFinding]:
        return [found.value for found in scan_dates(text, words)]

    return find


@contextmanager
def kept_drafts() -> Iterator[DraftData]:
    """Yield what returns drafts' data, None without a database. Raises StoreError as `open_store`."""
    if missing_database(load_settings().database_url):
        yield lambda _: None
        return
    with open_workshop() as workshop:
        yield lambda draft: get_draft_data(workshop.store, draft)


def _house_of(written: Written, draft: Draft | None) -> House:
    """Return the house of a file: the draft's, the one that its id names, or one with its headings."""
    known = house_ids()
    for named in (draft.house if draft else None, (written.draft or "").rpartition("-")[0]):
        if named in known and named:
            return load_house(named)
    homes = load_settings().drafts.houses
    houses = [load_house(house) for house in (*homes, *(each for each in known if each not in homes))]
    counts = [
        count_known_headings(written, house, load_wording(house.language, house.country)) for house in houses
    ]
    best = max(counts, default=0)
    if best < _FEWEST_HEADINGS:
        raise DraftError(
            written.path,
            expected="a draft with the headings of one of the houses",
            found="no draft's id, and headings of none of them",
            advice="Name the house, as in --house ID; `paragraf house list` lists them.",
        )
    return houses[counts.index(best)]
