"""Knows the objects of eInnsyn's API as its OpenAPI description has them: the fields that are read."""

import datetime as dt
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from ingest.charset import decode
from records.errors import ReadError
from records.page import Page

_START = 60
"""So many characters of a strange answer are told."""


class Foreign(BaseModel):
    """An object of the API; fields that are not named are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore", alias_generator=to_camel)


F = TypeVar("F", bound=Foreign)
Words = Annotated[str, BeforeValidator(lambda value: "" if value is None else value)]
"""A text that may be null."""


class Enhet(Foreign):
    """A unit: a municipality, a committee; `parent` is its id unless it was expanded."""

    id: str
    navn: Words = ""
    orgnummer: str | None = None
    parent: "Enhet | str | None" = None


class Dokumentobjekt(Foreign):
    """A file; `url` leads to it or to a page that does."""

    id: str
    url: str | None = None
    format: Words = ""


class Dokumentbeskrivelse(Foreign):
    """A document, with its files."""

    id: str
    tittel: Words = ""
    tilknyttet_registrering_som: Words = ""
    dokumentobjekt: tuple[Dokumentobjekt | str, ...] | None = None


class Tekst(Foreign):
    """A text of a case (Moetesaksbeskrivelse, Behandlingsprotokoll), its format such as "text/html"."""

    id: str
    tekst_innhold: Words = ""
    tekst_format: Words = ""


class Utredning(Foreign):
    """What the administration prepared: the case set out, a recommendation, documents."""

    id: str
    saksbeskrivelse: Tekst | str | None = None
    innstilling: Tekst | str | None = None
    utredningsdokument: tuple[Dokumentbeskrivelse | str, ...] | None = None


class Vedtak(Foreign):
    """What was decided, how it was treated, and the document of the decision."""

    id: str
    vedtakstekst: Tekst | str | None = None
    behandlingsprotokoll: Tekst | str | None = None
    vedtaksdokument: tuple[Dokumentbeskrivelse | str, ...] | None = None


class Moetemappe(Foreign):
    """A meeting."""

    id: str
    moetedato: dt.datetime | None = None


class Moetesak(Foreign):
    """A case of a meeting.

    `utvalg` is the body's name or its code, `utvalg_objekt` the body as a unit (or the publisher, where
    the API knows no such unit). References are ids unless they were expanded.
    """

    id: str
    entity: str
    deleted: bool = False
    offentlig_tittel: Words = ""
    beskrivelse: Words = ""
    moetesakstype: Words = ""
    moetesaksaar: int | None = None
    moetesakssekvensnummer: int | None = None
    publisert_dato: dt.datetime | None = None
    utvalg: Words = ""
    utvalg_objekt: Enhet | str | None = None
    journalenhet: Enhet | str | None = None
    moetemappe: Moetemappe | str | None = None
    utredning: Utredning | str | None = None
    innstilling: Tekst | str | None = None
    vedtak: Vedtak | str | None = None
    dokumentbeskrivelse: tuple[Dokumentbeskrivelse | str, ...] | None = None


class Paginated(Foreign):
    """One page of a list; `next` is the address of the one after it."""

    items: tuple[dict[str, object] | str, ...]
    next: str | None = None


def read_object(page: Page, shape: type[F], expected: str) -> F:
    """Return what a page holds as `shape`; `expected` says in words what was due.

    Raises ReadError, telling what came instead: a page of HTML, JSON of another shape.
    """
    try:
        return shape.model_validate_json(page.content)
    except ValidationError as error:
        found = told_by(error) if error.errors()[0]["loc"] else _start(page)
        advice = "Open the address in a browser; if it is in order, the API has changed"
        raise ReadError(page.url, expected=expected, found=found, advice=advice) from error


def told_by(error: ValidationError) -> str:
    """Return what first was wrong with an object, and at which of its fields."""
    first = error.errors()[0]
    return f"{first['msg']} at {'.'.join(map(str, first['loc']))}"


def _start(page: Page) -> str:
    words = " ".join(decode(page.content[: 4 * _START], page.charset).split())
    return f"an answer that begins with {words[:_START]!r}" if words else "an empty answer"
