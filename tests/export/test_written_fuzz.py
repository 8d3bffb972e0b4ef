"""Tests of Word files that no program would write: whatever markup they hold, they are read or told."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.check import check_document
from export.word import render_draft
from export.written import read_written
from records.errors import DraftError
from tests.export.checked import dates_of, made_draft
from tests.export.edited import paragraph, run, save
from tests.export.houses import words_of

BLOCKS = ("p", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "moveFrom", "txbxContent")
PARTS = ("r", "t", "br", "tab", "pict", "hyperlink", "fldSimple")
LOOKS = ("pPr", "rPr", "b", "highlight", "numPr", "ilvl", "numId", "pStyle")
WORDS = (
    "Päätösehdotus",
    "Kunnanhallitus",
    "päättää",
    "hyväksyä",
    "[summa]",
    "3.9.2025",
    "§ 71",
    "1.",
    ":",
    "a",
)


def element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Draw an element of Word's with anything in it and any value."""
    return st.builds(
        lambda name, value, inner: f'<w:{name} w:val="{value}">{inner}</w:{name}>',
        st.sampled_from(BLOCKS + PARTS + LOOKS),
        st.sampled_from(("", "1", "99", "Otsikko2", "none", "-3", "x")),
        st.lists(children, max_size=4).map("".join),
    )


@settings(max_examples=100, deadline=None)
@given(st.recursive(st.sampled_from(WORDS), element, max_leaves=40))
def test_any_markup_is_read(tmp_path_factory: pytest.TempPathFactory, markup: str) -> None:
    """Elements in places where they do not belong change nothing but what is read."""
    path = save(tmp_path_factory.mktemp("made") / "made.docx", markup, paragraph("loppu"))

    assert [line.text for line in read_written(path).sections[-1].lines][-1:] in (["loppu"], [])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>"),
    ],
)
@pytest.mark.parametrize("depth", [20, 50, 3000])
def test_what_is_nested_deeply_is_read_or_told(before: str, after: str, depth: int, tmp_path: Path) -> None:
    """Boxes within boxes are read as far as the parser of markup goes, and told beyond."""
    path = save(tmp_path / "made.docx", before * depth + paragraph("syvällä") + after * depth)
    if depth < 1000:
        assert [line.text for line in read_written(path).sections[0].lines] == ["syvällä"]
        return
    with pytest.raises(DraftError, match="no XML"):
        read_written(path)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), min_size=1, max_size=4))
def test_a_damaged_draft_is_checked_or_told(
    tmp_path_factory: pytest.TempPathFactory, damages: list[tuple[float, bytes]]
) -> None:
    """Bytes of the document are overwritten; what still is a Word file is checked."""
    draft, house = made_draft("sweden")
    words = words_of(house)
    path = tmp_path_factory.mktemp("made") / "made.docx"
    path.write_bytes(_damaged(render_draft(draft, words), damages))
    where = str(path)
    try:
        found = check_document(read_written(path), draft, house, words, dates_of("sv"))
    except DraftError as error:
        where, found = error.where, ()

    assert where == str(path)
    assert all(finding.message for finding in found)


def _damaged(content: bytes, damages: list[tuple[float, bytes]]) -> bytes:
    """Return a Word file whose main part was written over in places, packed soundly again."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in parts.namelist():
            held = parts.read(name)
            for share, noise in damages if name == "word/document.xml" else ():
                at = int(share * len(held))
                held = held[:at] + noise + held[at + len(noise) :]
            new.writestr(name, held)
    return packed.getvalue()


def test_a_file_of_one_endless_line_is_read(tmp_path: Path) -> None:
    """A megabyte in one run, and as many runs as letters."""
    words = " ".join(f"sana{number}" for number in range(100_000))
    whole = save(tmp_path / "whole.docx", paragraph(words))
    split = save(tmp_path / "split.docx", paragraph(runs=[run("a") for _ in range(40_000)]))

    assert read_written(whole).sections[0].lines[0].text == words
    assert len(read_written(split).sections[0].lines[0].text) == 40_000
