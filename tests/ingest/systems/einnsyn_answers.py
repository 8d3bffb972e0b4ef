"""Answers of an eInnsyn that is made up: a meeting case, its documents, a search page by page."""

import datetime as dt
import json

from ingest.systems import einnsyn
from ingest.systems.base import Horizon
from records.council import Base, Council, Source
from records.errors import (
    ParagrafError,
)
from records.item import Item
from records.page import Page
from tests.ingest.systems.pages import page

API = "https://api.example.no"
UNIT = "enh_fosse"
OLDEST = dt.date(2026, 1, 1)
SOURCE = Source(
    id="fosse",
    system="einnsyn",
    council=Council(name="Fosse kommune", country="NO"),
    bases=(Base(id="main", url=API),),
    language="nb",
    unit=UNIT,
)
PUBLISHER: dict[str, object] = {
    "entity": "Enhet",
    "id": UNIT,
    "navn": "Fosse kommune",
    "orgnummer": "999000111",
    "enhetstype": "KOMMUNE",
}
BODY: dict[str, object] = {
    "entity": "Enhet",
    "id": "enh_fsk",
    "navn": "Formannskapet",
    "enhetstype": "UTVALG",
    "parent": PUBLISHER,
}
MEETING = {"entity": "Moetemappe", "id": "mm_1", "moetedato": "2026-10-20T22:30:00Z"}


def told(text: str, kind: str = "text/html") -> dict[str, object]:
    """Return a text as the API sends it."""
    return {"entity": "Moetesaksbeskrivelse", "id": "msb_1", "tekstInnhold": text, "tekstFormat": kind}


def document(number: int, role: str = "vedlegg", kind: str = "PDF/A") -> dict[str, object]:
    """Return a document with one file."""
    file = {"entity": "Dokumentobjekt", "id": f"do_{number}", "url": f"{API}/fil/{number}", "format": kind}
    return {
        "entity": "Dokumentbeskrivelse",
        "id": f"db_{number}",
        "tittel": f"Dokument {number}",
        "tilknyttetRegistreringSom": role,
        "dokumentobjekt": [file],
    }


def case(case_id: str = "ms_1", **changes: object) -> dict[str, object]:
    """Return a meeting case without texts, as the API sends it; a field set to None is left out."""
    whole: dict[str, object] = {
        "entity": "Moetesak",
        "id": case_id,
        "offentligTittel": "Opplæring av folkevalgte",
        "moetesakstype": "politisk",
        "moetesaksaar": 2026,
        "moetesakssekvensnummer": 73,
        "publisertDato": "2026-10-15T12:00:00Z",
        "utvalg": "FSK",
        "utvalgObjekt": BODY,
        "journalenhet": PUBLISHER,
        "moetemappe": MEETING,
        "noeNytt": {"ukjent": True},
    }
    return {name: value for name, value in {**whole, **changes}.items() if value is not None}


WHOLE = case(
    utredning={"entity": "Utredning", "id": "utr_1", "saksbeskrivelse": told("<p>Samling 3. mars 2027.</p>")},
    innstilling=told("Opplæringen vedtas.\r\n", "text/plain"),
    vedtak={
        "entity": "Vedtak",
        "id": "ved_1",
        "vedtakstekst": told("<p><b>Vedtak:</b></p><p>Opplæringen er vedtatt.</p>"),
        "behandlingsprotokoll": told("<p>Enstemmig.</p>"),
        "vedtaksdokument": [document(9)],
    },
    dokumentbeskrivelse=[document(1), document(2, "hoveddokument")],
)


def answer(found: object, url: str = f"{API}/moetesak/ms_1") -> Page:
    """Return an answer of the API."""
    return page(url, json.dumps(found, ensure_ascii=False), "application/json")


def read(found: object) -> Item:
    """Return the item that an answer is read as."""
    (item,) = einnsyn.read(answer(found), SOURCE)
    return item


class Api:
    """Answers a search page by page; `asked` are the addresses."""

    def __init__(self, *pages: object, following: str | None = None) -> None:
        self.pages, self.following = pages, following
        self.asked: list[str] = []

    def fetch(self, url: str) -> Page:
        """Return the next page; one that is an error is raised."""
        found = self.pages[len(self.asked)]
        self.asked.append(url)
        if isinstance(found, ParagrafError):
            raise found
        if not isinstance(found, list):
            return answer(found, url)
        last = len(self.asked) == len(self.pages) and not self.following
        after: dict[str, object] = (
            {} if last else {"next": self.following or f"{API}/search?startingAfter={len(self.asked)}"}
        )
        return answer({"items": found, **after}, url)


def search(api: Api, horizon: Horizon | None = None) -> list[str]:
    """Return the ids that a search finds."""
    return [
        entry.native_id for entry in einnsyn.discover(SOURCE, api.fetch, horizon or Horizon(OLDEST)).entries
    ]
