"""Drafts of hostile or broken documents: still a valid file, and nothing in it runs."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from export.draft import draft_programme
from export.template import open_template
from export.word import render_draft
from records.document import DocumentRecord
from records.draft import Cited, Draft
from tests.export.houses import LAYOUTS, bare_house, own_house, words_of
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in
from tests.export.programmes import documents
from tests.export.templates import letterhead, texts

HOSTILE = (
    '</w:t></w:r><w:r><w:fldSimple w:instr="DDEAUTO c:\\\\windows\\\\cmd.exe"/>',
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    '{ INCLUDEPICTURE "http://evil.example/x.png" }',
    "\ue000title\ue001 \ue000content\ue001 \ue000nothing\ue001",
    "{{ content }} {{ 7 * 7 }} {% include 'x' %} {amount} %s {0}",
    '=HYPERLINK("http://evil.example")',
    "a\x00b\x08c\x1b[31md\ufffe",
    "\u202egnitirw\u202c",
    "kurs 🎓👩‍⚖️ 𝕏",
    "Å" * 300,
    "koulutus " * 60,
    "e\u0301" * 50,
)


def _titled(title: str) -> DocumentRecord:
    record = finnish_record()
    programme = record.programmes[0]
    sessions = tuple(
        session.model_copy(update={"title": title, "place": title}) for session in programme.sessions
    )
    programme = programme.model_copy(update={"title": title, "sessions": sessions})
    source = record.source.model_copy(update={"publisher": title, "url": f"https://a.example/?q={title}"})
    return record.model_copy(update={"programmes": (programme,), "source": source})


def _draft(record: DocumentRecord, layout: str = "sweden") -> Draft:
    house = bare_house(layout)
    return draft_programme(basis_of(record), house, words_of(house), names_in(house.language), TRIGGER)


def _render(draft: Draft, layout: str = "sweden") -> bytes:
    return render_draft(draft, words_of(bare_house(layout)))


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_are_text(title: str) -> None:
    """Markup, fields, templates, formulas and control characters stand as text, and add no part or field."""
    content = _render(_draft(_titled(title)))
    plain = _render(_draft(_titled("koulutus")))
    document = docx.Document(io.BytesIO(content))

    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(io.BytesIO(plain)) as usual:
        assert parts.namelist() == usual.namelist()
        for name in parts.namelist():
            if name.endswith(".xml"):
                root = etree.fromstring(parts.read(name))
                assert not list(root.iter("{*}instrText", "{*}altChunk", "{*}object"))
        body = etree.fromstring(parts.read("word/document.xml"))
        assert not list(body.iter("{*}fldSimple", "{*}drawing"))
    assert document.paragraphs


@pytest.mark.parametrize("title", HOSTILE)
def test_hostile_titles_are_text_in_a_template_too(title: str, tmp_path: Path) -> None:
    """Jinja never sees a draft's words: what looks like a tag or a marker in them stands as it is."""
    path = letterhead(tmp_path / "a.docx")
    draft = _draft(_titled(title))
    told = "\n".join(texts(render_draft(draft, words_of(bare_house("sweden")), open_template(path))))

    assert "\ue000" not in told
    assert "Kirkkotie 1, Lehtoranta" in told
    assert ("{{ 7 * 7 }}" in told) == ("{{ 7 * 7 }}" in title)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://a.example/x?y=1&z=å ä", "https://a.example/x?y=1&z=%C3%A5%20%C3%A4"),
        ("http://a.example:443/cgi/DREQUEST.PHP?page=rss", "http://a.example:443/cgi/DREQUEST.PHP?page=rss"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://[broken", None),
        ("https:///nowhere", None),
        ("https://a.example/" + "x" * 3000, None),
    ],
)
def test_only_web_addresses_are_links(url: str, linked: str | None) -> None:
    """Anything else is printed as text: Word would refuse the file or open what it should not."""
    record = finnish_record()
    record = record.model_copy(update={"source": record.source.model_copy(update={"url": url})})
    document = docx.Document(io.BytesIO(_render(_draft(record))))
    links = [link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks]

    assert links == ([linked] if linked else [])
    assert any(url in paragraph.text for paragraph in document.paragraphs)


def test_a_long_house_name_fits_the_properties() -> None:
    """Word refuses properties over 255 characters; the text keeps the whole."""
    house = own_house("sweden").model_copy(update={"id": "x" * 300, "document": "y" * 300})
    draft = draft_programme(basis_of(finnish_record()), house, words_of(house), names_in("sv"), TRIGGER)
    properties = docx.Document(io.BytesIO(render_draft(draft, words_of(house)))).core_properties

    assert len(properties.identifier) <= 255
    assert len(properties.subject) <= 255


def test_two_thousand_sessions_are_written() -> None:
    """A calendar of years is a long table, each row with its comments."""
    record = finnish_record()
    programme = record.programmes[0]
    programme = programme.model_copy(update={"sessions": programme.sessions * 500})
    draft = _draft(record.model_copy(update={"programmes": (programme,)}))
    document = docx.Document(io.BytesIO(_render(draft)))

    assert len(document.tables[0].rows) == 2001
    assert len(document.comments) == sum(isinstance(piece, Cited) for piece in draft.pieces())


@settings(max_examples=25, deadline=None)
@given(documents(), st.sampled_from(LAYOUTS))
def test_every_draft_becomes_a_file_with_a_comment_a_value(record: DocumentRecord, layout: str) -> None:
    """Whatever a document holds or lacks, its draft can be opened."""
    draft = _draft(record, layout)
    document = docx.Document(io.BytesIO(_render(draft, layout)))

    assert len(document.comments) == len(tuple(draft.cited()))
