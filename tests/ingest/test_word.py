"""The text of Word documents, made here by python-docx."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.word import read_word
from records.errors import ReadError, TooLarge


def saved(document: Document) -> bytes:
    """Return the bytes of a document."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def told(document: Document) -> list[tuple[str, str]]:
    """Return kind and words of each block."""
    clean = read_word(saved(document), "x.docx")
    return [(block.kind, clean.text[block.start : block.end]) for block in clean.blocks]


def test_order_of_the_document() -> None:
    """Headings, paragraphs, lists and tables come in the order in which they stand."""
    document = docx.Document()
    document.add_heading("Utbildningsplan", 0)
    document.add_heading("Bakgrund", 2)
    document.add_paragraph("Planen gäller\u00a0 alla\tförtroendevalda.")
    document.add_paragraph("roller", style="List Bullet")
    document.add_paragraph("jäv", style="List Bullet 2")
    table = document.add_table(2, 2)
    for cell, words in zip(table._cells, ("När", "Vad", "3 mars", "Ekonomi"), strict=True):
        cell.text = words
    document.add_paragraph("Slut.")

    clean = read_word(saved(document), "x.docx")

    assert [(b.kind, b.level, clean.text[b.start : b.end]) for b in clean.blocks] == [
        ("heading", 1, "Utbildningsplan"),
        ("heading", 2, "Bakgrund"),
        ("paragraph", 0, "Planen gäller alla förtroendevalda."),
        ("list_item", 1, "roller"),
        ("list_item", 2, "jäv"),
        ("cell", 0, "När"),
        ("cell", 0, "Vad"),
        ("cell", 0, "3 mars"),
        ("cell", 0, "Ekonomi"),
        ("paragraph", 0, "Slut."),
    ]
    assert [(b.row, b.column) for b in clean.blocks if b.kind == "cell"] == [(0, 0), (0, 1), (1, 0), (1, 1)]


def test_numbering_of_paragraphs() -> None:
    """A paragraph with numbering of its own is a list item of that depth."""
    document = docx.Document()
    numbering = "<w:pPr><w:numPr><w:ilvl w:val='2'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    paragraph = f"<w:p {nsdecls('w')}>{numbering}<w:r><w:t>jäv</w:t></w:r></w:p>"
    document.element.body.insert(0, parse_xml(paragraph))

    (block,) = read_word(saved(document), "x.docx").blocks

    assert (block.kind, block.level) == ("list_item", 3)


def test_page_head() -> None:
    """The head of the first page opens the text: body and date of minutes often stand there alone."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Kommunstyrelsen 2026-09-28"
    document.add_paragraph("§ 12")

    assert told(document)[0] == ("paragraph", "Kommunstyrelsen 2026-09-28")


def test_lines() -> None:
    """Line ends inside a paragraph stay, blanks around them do not."""
    document = docx.Document()
    document.add_paragraph("Första ").add_run("\n andra")

    assert told(document) == [("paragraph", "Första\nandra")]


def test_bold() -> None:
    """A paragraph is bold when its first words are."""
    document = docx.Document()
    document.add_paragraph().add_run("Beslut").bold = True
    document.add_paragraph("Inte ").add_run("detta").bold = True

    assert [block.bold for block in read_word(saved(document), "x.docx").blocks] == [True, False]


BODIES = [
    ("<w:p><w:ins w:id='1'><w:r><w:t>nytt</w:t></w:r></w:ins></w:p>", "nytt", "inserted under tracking"),
    (
        "<w:p><w:r><w:t>kvar</w:t></w:r><w:del w:id='1'><w:r><w:delText>bort</w:delText></w:r></w:del></w:p>",
        "kvar",
        "deleted under tracking",
    ),
    (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>fält</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        "fält",
        "a form field",
    ),
    ("<w:p><w:hyperlink><w:r><w:t>länk</w:t></w:r></w:hyperlink></w:p>", "länk", "a link"),
    ("<w:p><w:r><w:t>ut</w:t></w:r><w:r><w:t>bildning</w:t></w:r></w:p>", "utbildning", "a word in two runs"),
    ("<w:p><w:r><w:t>a\u0308</w:t></w:r></w:p>", "ä", "letters are composed"),
    (
        "<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r></w:p>",
        "a-b",
        "a hyphen that does not break",
    ),
]


@pytest.mark.parametrize(("markup", "text", "reason"), BODIES)
def test_what_counts(markup: str, text: str, reason: str) -> None:
    """What a reader of the document sees is its text."""
    document = docx.Document()
    wrapped = parse_xml(f"<w:body {nsdecls('w')}>{markup}</w:body>")
    for element in reversed(list(wrapped)):
        document.element.body.insert(0, element)

    assert read_word(saved(document), "x.docx").text == text, reason


def test_list_and_table_in_a_cell() -> None:
    """A list inside a cell stays a list, and the table's own cells keep their places."""
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "Innehåll"
    cell.add_paragraph("jäv", style="List Bullet")

    assert told(document) == [("cell", "Innehåll"), ("list_item", "jäv")]


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def without(part: str) -> bytes:
    """Return a Word document that lacks a part."""
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist() if name != part})


