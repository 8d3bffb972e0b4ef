"""Knows Dynasty's CGI pages as most installations print them: captions, comments, glued tables."""

from collections.abc import Iterable
from html import escape

from samples.council import Meeting
from samples.dynasty_view import Shown, View
from samples.markup import Block, grouped, html_of, html_table
from samples.parts import Part, day, number

BLANK = "<p class='MsoNormal'>&nbsp;</p>"
LABEL = " class='Sisennetty' style='margin-left:104.9pt;text-indent:-104.9pt'"
INDENT = " class='Sisennetty' style='margin-left:104.9pt'"
NORMAL = " class='MsoNormal'"
GRID = " class='MsoTableGrid' border='1' cellspacing='0' cellpadding='0'"
TABLE = "<table class='tbl' cellspacing='0' width='100%'>"


def render_item(view: View, shown: Shown) -> str:
    """Return an item's page: head, navigation, attachments, text, navigation again."""
    navigation = _navigation(view, shown)
    caption = f"<caption class='caption hidden'>{view.words.item_text}</caption>"
    parts = "" if shown.item.printed_only else render_parts(view.parts(shown))
    text = f"{TABLE}{caption}<tr><td class='data'>\n{parts}</td></tr></table>\n"
    data = f"{navigation}{_attachments(view, shown)}{text}{navigation}"
    head = f"{escape(view.body(shown.meeting))} <br> {view.heading(shown, '/')}"
    return page(view, head, data)


def render_meeting(view: View, meeting: Meeting) -> str:
    """Return a meeting's table of items."""
    words = view.words
    state = view.state(meeting)
    column = words.section if state == "minutes" else words.number
    printed = (
        f"{words.published}: {meeting.published:%d.%m.%Y} "
        f"<a target='_blank' href='../kokous/{meeting.id}.PDF'>{view.kind(state)}</a>"
    )
    head = f"<tr><th>{column}</th><th></th><th>{words.title}</th><th>{printed}</th>\n"
    rows = "".join(_item_row(view, shown) for shown in view.items(meeting))
    when = f"{day(meeting)} {words.clock} {meeting.clock} - &nbsp;{escape(meeting.place)}"
    title = f"{escape(view.body(meeting))} <br> {view.kind(state)} {when}"
    return page(view, title, f"{TABLE}<caption class='caption'>{words.items}</caption>{head}{rows}</table>")


def render_bodies(view: View) -> str:
    """Return the table of bodies with each one's latest meeting: the site's entry."""
    words = view.words
    head = f"<tr><th>{words.body}</th><th>{words.latest}</th><th>{words.day}</th>\n"
    latest: dict[int, Meeting] = {}
    for meeting in view.council.meetings:
        latest.setdefault(meeting.body_id, meeting)
    rows = "".join(
        f"<tr><td><a href='?page=meetings&amp;id={body_id}'>{escape(meeting.body)}</a></td>"
        f"<td>{_meeting_link(view, meeting)}</td><td>{day(meeting)}</td>\n"
        for body_id, meeting in latest.items()
    )
    table = f"{TABLE}<caption class='caption'>{words.bodies}</caption>{head}{rows}</table>"
    return page(view, escape(view.council.source.council.name), table)


def render_meetings(view: View, meetings: Iterable[Meeting]) -> str:
    """Return the meetings of one body, newest first."""
    rows = "".join(
        f"<tr><td>{day(meeting)}</td><td>{_meeting_link(view, meeting)}</td>\n" for meeting in meetings
    )
    return page(view, view.words.lists, f"{TABLE}<caption>{view.words.meetings}</caption>{rows}</table>")


def page(view: View, heading: str, data: str, meta: str | None = None) -> str:
    """Return a whole page around `data`; `heading` is HTML, `meta` a charset other than the site's."""
    words = view.words
    name = escape(view.council.source.council.name)
    meta = view.council.site.charset.meta if meta is None else meta
    declared = f"<meta http-equiv='Content-Type' content='text/html; charset={meta}'>\n" if meta else ""
    feeds = (
        f"<div class='rss'>{words.feed_link}<br>\n{words.items}:<br>"
        f"{view.script}?page=rss/meetingitems&amp;show=30<br>\n{words.meetings}:<br>"
        f"{view.script}?page=rss/meetings&amp;show=30</div>\n"
    )
    search = f"<a href='?page=meeting_frames'>{words.search}</a>"
    bar = f"<div class='header'>{words.service} {search} {words.feed} {name}</div>\n"
    return (
        f"<!DOCTYPE html>\n<html lang='{view.council.site.language}'><head>\n{declared}"
        f"<title>{words.service} - {name}</title>\n<meta name='robots' content='noindex'>\n"
        "<link rel='stylesheet' type='text/css' href='../djulkaisu.css'>\n</head>\n<body>\n"
        f"{bar}{feeds}<h1 class='h1'>{heading}</h1>\n"
        f"<!--DATABEGIN-->\n{data}<!--DATAEND-->\n</body></html>\n"
    )


