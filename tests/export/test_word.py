"""Drafts as Word files: structure, languages, comments, and bytes that do not change."""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from lxml import etree

from config.houses import House
from export.draft import draft_programme
from export.word import render_draft
from records.document import DocumentRecord
from records.draft import Cited, Draft, Placeholder, Plain, Points, Section
from tests.export.houses import LAYOUTS, own_house, words_of
from tests.export.made import TRIGGER, basis_of, finnish_record, names_in, norwegian_offer

Element = etree._Element


def _draft(house: House, record: DocumentRecord | None = None) -> Draft:
    names = names_in(house.language)
    return draft_programme(basis_of(record or finnish_record()), house, words_of(house), names, TRIGGER)


def _content(layout: str, record: DocumentRecord | None = None) -> bytes:
    house = own_house(layout)
    return render_draft(_draft(house, record), words_of(house))


def _open(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def _part(content: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return etree.fromstring(parts.read(name))


def _attributes(root: Element, name: str, attribute: str = "val") -> Iterator[str]:
    for element in root.iter(qn(f"w:{name}")):
        yield element.get(qn(f"w:{attribute}"), "")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_headings_are_real_and_in_house_order(layout: str) -> None:
    """Screen readers and Word's outline see cover, item, its sections and the closing lists as headings."""
    house = own_house(layout)
    draft = _draft(house)
    document = _open(render_draft(draft, words_of(house)))
    seen = [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style is not None and str(paragraph.style.name).startswith("Heading")
    ]
    title = "".join(
        f"[{piece.text}]" if piece.kind == "placeholder" else piece.text for piece in draft.heading
    )

    assert seen == [
        *(("Heading 1", section.heading) for section in draft.cover),
        ("Heading 1", title),
        *(("Heading 2", section.heading) for section in draft.sections if section.heading),
        *(("Heading 1", section.heading) for section in draft.closing),
    ]
    assert document.paragraphs[0].style is not None
    assert document.paragraphs[0].style.name == "Title"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_page_is_a4(layout: str) -> None:
    """Nordic paper, not US Letter."""
    section = _open(_content(layout)).sections[0]

    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width / Mm(1)), round(section.page_height / Mm(1))) == (210, 297)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_language_stands_on_styles_and_on_every_run(layout: str) -> None:
    """The house's language everywhere, the source's on words that were taken over, and no other."""
    content, tag = _content(layout), own_house(layout).tag
    body = _part(content, "word/document.xml")
    runs = [run for run in body.iter(qn("w:r")) if run.find(qn("w:t")) is not None]
    told = {next(iter(_attributes(run, "lang")), None) for run in runs}

    assert set(_attributes(_part(content, "word/styles.xml"), "lang")) == {tag}
    assert told == ({tag} if layout == "finland-fi" else {tag, "fi-FI"})


def test_foreign_words_are_marked_with_the_language_of_the_source() -> None:
    """The spelling checker reads a Finnish title in a Swedish draft as Finnish."""
    body = _part(_content("sweden"), "word/document.xml")
    foreign = ["".join(run.itertext()) for run in body.iter(qn("w:r")) if "fi-FI" in _attributes(run, "lang")]

    assert "Luottamushenkilöiden koulutus 2025" in foreign
    assert not any("Underlaget" in text for text in foreign)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_table_repeats_its_header_and_keeps_rows_whole(layout: str) -> None:
    """The first row is a header on every page, no row breaks across two, and the table has a caption."""
    content = _content(layout)
    (table,) = _part(content, "word/document.xml").iter(qn("w:tbl"))
    rows = list(table.iter(qn("w:tr")))

    assert [row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in rows] == [True] + [
        False
    ] * 4
    assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
    assert next(_attributes(table, "tblCaption")) == words_of(own_house(layout)).table.caption
    assert _open(content).tables[0].style is not None


