"""Knows WordprocessingML elements; made here one by one, since the library takes ten times as long."""

from functools import cache
from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree


def make(name: str, **attributes: str) -> BaseOxmlElement:
    """Return an element of the namespace w with attributes of the same."""
    element = cast(BaseOxmlElement, OxmlElement(f"w:{name}"))
    for key, value in attributes.items():
        element.set(_name(key), value)
    return element


def append(parent: BaseOxmlElement, name: str, **attributes: str) -> BaseOxmlElement:
    """Return an element made at the end of another."""
    return etree.SubElement(parent, _name(name), {_name(key): value for key, value in attributes.items()})


def append_text(run: BaseOxmlElement, text: str) -> None:
    """Write text at the end of a run, with the blanks at its ends."""
    words = append(run, "t")
    words.set(_SPACE, "preserve")
    words.text = text


def make_paragraph(style: str) -> BaseOxmlElement:
    """Return an empty paragraph of a style, by the style's id."""
    paragraph = make("p")
    append(append(paragraph, "pPr"), "pStyle", val=style)
    return paragraph


def append_paragraph(parent: BaseOxmlElement, style: str) -> BaseOxmlElement:
    """Return an empty paragraph of a style, made at the end of another element."""
    paragraph = append(parent, "p")
    append(append(paragraph, "pPr"), "pStyle", val=style)
    return paragraph


def wrap(element: BaseOxmlElement, wrapper: BaseOxmlElement) -> None:
    """Put `wrapper` where an element stands, and the element into it."""
    element.addprevious(wrapper)
    wrapper.append(element)


def parent_of(element: BaseOxmlElement) -> BaseOxmlElement:
    """Return the element that holds another, which is no root."""
    return cast(BaseOxmlElement, element.getparent())


def remove(element: BaseOxmlElement) -> None:
    """Take an element out of the one that holds it."""
    parent_of(element).remove(element)


@cache
def _name(name: str) -> str:
    return qn(f"w:{name}")


_SPACE = qn("xml:space")
