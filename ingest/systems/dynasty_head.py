"""Knows the head of a Dynasty page: the body, then `Pöytäkirja 08.05.2017/Pykälä 127` or the like."""

import re

from lxml import html

from ingest.clean import Piece
from ingest.html import clean_element

_HEADINGS = "//label[@class='h3'] | //h1 | //h2 | //h3"
_DATED = re.compile(
    r"(?:(?P<body>\S.{0,120}?)\s+)?(?P<line>[^\W\d_]\S{0,40}\s+\d{1,2}\.\d{1,2}\.\d{4}\b.{0,400})"
)
_NUMBERED = re.compile(r"\d{4}\s{0,3}[/ ]\s{0,3}(?:Pykälä|Asianro|Paragraf|Ärendenr)\s*\d")
Head = tuple[Piece, ...]
"""One heading of two lines, or nothing."""


def has_head(text: str) -> bool:
    """Tell whether the head of an item stands somewhere in `text`, which may be markup."""
    return _NUMBERED.search(text) is not None


def read_head(tree: html.HtmlElement) -> Head:
    """Return the head that `tree`, the part of a page above its data, holds: body and line, or nothing."""
    for element in tree.xpath(_HEADINGS):
        head = _head(clean_element(element).text.split("\n"))
        if head:
            return _laid(head)
    lines = clean_element(tree).text.split("\n")
    numbered = next((place for place, line in enumerate(lines) if _NUMBERED.search(line)), None)
    return _laid(_head([line for line in lines[: numbered + 1] if line][-2:])) if numbered is not None else ()


def take_head(tree: html.HtmlElement) -> Head:
    """Return the head that stands in a heading among the data, and take it out of `tree`."""
    for element in tree.xpath(_HEADINGS):
        words = clean_element(element).text
        head = _head(words.split("\n")) if _NUMBERED.search(words) else ""
        if head:
            element.drop_tree()
            return _laid(head)
    return ()


def _head(lines: list[str]) -> str:
    """Return the last two of `lines` that are body and dated line, or one that holds both, as two lines."""
    for before, line in zip(["", *lines], lines, strict=False):
        match = _DATED.fullmatch(line)
        if match:
            body = match["body"] or before
            split = match["line"][0].isupper() and body
            return f"{body}\n{match['line']}" if split else line
    return ""


def _laid(head: str) -> Head:
    return (Piece("heading", head, 1),) if head else ()
