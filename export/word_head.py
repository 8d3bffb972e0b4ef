"""Knows what the tags of a template stand for, and writes it in their place as the template looks there."""

import copy
from collections.abc import Iterator
from typing import cast, get_args

from docx.document import Document
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.oxml.text.font import CT_RPr
from docx.oxml.xmlchemy import BaseOxmlElement

from config.houses import HeadKey
from config.wording import Wording
from config.wording_slots import PlaceholderKey
from export.phrases import gap, plain
from export.template import MARKER, marked_roots
from export.template_tags import MARK
from export.text import capital
from export.times import tell_day
from export.word_adopt import speak
from export.word_lines import Pen
from export.word_xml import make, parent_of, remove
from records.draft import Block, Draft, Fact, Facts, Line, Paragraph, Placeholder, Section

_HEAD: tuple[HeadKey, ...] = get_args(HeadKey)


def head_values(draft: Draft, wording: Wording) -> dict[str, Line]:
    """Return the line that each head field stands for; what the draft does not tell is a placeholder."""
    meeting = draft.meeting_date
    told: dict[str, Line | None] = {
        "council": plain(draft.council) if draft.council else None,
        "body": plain(capital(draft.body)) if draft.body else None,
        "meeting": plain(tell_day(meeting, wording.dates)) if meeting else None,
        "presenter": _presenter(draft),
        "document": plain(draft.document),
        "title": draft.heading,
        "draft": plain(wording.draft),
        "draft_id": plain(draft.id),
        "version": plain(str(draft.version)),
    }
    told |= {fact.key: fact.line for fact in (*_told_in(draft.sections), *draft.head.facts) if fact.key}
    wanted: tuple[PlaceholderKey, ...] = ("council", "presenter", *_HEAD)
    gaps: dict[str, Line] = {key: (gap(key, wording),) for key in wanted}
    return gaps | {name: line for name, line in told.items() if line}


def known_fields(values: dict[str, Line]) -> Iterator[str]:
    """Yield the fields whose line holds no placeholder."""
    for name, line in values.items():
        if not any(isinstance(piece, Placeholder) for piece in line):
            yield name


def left_to_tell(head: Facts, printed: frozenset[str]) -> Facts:
    """Return the fields above the item that the template does not print itself."""
    return Facts(facts=tuple(fact for fact in head.facts if fact.key not in printed))


def sections_left(sections: tuple[Section, ...], printed: frozenset[str]) -> tuple[Section, ...]:
    """Return the parts of the item without the fields that the template prints: who prepares, in Finland."""
    return tuple(
        section.model_copy(update={"blocks": tuple(_blocks_left(section, printed))}) for section in sections
    )


def _blocks_left(section: Section, printed: frozenset[str]) -> Iterator[Block]:
    for block in section.blocks:
        left = left_to_tell(block, printed) if isinstance(block, Facts) else block
        if not isinstance(left, Facts) or left.facts:
            yield left


def _told_in(sections: tuple[Section, ...]) -> Iterator[Fact]:
    for section in sections:
        for block in section.blocks:
            yield from block.facts if isinstance(block, Facts) else ()


def write_head(document: Document, pen: Pen, values: dict[str, Line]) -> None:
    """Write each field in the place of its marker, in the body and in headers and footers."""
    body = document.element.body
    for root in marked_roots(document):
        for text in list(root.iter(_TEXT)):
            names = MARKER.findall(text.text or "")
            if names and names != [MARK]:
                _replace(text, pen, values, bare=root is not body or _in_box(text))


def title_level(document: Document, pen: Pen) -> int:
    """Return the level of heading below the title that a template prints: one below the title's own."""
    for text in document.element.body.iter(_TEXT):
        if "title" in MARKER.findall(text.text or ""):
            style = next(text.iterancestors(qn("w:p"))).find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            identity = style.get(qn("w:val")) if style is not None else None
            return next((level + 1 for level in (1, 2) if pen.page.styles[f"Heading{level}"] == identity), 1)
    return 1


def _presenter(draft: Draft) -> Line | None:
    for section in draft.sections:
        for block in section.blocks:
            if section.key == "presenter" and isinstance(block, Paragraph):
                return block.line
    return None


def _in_box(text: BaseOxmlElement) -> bool:
    """Tell whether text stands in a text box, where Word allows no comments."""
    return next(text.iterancestors(qn("w:txbxContent")), None) is not None


def _replace(text: BaseOxmlElement, pen: Pen, values: dict[str, Line], *, bare: bool) -> None:
    """Write what the markers of a text stand for; the text's run goes on behind it with what follows."""
    run = parent_of(text)
    look = run.find(_LOOK)
    holder = make("p")
    for position, part in enumerate(MARKER.split(text.text or "")):
        if position % 2:
            pen.write(holder, values[part], bare=bare)
        elif part:
            pen.write_text(holder, part, language=_language(look))
    for each in holder.iter(qn("w:r")):
        _dress(each, look)
    own = [child for child in run if child is not look]
    place = own.index(text)
    if place:
        run.addprevious(_run_of(look, own[:place]))
    for each in list(holder):
        run.addprevious(each)
    run.remove(text)
    if len(own) == place + 1:
        remove(run)


def _run_of(look: BaseOxmlElement | None, children: list[BaseOxmlElement]) -> BaseOxmlElement:
    run = make("r")
    if look is not None:
        run.append(copy.deepcopy(look))
    run.extend(children)
    return run


def _dress(run: BaseOxmlElement, look: BaseOxmlElement | None) -> None:
    """Give a run of ours the template's look, with its own highlight and language."""
    own = run.find(_LOOK)
    if look is None or own is None or run.find(_TEXT) is None:
        return
    dressed = cast(CT_RPr, copy.deepcopy(look))
    for mark in own.findall(qn("w:highlight")):
        dressed.highlight_val = WD_COLOR_INDEX.from_xml(mark.get(qn("w:val"), ""))
    speak(dressed, _language(own) or "", anew=True)
    run.replace(own, dressed)


def _language(look: BaseOxmlElement | None) -> str | None:
    language = look.find(qn("w:lang")) if look is not None else None
    return language.get(qn("w:val")) if language is not None else None


_TEXT, _LOOK = qn("w:t"), qn("w:rPr")
