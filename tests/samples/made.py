"""A small council for the tests of the sample server, and a way to ask it."""

import datetime as dt
import http.client
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from records.council import Base, Source
from records.council import Council as Publisher
from samples.council import AgendaItem, Attachment, Charset, Council, Feed, Layout, Meeting, Site
from samples.server import SampleServer

SCRIPT = "/testila/cgi/DREQUEST.PHP"
LAYOUT = Layout(
    order=("title", "line", "case", "preparers", "text", "presenter", "proposal", "decision", "told"),
    labels={
        "preparers": "Valmistelija",
        "presenter": "Esittelijä",
        "proposal": "Ehdotus",
        "decision": "Päätös",
    },
)
UTF8 = Charset()
ITEMS = (
    AgendaItem(n=1, section=50, title="Avaus", proposal="Avataan.", decision="Avattiin."),
    AgendaItem(
        n=2,
        section=51,
        title='Kurssi 1 – "alku" & loppu',
        case_number="7/00.01/2026",
        preparers="Sihteeri Aada Testinen",
        text="Kurssi on 3.3.2027 klo 17–18.\n\n- eka\n- toka\n\n| Aika | Aihe |\n| 4.3. | Talous |",
        proposal="Hyväksytään.",
        decision="Hyväksyttiin.",
        told="Kaikki",
        attachments=(
            Attachment(id=9, title="Ohjelma.pdf", text="Ohjelman sisältö"),
            Attachment(id=10, title="Puuttuva.pdf", missing=True),
        ),
    ),
)


@dataclass(frozen=True)
class Got:
    """An answer as a client sees it."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as UTF-8."""
        return self.body.decode()


def made_council(
    *, generation: str = "classic", charset: Charset = UTF8, feed: Feed | None = None, layout: Layout = LAYOUT
) -> Council:
    """Return a council called Testila with one meeting of two items."""
    return Council(
        source=Source(
            id="testila",
            system="dynasty",
            language="fi",
            council=Publisher(name="Testilan kunta", country="FI"),
            bases=(Base(id="main", url="{base}/testila/cgi/DREQUEST.PHP"),),
            enabled=True,
        ),
        site=Site.model_validate(
            {
                "prefix": "/testila",
                "generation": generation,
                "charset": charset,
                "feed": feed or Feed(),
                "layout": layout,
            }
        ),
        meetings=(
            Meeting(
                id="20265",
                body="Kunnanhallitus",
                body_id=12,
                date=dt.date(2026, 5, 4),
                place="Kunnantalo",
                presenter="Kunnanjohtaja Eemi Mallikas",
                published=dt.date(2026, 5, 8),
                item=ITEMS,
            ),
        ),
    )


def get(
    server: SampleServer, address: str, headers: Mapping[str, str] | None = None, method: str = "GET"
) -> Got:
    """Return what the server answers; a broken-off body comes back as far as it got."""
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=20)
    try:
        connection.request(method, address, headers=dict(headers or {}))
        answer = connection.getresponse()
        try:
            body = answer.read()
        except http.client.IncompleteRead as error:
            body = error.partial
        return Got(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)
    finally:
        connection.close()


def visible(page: str) -> str:
    """Return a page's text with white space folded: tags, comments and styles taken away."""
    bare = re.sub(r"(?s)<!--.*?-->|<(style|script)\b.*?</\1>", " ", page)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", bare)).split())
