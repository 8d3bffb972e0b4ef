"""Knows Word's headers, footers and document properties: what every page and the file itself say."""

import datetime as dt

from docx.document import Document

from config.wording import Wording
from export.phrases import SLOT
from export.text import cut, fit
from export.word_lines import Pen
from export.word_xml import make, wrap
from records.draft import Draft

_AUTHOR = "Paragraf"
_LONGEST_PROPERTY = 255
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def set_properties(document: Document, draft: Draft) -> None:
    """Set the file's title, language, identity and dates from the draft alone, never from the clock."""
    properties = document.core_properties
    properties.title = _property(draft.title)
    properties.subject = _property(draft.document)
    properties.identifier = _property(draft.id)
    properties.language = draft.tag
    properties.author = properties.last_modified_by = _AUTHOR
    properties.comments = properties.keywords = properties.category = ""
    properties.created = properties.modified = draft.trigger.made_at.astimezone(dt.UTC)
    properties.version, properties.revision = str(draft.version), draft.version


def write_margins(document: Document, pen: Pen, draft: Draft, wording: Wording) -> None:
    """Write that this is a draft and whose at the head of every page, its id and the page number below."""
    section = document.sections[0]
    head, foot = (part.paragraphs[0].paragraph_format.element for part in (section.header, section.footer))
    pen.write_text(head, wording.draft)
    pen.write_tab(head)
    pen.write_text(head, draft.council or "")
    pen.write_text(foot, draft.id)
    pen.write_tab(foot)
    for position, part in enumerate(SLOT.split(wording.page)):
        if position % 2:
            wrap(pen.write_text(foot, "1"), make("fldSimple", instr=_FIELDS[part]))
        else:
            pen.write_text(foot, part)


def _property(text: str) -> str:
    return cut(fit(text), _LONGEST_PROPERTY - 2)
