"""Knows how a template of our own begins: our frame with its tags, for a council to make its own."""

import io
from typing import Any

from config.houses import HeadKey
from config.wording import Wording
from export.package import pack
from export.phrases import plain
from export.template_tags import MARK
from export.word_lines import Pen
from export.word_margins import write_margins
from export.word_page import own_page
from records.draft import Draft

_HEAD: tuple[HeadKey, ...] = ("body", "meeting", "section", "case_number", "preparer")


def new_template(wording: Wording, tag: str) -> bytes:
    """Return a Word template (.docx) in the language of a tag ("sv-FI"): our frame with tags and the mark.

    Its styles are those that drafts are written in, under their names in Word. The same language
    gives the same bytes.
    """
    page = own_page(tag)
    document = page.open()
    told: dict[str, Any] = {"tag": tag, "council": _tag("council"), "id": _tag("draft_id"), "sources": ()}
    asked = Draft.model_construct(**told)
    pen = Pen(document, page, asked, wording)
    write_margins(document, pen, asked, wording)
    pen.begin("Heading1", plain(_tag("title")))
    for key in _HEAD:
        paragraph = pen.begin("LastFact" if key == _HEAD[-1] else "Facts")
        pen.write_text(paragraph, wording.head[key], look="bold")
        pen.write_tab(paragraph)
        pen.write_text(paragraph, _tag(key))
    pen.begin("Normal", plain(_tag(MARK)))
    content = io.BytesIO()
    document.save(content)
    return pack(content.getvalue())


def _tag(name: str) -> str:
    return f"{{{{ {name} }}}}"
