"""Drafts in a council's own template: its styles, head and page, and the draft where the mark was."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

from export.template import open_template
from export.template_new import new_template
from export.word import render_draft
from records.draft import Cited, Draft, Placeholder
from tests.export.houses import LAYOUTS, own_house, words_of
from tests.export.made_drafts import draft_of
from tests.export.templates import Change, letterhead, rewrite, texts, write_template

LAYOUT = "finland-fi"


def _render(path: Path, draft: Draft | None = None) -> bytes:
    return render_draft(draft or draft_of(LAYOUT), words_of(own_house(LAYOUT)), open_template(path))


def _document(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def _xml(content: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return etree.fromstring(parts.read(name))


def _styled(content: bytes, style: str) -> list[str]:
    return [
        paragraph.text
        for paragraph in _document(content).paragraphs
        if paragraph.style is not None and paragraph.style.name == style
    ]


def test_the_template_frames_the_draft(tmp_path: Path) -> None:
    """First page, then the template's own head, the item in place of the mark, its last line, the lists."""
    words = words_of(own_house(LAYOUT))
    told = texts(_render(letterhead(tmp_path / "a.docx")))
    order = [
        "Luonnos: esityslistateksti",
        "Lehtorannan kunta",
        "Toimielin: Kunnanhallitus",
        "Luottamushenkilöiden koulutusohjelma [kausi tai vuosi]",
        "Valmistelu",
        "Päätösehdotus",
        "Kirkkotie 1, Lehtoranta",
        words.closing.fill,
        words.closing.sources,
    ]

    assert [told.index(text) for text in order] == sorted(told.index(text) for text in order)
    assert not [text for text in told if "{{" in text or "\ue000" in text]


def test_what_the_template_prints_is_not_told_twice(tmp_path: Path) -> None:
    """Title and body stand in its head; the fields that it leaves out stand above the text."""
    content = _render(letterhead(tmp_path / "a.docx"))
    told = texts(content)
    item = told[told.index("Lehtorannan kunta") :]

    assert [text for text in item if text.startswith("Toimielin")] == ["Toimielin: Kunnanhallitus"]
    assert len([text for text in item if text.startswith("Luottamushenkilöiden koulutusohjelma")]) == 1
    assert "Kokouspäivä\t[kokouspäivä]" in item
    bare = texts(_render(write_template(tmp_path / "b.docx", "{{ content }}")))
    assert bare.count("Toimielin\tKunnanhallitus") == 2


@pytest.mark.parametrize(
    ("title", "style"),
    [("Heading 1", "Heading 2"), ("Heading 2", "Heading 3"), ("Title", "Heading 1"), ("Normal", "Heading 1")],
)
def test_headings_follow_the_title(title: str, style: str, tmp_path: Path) -> None:
    """Parts of the item are one level below the title, as the template sets it."""

    def change(document: Document) -> None:
        document.paragraphs[0].style = document.styles[title]

    content = _render(write_template(tmp_path / "a.docx", "{{ title }}", "{{ content }}", change=change))

    assert "Päätösehdotus" in _styled(content, style)


def test_fields_take_the_look_of_their_place(tmp_path: Path) -> None:
    """Bold stays bold; a placeholder is highlighted and a sourced value has its comment, as in the text."""

    def change(document: Document) -> None:
        run = document.paragraphs[0].add_run("Kokous {{ meeting }} klo")
        run.bold = True

    content = _render(write_template(tmp_path / "a.docx", "", "{{ content }}", change=change))
    (gap,) = [
        run
        for paragraph in _document(content).paragraphs
        for run in paragraph.runs
        if run.text == "[kokouspäivä]" and run.bold
    ]
    paragraph = next(p for p in _document(content).paragraphs if p.text == "Kokous [kokouspäivä] klo")

    assert gap.font.highlight_color is not None
    assert [run.bold for run in paragraph.runs] == [True, True, True]
    assert [run.font.highlight_color is not None for run in paragraph.runs] == [False, True, False]


