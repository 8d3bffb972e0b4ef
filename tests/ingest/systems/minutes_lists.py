"""A made-up council that lists whole minutes on a page of its site."""

from ingest.systems import listing
from ingest.systems.base import Horizon
from records.council import Base, Body, Council, Source
from records.page import FeedEntry
from tests.ingest.systems.pages import Site

HOST = "https://algmo.example"
LIST = f"{HOST}/politik/protokoll"
SOURCE = Source(
    id="algmo",
    system="listing",
    council=Council(name="Älgmo kommun", country="SE"),
    language="sv",
    bases=(Base(id="main", url=f"{HOST}/"),),
    pages=(LIST,),
    bodies=(Body(name="Kommunstyrelsen", aliases=("KS",)),),
)
MINUTES = "Sammanträdesprotokoll\n\nKommunstyrelsen\n\n§ 1 Val av justerare"


def link(day: str, more: str = "") -> str:
    """Return a link to the minutes of a day."""
    return f"<li><a href='/filer/ks-{day}.pdf'>Protokoll KS {day}</a>{more}</li>"


def found(markup: str, source: Source = SOURCE) -> list[FeedEntry]:
    """Return what one list page offers."""
    return list(listing.discover(source, Site({LIST: markup}).fetch, Horizon()).entries)


def known_in(*days: str) -> Horizon:
    """Return a horizon to which the minutes of some days are known."""
    return Horizon(known=lambda entry: str(entry.meeting_date) in days)
