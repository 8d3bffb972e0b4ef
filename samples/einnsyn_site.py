"""Knows which address of eInnsyn's API answers what: search, meeting cases, files."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from samples.answer import Answer, Query, pdf_answer
from samples.council import Attachment, Meeting
from samples.dynasty_view import Shown, View
from samples.markup import grouped, html_of, html_table, read_blocks
from samples.parts import number
from samples.pdf import render_pdf

Object = dict[str, object]
OSLO = ZoneInfo("Europe/Oslo")
JSON = "application/json"
LIMIT = 25
FILES = "/dokumentobjekt/"


def answer(view: View, path: str, query: Query) -> Answer:
    """Return what the API answers to `path` (with the site's prefix taken off) and `query`.

    Parameters that it does not know are passed over in silence, an unknown id is 404.
    """
    if path == "/":
        return _json({"status": "UP"})
    if path == "/search":
        return _search(view, query)
    if path.startswith("/moetesak/"):
        found = view.find_item(path.removeprefix("/moetesak/").removeprefix("ms_"))
        return _json(expanded(moetesak(view, found), _paths(query))) if found else _missing(path)
    if path.startswith(FILES):
        return _file(view, path.removeprefix(FILES))
    return _missing(path)


def moetesak(view: View, shown: Shown) -> Object:
    """Return a meeting case with everything it refers to; what is empty is left out."""
    item, meeting = shown.item, shown.meeting
    after = shown.state == "minutes"
    documents = [_document(view, shown, one) for one in item.attachments]
    decided = {
        **_object("Vedtak", f"ved_{shown.id}"),
        "vedtakstekst": _text(f"msb_{shown.id}v", "Moetesaksbeskrivelse", item.decision),
        "behandlingsprotokoll": _text(f"bp_{shown.id}", "Behandlingsprotokoll", item.handling),
        "dato": meeting.date.isoformat(),
    }
    prepared = "\n\n".join(filter(None, (item.preparers, item.text)))
    told: Object = {
        **_object("Moetesak", f"ms_{shown.id}"),
        "offentligTittel": item.title,
        "offentligTittelSensitiv": item.title,
        "publisertDato": _moment(meeting.published, "12:00"),
        "oppdatertDato": _moment(meeting.published, "12:00"),
        "journalenhet": publisher(view),
        "moetesakstype": "politisk",
        "moetesaksaar": meeting.date.year,
        "moetesakssekvensnummer": number(item, "minutes"),
        "utvalg": meeting.short or meeting.body,
        "utvalgObjekt": _body(view, meeting),
        "moetemappe": _meeting(view, meeting),
        "utredning": {
            **_object("Utredning", f"utr_{shown.id}"),
            "saksbeskrivelse": _text(f"msb_{shown.id}s", "Moetesaksbeskrivelse", prepared),
        },
        "innstilling": _text(f"msb_{shown.id}i", "Moetesaksbeskrivelse", item.proposal),
        "vedtak": decided if after and (item.decision or item.handling) else None,
        "dokumentbeskrivelse": documents,
    }
    return told


def publisher(view: View) -> Object:
    """Return the municipality as a unit."""
    unit = view.council.source.unit or "enh_none"
    name = view.council.source.council.name
    return {**_object("Enhet", unit), "navn": name, "orgnummer": "999000111", "enhetstype": "KOMMUNE"}


def expanded(whole: Object, paths: Sequence[str], at: str = "") -> Object:
    """Return an object with the references that `paths` name in full, all others as ids, without nulls."""
    return {
        name: _reference(value, paths, f"{at}{name}")
        for name, value in whole.items()
        if value not in (None, [])
    }


def _reference(value: object, paths: Sequence[str], path: str) -> object:
    if isinstance(value, list):
        return [_reference(one, paths, path) for one in value]
    if not isinstance(value, dict):
        return value
    wanted = any(one == path or one.startswith(f"{path}.") for one in paths)
    return expanded(value, paths, f"{path}.") if wanted else value["id"]


def _search(view: View, query: Query) -> Answer:
    found = [one for one in _cases(view) if _is_wanted(view, one, query)]
    if query.get("sortBy") == "publisertDato":
        found.sort(key=lambda one: (one.meeting.published, one.id), reverse=query.get("sortOrder") == "desc")
    start = next(
        (at for at, one in enumerate(found, 1) if query.get("startingAfter", "").endswith(f"ms_{one.id}")), 0
    )
    size = int(query.get("limit", LIMIT))
    page = found[start : start + size]
    told: Object = {"items": [expanded(moetesak(view, one), _paths(query)) for one in page]}
    if start + size < len(found):
        last = f"{_moment(page[-1].meeting.published, '12:00')},ms_{page[-1].id}"
        told["next"] = f"{view.council.site.prefix}/search?{urlencode({**query, 'startingAfter': last})}"
    return _json(told)


def _cases(view: View) -> Iterator[Shown]:
    for meeting in view.council.meetings:
        yield from view.items(meeting)


def _is_wanted(view: View, shown: Shown, query: Query) -> bool:
    units = {view.council.source.unit, f"enh_{shown.meeting.body_id}"}
    asked = query.get("administrativEnhet")
    since = query.get("moetedatoFrom", "")
    of_kind = "Moetesak" in query.get("entity", "Moetesak").split(",")
    return of_kind and (asked is None or asked in units) and shown.meeting.date.isoformat() >= since


def _body(view: View, meeting: Meeting) -> Object:
    unit = _object("Enhet", f"enh_{meeting.body_id}")
    return {**unit, "navn": meeting.body, "enhetstype": "UTVALG", "parent": publisher(view)}


def _meeting(view: View, meeting: Meeting) -> Object:
    return {
        **_object("Moetemappe", f"mm_{meeting.id}"),
        "offentligTittel": f"{meeting.body} {meeting.date:%d.%m.%Y}",
        "moetenummer": meeting.id,
        "utvalg": meeting.short or meeting.body,
        "utvalgObjekt": _body(view, meeting),
        "moetedato": _moment(meeting.date, meeting.clock),
        "moetested": meeting.place,
    }


def _text(native_id: str, entity: str, told: str) -> Object | None:
    parts = grouped(read_blocks(told))
    markup = "".join(html_table(run) if run[0].kind == "row" else html_of(run[0]) for run in parts)
    return (
        {**_object(entity, native_id), "tekstInnhold": markup, "tekstFormat": "text/html"} if told else None
    )


def _document(view: View, shown: Shown, attachment: Attachment) -> Object:
    file = f"do_{shown.id}-{attachment.id}"
    role = "hoveddokument" if attachment.id == 1 else "vedlegg"
    return {
        **_object("Dokumentbeskrivelse", f"db_{shown.id}-{attachment.id}"),
        "tittel": attachment.title,
        "dokumentnummer": attachment.id,
        "tilknyttetRegistreringSom": role,
        "dokumentobjekt": [
            {
                **_object("Dokumentobjekt", file),
                "format": "PDF/A",
                "url": f"{view.host}{view.council.site.prefix}{FILES}{file}",
            }
        ],
    }


def _file(view: View, name: str) -> Answer:
    item_id, _, number_of = name.removeprefix("do_").rpartition("-")
    shown = view.find_item(item_id)
    held = shown.item.attachments if shown else ()
    found = next((one for one in held if str(one.id) == number_of and not one.missing), None)
    if found is None:
        return _missing(f"{FILES}{name}")
    return pdf_answer(render_pdf(read_blocks(found.text), title=found.title, language="nb"))


def _object(entity: str, native_id: str) -> Object:
    return {"entity": entity, "id": native_id}


def _moment(day: dt.date, clock: str) -> str:
    return dt.datetime.combine(day, dt.time.fromisoformat(clock), OSLO).isoformat()


def _paths(query: Query) -> list[str]:
    return query.get("expand", "").split(",")


def _json(told: Object, status: int = 200) -> Answer:
    return Answer(json.dumps(told, ensure_ascii=False).encode(), JSON, status)


def _missing(path: str) -> Answer:
    return _json({"type": "notFound", "message": f"No object found: {path}"}, 404)
