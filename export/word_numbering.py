"""Knows Word's numbering: what marks the points of lists, for the styles of a document."""

from typing import cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from export.word_xml import append, make

_EMPTY = f"<w:numbering {nsdecls('w')}/>"
_INDENT, _HANGING = "425", "425"
_BULLET = "\u2022"


def number_styles(document: Document, numbered: str, bulleted: str) -> int:
    """See to it that two styles of lists (by id) mark their points; return the id of the numbers' look.

    A style that has marks keeps them.
    """
    _ensure_part(document)
    look = _look_of(document, numbered)
    if look is None:
        look = _add_look(document, numbered, "decimal", "%1.")
    if _look_of(document, bulleted) is None:
        _add_look(document, bulleted, "bullet", _BULLET)
    return look


def begin_numbering(document: Document, look: int) -> int:
    """Return the id of a new numbering of that look, which begins at 1."""
    number = document.part.numbering_part.element.add_num(look)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def _ensure_part(document: Document) -> None:
    part = document.part
    if any(each.reltype == RELATIONSHIP_TYPE.NUMBERING for each in part.rels.values()):
        return
    place = PackURI("/word/numbering.xml")
    made = NumberingPart(place, CONTENT_TYPE.WML_NUMBERING, parse_xml(_EMPTY), part.package)
    part.relate_to(made, RELATIONSHIP_TYPE.NUMBERING)


def _look_of(document: Document, identity: str) -> int | None:
    """Return the id of the abstract numbering that a style, or one that it rests on, has; None if none."""
    styles = {each.get(qn("w:styleId")): each for each in document.styles.element.findall(qn("w:style"))}
    seen: set[str] = set()
    while identity in styles and identity not in seen:
        seen.add(identity)
        number = styles[identity].find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
        if number is not None:
            return _abstract(document, number.get(_VAL, "0"))
        based = styles[identity].find(qn("w:basedOn"))
        identity = based.get(_VAL, "") if based is not None else ""
    return None


def _abstract(document: Document, number: str) -> int | None:
    root = document.part.numbering_part.element
    for each in root.findall(qn("w:num")):
        if each.get(qn("w:numId")) == number:
            told = each.find(qn("w:abstractNumId"))
            return int(told.get(_VAL, "0")) if told is not None else None
    return None


def _add_look(document: Document, style: str, kind: str, text: str) -> int:
    """Give a style marks of a kind; return the id of the abstract numbering."""
    root = document.part.numbering_part.element
    taken = [int(each.get(_ABSTRACT, "0")) for each in root.findall(qn("w:abstractNum"))]
    identity = max(taken, default=-1) + 1
    look = make("abstractNum", abstractNumId=str(identity))
    append(look, "multiLevelType", val="singleLevel")
    level = append(look, "lvl", ilvl="0")
    append(level, "start", val="1")
    append(level, "numFmt", val=kind)
    append(level, "pStyle", val=style)
    append(level, "lvlText", val=text)
    append(level, "lvlJc", val="left")
    append(append(level, "pPr"), "ind", left=_INDENT, hanging=_HANGING)
    # abstract numberings stand before all numberings
    first = root.find(qn("w:num"))
    if first is None:
        root.append(look)
    else:
        first.addprevious(look)
    _mark_style(document, style, int(root.add_num(identity).numId))
    return identity


def _mark_style(document: Document, identity: str, number: int) -> None:
    for style in document.styles.element.findall(qn("w:style")):
        if style.get(qn("w:styleId")) == identity:
            properties = cast(BaseOxmlElement, style.get_or_add_pPr())
            for old in properties.findall(qn("w:numPr")):
                properties.remove(old)
            marks = make("numPr")
            append(marks, "numId", val=str(number))
            later = [each for each in properties if each.tag not in _BEFORE_MARKS]
            properties.insert(properties.index(later[0]) if later else len(properties), marks)


_VAL, _ABSTRACT = qn("w:val"), qn("w:abstractNumId")
_BEFORE_MARKS = frozenset(
    qn(f"w:{name}")
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
