"""Knows Dynasty's pages of decisions that office-holders make alone: Latin-1, number and title glued."""

from collections.abc import Iterator
from html import escape

from samples.council import Charset, OfficerDecision
from samples.dynasty_classic import page, render_parts
from samples.dynasty_view import View
from samples.markup import Block, read_blocks
from samples.parts import Part

LATIN_1 = Charset(encoding="iso-8859-1", header="", meta="iso-8859-1")


def render_decision(view: View, decision: OfficerDecision) -> str:
    """Return a decision's page; the title follows the number without a blank."""
    number = f"{view.words.officer} {decision.date:%d.%m.%Y} § {decision.number}"
    head = f"{escape(decision.officer)} <br> {number}<span>{escape(decision.title)}</span>"
    text = render_parts(_parts(view, decision))
    table = f"<table class='tbl'><tr><td class='data'>\n{text}</td></tr></table>\n"
    return page(view, head, table, LATIN_1.meta)


def render_list(view: View) -> str:
    """Return the list of decisions: four blanks between officer and date, number and title glued."""
    rows = "".join(
        f"<tr><td>{escape(one.officer)}&nbsp;&nbsp;&nbsp;&nbsp;{one.date:%d.%m.%Y}</td><td>"
        f"<a href='?page=official_decision&amp;id={one.id}'>"
        f"{view.words.officer} {one.number}/{one.date.year}{escape(one.title)}</a></td>\n"
        for one in view.council.officers
    )
    return page(view, view.words.officers, f"<table class='tbl'>{rows}</table>\n", LATIN_1.meta)


def _parts(view: View, decision: OfficerDecision) -> Iterator[Part]:
    words = view.words
    if decision.case_number:
        yield Part("case", (Block("paragraph", decision.case_number),))
    for label, text in (
        (words.maker, decision.maker),
        (words.reasons, decision.reasons),
        (words.ruling, decision.decision),
        (words.power, decision.power),
        (words.shown, decision.shown),
        (words.told, decision.told),
    ):
        if text:
            yield Part("labelled", read_blocks(text), label)
