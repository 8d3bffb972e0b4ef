"""Knows Dynasty's static pages: TELIMET.HTM and what hangs on it, with Word's own HTML inside."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from samples.council import Meeting
from samples.dynasty_view import Shown, View
from samples.markup import grouped, html_of, html_table
from samples.parts import Part, day, number

RIGHT = ' class="MsoNormal" align="right" style="text-align:right"'
NORMAL = ' class="MsoNormal"'
SIDE = ' class="Sivuotsikko"'
HANGING = ' class="Sisennetty" style="margin-left:117.0pt;text-indent:-117.0pt"'
INDENTED = ' class="Sisennetty"'
GRID = ' class="MsoTableGrid" style="border-collapse:collapse;border:none" cellspacing="0"'
DAMAGED = ' style="xfont-size:11.0pt;xfont-family:&quot;Arial&quot;"'
BLANK = '<p class="Sisennetty">&nbsp;</p>'
TABLE = '<table class="tbl" cellspacing="0" width="100%">'
RULE = f'{TABLE}<tr><td><hr size="4"></td></tr>'
LONG_TEXT = re.compile(r"(?<=>)[^<>]{90,}(?=<)")
WORD_LINE = 78
WORD = (
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"> '
    '<meta name="Generator" content="Microsoft Word 14 (filtered)"> '
    "<style> <!-- /* Style Definitions */ p.MsoNormal {margin:0cm; font-size:11.0pt;} "
    "p.Sisennetty {margin-left:117.0pt;} --> </style> "
)


def render_bodies(view: View) -> str:
    """Return TELIMET.HTM: the bodies, each with its latest meeting."""
    latest: dict[int, Meeting] = {}
    for meeting in view.council.meetings:
        latest.setdefault(meeting.body_id, meeting)
    rows = "".join(
        f"<!--TIETUE:TELIN-{body_id}-->\n<!--{escape(one.body)}-->\n<tr>"
        f'<td class="tcBul">&nbsp;&nbsp;<img src="TELIN.GIF">&nbsp;&nbsp;</td>'
        f'<td class="tcDat" nowrap><a href="TELIN-{body_id}.HTM">{escape(one.body)}</a></td>'
        f'<td colspan="3" class="tcDat">{day(one)}&nbsp;&nbsp;<a href="{one.id}.HTM">'
        f"{view.kind(view.state(one))}</a></td></tr>\n<!--TIETUE-->\n"
        for body_id, one in latest.items()
    )
    head = f'<tr class="trHea"><td class="tcHeaFirst" colspan="2">&nbsp;{view.words.bodies}</td></tr>\n'
    name = escape(view.council.source.council.name)
    return _page(view, "bodyTelimet", f"{name}<br>{view.words.lists}", _list(head + rows), ())


def render_meetings(view: View, meetings: Sequence[Meeting]) -> str:
    """Return TELIN-<body>.HTM: one body's meetings, newest first, each with its date in a comment."""
    rows = "".join(
        f"<!--TIETUE:{one.id}-->\n<!--{one.date.isoformat()}-->\n<!--{one.id}.HTM-->\n"
        f'<tr class="trDat"><td class="tcDat">&nbsp;&nbsp;{day(one)}&nbsp;&nbsp;</td>'
        f'<td class="tcDat" width="100%"><a href="{one.id}.HTM">{view.kind(view.state(one))}</a></td></tr>\n'
        "<!--TIETUE-->\n"
        for one in meetings
    )
    year = f"{view.words.year}&nbsp;{meetings[0].date.year}"
    head = f'<tr class="trHea"><td class="tcHeaFirst" colspan="2">&nbsp;{year}</td></tr>\n'
    body = escape(view.body(meetings[0]))
    return _page(view, "bodyTelin", f"{view.words.lists}<br>{body}", _list(head + rows), meetings[:1])


def render_meeting(view: View, meeting: Meeting) -> str:
    """Return <meeting>.HTM: the table of its items."""
    words = view.words
    state = view.state(meeting)
    column = words.section if state == "minutes" else words.number
    file = (
        f'<a target="_blank" href="{meeting.id}.PDF" class="linkMListPDF">'
        f"{view.kind(state)}&nbsp;{words.list_pdf.replace(' ', '&nbsp;')}</a>"
    )
    head = (
        f'<tr class="trHea"><td class="tcHeaFirst" height="25">&nbsp;{column}</td>'
        f'<td class="tcHea">&nbsp;</td><td class="tcHea">{words.title}</td>'
        f'<td class="tcHeaLast" align="right">{file}&nbsp;</td></tr>\n'
    )
    rows = "".join(_item_row(shown) for shown in view.items(meeting))
    mark = f" / {words.checked}" if state == "minutes" else ""
    when = f"{day(meeting)} {words.clock} {meeting.clock}{mark}"
    title = f"{escape(view.body(meeting))}<br>{view.kind(state)} {when}"
    return _page(view, "bodyKokous", title, _list(head + rows), (meeting,))


def render_item(view: View, shown: Shown) -> str:
    """Return <item>.HTM: navigation, attachments, then a Word document dropped into the page."""
    inner = f'<div class="WordSection1"> {_word(view.parts(shown))} </div>'
    document = (
        f'<div class="tblDoc"><div class="tcDoc">{_navigation(view, shown)}<hr>{_attachments(view, shown)}'
        f"{WORD}{inner}</div></div>\n"
    )
    title = f"{escape(view.body(shown.meeting))}<br>{view.heading(shown, ' ')}"
    return _page(view, "bodyKokousasia", title, document, (shown.meeting,))