def test_the_table_fits_the_page() -> None:
    """Its columns together are as wide as the text."""
    (table,) = _part(_content("sweden"), "word/document.xml").iter(qn("w:tbl"))
    widths = [int(width) for width in _attributes(table, "gridCol", "w")]

    assert sum(widths) == pytest.approx(Mm(165).twips, abs=len(widths))


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("record", [finnish_record(), norwegian_offer()], ids=["item", "page"])
def test_every_sourced_value_has_a_comment(layout: str, record: DocumentRecord) -> None:
    """As many comments as values, each hung on its value, each with quote and source."""
    house = own_house(layout)
    draft = _draft(house, record)
    content = render_draft(draft, words_of(house))
    cited = [piece for piece in draft.pieces() if isinstance(piece, Cited)]
    comments = list(_open(content).comments)
    body = _part(content, "word/document.xml")

    assert len(comments) == len(cited)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert list(_attributes(body, name, "id")) == [str(comment.comment_id) for comment in comments]
    for piece, comment in zip(cited, comments, strict=True):
        assert piece.quote[:400] in comment.text.replace("\u00a0", " ")
        assert record.source.publisher is not None
        assert record.source.publisher in comment.text
        assert record.source.url is not None
        assert record.source.url in comment.text


def test_a_comment_tells_quote_source_link_and_how_sure_it_is() -> None:
    """A clerk reads where a value stands without leaving Word."""
    comments = [comment.text.replace("\u00a0", " ") for comment in _open(_content("finland-fi")).comments]

    assert (
        "Lainaus: ”3.9. … kello 17-19”\n"
        "Lähde: Kuusirannan kaupunki, Kaupunginhallitus 24.2.2025 § 71\n"
        "https://kuusiranta.example/cgi/DREQUEST.PHP?page=meetingitem&id=20251-7\n"
        "Osa tiedosta on otettu muualta samasta asiakirjasta."
    ) in comments