BROKEN: list[tuple[Callable[[], bytes], str]] = [
    (lambda: b"", "nothing"),
    (lambda: b"PK\x03\x04 junk", "a zip that is none"),
    (lambda: zipped({"hello.txt": b"hello"}), "a zip of another kind"),
    (lambda: without("word/document.xml"), "no document inside"),
    (lambda: without("[Content_Types].xml"), "no table of contents"),
    (lambda: saved(docx.Document())[:-500], "cut off"),
    (lambda: zipped({"[Content_Types].xml": b"<broken"}), "broken XML"),
]


@pytest.mark.parametrize(("make", "reason"), BROKEN)
def test_no_word_document(make: Callable[[], bytes], reason: str) -> None:
    """What is no Word document is refused with its name."""
    with pytest.raises(ReadError) as raised:
        read_word(make(), "plan.docx")

    assert raised.value.where == "plan.docx", reason


def test_zip_bomb() -> None:
    """A document that unfolds beyond measure is refused before it does."""
    with pytest.raises(TooLarge, match=r"plan\.docx: expected at most 200 times a part's packed size"):
        read_word(zipped({"word/document.xml": b"0" * 50_000_000}), "plan.docx")


def parts() -> dict[str, bytes]:
    """Return the parts of an empty Word document."""
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_body(markup: bytes, declaration: bytes = b"") -> bytes:
    """Return a Word document with markup in its body and a declaration at its head."""
    files = parts()
    head, _, rest = files["word/document.xml"].partition(b"\n")
    files["word/document.xml"] = head + declaration + rest.replace(b"<w:body>", b"<w:body>" + markup)
    return zipped(files)


STEPS = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
BOMBS = [
    (f"<!ENTITY l0 'lol'>{STEPS}", "<w:p><w:r><w:t>x&l9;y</w:t></w:r></w:p>", "steps, in text"),
    (f"<!ENTITY l0 'lol'>{STEPS}", "<w:p><w:pPr><w:pStyle w:val='&l9;'/></w:pPr></w:p>", "in an attribute"),
    (
        f"<!ENTITY l9 '{'A' * 100_000}'>",
        "<w:p><w:pPr><w:pStyle w:val='&l9;'/></w:pPr></w:p>" * 20,
        "a long one",
    ),
]


@pytest.mark.parametrize(("entities", "markup", "reason"), BOMBS)
def test_entity_bombs(entities: str, markup: str, reason: str) -> None:
    """Entities are not unfolded beyond measure, wherever they stand."""
    with pytest.raises(ReadError, match="amplification") as raised:
        read_word(with_body(markup.encode(), f"<!DOCTYPE x [{entities}]>".encode()), "plan.docx")

    assert raised.value.where == "plan.docx", reason


def test_names_of_parts_are_no_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names that lead out of the document lead nowhere: nothing is ever written."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    tricks = {"../../evil.xml": b"<x/>", "/etc/evil.xml": b"<x/>", "..\\evil.xml": b"<x/>"}
    files = {**parts(), **tricks}

    read_word(zipped(files), "../../plan.docx")

    assert [path.name for path in sorted(tmp_path.rglob("*"))] == ["a", "b"]


def test_a_document_within_a_document_is_not_opened() -> None:
    """What hangs on a document as a file of its own is neither unfolded nor read."""
    inner = zipped({"word/document.xml": b"0" * 50_000_000})
    files = {**parts(), "word/embeddings/inner.docx": inner}

    assert read_word(zipped(files), "plan.docx").text == ""


def damaged(seed: int) -> bytes:
    """Return a Word document with a few bytes of one of its parts gone or changed."""
    chance = random.Random(seed)
    files = parts()
    name = chance.choice(sorted(files))
    content = bytearray(files[name])
    for _ in range(chance.randint(1, 5)):
        place = chance.randrange(len(content))
        content[place : place + chance.randint(0, 30)] = chance.choice(
            [b"", b"<x>", b'"', b"&a;", b"=", b"/>"]
        )
    return zipped({**files, name: bytes(content)})


def test_damage_of_any_kind() -> None:
    """A damaged document is read or refused by name: nothing else comes of it."""
    refused = []
    for seed in range(30):
        try:
            read_word(damaged(seed), "plan.docx")
        except ReadError as error:
            refused.append(error.where)

    assert len(refused) > 5
    assert set(refused) == {"plan.docx"}


def test_external_entities_are_not_read() -> None:
    """A document that points at files of this machine gets none of them."""
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    head, _, rest = files["word/document.xml"].partition(b"\n")
    entity = b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
    paragraph = b"<w:body><w:p><w:r><w:t>x&e;y</w:t></w:r></w:p>"
    files["word/document.xml"] = head + entity + rest.replace(b"<w:body>", paragraph)

    assert "root" not in read_word(zipped(files), "plan.docx").text
