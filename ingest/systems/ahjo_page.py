"""Knows the HTML of Ahjo's decisions: `div.paatos` or `div.esitys`, its head, its sections under `h3`s."""

import re
from typing import NamedTuple

from lxml import html

from ingest.clean import Piece
from ingest.html import parse_markup, pieces_of, words_of
from records.errors import LayoutChanged

_LANDMARK = re.compile(
    r"class=[\"'](?:[\w-]{1,60} ){0,6}(?:AsiaOtsikko|JulkinenOtsikko|DnroTmuoto|SisaltoOtsikko)[\"' ]"
)
_FRAMES = ("paatos", "esitys", "viranhaltijapaatos")
_DROPPED = ("SahkoinenAllekirjoitusSektio",)
_OFFICER = "viranhaltijapaatos"
_OFFICER_NAME = {"fi": "Viranhaltijapäätös", "sv": "Tjänsteinnehavarbeslut"}
_TITLES = ("AsiaOtsikko", "JulkinenOtsikko")
_SHORTEST = 20
"""A text with fewer characters than this is no item."""


class Decision(NamedTuple):
    """A decision's HTML as blocks, the title in its head, and `Viranhaltijapäätös` if an officer made it."""

    pieces: list[Piece]
    title: str | None
    kind: str | None = None


def has_landmarks(markup: str) -> bool:
    """Tell whether a page's markup is a decision of Ahjo's."""
    return _LANDMARK.search(markup) is not None


def read_decision(content: str, motion: str, where: str, language: str = "fi") -> Decision:
    """Return a decision's HTML as blocks, with its title; of the proposal's what it does not repeat.

    Either may be empty. Signatures are left out. Raises LayoutChanged for markup without Ahjo's
    landmarks, or without words.
    """
    trees = [_frame(markup, where) for markup in (content, motion) if markup.strip()]
    if not trees:
        raise _changed(where, "none")
    first = trees[0]
    for other in trees[1:]:
        _add_sections(first, other)
    pieces = pieces_of(first)
    words = "\n".join(piece.text for piece in pieces)
    if len(words) < _SHORTEST:
        raise _changed(where, f"only {words!r}")
    return Decision(pieces, _words(first, *_TITLES), _kind(first, language))


def _frame(markup: str, where: str) -> html.HtmlElement:
    """Return the element that holds a decision, without signatures."""
    if not has_landmarks(markup):
        raise _changed(where, "no landmark of the system")
    tree = parse_markup(markup, where)
    for element in (found for name in _DROPPED for found in _of_class(tree, name)):
        if element.getparent() is not None:
            element.drop_tree()
    frames = [element for name in _FRAMES for element in _of_class(tree, name)]
    return frames[0] if frames else tree


def _add_sections(decision: html.HtmlElement, proposal: html.HtmlElement) -> None:
    """Put the proposal's sections that the decision lacks behind the decision's own."""
    own = _of_class(decision, "SisaltoSektio")
    known = {_heading(section) for section in own}
    place = own[-1] if own else None
    for section in _of_class(proposal, "SisaltoSektio"):
        if _heading(section) not in known:
            section.tail = None
            if place is None:
                decision.append(section)
            else:
                place.addnext(section)
            place = section


def _heading(section: html.HtmlElement) -> str | None:
    return _words(section, "SisaltoOtsikko")


def _words(tree: html.HtmlElement, *classes: str) -> str | None:
    """Return the words of the first element of one of `classes`."""
    found = (words_of(one) for name in classes for one in _of_class(tree, name))
    return next(filter(None, found), None)


def _kind(frame: html.HtmlElement, language: str) -> str | None:
    """Return what an officer's decision is called, where only the frame's class tells it."""
    officer = _OFFICER in frame.get("class", "").split()
    return _OFFICER_NAME["sv" if language.startswith("sv") else "fi"] if officer else None


def _of_class(tree: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    found = tree.xpath(
        "descendant-or-self::*[contains(concat(' ', normalize-space(@class), ' '), $name)]", name=f" {name} "
    )
    return list(found)


def _changed(where: str, found: str) -> LayoutChanged:
    return LayoutChanged(
        where,
        expected="the text of a decision",
        found=found,
        advice="Look at the answer; if it is in order, its layout has changed",
    )