def test_a_comment_hangs_on_its_own_words() -> None:
    """The range of a comment holds the value and nothing else."""
    house = own_house("norway-nb")
    draft = _draft(house)
    body = _part(render_draft(draft, words_of(house)), "word/document.xml")
    words = []
    for start in body.iter(qn("w:commentRangeStart")):
        run = start.getnext()
        assert run is not None
        words.append("".join(run.itertext()).replace("\u00a0", " "))

    assert words == [piece.text for piece in draft.pieces() if isinstance(piece, Cited)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_placeholders_are_highlighted_and_nothing_else_is(layout: str) -> None:
    """Yellow and in brackets, so that they are seen in colour and without."""
    house = own_house(layout)
    draft = _draft(house)
    body = _part(render_draft(draft, words_of(house)), "word/document.xml")
    shown = [
        "".join(run.itertext()).replace("\u00a0", " ")
        for run in body.iter(qn("w:r"))
        if "yellow" in _attributes(run, "highlight")
    ]

    assert shown == [f"[{piece.text}]" for piece in draft.pieces() if isinstance(piece, Placeholder)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_paragraph_is_empty(layout: str) -> None:
    """Space is a matter of styles; an empty paragraph would be read out."""
    document = _open(_content(layout))
    cells = [
        paragraph
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        for paragraph in cell.paragraphs
    ]

    assert all(paragraph.text.strip() for paragraph in (*document.paragraphs, *cells))


def test_the_item_and_the_closing_lists_begin_on_new_pages() -> None:
    """The first page and the last can be taken out whole."""
    house = own_house("finland-fi")
    draft = _draft(house)
    document = _open(render_draft(draft, words_of(house)))
    broken = [
        paragraph.text for paragraph in document.paragraphs if paragraph.paragraph_format.page_break_before
    ]

    assert broken == ["Luottamushenkilöiden koulutusohjelma [kausi tai vuosi]", "Vielä täydennettävä"]


def test_each_numbered_list_begins_at_one() -> None:
    """Two numbered lists in a document do not count on."""
    house = own_house("sweden")
    draft = _draft(house)
    doubled = draft.model_copy(update={"sections": (*draft.sections, draft.sections[0])})
    body = _part(render_draft(doubled, words_of(house)), "word/document.xml")
    points = next(block for block in draft.sections[0].blocks if isinstance(block, Points))
    numbers = list(_attributes(body, "numId"))

    assert len(numbers) == 2 * len(points.items)
    assert len(set(numbers)) == 2


def test_a_proposal_is_not_broken_across_pages() -> None:
    """The opening holds to the first point, each point to the next, and the last lets go."""
    document = _open(_content("finland-fi"))
    held = [paragraph.text for paragraph in document.paragraphs if paragraph.paragraph_format.keep_with_next]
    start = held.index("Kunnanhallitus päättää")

    assert [text[:10] for text in held[start : start + 3]] == ["Kunnanhall", "hyväksyä l", "varata kou"]
    assert not [text for text in held if text.startswith("antaa hallintopäällikölle")]


def test_no_point_of_a_list_stands_alone_on_a_page() -> None:
    """The first point holds to the second, the last but one to the last; a long list breaks between."""
    house = own_house("finland-fi")
    points = Points(items=tuple((Plain(text=f"kohta {number}"),) for number in range(8)))
    section = Section(key="documents", heading=None, blocks=(points,))
    draft = _draft(house).model_copy(update={"sections": (section,)})
    document = _open(render_draft(draft, words_of(house)))
    listed = [paragraph for paragraph in document.paragraphs if paragraph.text.startswith("kohta ")]
    held = [bool(paragraph.paragraph_format.keep_with_next) for paragraph in listed]

    assert held == [True, *[False] * 5, True, False]


def test_properties_tell_what_the_file_is() -> None:
    """Title, language, id and date come from the draft, never from the clock."""
    house = own_house("finland-sv")
    draft = _draft(house)
    properties = _open(render_draft(draft, words_of(house))).core_properties

    assert (properties.title, properties.language, properties.identifier) == (draft.title, "sv-FI", draft.id)
    assert properties.title == "Utkast: Utbildningsprogram för förtroendevalda"
    assert properties.created is not None
    assert properties.created.replace(tzinfo=dt.UTC) == TRIGGER.made_at
    assert (properties.author, properties.comments) == ("Paragraf", "")


def test_every_page_tells_that_it_is_a_draft() -> None:
    """Head and foot carry the word, the council, the id and the page number."""
    content = _content("norway-nn")
    section = _open(content).sections[0]

    assert section.header.paragraphs[0].text == "Utkast\tSollia kommune"
    assert section.footer.paragraphs[0].text.startswith("own-norway-nn-")
    assert list(_attributes(_part(content, "word/footer1.xml"), "fldSimple", "instr")) == ["PAGE", "NUMPAGES"]


def test_addresses_are_links() -> None:
    """The list of sources leads to the source."""
    house = own_house("sweden")
    document = _open(render_draft(_draft(house), words_of(house)))
    links = [link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks]

    assert links == ["https://kuusiranta.example/cgi/DREQUEST.PHP?page=meetingitem&id=20251-7"]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_draft_gives_the_same_bytes(layout: str) -> None:
    """A file can be compared with one that was written earlier; no time of writing stands in it."""
    first, second = _content(layout), _content(layout)

    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert first == second


def test_another_draft_gives_other_bytes() -> None:
    """The comparison is not trivially true."""
    assert _content("sweden") != _content("sweden", norwegian_offer())


def test_the_file_has_no_ballast() -> None:
    """No preview of another document, no obsolete styles: a draft is some twenty kilobytes."""
    content = _content("sweden")

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        names = parts.namelist()
    assert names[0] == "[Content_Types].xml"
    assert not [name for name in names if "thumbnail" in name or "stylesWithEffects" in name]
    assert len(content) < 40_000