def render_parts(parts: Iterable[Part]) -> str:
    """Return an item's text as the Word-born HTML that the data cell holds."""
    return f"\n{BLANK}\n".join(_part(part) for part in parts) + "\n"


def _part(part: Part) -> str:
    if part.role == "front":
        return html_table(part.blocks, GRID)
    if part.role == "title":
        return f"<p{NORMAL}><b>{escape(part.blocks[0].text, quote=False)}</b></p>"
    if part.role == "history":
        return f"<p{NORMAL}><b>{part.label}</b></p>"
    if part.role == "labelled":
        return _labelled(part)
    return "\n".join(html_of(block, NORMAL) for block in part.blocks)


def _labelled(part: Part) -> str:
    label = f"<b>{escape(part.label, quote=False)}</b>"
    first = part.blocks[0] if part.blocks else None
    if not part.label:
        return _blocks(part.blocks, NORMAL)
    if first is None or not part.inline or first.kind in ("row", "bullet", "heading"):
        return f"<p{LABEL}>{label}</p>\n{_blocks(part.blocks, INDENT)}".rstrip()
    opening = f"<p{LABEL}>{label}&nbsp;&nbsp;&nbsp;&nbsp; {escape(first.text, quote=False)}</p>"
    rest = _blocks(part.blocks[1:], INDENT)
    return f"{opening}\n{BLANK}\n{rest}" if rest else opening


def _blocks(blocks: Iterable[Block], attributes: str) -> str:
    shown = []
    for run in grouped(blocks):
        tight = run[0].kind in ("bullet", "row", "point")
        made = html_table(run, GRID) if run[0].kind == "row" else html_of(run[0], attributes)
        shown.append(made if tight else f"{made}\n{BLANK}")
    return "\n".join(shown).removesuffix(f"\n{BLANK}")


def _navigation(view: View, shown: Shown) -> str:
    words = view.words
    before, after = view.neighbours(shown)
    links = " | ".join(
        f"<a href='?page=meetingitem&amp;id={one.id}'>{word}</a>"
        for one, word in ((before, words.previous), (after, words.next))
        if one
    )
    files = (
        f"<a target='_blank' href='../kokous/{shown.meeting.id}-0-1.PDF'>{words.appeal}</a> "
        f"<a target='_blank' href='../kokous/{shown.id}.PDF'>{words.item_pdf}</a>"
    )
    caption = f"<caption class='caption navigation hidden'>{words.navigation}</caption>"
    cells = f"<tr><td>{links}</td><td align='right'>{files}</td></tr>"
    return f"<table class='tbl navigation'>{caption}{cells}</table>\n"


def _attachments(view: View, shown: Shown) -> str:
    if not shown.item.attachments:
        return ""
    files = ((f"../kokous/{shown.id}-{one.id}.PDF", escape(one.title)) for one in shown.item.attachments)
    rows = "".join(f"<tr><td><a target='_blank' href='{to}'>{title}</a></td></tr>\n" for to, title in files)
    return f"{TABLE}<caption class='caption'>{view.words.attachments}</caption>\n{rows}</table>\n"


def _item_row(view: View, shown: Shown) -> str:
    clip = f"<img src='../clip.gif' alt='{view.words.has_attachments}'>" if shown.item.attachments else ""
    link = f"<a href='?page=meetingitem&amp;id={shown.id}'>{escape(shown.item.title)}</a>"
    return f"<tr><td>{number(shown.item, shown.state)}</td><td>{clip}</td><td>{link}</td><td></td>\n"


def _meeting_link(view: View, meeting: Meeting) -> str:
    return f"<a href='?page=meeting&amp;id={meeting.id}'>{view.kind(view.state(meeting))}</a>"