def _page(view: View, kind: str, title: str, data: str, above: Sequence[Meeting]) -> str:
    meta = view.council.site.charset.meta
    declared = f'<meta http-equiv="Content-Type" content="text/html; charset={meta}">\n ' if meta else ""
    crumbs = _crumbs(view, above, with_meeting=kind == "bodyKokousasia")
    return (
        f'<html><head>\n {declared}<meta http-equiv="pragma" content="no-cache">\n'
        ' <meta http-equiv="cache-control" content="no-cache">\n <meta name="robots" content="noindex">\n'
        f" <title>{escape(view.council.source.council.name)}</title>\n"
        ' <link rel="stylesheet" type="text/css" href="DJULKAISU.CSS">\n'
        ' <script language="JavaScript" src="DJULKAISU.JS"></script>\n <!--PARENTUPD-->\n</head>\n'
        f'<body class="{kind}" onload="init()">\n<center>\n  {crumbs}\n</center>\n{RULE}'
        f'<tr><td align="center"><label class="h3"><!-- RSPEAK_START -->{title}<!-- RSPEAK_STOP --></label>'
        '<!--READSPEAKER--></td></tr><tr><td><hr size="4"></td></tr></table>\n<p style="margin:0px">\n'
        f'{TABLE}<tr><td style="padding-left:5px; padding-right:5px">\n<!--DATA_BEGIN-->\n{data}'
        f"<!--DATA_END-->\n</td></tr></table>\n{RULE}</table>\n"
        f"<center>\n  <!--LINKIT-->{crumbs}\n</center>\n</body></html>\n"
    )


def _crumbs(view: View, above: Sequence[Meeting], *, with_meeting: bool) -> str:
    links = [f'<a href="TELIMET.HTM">{view.words.bodies}</a>']
    for meeting in above:
        links.append(f'<a href="TELIN-{meeting.body_id}.HTM">{escape(view.body(meeting))}</a>')
        if with_meeting:
            text = f"{view.kind(view.state(meeting))} {day(meeting)}"
            links.append(f'<a href="{meeting.id}.HTM">{text}</a>')
    links.append(f'<a href="{view.script}?page=meeting_frames" target="_top">{view.words.open_search}</a>')
    return " | ".join(links)


def _list(rows: str) -> str:
    return f'<table class="tbl" cellspacing="0" border="0" width="100%">\n{rows}</table>\n'


def _item_row(shown: Shown) -> str:
    clip = '<img src="ATTACHEMENT.GIF">' if shown.item.attachments else "&nbsp;"
    return (
        f'<tr class="trDat"><td class="tcDat" valign="top">&nbsp;&nbsp;{number(shown.item, shown.state)}</td>'
        f'<td valign="top">{clip}</td><td class="tcDat" colspan="3"><a href="{shown.id}.HTM">'
        f"{escape(shown.item.title)}</a></td></tr>\n"
    )


def _navigation(view: View, shown: Shown) -> str:
    words = view.words
    before, after = view.neighbours(shown)
    links = " | ".join(
        f'<a href="{one.id}.HTM">{word}</a>'
        for one, word in ((before, words.previous), (after, words.next))
        if one
    )
    file = words.item_pdf.replace(" ", "&nbsp;", 1)
    return (
        f'<div class="tcDat"><table width="100%"><tr><td class="tcDat">{links}</td>'
        '<td class="tcDat" align="right">'
        f'<a target="_blank" href="{shown.meeting.id}-0-1.PDF">{words.appeal}</a>&nbsp;&nbsp;'
        f'<img src="ATT.GIF">&nbsp;<a target="_blank" href="{shown.id}.PDF">{file}</a></td></tr>'
        "</table></div>"
    )


def _attachments(view: View, shown: Shown) -> str:
    if not shown.item.attachments:
        return ""
    rows = "".join(
        '<tr><td valign="top"><img src="ATT.GIF">&nbsp;</td><td valign="top">&nbsp;</td><td>'
        f'<a href="{shown.id}-{one.id}.PDF" target="_blank">{escape(one.title)}</a></td></tr>'
        for one in shown.item.attachments
    )
    return f'<div class="tcDat">{view.words.attachments}<table class="tcDat">{rows}</table></div><hr>   '


def _word(parts: Iterable[Part]) -> str:
    made = f"  {BLANK}  ".join("  ".join(_paragraphs(part)) for part in parts)
    return LONG_TEXT.sub(lambda found: textwrap.fill(found[0], WORD_LINE, break_on_hyphens=False), made)


def _paragraphs(part: Part) -> Iterator[str]:
    if part.role == "case":
        yield from (html_of(block, RIGHT) for block in part.blocks)
    elif part.role == "front":
        yield html_table(part.blocks, GRID)
    elif part.role == "title":
        title = escape(part.blocks[0].text, quote=False)
        yield f"<p{NORMAL}><strong><span{DAMAGED}>{title}</span></strong></p>"
    elif part.role == "history":
        yield f"<p{NORMAL}><b>{part.label}</b></p>"
    elif part.role == "labelled":
        yield from _side_heading(part)
    else:
        yield from (html_of(block, NORMAL) for block in part.blocks)


def _side_heading(part: Part) -> Iterator[str]:
    """A label hangs in the margin with the first words of its text; where it has none, it stands alone."""
    label = f"<b>{escape(part.label, quote=False)}</b>"
    joined = part.inline and bool(part.blocks) and part.blocks[0].kind == "paragraph"
    if part.label and joined:
        first = escape(part.blocks[0].text, quote=False)
        yield f"<p{HANGING}>{label}&nbsp;&nbsp;&nbsp;&nbsp; {first}</p>"
    elif part.label:
        yield f"<p{SIDE}>{label}</p>"
    for run in grouped(part.blocks[1:] if part.label and joined else part.blocks):
        if run[0].kind not in ("bullet", "point"):
            yield BLANK
        yield html_table(run, GRID) if run[0].kind == "row" else html_of(run[0], INDENTED)
