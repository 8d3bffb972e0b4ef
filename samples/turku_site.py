"""Knows which address of Turku's static record pages answers what: years, meetings, items, attachments."""

import re
from collections.abc import Iterator
from html import escape

from samples.answer import NOT_FOUND, Answer, Query, html_answer
from samples.council import Earlier, Meeting, State, Treatment
from samples.dynasty_view import Shown, View
from samples.markup import grouped, html_of, html_table, read_blocks
from samples.parts import day, number

PATH = re.compile(
    r"/(?P<body>\w+)(?:/(?P<year>\d{4}))?(?:/(?P<folder>\d{7})(?P<kind>[xl]))?/(?P<page>welcome|\d+)\.htm"
)
KINDS: dict[State, tuple[str, str]] = {"minutes": ("x", "Pöytäkirja"), "agenda": ("l", "Esityslista")}
COLUMNS = "".join(f'<col class="ytt{name}">' for name in ("col1", "col2", "col3", "col4", "collast"))
CAPTION = "<p><strong>Liitteet:</strong></p><p></p>"


def answer(view: View, path: str, _query: Query) -> Answer:
    """Return the page at `path` (with the site's prefix taken off); an unknown one is 404."""
    if path == "/":
        return _bodies(view)
    found = PATH.fullmatch(path)
    meetings = [one for one in view.council.meetings if found and one.short.lower() == found["body"]]
    if found is None or not meetings:
        return NOT_FOUND
    if found["folder"] is None:
        return _list(view, meetings, found["year"]) if found["page"] == "welcome" else NOT_FOUND
    folder = f"{found['folder']}{found['kind']}"
    meeting = next((one for one in meetings if _folder(view, one) == folder), None)
    if meeting is None:
        return NOT_FOUND
    if found["page"] == "welcome":
        return _page(view, _items(view, meeting), "luettelo")
    return _inside(view, meeting, found["page"])


def item_number(shown: Shown) -> str:
    """Return the record system's own number of an item."""
    return f"{shown.meeting.id}{shown.item.n:02}"


def _bodies(view: View) -> Answer:
    names = dict.fromkeys((one.short.lower(), one.body) for one in view.council.meetings)
    root = f"{view.host}{view.council.site.prefix}"
    links = [(f"{root}/{short}/welcome.htm", escape(name)) for short, name in names]
    return _page(view, f"<h1>Esityslistat/pöytäkirjat</h1>{_links(links)}")


def _list(view: View, meetings: list[Meeting], year: str | None) -> Answer:
    name = escape(meetings[0].body)
    root = f"{view.host}{view.council.site.prefix}/{meetings[0].short.lower()}"
    if year is None:
        years = sorted({one.date.year for one in meetings}, reverse=True)
        links = [(f"{root}/{one}/welcome.htm", str(one)) for one in years]
        return _page(view, f"<h1>Esityslistat/pöytäkirjat - {name}</h1>{_links(links)}")
    links = [
        (f"{root}/{year}/{_folder(view, one)}/welcome.htm", _called(view, one))
        for one in meetings
        if str(one.date.year) == year
    ]
    back = f'<a href="{root}/welcome.htm">Takaisin vuoden valintaan</a>'
    head = f"<h1>Esityslistat/pöytäkirjat - {name} {year}</h1>\n<h2>Kokouksen valinta</h2>\n{back}<hr>"
    return _page(view, f"{head}\n{_links(links)}<hr>\n{back}")


def _links(links: list[tuple[str, str]]) -> str:
    rows = "\n".join(f'<li><a href="{url}">{text}</a></li>' for url, text in links)
    return f"<ul>\n{rows}\n</ul>\n"


def _called(view: View, meeting: Meeting) -> str:
    _, kind = KINDS[view.state(meeting)]
    return f"{day(meeting)} - {kind} - {_running(view, meeting):03}/{meeting.date.year}"


def _running(view: View, meeting: Meeting) -> int:
    """Return a meeting's number in the year of its body."""
    same = [
        one
        for one in view.council.meetings
        if (one.body, one.date.year) == (meeting.body, meeting.date.year) and one.date <= meeting.date
    ]
    return len(same)


def _folder(view: View, meeting: Meeting) -> str:
    return f"{meeting.date:%m%d}{_running(view, meeting):03}{KINDS[view.state(meeting)][0]}"


def _root(view: View, meeting: Meeting) -> str:
    place = f"{meeting.short.lower()}/{meeting.date.year}/{_folder(view, meeting)}"
    return f"{view.host}{view.council.site.prefix}/{place}"


