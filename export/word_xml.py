"""Knows WordprocessingML elements: makes those for which the library has no words."""

from typing import cast

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement


def make(name: str, **attributes: str) -> BaseOxmlElement:
    """Return an element of the namespace w with attributes of the same."""
    element = cast(BaseOxmlElement, OxmlElement(f"w:{name}"))
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def append(parent: BaseOxmlElement, name: str, **attributes: str) -> BaseOxmlElement:
    """Return an element made at the end of another."""
    child = make(name, **attributes)
    parent.append(child)
    return child


def wrap(element: BaseOxmlElement, wrapper: BaseOxmlElement) -> None:
    """Put `wrapper` where an element stands, and the element into it."""
    element.addprevious(wrapper)
    wrapper.append(element)
