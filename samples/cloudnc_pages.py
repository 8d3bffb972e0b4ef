"""Knows the pages of CloudNC: WebForms around a container, items behind `ContentStart`."""

from collections.abc import Iterable, Iterator
from html import escape

from samples.cloudnc_view import Pages
from samples.council import Meeting, Treatment
from samples.dynasty_view import Shown
from samples.markup import Block, grouped, html_of, html_table, read_blocks

NEWEST = 15
"""How many items the front list shows."""


def render_front(pages: Pages) -> str:
    """Return the list of the newest items, with the bodies beside it."""
    rows = (_newest_row(pages, shown) for shown in list(pages.newest())[:NEWEST])
    return _page(pages, "Toimielimet", _container(f"<h1>Toimielimet</h1>{_list(rows)}"))


def render_body(pages: Pages, body: str) -> str:
    """Return a body's meetings, the newest first."""
    own = (meeting for meeting in pages.council.meetings if meeting.body == body)
    links = (_link(pages.meeting_path(one), f"Kokous {day(one)}") for one in own)
    return _page(pages, body, _container(f"<h1>{escape(body)}</h1>{_list(links)}"))


def render_meeting(pages: Pages, meeting: Meeting) -> str:
    """Return the items of a meeting."""
    rows = (_link(pages.item_path(shown), called(shown)) for shown in pages.view.items(meeting))
    head = f"<h1>{escape(line(meeting))}</h1><p>{state(pages, meeting)}</p>"
    return _page(pages, line(meeting), _container(head + _list(rows)))


def render_item(pages: Pages, shown: Shown) -> str:
    """Return an item's page; its documents stand beside the text."""
    item = shown.item
    head = (
        f"<h2>{escape(line(shown.meeting))}</h2><p>{state(pages, shown.meeting)}</p>"
        f"<h3>{escape(called(shown))}</h3><p>{escape(item.case_number or '')}</p>"
    )
    history = "".join(_history(shown))
    parts = "".join(_parts(item, shown.meeting.presenter, decided=shown.state == "minutes"))
    body = (
        f'<a id="ContentStart" name="ContentStart"></a><div class="content">{head}{history}'
        f'{parts}</div><div class="col right-content">{_files(pages, shown)}</div>'
    )
    return _page(pages, item.title, body)


def day(meeting: Meeting) -> str:
    """Return a meeting's day as CloudNC writes it: `9.11.2026`."""
    return f"{meeting.date.day}.{meeting.date.month}.{meeting.date.year}"


def line(meeting: Meeting) -> str:
    """Return the line that names a meeting: `Kaupunginhallitus, kokous 9.11.2026`."""
    return f"{meeting.body}, kokous {day(meeting)}"


def state(pages: Pages, meeting: Meeting) -> str:
    """Return the line that tells what is shown of a meeting."""
    return "Pöytäkirja on tarkastettu" if pages.view.state(meeting) == "minutes" else "Esityslista"


def called(shown: Shown) -> str:
    """Return an item's title, behind its § once there are minutes."""
    minutes = shown.state == "minutes" and shown.item.section is not None
    return f"§ {shown.item.section} {shown.item.title}" if minutes else shown.item.title


def _newest_row(pages: Pages, shown: Shown) -> str:
    told = f"<span>{escape(line(shown.meeting))}</span>"
    return f"{_link(pages.item_path(shown), called(shown))}<br />{told}"


def _page(pages: Pages, title: str, content: str) -> str:
    bodies = _list(_link(pages.body_path(body), body) for body in pages.bodies())
    name = escape(pages.council.source.council.name)
    return (
        "<!DOCTYPE html>\r\n<html lang='fi'><head><meta charset='utf-8' />"
        f"<title>{escape(title)} - {name}</title></head>\r\n"
        "<body><form method='post' action='./' id='form1'>"
        "<input type='hidden' name='__VIEWSTATE' id='__VIEWSTATE' value='/wEPDwUKLTg5' />"
        f"<div id='header'><a href='{pages.front}'>Toimielimet</a></div>"
        f"<div id='Content_sidenaviArea'><h2>Toimielimet</h2>{bodies}</div>\r\n"
        f"{content}\r\n<div id='footer'>{name}</div></form></body></html>"
    )


def _container(content: str) -> str:
    return f"<a id='ContentStart'></a><div id='Content_ctl00_ncContainer'>{content}</div>"


def _list(rows: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{row}</li>\r\n" for row in rows) + "</ul>"


def _link(path: str, text: str) -> str:
    return f'<a href="{escape(path)}">{escape(text)}</a>'


def _history(shown: Shown) -> Iterator[str]:
    if shown.item.history:
        yield "<h4>Aikaisempi käsittely</h4>"
    for past in shown.item.history:
        yield f"<p>{escape(past.line)}</p>"
        yield from _parts(past, past.presenter, decided=True)


def _parts(told: Treatment, presenter: str, *, decided: bool) -> Iterator[str]:
    yield from _part("Valmistelija", told.preparers)
    yield from _part("Perustelut", told.text)
    if told.proposal:
        yield "<h4>Ehdotus</h4>"
        yield from _part("Esittelijä", presenter)
        yield from _blocks(read_blocks(told.proposal))
    if decided:
        yield from _part("Päätös", told.decision)
        yield from _part("Tiedoksi", told.told)


def _part(label: str, text: str) -> Iterator[str]:
    if text:
        yield f"<h4>{label}</h4>"
        yield from _blocks(read_blocks(text))


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for group in grouped(blocks):
        first = group[0]
        if first.kind == "row":
            yield html_table(group)
        elif first.kind == "bullet":
            yield f"<ul><li>{escape(first.text)}</li></ul>"
        else:
            yield html_of(first)


def _files(pages: Pages, shown: Shown) -> str:
    links = [_link(pages.file_path(shown, one), one.title) for one in shown.item.attachments]
    return f"<h4>Liitteet</h4>{_list(links)}" if links else ""
