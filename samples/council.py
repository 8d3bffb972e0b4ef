"""Knows the files of a made-up council: its source, its site, its meetings and pages."""

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict

from records.council import Source

Generation = Literal["classic", "responsive", "static"]
PartName = Literal[
    "front",
    "case",
    "title",
    "line",
    "section",
    "history",
    "preparers",
    "text",
    "presenter",
    "proposal",
    "handling",
    "decision",
    "told",
]
State = Literal["agenda", "minutes"]


class Strict(BaseModel):
    """A table of a council's files: immutable, with no keys but the declared ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Charset(Strict):
    """What the bytes are in, and what HTTP header and `<meta>` claim; an empty claim is left out."""

    encoding: str = "utf-8"
    header: str = "utf-8"
    meta: str = "utf-8"


class Feed(Strict):
    """How the feed's bytes look where installations differ.

    `wide` tells how characters beyond Latin-1 are written: as windows-1252 bytes or as entities;
    "named" writes every character beyond ASCII as an entity. `amp` writes the links' ampersands
    escaped inside CDATA. `swapped` puts the links' `id=` before `page=`. `repeated` are item ids
    that stand in the feed twice.
    """

    wide: Literal["cp1252", "entity", "named"] = "cp1252"
    amp: bool = False
    swapped: bool = False
    repeated: tuple[str, ...] = ()


class Layout(Strict):
    """In which order an item's parts are printed, and under which labels.

    `line` is the pattern of the line that names body, date and section. `presenter` tells where the
    presenter stands: in a part of his own, after the proposal's label, or as that label. `colon`
    ends each label with one; `inline` puts a label on the line of its text. `upper` prints the body
    in capitals in page heads. `bare_number` prints an agenda item's number where minutes have the §.
    """

    order: tuple[PartName, ...]
    labels: dict[PartName, str] = {}
    line: str = "{body} {date} § {section}"
    presenter: Literal["part", "after_label", "label"] = "part"
    colon: bool = False
    inline: bool = True
    upper: bool = False
    bare_number: bool = False


class Listing(Strict):
    """How a site lists whole minutes, and how it prints them.

    `path` is that of the list of one `{year}`; `parts` how many meetings each part of it shows (0: all in
    one). `form` is what minutes are: PDF files of SiteVision, or pages. `item` heads each item of the
    minutes with its `{section}` and `{year}`, `case` stands before its case number. `reader` and `key`
    are what addresses of Netpublicator name.
    """

    path: str = "/{year}"
    parts: int = 0
    form: Literal["pdf", "html"] = "pdf"
    item: str = "§ {section}"
    case: str = ""
    reader: str = ""
    key: str = ""


class Site(Strict):
    """How the council's server answers; `prefix` is its path on the sample server.

    `language` picks the words that the record system prints around the items.
    """

    prefix: str
    cgi: str = "/cgi/DREQUEST.PHP"
    generation: Generation = "classic"
    language: Literal["fi", "sv"] = "fi"
    charset: Charset = Charset()
    feed: Feed = Feed()
    layout: Layout = Layout(order=("title", "line", "case", "text", "proposal", "decision"))
    listing: Listing = Listing()


class Attachment(Strict):
    """A document that hangs on an item; a missing one is listed, yet answers 404."""

    id: int
    title: str
    text: str = ""
    missing: bool = False


class Treatment(Strict):
    """What one body had before it and did; texts are in the marks of `samples.markup`."""

    preparers: str = ""
    text: str = ""
    presenter: str = ""
    proposal: str = ""
    handling: str = ""
    decision: str = ""
    told: str = ""


class Earlier(Treatment):
    """An earlier body's treatment of the same matter, printed inside the item under `line`."""

    line: str
    body: str
    section: int
    date: dt.date


class AgendaItem(Treatment):
    """One item of a meeting: `n` is its place, `section` its § once there are minutes.

    `printed_only` leaves its page empty: the text stands in the printed form alone.
    """

    n: int
    printed_only: bool = False
    title: str
    section: int | None = None
    case_number: str | None = None
    classification: str | None = None
    attachments: tuple[Attachment, ...] = ()
    history: tuple[Earlier, ...] = ()


class Meeting(Strict):
    """One meeting of one body, with the state that its pages start in."""

    id: str
    body: str
    body_id: int
    short: str = ""
    date: dt.date
    clock: str = "17:00"
    place: str
    presenter: str = ""
    published: dt.date
    state: State = "minutes"
    item: tuple[AgendaItem, ...]


class OfficerDecision(Strict):
    """A decision that one office-holder made alone; texts are in the marks of `samples.markup`.

    `power` is the provision that lets the office-holder decide, `shown` where the decision can be seen.
    """

    id: str
    officer: str
    maker: str
    number: int
    date: dt.date
    title: str
    case_number: str | None = None
    reasons: str = ""
    decision: str
    power: str = ""
    shown: str = ""
    told: str = ""


class WebPage(Strict):
    """A file that an ordinary web site serves: `file` is .html, or .txt to be served as a PDF.

    `head` and `foot` are the PDF's running lines; `{page}` and `{pages}` are filled in.
    """

    path: str
    file: str
    charset: Charset = Charset()
    head: str = ""
    foot: str = ""


class CouncilFile(Strict):
    """The file `council.toml`; `{base}` in the source's addresses is the server's own."""

    source: Source
    site: Site
    page: tuple[WebPage, ...] = ()
    robots: str = ""


class Council(Strict):
    """A made-up council, ready to be served; `texts` holds its pages' files by name."""

    source: Source
    site: Site
    meetings: tuple[Meeting, ...] = ()
    officers: tuple[OfficerDecision, ...] = ()
    pages: tuple[WebPage, ...] = ()
    texts: dict[str, str] = {}
    robots: str = ""

    @property
    def id(self) -> str:
        """The source's id, which names the council's folder too."""
        return self.source.id
