"""Knows a council's own Word template: reads it, checks it, and fills in what its tags ask for.

What a tag stands for is written later, with its highlight, language and comment: Jinja only puts a
marker in its place, so that no text of a source ever passes through a template's language.
"""

import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml import etree

from export.package import pack
from export.template_package import read_package, refused
from export.template_tags import (
    FIELDS,
    MARK,
    ClosedEnvironment,
    TemplateMistake,
    find_mistakes,
    list_paragraphs,
    used_names,
)

MARKER = re.compile("\ue000([a-z_]+)\ue001")
"""Stands where a field or the draft goes, with its name."""

_CHECK = "Run paragraf template check on it: it names every mistake with its paragraph."


@dataclass(frozen=True)
class Template:
    """A council's Word template, read and found right.

    `content` is the file as it may be used; `asked` are the fields that its tags name, `printed`
    those among them outside headers and footers.
    """

    path: Path
    content: bytes
    asked: frozenset[str]
    printed: frozenset[str]

    def filled(self, known: Collection[str]) -> bytes:
        """Return the template with a marker for each tag; conditions hold for the fields in `known`.

        Raises DraftError for a template that no longer holds its body mark.
        """
        return _fill(self, frozenset(known) & self.asked)


def open_template(path: Path) -> Template:
    """Return a council's template, a .docx or .dotx.

    Raises DraftError, with the first mistake, for what is no Word file, could run or fetch anything,
    or holds tags that are unknown or broken.
    """
    return _template(path, read_package(path))


@lru_cache(maxsize=4)
def _template(path: Path, content: bytes) -> Template:
    paragraphs = list(list_paragraphs(_open(path, content)))
    mistakes = list(find_mistakes(paragraphs))
    if mistakes:
        more = f" (and {len(mistakes) - 1} more)" if len(mistakes) > 1 else ""
        raise refused(path, f"{mistakes[0].describe()}{more}", _CHECK)
    used = set(used_names(paragraphs))
    printed = frozenset(name for part, name in used if part == "body")
    template = Template(path, content, frozenset(name for _, name in used), printed)
    for known in (FIELDS, ()):
        _check_markers(path, template.filled(known))
    return template


def check_template(path: Path) -> tuple[TemplateMistake, ...]:
    """Return every mistake in a template's tags, none when it can be used.

    Raises DraftError for a file that cannot be read as a template at all.
    """
    content = read_package(path)
    mistakes = tuple(find_mistakes(list(list_paragraphs(_open(path, content)))))
    if not mistakes:
        open_template(path)
    return mistakes


class _Asked:
    """A field as a template's conditions and tags see it."""

    def __init__(self, name: str, known: bool) -> None:
        self._name = name
        self._known = known

    def __bool__(self) -> bool:
        return self._known

    def __str__(self) -> str:
        return f"\ue000{self._name}\ue001"


@lru_cache(maxsize=2)
def _fill(template: Template, known: frozenset[str]) -> bytes:
    """Return a template with its markers, by the steps of docxtpl that leave its tables as they are."""
    asked = {name: _Asked(name, name in known) for name in (*FIELDS, MARK)}
    jinja = ClosedEnvironment(autoescape=True)
    filled = DocxTemplate(io.BytesIO(template.content))
    try:
        filled.render_init()
        filled.map_tree(parse_xml(filled.build_xml(asked, jinja)))
        for kind in (filled.HEADER_URI, filled.FOOTER_URI):
            for key, markup in filled.build_headers_footers_xml(asked, kind, jinja):
                filled.map_headers_footers_xml(key, markup)
        content = io.BytesIO()
        filled.docx.save(content)
    except (TemplateError, RecursionError, *_BROKEN) as error:
        raise refused(template.path, f"tags that cannot be read ({error})", _CHECK) from error
    return pack(content.getvalue())


def _check_markers(path: Path, content: bytes) -> None:
    """Refuse a tag outside the text, and a condition that takes the body mark away."""
    document = docx.Document(io.BytesIO(content))
    marks = 0
    for root in marked_roots(document):
        for element in etree.fromstring(etree.tostring(root)).iter(etree.Element):
            # read by bare lxml: the library's paragraphs tell the text of all their runs as their own
            told = " ".join((element.text or "", element.tail or "", *element.attrib.values()))
            names = MARKER.findall(told)
            marks += names.count(MARK)
            if "\ue000" in told and (element.tag != qn("w:t") or not {MARK, *FIELDS}.issuperset(names)):
                found = (
                    f"the tag {{{{ {names[0]} }}}} outside the text, in a field or a picture's description"
                )
                raise refused(path, found, "Write tags into the text alone.")
    if marks != 1:
        raise refused(
            path, f"a condition around the body mark {{{{ {MARK} }}}}", "Let the mark stand always."
        )


def marked_roots(document: Document) -> Iterator[BaseOxmlElement]:
    """Yield the roots of the parts of a document that may hold markers: its body, headers and footers."""
    yield document.element.body
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype in (
            RELATIONSHIP_TYPE.HEADER,
            RELATIONSHIP_TYPE.FOOTER,
        ):
            yield cast(XmlPart, relation.target_part).element


def _open(path: Path, content: bytes) -> Document:
    try:
        document = docx.Document(io.BytesIO(content))
    except _BROKEN as error:
        raise refused(path, f"a Word file that lacks a part ({error})") from error
    if document.element.tag != qn("w:document") or document.element.body is None:
        raise refused(path, "a Word file without text")
    for relation in document.part.rels.values():
        if relation.reltype in _READ and not isinstance(relation.target_part, XmlPart):
            name = relation.target_part.partname
            raise refused(path, f"a Word file that lists its part {name} as another kind")
    try:
        _write_into(document)
    except _BROKEN as error:
        raise refused(path, f"a Word file whose properties or lists are damaged ({error})") from error
    return document


def _write_into(document: Document) -> None:
    """Change what every draft changes in a template, as far as damage shows only then."""
    document.core_properties.title = ""
    lists = (each for each in document.part.rels.values() if each.reltype == RELATIONSHIP_TYPE.NUMBERING)
    for relation in lists:
        for element in cast(XmlPart, relation.target_part).element.iter(*_NUMBERED):
            for name in (*_NUMBERED, qn("w:val")):
                int(element.get(name, "0"))


_BROKEN = (KeyError, ValueError, TypeError, AttributeError, etree.XMLSyntaxError)
"""What the libraries raise over a Word file whose parts do not hold what they should."""

_NUMBERED = qn("w:abstractNum"), qn("w:num"), qn("w:abstractNumId"), qn("w:numId")

_READ = frozenset(
    {
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.COMMENTS,
        RELATIONSHIP_TYPE.HEADER,
        RELATIONSHIP_TYPE.FOOTER,
    }
)
"""The kinds of parts that a draft writes into."""
