"""Knows which address of Ahjo's interface answers what, all in JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence

from samples.ahjo_html import render_decision, render_motion
from samples.ahjo_view import (
    API,
    FILES,
    attachment_name,
    decided,
    decision_id,
    file_address,
    guid,
    is_secret,
    maker_id,
    moment,
    motion_id,
)
from samples.answer import Answer, Query, pdf_answer
from samples.council import Meeting
from samples.dynasty_view import Shown, View
from samples.markup import Block, read_blocks
from samples.pdf import render_pdf

Json = Mapping[str, object]
_UNKNOWN = "Not found"


def answer(view: View, path: str, query: Query) -> Answer:
    """Return what the interface answers to `path` (with the site's prefix taken off) and `query`.

    What is not known, or was withdrawn, is an error in JSON with status 404.
    """
    if path.startswith(FILES):
        return _file(view, path.removeprefix(FILES))
    if path.rstrip("/") == API:
        return _told({"links": []})
    verb, _, rest = path.removeprefix(f"{API}/").partition("/")
    known = VERBS.get(verb) if path.startswith(API) else None
    return known(view, rest, query) if known else _missing()


def _makers(view: View, rest: str, query: Query) -> Answer:
    del query
    if rest != "decisionmakers":
        return _missing()
    names = {maker_id(one): one.body for one in view.council.meetings}
    makers = [
        {"Organization": {"Name": name, "ID": key, "TypeId": "2", "Type": "Hallitus"}, "Composition": []}
        for key, name in names.items()
    ]
    return _told({"decisionMakers": makers, "count": len(makers), "links": []})


def _decisions(view: View, rest: str, query: Query) -> Answer:
    if not rest:
        found = [_record(view, one) for one in decided(view) if _within(one.meeting, query)]
        return _page("decisions", found, query)
    shown = next((one for one in decided(view) if decision_id(one) == rest), None)
    return _told({"decisions": [_decision(view, shown)]}) if shown else _missing()


def _meetings(view: View, rest: str, query: Query) -> Answer:
    if not rest:
        found = [_meeting(one) for one in view.council.meetings if _within(one, query)]
        return _page("meetings", found, query)
    meeting_id, _, item = rest.partition("/agendaitems/")
    meeting = view.find_meeting(meeting_id)
    if meeting is None:
        return _missing()
    if not item:
        return _told({**_meeting(meeting), "Agenda": [_agenda_item(one) for one in view.items(meeting)]})
    shown = next((one for one in view.items(meeting) if motion_id(one) == item), None)
    return (
        _told({"AgendaItem": {**_agenda_item(shown), "Html": render_motion(shown)}}) if shown else _missing()
    )


def _cases(view: View, rest: str, query: Query) -> Answer:
    listed = {f"{one.item.case_number}": one for one in decided(view) if one.item.case_number}
    if not rest:
        return _page("cases", [_case(one) for one in listed.values() if _within(one.meeting, query)], query)
    shown = next((one for one in listed.values() if _case(one)["CaseID"] == rest), None)
    return _told({**_case(shown), "Records": [_record(view, shown)]}) if shown else _missing()


VERBS = {"agents": _makers, "decisions": _decisions, "meetings": _meetings, "cases": _cases}


def _record(view: View, shown: Shown) -> Json:
    """Return a decision as lists show it, without its text."""
    return {
        "Title": shown.item.title,
        "Type": "päätös",
        "NativeId": decision_id(shown),
        "Language": "fi",
        "PublicityClass": "Salassa pidettävä" if is_secret(shown) else "Julkinen",
        "MeetingID": shown.meeting.id,
        "AgendaPoint": str(shown.item.n),
        "DateMeeting": moment(shown.meeting.date),
        "Issued": moment(shown.meeting.published),
        "Acquired": "",
        "SecurityReasons": None,
        "FileURI": file_address(view, f"decision {shown.id}"),
        "links": [],
    }


def _decision(view: View, shown: Shown) -> Json:
    attachments = [
        {
            "Title": one.title,
            "Type": "liite",
            "NativeId": guid(attachment_name(shown, one)),
            "AttachmentNumber": str(one.id),
            "FileURI": file_address(view, attachment_name(shown, one)),
        }
        for one in shown.item.attachments
    ]
    return {
        **_record(view, shown),
        "CaseIDLabel": shown.item.case_number,
        "Section": str(shown.item.section),
        "Organization": {"Name": shown.meeting.body, "ID": maker_id(shown.meeting), "Type": "Hallitus"},
        "Content": render_decision(shown),
        "Motion": render_motion(shown),
        "Attachments": attachments,
    }


def _meeting(meeting: Meeting) -> Json:
    return {
        "MeetingID": meeting.id,
        "DateMeeting": moment(meeting.date),
        "Decisionmaker": meeting.body,
        "DecisionmakerID": maker_id(meeting),
        "links": [],
    }


def _agenda_item(shown: Shown) -> Json:
    return {
        "AgendaPoint": str(shown.item.n),
        "AgendaItem": shown.item.title,
        "CaseIDLabel": shown.item.case_number or "",
        "Section": str(shown.item.section) if shown.state == "minutes" else "",
        "PDF": {"NativeId": motion_id(shown), "Language": "fi", "Type": "esitys"},
    }


def _case(shown: Shown) -> Json:
    label = shown.item.case_number or ""
    return {
        "CaseIDLabel": label,
        "CaseID": label.replace(" ", "-"),
        "Title": shown.item.title,
        "Language": "fi",
    }


def _within(meeting: Meeting, query: Query) -> bool:
    """Tell whether a meeting was between the moments that a list is asked for; without one all are."""
    held = moment(meeting.date)
    return query.get("handledsince", "") <= held and held < (query.get("handledbefore") or "9")


def _page(name: str, found: Sequence[Json], query: Query) -> Answer:
    size, page = _number(query, "size", 20) or 20, _number(query, "page", 0)
    shown = found[page * size : (page + 1) * size]
    following = len(found[(page + 1) * size : (page + 2) * size])
    told = {"page": page, "count": len(found), "nextCount": following, "size": size, "links": []}
    return _told({name: shown, **told})


def _number(query: Query, name: str, usual: int) -> int:
    told = query.get(name, "")
    return int(told) if told.isdigit() else usual


def _file(view: View, name: str) -> Answer:
    """Return the printed form of a decision, or an attachment."""
    for shown in decided(view):
        files: Iterable[tuple[str, str]] = [
            (f"decision {shown.id}", f"{shown.item.title}\n\n{shown.item.decision}"),
            *((attachment_name(shown, one), one.text) for one in shown.item.attachments if not one.missing),
        ]
        for known, text in files:
            if file_address(view, known).endswith(f"/{name}"):
                blocks = [Block("title", shown.item.title), *read_blocks(text)]
                return pdf_answer(render_pdf(blocks, title=shown.item.title, language="fi"))
    return _missing()


def _told(answered: object, status: int = 200) -> Answer:
    content = json.dumps(answered, ensure_ascii=False).encode()
    return Answer(content, "application/json; charset=utf-8", status)


def _missing() -> Answer:
    return _told({"error": _UNKNOWN}, 404)
