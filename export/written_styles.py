"""Knows Word's styles by what they are, not by what a language calls them: headings, lists, titles."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from lxml import etree

_MAIN = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespace of Word's own files, and that of files that it saves as strict."""
_OTHERS = {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback": "fallback",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent": "alternatives",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice": "choice",
}
_HEADING = re.compile(r"heading ([1-9])", re.I)
_LIST = re.compile(r"list\b", re.I)
_NESTED = re.compile(r"^list .*\b([2-5])$", re.I)
_BODY_LEVEL = 9
"""The outline level that Word gives to running text."""
_OFF = frozenset({"0", "false", "off", "none"})


@cache
def _named(tag: str) -> str:
    space, _, name = tag[1:].partition("}")
    return name if space in _MAIN else _OTHERS.get(tag, "")


def name_of(element: etree._Element) -> str:
    """Return a Word element's name without its namespace ("p"), empty for what is not Word's."""
    return _named(element.tag) if isinstance(element.tag, str) else ""


def value_of(element: etree._Element | None, attribute: str = "val") -> str | None:
    """Return a Word attribute of an element, or None."""
    if element is None:
        return None
    for space in _MAIN:
        if (found := element.get(f"{{{space}}}{attribute}")) is not None:
            return str(found)
    return None


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first element below another by its path of Word names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if name_of(each) == name), None)
    return element


def is_on(element: etree._Element | None) -> bool:
    """Tell whether a switch of Word's (bold, say) is there and not turned off."""
    return element is not None and (value_of(element) or "1").lower() not in _OFF


@dataclass(frozen=True)
class _Style:
    name: str
    base: str | None
    outline: int | None
    listed: bool


class Styles:
    """The paragraph styles of one file."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else [style for style in root if name_of(style) == "style"]
        self._styles = {value_of(style, "styleId") or "": _read_style(style) for style in found}
        self._default = next(
            (value_of(style, "styleId") for style in found if _is_default(style)),
            None,
        )

    def level(self, properties: etree._Element | None) -> int | None:
        """Return a paragraph's level as a heading, 1 being the highest, 0 for the title; None for other text.

        The paragraph's own outline level goes before its style's, and that before the style it is based on.
        """
        own = _outline(properties)
        if own is not None:
            return _level(own)
        for style in self._chain(properties):
            if style.name.lower() == "title":
                return 0
            if heading := _HEADING.match(style.name):
                return int(heading[1])
            if style.outline is not None:
                return _level(style.outline)
        return None

    def is_list(self, properties: etree._Element | None) -> bool:
        """Tell whether a paragraph is an item of a list, numbered or bulleted."""
        number = child(properties, "numPr", "numId")
        if number is not None:
            return value_of(number) != "0"
        return any(style.listed or _LIST.match(style.name) for style in self._chain(properties))

    def depth(self, properties: etree._Element | None) -> int:
        """Return how deep an item of a list stands: 0 for the outermost, 1 for those within its items."""
        told = value_of(child(properties, "numPr", "ilvl")) or ""
        if told.isdecimal():
            return min(int(told), _BODY_LEVEL)
        named = (_NESTED.search(style.name) for style in self._chain(properties))
        return next((int(found[1]) - 1 for found in named if found), 0)

    def is_contents(self, properties: etree._Element | None) -> bool:
        """Tell whether a paragraph is of a table of contents, which says all headings again."""
        return any(style.name.lower().startswith("toc ") for style in self._chain(properties))

    def _chain(self, properties: etree._Element | None) -> Iterator[_Style]:
        """Yield a paragraph's style and those that it is based on; files may base styles in a ring."""
        identity = value_of(child(properties, "pStyle")) or self._default
        seen = set()
        while identity in self._styles and identity not in seen:
            seen.add(identity)
            style = self._styles[identity]
            yield style
            identity = style.base


def _read_style(style: etree._Element) -> _Style:
    properties = child(style, "pPr")
    return _Style(
        name=value_of(child(style, "name")) or "",
        base=value_of(child(style, "basedOn")),
        outline=_outline(properties),
        listed=value_of(child(properties, "numPr", "numId")) not in (None, "0"),
    )


def _is_default(style: etree._Element) -> bool:
    return value_of(style, "type") == "paragraph" and value_of(style, "default") in ("1", "true", "on")


def _outline(properties: etree._Element | None) -> int | None:
    told = value_of(child(properties, "outlineLvl")) or ""
    return int(told) if told.isdecimal() and len(told) == 1 else None


def _level(outline: int) -> int | None:
    return None if outline >= _BODY_LEVEL else outline + 1
