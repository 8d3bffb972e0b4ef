"""Knows which address of a TWeb server answers what: the feed, documents, lists of items."""

import re
from collections.abc import Iterator
from html import escape

from samples.answer import NOT_FOUND, Answer, Query, pdf_answer
from samples.council import Meeting
from samples.dynasty_view import Shown, View
from samples.markup import Block, read_blocks
from samples.parts import number
from samples.pdf import render_pdf

SCRIPTS = "/ktwebscr"
FEED = f"{SCRIPTS}/epj_rssfeed.htm"
ITEMS = re.compile(rf"{SCRIPTS}/(?:pk|epj)_asil_tweb\.htm")
FEED_HEAD = (
    '<?xml version="1.0" encoding="ISO-8859-1"?>\n<rss version="2.0">\n<channel>\n'
    "<title>Kokousasiakirjat</title>"
)
KINDS = {"minutes": "Pöytäkirja", "agenda": "Esityslista"}
PAGE = (
    "<!DOCTYPE html>\n<html><head>\n"
    '<meta http-equiv="content-type" content="text/html; charset=windows-1252">\n'
    '<title>Kokousasiakirjat - {name}</title>\n<meta name="robots" content="noindex, nofollow">\n</head>\n'
    '<body class="wrap"><div id="content">\n<h1>{title}</h1>\n<table class="list">\n{rows}</table>\n</div>\n'
    '<footer><a class="copyright" href="http://www.triplan.fi/">© Triplan Oy</a></footer></body></html>\n'
)


def answer(view: View, path: str, query: Query) -> Answer:
    """Return what the server answers to `path` (with the site's prefix taken off) and `query`, or 404."""
    if path == "/":
        return _page(view, "Kokousasiakirjat", "")
    if path == FEED:
        return Answer(_feed(view, query.get("toimielin", "")), "text/xml; charset=ISO-8859-1")
    if path == f"{SCRIPTS}/fileshow":
        return _document(view, query.get("docid", ""))
    meeting = view.find_meeting(query.get("bid", "")) if ITEMS.fullmatch(path) else None
    return _list(view, meeting) if meeting else NOT_FOUND


def document_number(shown: Shown) -> str:
    """Return the number of the document that holds an item."""
    return f"{shown.meeting.id}{shown.item.n:02}"


def _address(view: View, shown: Shown) -> str:
    place = f"{view.host}{view.council.site.prefix}{SCRIPTS}"
    return f"{place}/fileshow?doctype=3&docid={document_number(shown)}"


def _shown(view: View) -> Iterator[Shown]:
    for meeting in view.council.meetings:
        yield from view.items(meeting)


def _written(meeting: Meeting) -> str:
    return f"{meeting.date.day}.{meeting.date.month}.{meeting.date.year}"


def _feed(view: View, body: str) -> bytes:
    items = "".join(
        f"\n<item>\n<title>{_written(one.meeting)} {escape(one.item.title, quote=False)}</title>\n"
        f"<link>{escape(_address(view, one))}</link>\n"
        f"<category>{escape(one.meeting.body)}</category>\n</item>"
        for one in _shown(view)
        if body in ("", str(one.meeting.body_id))
    )
    return f"{FEED_HEAD}{items}\n</channel>\n</rss>\n".encode("iso-8859-1", "xmlcharrefreplace")


def _document(view: View, docid: str) -> Answer:
    shown = next((one for one in _shown(view) if document_number(one) == docid), None)
    if shown is None:
        return NOT_FOUND
    return pdf_answer(render_pdf(_blocks(view, shown), title=shown.item.title, language="fi"))


def _blocks(view: View, shown: Shown) -> Iterator[Block]:
    """Yield the parts of a document, each below its label; an agenda's does not say whose it is."""
    item = shown.item
    minutes = shown.state == "minutes"
    yield Block("paragraph", view.council.source.council.name)
    if minutes:
        section = number(item, shown.state)
        yield Block("paragraph", f"{shown.meeting.body} {_written(shown.meeting)} § {section}")
    yield Block("title", item.title)
    parts = (
        ("Dno", item.case_number or ""),
        ("Esittelyteksti", item.text),
        ("Esittelijä", item.presenter or shown.meeting.presenter),
        ("Päätösesitys", item.proposal),
        ("Päätös", item.decision if minutes else ""),
        ("Valmistelijat", item.preparers),
        ("Täytäntöönpanotiedot", item.told if minutes else ""),
    )
    for label, text in parts:
        if text:
            yield Block("heading", label)
            yield from read_blocks(text)


def _list(view: View, meeting: Meeting) -> Answer:
    kind = KINDS[view.state(meeting)]
    name = f"{escape(meeting.body)}: {meeting.id}/{meeting.date.year}"
    head = f"{name}<br>{_written(meeting)} {meeting.clock}<br>{kind}"
    rows = "".join(
        f'<tr class="data{place % 2}"><td class="data_pykala">{number(one.item, one.state)}</td>\n'
        f'<td class="data"><a target="_blank" href="{escape(_address(view, one))}">'
        f"{escape(one.item.title)}</a></td>\n"
        '<td class="data">-</td></tr>\n'
        for place, one in enumerate(view.items(meeting))
    )
    columns = "".join(f'<td class="colheader">{one}</td>' for one in ("§", "Otsikko", "Liitteet"))
    top = f'<tr class="header"><td class="header" colspan="3">{head}</td></tr>\n'
    return _page(view, kind, f'{top}<tr class="colheader">{columns}</tr>\n{rows}')


def _page(view: View, title: str, rows: str) -> Answer:
    name = escape(view.council.source.council.name)
    text = PAGE.format(name=name, title=title, rows=rows)
    return Answer(text.encode("cp1252", "xmlcharrefreplace"), "text/html")
