"""Tests of reading a draft's Word file again, after people and their programs changed it."""

from pathlib import Path

import pytest

from export.word import render_draft
from export.written import Written, read_written
from records.errors import DraftError
from tests.export.checked import made_draft
from tests.export.edited import paragraph, run, save
from tests.export.houses import LAYOUTS, words_of

YELLOW = '<w:highlight w:val="yellow"/>'
GONE = "<w:del><w:r><w:delText>vanha</w:delText></w:r></w:del>"
CONTROL = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def lines(written: Written) -> list[str]:
    """Return all lines of a document, headings with their level in front."""
    told: list[str] = []
    for section in written.sections:
        told += [f"{section.level} {section.heading}"] if section.heading is not None else []
        told += [line.text for line in section.lines]
    return told


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_draft_is_read_as_it_was_written(layout: str, tmp_path: Path) -> None:
    """Its id, title, headings, placeholders and comments are those of the data."""
    draft, house = made_draft(layout)
    path = tmp_path / "made.docx"
    path.write_bytes(render_draft(draft, words_of(house)))

    written = read_written(path)

    headings = [section.heading for section in written.sections]
    assert (written.draft, written.title) == (draft.id, draft.title)
    assert [section.heading for section in draft.sections if section.heading] == headings[5:-2]
    assert {gap.bracketed for gap in written.gaps if gap.highlighted} == {True}
    assert written.comments > 10
    assert not written.changes


@pytest.mark.parametrize(
    ("block", "told"),
    [
        pytest.param(paragraph("Päätös", "Otsikko1"), ["1 Päätös"], id="a style by its English name"),
        pytest.param(paragraph("Päätös", "Talonotsikko"), ["2 Päätös"], id="a house's own style"),
        pytest.param(paragraph("Päätös", "Ylin"), ["1 Päätös"], id="a style with an outline level"),
        pytest.param(paragraph("Otsake", "Otsikko"), ["0 Otsake"], id="the title"),
        pytest.param(
            paragraph("Päätös", properties='<w:outlineLvl w:val="2"/>'),
            ["3 Päätös"],
            id="an outline level of its own",
        ),
        pytest.param(
            paragraph("Teksti", "Otsikko1", properties='<w:outlineLvl w:val="9"/>'),
            ["Teksti"],
            id="body by its level",
        ),
        pytest.param(paragraph("Teksti", "Rivi"), ["Teksti"], id="a style that is based on itself"),
        pytest.param(paragraph("Teksti", "Puuttuu"), ["Teksti"], id="a style that is missing"),
        pytest.param(paragraph("Päätös 3", "Sisluet1"), [], id="a table of contents"),
        pytest.param(
            paragraph(runs=[run("Kun"), run("nan"), run("hallitus")]), ["Kunnanhallitus"], id="split runs"
        ),
        pytest.param(
            paragraph(runs=[run("a"), "<w:r><w:tab/><w:br/></w:r>", run(" b")]), ["a b"], id="tab and break"
        ),
        pytest.param(
            paragraph(runs=["<w:r><w:t>kou\u00adlu</w:t><w:noBreakHyphen/><w:t>ilta</w:t></w:r>"]),
            ["koulu-ilta"],
            id="hyphens",
        ),
        pytest.param(
            paragraph(runs=["<w:ins>", run("uusi"), "</w:ins>", GONE]),
            ["uusi"],
            id="tracked words",
        ),
        pytest.param(
            paragraph(
                runs=["<w:moveFrom>", run("pois"), "</w:moveFrom>", "<w:moveTo>", run("tänne"), "</w:moveTo>"]
            ),
            ["tänne"],
            id="moved words",
        ),
        pytest.param(
            paragraph("Ensimmäinen ", properties="<w:rPr><w:del/></w:rPr>") + paragraph("toinen"),
            ["Ensimmäinen toinen"],
            id="a deleted end of a paragraph",
        ),
        pytest.param(
            paragraph(
                runs=[
                    "<w:hyperlink>",
                    run("linkki"),
                    "</w:hyperlink>",
                    '<w:fldSimple w:instr="PAGE">',
                    run("1"),
                    "</w:fldSimple>",
                    "<w:r><w:instrText>REF</w:instrText></w:r>",
                ]
            ),
            ["linkki1"],
            id="links and fields",
        ),
        pytest.param(
            CONTROL.format(paragraph(runs=[CONTROL.format(run("valittu"))])),
            ["valittu"],
            id="content controls",
        ),
        pytest.param(
            paragraph(runs=[run("Teksti"), BOX.format(paragraph("laatikko"))]),
            ["Teksti", "laatikko"],
            id="a text box",
        ),
        pytest.param(paragraph("e\u0301 \u00a0 §\u00a071"), ["é § 71"], id="blanks and accents are folded"),
    ],
)
def test_what_programs_do_to_a_text(block: str, told: list[str], tmp_path: Path) -> None:
    """The words are read as a reader of the page sees them."""
    assert lines(read_written(save(tmp_path / "made.docx", block))) == told


