"""Knows the tags of a template: the head fields, the body mark, and how either is written wrong."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import get_args

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from config.houses import HeadKey

MARK = "content"
"""The tag where the draft itself goes."""

FIELDS: tuple[str, ...] = tuple(
    dict.fromkeys(
        (*get_args(HeadKey), "council", "document", "title", "presenter", "draft", "draft_id", "version")
    )
)
"""The head fields that a template may print."""

_TAG = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}|\{%(?:(?!\{%).)*?%\}|\{#(?:(?!\{#).)*?#\}")
"""A tag; one that is not closed before the next begins is half a one, so that any text is read in one go."""
_HALF = re.compile(r"\{[{%#]|[}%#]\}")
_LONGEST = 80
_PARTS = {
    RELATIONSHIP_TYPE.HEADER: "header",
    RELATIONSHIP_TYPE.FOOTER: "footer",
    RELATIONSHIP_TYPE.FOOTNOTES: "footnotes",
}
_PLAIN = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
)


@dataclass(frozen=True)
class TemplateMistake:
    """A mistake in a template: in which part and paragraph of it, from 1, with its text; what is wrong.

    `paragraph` is 0 for what is wrong with the template as a whole.
    """

    part: str
    paragraph: int
    text: str
    problem: str

    def describe(self) -> str:
        """Return the mistake on one line."""
        if not self.paragraph:
            return self.problem
        return f"{self.part}, paragraph {self.paragraph} ({_short(self.text)}): {self.problem}"


@dataclass(frozen=True)
class TemplateParagraph:
    """A paragraph of a template with its text."""

    part: str
    number: int
    element: BaseOxmlElement

    @cached_property
    def text(self) -> str:
        """The text of the paragraph's own runs, on one line."""
        own = (each for each in self.element.iter(_TEXT) if _paragraph_of(each) is self.element)
        return "".join(each.text or "" for each in own).replace("\n", " ")

    @property
    def inside(self) -> str | None:
        """What the paragraph stands in that cannot hold a draft, or None where it can."""
        above = self.element.getparent()
        is_apart = self.part == "body" and above is not None and above.tag != _BODY
        usual = "part of its own" if is_apart else None
        return next(
            (_HOLDERS[each.tag] for each in self.element.iterancestors() if each.tag in _HOLDERS), usual
        )

    def mistake(self, problem: str) -> TemplateMistake:
        """Return a mistake of this paragraph."""
        return TemplateMistake(self.part, self.number, self.text, problem)


class ClosedEnvironment(SandboxedEnvironment):
    """Jinja that reads names and conditions on names, and refuses loops, calls and attributes."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for node in (tree, *tree.find_all(nodes.Node)):
            if not isinstance(node, _PLAIN):
                raise TemplateSyntaxError(_ONLY, node.lineno)
            if isinstance(node, nodes.Name) and node.name not in (*FIELDS, MARK):
                raise TemplateSyntaxError(_unknown(node.name), node.lineno)
        return tree


def list_paragraphs(document: Document) -> Iterator[TemplateParagraph]:
    """Yield every paragraph of a template, those of the body first, in reading order."""
    yield from _numbered("body", document.element.body)
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype in _PARTS:
            root = parse_xml(relation.target_part.blob)
            yield from _numbered(_PARTS[relation.reltype], root)


def find_mistakes(paragraphs: list[TemplateParagraph]) -> Iterator[TemplateMistake]:
    """Yield every mistake in the tags of a template's paragraphs, and what is wrong with its body mark."""
    for each in paragraphs:
        for problem in _problems(each.text):
            yield each.mistake(problem)
        if each.part == "footnotes" and _TAG.search(each.text):
            yield each.mistake("a tag cannot stand in a footnote")
    yield from _mark_mistakes(paragraphs)


def used_names(paragraphs: list[TemplateParagraph]) -> Iterator[tuple[str, str]]:
    """Yield the part and name of every field that paragraphs without mistakes print or ask for."""
    for each in paragraphs:
        for tag in _TAG.findall(each.text):
            yield from ((each.part, name) for name in _NAME.findall(tag) if name in FIELDS)


def _numbered(part: str, root: BaseOxmlElement) -> Iterator[TemplateParagraph]:
    # Word keeps a text box twice, for itself and for older programs: only the first is read
    kept = (
        each for each in root.iter(qn("w:p")) if not any(up.tag == _FALLBACK for up in each.iterancestors())
    )
    yield from (TemplateParagraph(part, number, element) for number, element in enumerate(kept, 1))


def _problems(text: str) -> Iterator[str]:
    for tag in _TAG.findall(text):
        problem = _problem_of(tag)
        if problem:
            yield f"{_short(tag)}: {problem}"
    for half in _HALF.findall(_TAG.sub("", text)):
        yield f"a broken tag: {half} without its other half in the same paragraph"


def _problem_of(tag: str) -> str | None:
    """Return what is wrong with a tag by itself; a condition is closed for the asking."""
    if tag.startswith("{#"):
        return None
    plain = re.sub(r"^(\{%)(?:p|tr|tc|r) ", r"\1 ", tag)
    word = plain.strip("{%- }").partition(" ")[0]
    opening = {"else": "{% if title %}", "elif": "{% if title %}", "endif": "{% if title %}"}.get(word, "")
    closing = "{% endif %}" if tag.startswith("{%") and word != "endif" else ""
    try:
        _ENVIRONMENT.parse(f"{opening}{plain}{closing}")
    except RecursionError:
        return _ONLY
    except TemplateSyntaxError as error:
        return error.message if error.message in _OURS or str(error.message).startswith("unknown") else _ONLY
    return None


def _mark_mistakes(paragraphs: list[TemplateParagraph]) -> Iterator[TemplateMistake]:
    marked = [each for each in paragraphs if _MARK.search(each.text)]
    if not marked:
        problem = (
            f"the body mark is missing: write {{{{ {MARK} }}}} alone in the paragraph where the draft goes"
        )
        yield TemplateMistake("body", 0, "", problem)
    for each in marked[1:]:
        yield each.mistake(f"the body mark {{{{ {MARK} }}}} stands here once more")
    for each in marked:
        if not _MARK.fullmatch(each.text.strip()):
            yield each.mistake(f"the body mark {{{{ {MARK} }}}} must stand alone in its paragraph")
        if each.part != "body" or each.inside:
            yield each.mistake(
                f"the body mark stands in a {each.inside or each.part}; put it into the text itself"
            )


def _unknown(name: str) -> str:
    near = get_close_matches(name, (*FIELDS, MARK), n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"unknown field {name!r}{hint} There are: {', '.join(FIELDS)}; and {MARK}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _paragraph_of(element: BaseOxmlElement) -> BaseOxmlElement | None:
    return next(element.iterancestors(qn("w:p")), None)


_ONLY = "only {{ field }} and {% if field %} … {% endif %} may stand here"
_OURS = frozenset({_ONLY})
_TEXT = qn("w:t")
_BODY = qn("w:body")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HOLDERS = {
    qn("w:tc"): "table",
    qn("w:txbxContent"): "text box",
    qn("w:sdtContent"): "content control",
    qn("w:ins"): "tracked change",
}
_MARK = re.compile(r"\{\{-?\s*" + MARK + r"\s*-?\}\}")
_NAME = re.compile(r"\w+")
_ENVIRONMENT = ClosedEnvironment(autoescape=True)