def test_headers_and_footers_are_filled_without_comments(tmp_path: Path) -> None:
    """Word knows no comments there; what is known of the draft stands there all the same."""

    def change(document: Document) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "{{ council }}: {{ title }}"
        section.footer.paragraphs[0].text = "{{ draft_id }} / {{ version }}\t{{ draft }}"

    draft = draft_of(LAYOUT)
    content = _render(letterhead(tmp_path / "a.docx", change), draft)
    section = _document(content).sections[-1]

    assert section.header.paragraphs[0].text.startswith("Lehtorannan kunta: Luottamushenkilöiden")
    assert section.footer.paragraphs[0].text == f"{draft.id} / 1\tLuonnos"
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        margins = [name for name in parts.namelist() if "header" in name or "footer" in name]
        assert margins
        assert not [name for name in margins if b"comment" in parts.read(name)]


def test_a_condition_holds_for_what_is_known(tmp_path: Path) -> None:
    """A line may stand only where its value is known: the meeting is a placeholder, the body is not."""
    path = write_template(
        tmp_path / "a.docx",
        "{% if meeting %}Kokous {{ meeting }}{% else %}Kokous avoin{% endif %}",
        "{%p if body %}",
        "Elin {{ body }}",
        "{%p endif %}",
        "{{ content }}",
    )
    told = texts(_render(path))

    assert "Kokous avoin" in told
    assert "Elin Kunnanhallitus" in told


def test_the_house_s_styles_are_used(tmp_path: Path) -> None:
    """Running text takes the style of the mark's paragraph, headings the ones that are named locally."""

    def change(document: Document) -> None:
        style = document.styles.add_style("Leipäteksti", 1)
        style.paragraph_format.space_after = Pt(6)
        document.paragraphs[0].style = style

    path = write_template(tmp_path / "a.docx", "{{ content }}", change=change)
    rewrite(path, "word/styles.xml", '<w:name w:val="heading 2"/>', '<w:name w:val="Otsikko 2"/>')
    content = _render(path)

    assert any("Tausta-aineistona" in text for text in _styled(content, "Leipäteksti"))
    assert "Päätösehdotus" in _styled(content, "Otsikko 2")


def test_missing_styles_are_added(tmp_path: Path) -> None:
    """A template of bare text still gives real headings, lists and a table; numbers count from 1."""

    def change(document: Document) -> None:
        styles = document.styles.element
        for style in styles.findall(qn("w:style")):
            if style.get(qn("w:styleId")) != "Normal":
                styles.remove(style)

    content = _render(write_template(tmp_path / "a.docx", "{{ content }}", change=change))
    document = _document(content)
    used = set(_attributes(_xml(content), "pStyle")) | set(_attributes(_xml(content), "rStyle"))
    known = {style.get(qn("w:styleId")) for style in _xml(content, "word/styles.xml").iter(qn("w:style"))}

    assert used <= known
    assert "Päätösehdotus" in _styled(content, "Heading 2")
    assert document.tables[0].style is not None
    assert document.tables[0].style.name == "Table Grid"


def test_paragraphs_of_old_templates_do_not_run_together(tmp_path: Path) -> None:
    """Where the council's text leaves no space below, because it was made of empty lines, ours does."""

    def change(document: Document) -> None:
        document.styles["Normal"].paragraph_format.space_after = Pt(0)
        document.styles["Normal"].paragraph_format.space_before = Pt(0)

    content = _render(write_template(tmp_path / "a.docx", "{{ content }}", change=change))

    assert any("Tausta-aineistona" in text for text in _styled(content, "Draft Text"))