def _items(view: View, meeting: Meeting) -> str:
    state = view.state(meeting)
    rows = "".join(
        f'<tr valign="top">\n<td align="center"><a href="{_root(view, meeting)}/{item_number(one)}.htm">'
        f'{number(one.item, state)}{" §" if state == "minutes" else ""}</a></td>\n<td align="center"></td>\n'
        f"<td>{escape(one.item.title)}</td>\n</tr>\n"
        for one in view.items(meeting)
    )
    column = "Pykälä" if state == "minutes" else "Asia"
    return (
        f"<h1>{escape(meeting.body)} {day(meeting)} - {KINDS[state][1]}</h1>\n"
        f"<h3>Kokousaika ja -paikka: {meeting.clock} {escape(meeting.place)}</h3>\n<hr>\n"
        f'<table border="0" width="100%">\n<tr>\n<th width="8%">{column}</th>\n<th width="0%"></th>\n'
        f'<th class="left">Otsikko</th>\n</tr>\n{rows}</table>\n<hr>'
    )


def _inside(view: View, meeting: Meeting, page: str) -> Answer:
    for shown in view.items(meeting):
        if item_number(shown) == page:
            return _page(view, _item(view, shown))
        for attachment in shown.item.attachments:
            if f"{item_number(shown)}{attachment.id:02}" == page and not attachment.missing:
                return _page(view, "".join(map(html_of, read_blocks(attachment.text))))
    return NOT_FOUND


def _item(view: View, shown: Shown) -> str:
    item, meeting = shown.item, shown.meeting
    own = str(item.section or "") if shown.state == "minutes" else ""
    past = "".join(_way(one.body, str(one.section), day(one)) for one in item.history)
    name = escape(view.council.source.council.name)
    head = f'<tr class="yttr1"><td><b>{name}</b></td><td>§</td><td>Kokouspvm</td><td>Asia</td><td>1</td></tr>'
    table = f"{head}{past}{_way(meeting.body, own, day(meeting))}"
    parts = [
        f'<table class="ytt"><colgroup>{COLUMNS}</colgroup><tbody>{table}</tbody></table><hr>',
        f"<p>{item.case_number}</p>" if item.case_number else "",
        f'<p class="ots">{escape(item.title, quote=False)}</p>',
        *(f"<p>{escape(one.line)}</p>{''.join(_treated(one))}" for one in item.history),
        f"<p>{meeting.short} § {own}</p>",
        *_treated(item, with_decision=shown.state == "minutes"),
        '<div id="divTiedote"></div><hr>',
        _attached(view, shown),
    ]
    return "".join(parts)


def _way(body: str, section: str, held: str) -> str:
    return f'<tr><td>{escape(body)}</td><td>{section}</td><td>{held}</td><td colspan="2">2 </td></tr>'


def _treated(told: Treatment | Earlier, *, with_decision: bool = True) -> Iterator[str]:
    """Yield a body's treatment: what was prepared and proposed, then what was decided, in boxes."""
    inner = _blocks(told.preparers) + _blocks(told.text) + _blocks(told.presenter)
    yield f'<div class="XSDoc">{inner}{_blocks(told.proposal, "Ehdotus")}</div>'
    if with_decision and told.decision:
        decided = _blocks(told.decision, "Päätös") + _blocks(told.handling)
        told_to = f'<p class="jakelu">Jakelu</p>{_blocks(told.told)}' if told.told else ""
        yield f'<div class="XSDoc">{decided}{told_to}</div>'


def _blocks(text: str, label: str = "") -> str:
    runs = [
        html_table(run) if run[0].kind == "row" else html_of(run[0]) for run in grouped(read_blocks(text))
    ]
    if label and runs:
        runs[0] = runs[0].replace("<p>", f'<p><span class="ehdotuspaatos">{label}</span>', 1)
    return "".join(runs)


def _attached(view: View, shown: Shown) -> str:
    if not shown.item.attachments:
        return ""
    links = "<br>".join(
        f'<span class="liomLabel">Liite {place}:</span>'
        f'<a href="{_root(view, shown.meeting)}/{item_number(shown)}{one.id:02}.htm">{escape(one.title)}</a>'
        for place, one in enumerate(shown.item.attachments, 1)
    )
    head = f"{shown.meeting.short} § {number(shown.item, shown.state)}"
    return f"{CAPTION}<p><strong>{head}</strong><br>{links}<br></p>"


def _page(view: View, inner: str, kind: str = "") -> Answer:
    told = f' class="{kind}"' if kind else ""
    return html_answer(
        '<html><head>\n<meta http-equiv="Content-Type" content="text/html; charset=UTF-8">\n'
        "<title>Esityslistat/pöytäkirjat</title>\n"
        '<link rel="stylesheet" type="text/css" href="Inetview.css">\n'
        f"</head>\n<body{told}>\n{inner}\n</body></html>",
        view.council.site.charset,
    )
