"""Any template and any draft: a whole Word file, or an error that says what is wrong; nothing else."""

import io
import re
import tempfile
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from export.draft import draft_programme
from export.template import Template, check_template, open_template
from export.template_tags import FIELDS
from export.word import render_draft
from records.document import DocumentRecord
from records.errors import DraftError
from tests.export.houses import LAYOUTS, bare_house, words_of
from tests.export.made import TRIGGER, basis_of, names_in
from tests.export.made_drafts import draft_of
from tests.export.programmes import documents
from tests.export.templates import letterhead, write_template

_PIECES = (
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    " title ",
    "meeting",
    "if ",
    "endif",
    "content",
    "|",
    ".",
    "'",
    "<",
    "&",
    "ä",
)


@cache
def _letterhead() -> Template:
    with tempfile.TemporaryDirectory() as folder:
        return open_template(letterhead(Path(folder, "a.docx")))


@settings(max_examples=25, deadline=None)
@given(documents(), st.sampled_from(LAYOUTS))
def test_any_draft_stands_whole_in_a_template(record: DocumentRecord, layout: str) -> None:
    """A comment a value, every style and number that is used is there, no marker is left."""
    house = bare_house(layout)
    draft = draft_programme(basis_of(record), house, words_of(house), names_in(house.language), TRIGGER)
    content = render_draft(draft, words_of(house), _letterhead())
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        body, styles, numbering = (
            etree.fromstring(parts.read(f"word/{name}.xml")) for name in ("document", "styles", "numbering")
        )

    assert len(docx.Document(io.BytesIO(content)).comments) == len(list(draft.cited()))
    assert _values(body, "pStyle") | _values(body, "rStyle") <= _values(styles, "style", "styleId")
    assert _values(body, "numId") <= _values(numbering, "num", "numId")
    assert "\ue000" not in "".join(body.itertext())
    assert [each for each in body.iter(qn("w:p")) if not "".join(each.itertext()).strip()] == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join))
def test_any_text_is_right_or_told(text: str) -> None:
    """Half tags, strange orders, markup in tags: mistakes or a DraftError, and check agrees with open."""
    with tempfile.TemporaryDirectory() as folder:
        path = write_template(Path(folder, "a.docx"), f"Kunta {text}", "{{ content }}")
        try:
            mistakes = check_template(path)
        except DraftError:
            return
        if mistakes:
            assert {each.paragraph for each in mistakes} <= {0, 1, 2}
            with pytest.raises(DraftError):
                open_template(path)
        else:
            assert open_template(path).asked <= set(FIELDS)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_is_told(data: st.DataObject) -> None:
    """Cut off, or with other bytes somewhere: it works or is refused, and never ends in another error."""
    with tempfile.TemporaryDirectory() as folder:
        path = letterhead(Path(folder, "a.docx"))
        content = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 5))):
            content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
        path.write_bytes(bytes(content[: data.draw(st.integers(1, len(content)))]))
        with suppress(DraftError):
            assert open_template(path).printed


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("word/styles.xml", r'w:styleId="Heading2"', ""),
        ("word/styles.xml", r'w:name="[^"]*"', ""),
        ("word/styles.xml", r'<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Heading1"/>'),
        ("word/numbering.xml", r'<w:num w:numId="\d+"', "<w:num"),
        ("word/document.xml", r"<w:sectPr.*</w:sectPr>", ""),
        ("word/document.xml", r"<w:pgSz [^>]*/>", '<w:pgSz w:w="x" w:h="0"/>'),
        ("word/document.xml", r"<w:pgMar [^>]*/>", ""),
        ("[Content_Types].xml", r'<Override PartName="/word/styles.xml"[^>]*/>', ""),
        ("word/_rels/document.xml.rels", r'<Relationship [^>]*styles.xml"[^>]*/>', ""),
    ],
)
def test_a_file_that_lacks_something_works_or_is_told(name: str, old: str, new: str, tmp_path: Path) -> None:
    """Files of other programs, and mended ones, leave out what Word writes."""
    path = letterhead(tmp_path / "a.docx")
    with zipfile.ZipFile(path) as parts:
        content = {each: parts.read(each) for each in parts.namelist()}
    content[name] = re.sub(old, new, content[name].decode(), count=1, flags=re.DOTALL).encode()
    with zipfile.ZipFile(path, "w") as parts:
        for each, part in content.items():
            parts.writestr(each, part)
    if name == "[Content_Types].xml":
        with pytest.raises(DraftError, match=r"lists its part /word/styles\.xml"):
            open_template(path)
    else:
        words = words_of(bare_house("sweden"))
        assert render_draft(draft_of("sweden"), words, open_template(path)).startswith(b"PK")


def _values(root: etree._Element, name: str, attribute: str = "val") -> set[str]:
    return {each.get(qn(f"w:{attribute}"), "") for each in root.iter(qn(f"w:{name}"))}