def test_files_saved_as_strict_are_read(tmp_path: Path) -> None:
    """Word can save in another namespace."""
    path = save(
        tmp_path / "made.docx", paragraph("Päätös", "Otsikko1"), paragraph("Hyväksytään."), strict=True
    )

    assert lines(read_written(path)) == ["1 Päätös", "Hyväksytään."]


def test_tables_are_read_row_by_row(tmp_path: Path) -> None:
    """Cells know their row; a row that is deleted under tracking is gone."""

    def row(*cells: str, gone: bool = False) -> str:
        properties = "<w:trPr><w:del/></w:trPr>" if gone else ""
        return f"<w:tr>{properties}{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"

    table = f"<w:tbl>{row('Aika', 'Aihe')}{row('pois', 'pois', gone=True)}{row('3.9.2025', '')}</w:tbl>"
    written = read_written(save(tmp_path / "made.docx", table))
    ((first, second, third),) = (section.lines for section in written.sections)

    assert [(cell.kind, cell.row, cell.text) for cell in (first, second, third)] == [
        ("cell", 1, "Aika"),
        ("cell", 1, "Aihe"),
        ("cell", 3, "3.9.2025"),
    ]
    assert written.changes


def test_lists_are_known_by_number_and_style(tmp_path: Path) -> None:
    """A paragraph whose numbering was taken away is none."""
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    written = read_written(
        save(
            tmp_path / "made.docx",
            paragraph("a", properties=numbered.format(4)),
            paragraph("b", "Luettelo"),
            paragraph("c", "Luettelo", properties=numbered.format(0)),
        )
    )

    assert [line.kind for line in written.sections[0].lines] == ["list_item", "list_item", "paragraph"]


@pytest.mark.parametrize(
    ("runs", "gaps"),
    [
        pytest.param(
            [run("[sum", YELLOW), run("ma]", YELLOW)], [("summa", True, True)], id="split in the middle"
        ),
        pytest.param([run("noin [summa] euroa")], [("summa", True, False)], id="no longer highlighted"),
        pytest.param(
            [run("4 000", YELLOW), run(" euroa")], [("4 000", False, True)], id="filled in, still marked"
        ),
        pytest.param(
            [run("[summa]", '<w:shd w:fill="FFFF00"/>')],
            [("summa", True, True)],
            id="marked as LibreOffice does",
        ),
        pytest.param([run("x", '<w:highlight w:val="none"/>')], [], id="a mark that was taken away"),
        pytest.param([run("Lähteet [1] ja [2, 3] sekä [...]")], [], id="numbers of sources"),
        pytest.param(
            [run("[nimi; lähteessä [Aino]] ja ]")], [("nimi; lähteessä [Aino]", True, False)], id="nested"
        ),
        pytest.param([run("[] ja [")], [], id="nothing in them"),
        pytest.param([run("[a] ja [b]")], [("a", True, False), ("b", True, False)], id="two in a line"),
    ],
)
def test_placeholders_are_found(runs: list[str], gaps: list[tuple[str, bool, bool]], tmp_path: Path) -> None:
    """In brackets or in yellow, each with the heading and the line under it."""
    written = read_written(save(tmp_path / "made.docx", paragraph("Osa", "Otsikko2"), paragraph(runs=runs)))

    assert [(gap.text, gap.bracketed, gap.highlighted) for gap in written.gaps] == gaps
    assert {(gap.heading, gap.number) for gap in written.gaps} <= {("Osa", 1)}


@pytest.mark.parametrize(
    ("identity", "footer", "text", "found"),
    [
        ("own-sweden-aa7703a6c722", "", "", "own-sweden-aa7703a6c722"),
        ("", "own-sweden-aa7703a6c722 Sida 1", "", "own-sweden-aa7703a6c722"),
        ("", "", "Luonnoksen tunnus own-sweden-aa7703a6c722", "own-sweden-aa7703a6c722"),
        ("urn:isbn:1", "", "aa7703a6c722", None),
    ],
)
def test_the_drafts_id_is_found(
    identity: str, footer: str, text: str, found: str | None, tmp_path: Path
) -> None:
    """In the properties, or else where it is printed; other identifiers are not the draft's."""
    path = save(tmp_path / "made.docx", paragraph(text), identity=identity, footer=footer)

    assert read_written(path).draft == found


def test_a_document_beyond_measure_is_told(tmp_path: Path) -> None:
    """Five hundred pages are read; a whole archive in one file is no draft."""
    long = save(tmp_path / "long.docx", paragraph("rivi") * 20_000)
    endless = save(tmp_path / "endless.docx", "<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 60_001)

    assert len(read_written(long).sections[0].lines) == 20_000
    with pytest.raises(DraftError, match=r"endless\.docx: expected the document of one matter"):
        read_written(endless)