@pytest.mark.parametrize(
    ("change", "width"),
    [
        (lambda _: None, Mm(150)),
        (lambda document: setattr(document.sections[0], "page_width", Mm(297)), Mm(237)),
        (lambda document: setattr(document.sections[0], "gutter", Mm(10)), Mm(140)),
    ],
)
def test_tables_are_as_wide_as_the_template_s_text(change: Change, width: int, tmp_path: Path) -> None:
    """Page, margins and gutter are the template's."""
    content = _render(write_template(tmp_path / "a.docx", "{{ content }}", change=change))
    (table,) = _xml(content).iter(qn("w:tbl"))
    columns = [int(width) for width in _attributes(table, "gridCol", "w")]

    assert sum(columns) == pytest.approx(Mm(width / 36000).twips, abs=len(columns) + 1)


def test_sections_of_the_template_stay(tmp_path: Path) -> None:
    """The mark may end a section; a landscape annex behind it is landscape still."""

    def change(document: Document) -> None:
        section = document.add_section(WD_SECTION.NEW_PAGE)
        section.page_width, section.page_height = Mm(297), Mm(210)
        document.add_paragraph("Liite")

    document = _document(_render(write_template(tmp_path / "a.docx", "{{ content }}", change=change)))

    widths = [round((section.page_width or 0) / Mm(1)) for section in document.sections]
    assert widths == [210, 210, 297]


def test_the_first_page_has_a_section_of_its_own(tmp_path: Path) -> None:
    """So the letterhead of a first page stands on the item's first page too."""

    def change(document: Document) -> None:
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_header.paragraphs[0].text = "Kunta"

    document = _document(_render(letterhead(tmp_path / "a.docx", change)))

    assert len(document.sections) == 2
    assert all(section.different_first_page_header_footer for section in document.sections)
    assert all(section.first_page_header.paragraphs[0].text == "Kunta" for section in document.sections)


