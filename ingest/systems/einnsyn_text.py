"""Knows how a meeting case of eInnsyn reads as a text, in the order of a case paper, and its documents."""

import re
from collections.abc import Collection, Iterable, Iterator

from ingest.addresses import host_of
from ingest.clean import Piece
from ingest.html import parse_markup, pieces_of
from ingest.systems.einnsyn_search import body_name, meeting_day
from ingest.systems.einnsyn_shapes import (
    Dokumentbeskrivelse,
    Dokumentobjekt,
    Moetesak,
    Tekst,
    Utredning,
    Vedtak,
)
from ingest.text import infer_blocks
from records.item import Attachment

_SHORT = {"politisk": "PS", "referat": "RS", "delegert": "DS"}
"""What Norwegian minutes put before a case's number, by its type; others are plain cases."""
_TAG = re.compile(r"<(?:p|br|div|span|table|ul|ol|b|strong|h[1-6]|html|body)\b", re.I)
_FORMATS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
}
_HEADING = 80
"""A heading that a text brings along is shorter than this."""


def head_pieces(case: Moetesak) -> list[Piece]:
    """Return the first lines of a case: body, day, then number and title."""
    day, body = meeting_day(case), body_name(case)
    lines = [f"Utvalg: {body}" if body else "", f"Møtedato: {day:%d.%m.%Y}" if day else ""]
    title = " ".join(f"{_number(case)} {case.offentlig_tittel}".split())
    extra = " ".join(case.beskrivelse.split())
    return [
        *(Piece("paragraph", line) for line in lines),
        Piece("heading", title, 1),
        Piece("paragraph", "" if extra == case.offentlig_tittel else extra),
    ]


def text_pieces(case: Moetesak) -> list[Piece]:
    """Return what the case's fields say, each under its heading; nothing where all of them are empty."""
    found: list[Piece] = []
    for label, text in _texts(case):
        pieces = _pieces(text) if isinstance(text, Tekst) else []
        if pieces and not _is_labelled(pieces[0], label):
            found.append(Piece("heading", label, 2))
        found += pieces
    return found


def find_documents(case: Moetesak, hosts: Collection[str]) -> tuple[Attachment, ...]:
    """Return the case's documents, each address once: the decision's, the case's own, the preparation's.

    The first that can be read from one of the `hosts` is marked as the one that holds the case's text:
    the decision's, then the case's main document, then any.
    """
    described = list(_described(case))
    main = next((one for one in described if "hoved" in one.tilknyttet_registrering_som.lower()), None)
    decided = next(iter(_whole(_decision_documents(case))), None)
    holders = [one for one in (decided, main, *described) if one]
    files = {file.url: (one, file) for one in described for file in _files(one) if file.url}
    held = (file for one in holders for file in _files(one) if _can_hold(file))
    holder = next((file.url for file in held if host_of(file.url or "") in hosts), None)
    return tuple(
        Attachment(
            title=one.tittel or url,
            url=url,
            media_type=_media_type(file),
            holds_text=url == holder,
        )
        for url, (one, file) in files.items()
    )


def unexpanded(case: Moetesak) -> list[str]:
    """Return the names of the case's fields that came as bare ids, so that their contents are missing."""
    preparation = case.utredning if isinstance(case.utredning, Utredning) else None
    decision = case.vedtak if isinstance(case.vedtak, Vedtak) else None
    fields = {
        "moetemappe": case.moetemappe,
        "innstilling": case.innstilling,
        "utredning": case.utredning,
        "vedtak": case.vedtak,
        "utredning.saksbeskrivelse": preparation and preparation.saksbeskrivelse,
        "utredning.innstilling": preparation and preparation.innstilling,
        "vedtak.vedtakstekst": decision and decision.vedtakstekst,
        "vedtak.behandlingsprotokoll": decision and decision.behandlingsprotokoll,
    }
    return [name for name, value in fields.items() if isinstance(value, str)]


def _texts(case: Moetesak) -> Iterator[tuple[str, Tekst | str | None]]:
    preparation = case.utredning if isinstance(case.utredning, Utredning) else None
    decision = case.vedtak if isinstance(case.vedtak, Vedtak) else None
    if preparation:
        yield "Saksbeskrivelse", preparation.saksbeskrivelse
    yield "Innstilling", case.innstilling or (preparation.innstilling if preparation else None)
    if decision:
        yield "Behandling", decision.behandlingsprotokoll
        yield "Vedtak", decision.vedtakstekst


def _number(case: Moetesak) -> str:
    if case.moetesakssekvensnummer is None or case.moetesaksaar is None:
        return ""
    return (
        f"{_SHORT.get(case.moetesakstype, 'Sak')} {case.moetesakssekvensnummer}/{case.moetesaksaar % 100:02}"
    )


def _pieces(text: Tekst) -> list[Piece]:
    words = text.tekst_innhold.replace("\r\n", "\n")
    if not words.strip():
        return []
    if "html" in text.tekst_format.lower() or _TAG.search(words):
        return pieces_of(parse_markup(f"<body>{words}</body>"))
    return [
        Piece(block.kind, words[block.start : block.end], block.level, block.row, block.column, block.bold)
        for block in infer_blocks(words)
    ]


def _is_labelled(first: Piece, label: str) -> bool:
    """Tell whether a text opens with a heading of its own that says what `label` does."""
    return len(first.text) < _HEADING and first.text.rstrip(" :").lower().endswith(label.lower())


def _described(case: Moetesak) -> Iterator[Dokumentbeskrivelse]:
    yield from _whole(_decision_documents(case))
    yield from _whole(case.dokumentbeskrivelse)
    if isinstance(case.utredning, Utredning):
        yield from _whole(case.utredning.utredningsdokument)


def _decision_documents(case: Moetesak) -> Iterable[Dokumentbeskrivelse | str]:
    return (case.vedtak.vedtaksdokument or ()) if isinstance(case.vedtak, Vedtak) else ()


def _whole(documents: Iterable[Dokumentbeskrivelse | str] | None) -> Iterator[Dokumentbeskrivelse]:
    return (one for one in documents or () if isinstance(one, Dokumentbeskrivelse))


def _files(document: Dokumentbeskrivelse) -> Iterator[Dokumentobjekt]:
    return (file for file in document.dokumentobjekt or () if isinstance(file, Dokumentobjekt))


def _media_type(file: Dokumentobjekt) -> str | None:
    told = file.format.lower()
    return next((media_type for word, media_type in _FORMATS.items() if word in told), None)


def _can_hold(file: Dokumentobjekt) -> bool:
    """Tell whether a file may be one that can be read: PDF or Word, or of a format that is not told."""
    return not file.format or _media_type(file) in (_FORMATS["pdf"], _FORMATS["docx"])
