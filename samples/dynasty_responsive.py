"""Knows Dynasty's newest pages: `data-part` divisions whose text is spans, glued to one another."""

from collections.abc import Iterable, Iterator
from html import escape

from samples.dynasty_view import Shown, View
from samples.markup import Block, grouped
from samples.parts import Part


def render_item(view: View, shown: Shown) -> str:
    """Return an item's page; label and value stand in neighbouring spans without a blank."""
    text = "".join(f"{line}\n" for part in view.parts(shown) for line in _lines(part))
    return (
        f"<!DOCTYPE html>\n<html lang='{view.council.site.language}'><head>{_declared(view)}"
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        f"<title>{view.words.service}</title></head><body>\n"
        f"<h1 class='page-title'>{escape(view.body(shown.meeting))} <br> {view.heading(shown, '/')}</h1>\n"
        f"{_navigation(view, shown)}{_attachments(view, shown)}"
        "<div class='data-part meetingitem'>\n<div class='data-part-block-htm'>\n"
        f"<div>{text}</div></div></div>\n</body></html>\n"
    )


def _declared(view: View) -> str:
    meta = view.council.site.charset.meta
    return f"<meta charset='{meta}'>" if meta else ""


def _navigation(view: View, shown: Shown) -> str:
    before, after = view.neighbours(shown)
    links = "".join(
        f"<a class='' href='?page=meetingitem&amp;id={one.id}'>{word}</a>\n"
        for one, word in ((before, view.words.previous), (after, view.words.next))
        if one
    )
    file = f"<a class='' target='_blank' href='../kokous/{shown.id}.PDF'>{view.words.item_file}</a>\n"
    return f"<div class='data-part page-navigation'>\n{file}{links}</div>\n"


def _attachments(view: View, shown: Shown) -> str:
    if not shown.item.attachments:
        return ""
    files = ((f"../kokous/{shown.id}-{one.id}.PDF", escape(one.title)) for one in shown.item.attachments)
    links = "".join(f"<li><a class='' target='_blank' href='{to}'>{title}</a></li>\n" for to, title in files)
    return f"<div class='data-part attachments'><h2>{view.words.attachments}</h2><ul>\n{links}</ul></div>\n"


def _lines(part: Part) -> Iterator[str]:
    if part.role == "title":
        yield f'<p><span style="font-weight:bold">{_text(part.blocks[0])}</span></p>'
    elif part.role == "line":
        yield f"<p>{_spread(part.blocks[0].text)}</p>"
    elif part.role == "history":
        yield f"<p><span>{part.label}</span></p>"
    elif part.role == "labelled" and part.label:
        yield from _labelled(part)
    else:
        yield from _blocks(part.blocks)


def _labelled(part: Part) -> Iterator[str]:
    label = f"<span>{escape(part.label, quote=False)}</span>"
    joined = part.blocks[:1] if part.blocks and part.blocks[0].kind == "paragraph" else ()
    yield f"<p>{label}{''.join(f'<span>{_text(block)}</span>' for block in joined)}</p>"
    yield from _blocks(part.blocks[len(joined) :])


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for run in grouped(blocks):
        if run[0].kind == "row":
            rows = ("".join(f"<td><p><span>{escape(c)}</span></p></td>" for c in row.cells) for row in run)
            yield "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        elif run[0].kind == "bullet":
            yield f"<ul><li><span>{_text(run[0])}</span></li></ul>"
        else:
            yield f"<p><span>{_text(run[0])}</span></p>"


def _spread(line: str) -> str:
    """Body and date stand in spans of their own, with one blank between."""
    body, _, date = line.partition(" § ")[0].rpartition(" ")
    section = line.partition(" § ")[2]
    spans = [body, date, f"§ {section}"] if section else [body, date]
    return " ".join(f"<span>{escape(span)}</span>" for span in spans)


def _text(block: Block) -> str:
    return escape(block.text, quote=False)