def test_every_run_has_a_language(tmp_path: Path) -> None:
    """The house's on the template's own text too, but for what the council has marked itself."""

    def change(document: Document) -> None:
        run = document.add_paragraph().add_run("Lövstrands kommun")
        lang = etree.SubElement(run._r.get_or_add_rPr(), qn("w:lang"))
        lang.set(qn("w:val"), "sv-FI")
        lang.set(qn("w:eastAsia"), "ja-JP")

    content = _render(letterhead(tmp_path / "a.docx", change))
    runs = [run for run in _xml(content).iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    told = {"".join(run.itertext()): run.find(f"{qn('w:rPr')}/{qn('w:lang')}") for run in runs}

    assert all(lang is not None and lang.get(qn("w:val")) for lang in told.values())
    own = told["Lövstrands kommun"]
    assert own is not None
    assert (own.get(qn("w:val")), own.get(qn("w:eastAsia"))) == ("sv-FI", "ja-JP")
    assert {lang.get(qn("w:val")) for lang in told.values() if lang is not None} == {"fi-FI", "sv-FI"}


def test_comments_of_the_template_stay_and_ours_go_on(tmp_path: Path) -> None:
    """A note of the council's is kept; every sourced value has a comment with a number of its own."""

    def change(document: Document) -> None:
        document.add_comment(document.paragraphs[1].runs, "Vain kokouksissa", "Kunta")

    draft = draft_of(LAYOUT)
    comments = list(_document(_render(letterhead(tmp_path / "a.docx", change), draft)).comments)
    numbers = [comment.comment_id for comment in comments]

    assert comments[0].text == "Vain kokouksissa"
    assert len(set(numbers)) == len(numbers) == 1 + sum(isinstance(piece, Cited) for piece in draft.pieces())


def test_properties_are_the_draft_s(tmp_path: Path) -> None:
    """Whatever the template says of itself: title, id, version and author tell the draft."""

    def change(document: Document) -> None:
        document.core_properties.title = "Vanha pohja"
        document.core_properties.author = "Joku Virkailija"
        document.core_properties.comments = "sisäinen"

    draft = draft_of(LAYOUT).model_copy(update={"version": 3})
    told = _document(_render(letterhead(tmp_path / "a.docx", change), draft)).core_properties

    assert (told.title, told.identifier, told.version, told.revision) == (draft.title, draft.id, "3", 3)
    assert (told.author, told.last_modified_by, told.comments) == ("Paragraf", "Paragraf", "")


def test_the_same_template_gives_the_same_bytes(tmp_path: Path) -> None:
    """Opened anew, and again after another draft."""
    path = letterhead(tmp_path / "a.docx")
    first = _render(path)
    _render(path, draft_of(LAYOUT).model_copy(update={"council": "Muu kunta"}))

    assert _render(path) == first


def test_a_template_saved_by_libreoffice_has_its_properties_once(tmp_path: Path) -> None:
    """LibreOffice names them by a kind of its own: a second part of the same name would damage the file."""
    path = letterhead(tmp_path / "a.docx")
    kind = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
    rewrite(path, "_rels/.rels", r"http://[^\"]*/metadata/core-properties", kind)
    content = _render(path)

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert len(set(parts.namelist())) == len(parts.namelist())
        assert parts.namelist().count("docProps/core.xml") == 1
    assert _document(content).core_properties.identifier == draft_of(LAYOUT).id


@pytest.mark.parametrize("layout", LAYOUTS)
def test_our_own_template_gives_what_our_frame_gives(layout: str, tmp_path: Path) -> None:
    """`paragraf template new` begins where drafts without a template are."""
    house = own_house(layout)
    words, draft = words_of(house), draft_of(layout)
    path = tmp_path / "new.docx"
    path.write_bytes(new_template(words, house.tag))
    content = render_draft(draft, words, open_template(path))
    own = render_draft(draft, words)
    shown = [piece for piece in draft.pieces() if isinstance(piece, Placeholder)]

    assert new_template(words, house.tag) == path.read_bytes()
    assert {text for text in texts(own) if "\t" not in text} <= set(texts(content))
    assert _styled(content, "Heading 2") == _styled(own, "Heading 2")
    assert len(list(_attributes(_xml(content), "highlight"))) >= len(shown)


def _attributes(root: etree._Element, name: str, attribute: str = "val") -> list[str]:
    return [element.get(qn(f"w:{attribute}"), "") for element in root.iter(qn(f"w:{name}"))]


def test_a_lock_on_the_template_s_text_is_not_taken_over(tmp_path: Path) -> None:
    """A draft is there to be written in."""
    path = letterhead(tmp_path / "a.docx")
    lock = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:zoom'
    rewrite(path, "word/settings.xml", "<w:zoom", lock)

    assert not list(_xml(_render(path), "word/settings.xml").iter(qn("w:documentProtection")))


def test_who_prepares_is_told_once_with_the_title_of_the_post(tmp_path: Path) -> None:
    """In Finland the item tells it under a heading: a template that prints it has it from there, instead."""
    line = "Valmistelija: {{ preparer }}"
    told = texts(_render(write_template(tmp_path / "a.docx", line, "{{ content }}")))

    assert [each for each in told if "[valmistelijan" in each and "–" not in each] == [
        "Valmistelija: Hallintopäällikkö [valmistelijan nimi]"
    ]


def test_added_styles_take_the_font_of_the_template(tmp_path: Path) -> None:
    """Fields, tables and sources are based on the default style, whose font the council chose."""

    def change(document: Document) -> None:
        document.styles["Normal"].font.name = "Georgia"
        own = document.styles.add_style("Brödtext", 1)
        own.paragraph_format.left_indent = Mm(25)
        document.paragraphs[-1].style = own

    document = _document(_render(write_template(tmp_path / "a.docx", "{{ content }}", change=change)))

    for name in ("Facts", "Last Fact", "Table Text", "Table Head", "Source", "Source Quote"):
        assert document.styles[name].base_style.name == "Normal"
    assert document.styles["Below Table"].base_style.name.startswith("Brödtext")
