"""Tests of checks of Word files that a clerk edited, with python-docx as the clerk's hands."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

from config.houses import House
from export.check import Finding, check_document
from export.word import render_draft
from export.written import read_written
from records.draft import Draft
from tests.export.checked import dates_of, made_draft
from tests.export.edited import paragraph, run, save
from tests.export.houses import LAYOUTS, own_house, words_of

Edit = Callable[[Document], None]


def checked(path: Path, draft: Draft | None, house: House) -> tuple[Finding, ...]:
    """Return what the checks find in a file."""
    return check_document(read_written(path), draft, house, words_of(house), dates_of(house.language))


def after(layout: str, edit: Edit, folder: Path) -> list[Finding]:
    """Return what is found in a layout's draft after an edit, but for what is open."""
    draft, house = made_draft(layout)
    path = folder / "made.docx"
    path.write_bytes(render_draft(draft, words_of(house)))
    document = docx.Document(str(path))
    edit(document)
    document.save(str(path))
    return [finding for finding in checked(path, draft, house) if finding.severity != "open"]


def find(document: Document, start: str) -> Paragraph:
    """Return the paragraph of the item that begins with these words."""
    return [each for each in document.paragraphs if each.text.startswith(start) and "] – " not in each.text][
        -1
    ]


def drop(paragraph: Paragraph) -> None:
    """Take a paragraph out of its document."""
    element = paragraph._element
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_new_document_is_only_open(layout: str, tmp_path: Path) -> None:
    """Placeholders, first page, closing lists and comments are still to be dealt with; nothing is wrong."""
    draft, house = made_draft(layout)
    path = tmp_path / "made.docx"
    path.write_bytes(render_draft(draft, words_of(house)))

    found = checked(path, draft, house)

    assert {finding.severity for finding in found} == {"open"}
    assert {"open_gap", "cover_left", "closing_left", "comments_left"} == {finding.rule for finding in found}


def test_the_title_tells_what_it_lacks(tmp_path: Path) -> None:
    """A placeholder in the title is open as any other, told once under the title that it stands in."""
    draft, house = made_draft("sweden")
    path = tmp_path / "made.docx"
    path.write_bytes(render_draft(draft, words_of(house)))
    title = "".join(
        f"[{piece.text}]" if piece.kind == "placeholder" else piece.text for piece in draft.heading
    )

    found = checked(path, draft, house)

    told = [finding for finding in found if finding.heading == title and finding.where == title]
    assert [finding.message for finding in told] == ["Kvar att fylla i: period eller år."]
    assert found.index(told[0]) < min(
        found.index(each) for each in found if each.heading and each not in told
    )


def _keep_the_item(document: Document) -> None:
    """Leave what goes on the agenda, as the first page asks for."""
    words = words_of(own_house("sweden"))
    body = document.element.body
    inside = False
    for element in list(body)[:-1]:
        text = "".join(element.itertext())
        inside = inside or text.startswith("Utbildningsprogram")
        if text == words.closing.fill:
            inside = False
        if not inside:
            body.remove(element)


def test_first_page_and_lists_may_be_gone(tmp_path: Path) -> None:
    """What is left is read as the item, and its parts are all there."""
    assert after("sweden", _keep_the_item, tmp_path) == []


def _fill(document: Document) -> None:
    for each in document.paragraphs:
        for piece in each.runs:
            if piece.text == "[belopp i kronor]":
                piece.text = "40 000 kronor"


def _number(document: Document) -> None:
    for number, each in enumerate(document.paragraphs):
        if each.style and each.style.name == "Heading 2":
            each.insert_paragraph_before(f"{number}.1 {each.text}:", each.style)
            drop(each)


def _join(document: Document) -> None:
    find(document, "Kommunstyrelsen avsätter").add_run(" Kommunstyrelsen utser deltagare.")


def _drop_heading(document: Document) -> None:
    drop(find(document, "Konsekvenser för barn"))


def _retype(document: Document) -> None:
    heading = find(document, "Konsekvenser för barn")
    heading.insert_paragraph_before().add_run(heading.text).bold = True
    drop(heading)


def _move(document: Document) -> None:
    signature = find(document, "Underskrift")
    find(document, "Ärendet").insert_paragraph_before(signature.text, signature.style)
    drop(signature)


def _add_heading(document: Document) -> None:
    heading = find(document, "Beslutsunderlag")
    heading.insert_paragraph_before("Jämförelse med andra", heading.style)


def _add_subheading(document: Document) -> None:
    find(document, "[eget behov").insert_paragraph_before("Nuläge", "Heading 3")


def _date(document: Document) -> None:
    find(document, "[eget behov").insert_paragraph_before("Utbildningen hålls måndag 14 oktober 2026.")


def _claim(document: Document) -> None:
    find(document, "[eget behov").insert_paragraph_before("Enligt lagen finns en skyldighet att utbilda.")


def _empty(document: Document) -> None:
    for each in document.paragraphs:
        if each.text.startswith("Kommunstyrelsen") and each.style and each.style.name == "List Number":
            drop(each)


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        (_fill, [("still_marked", "Förslag till beslut, stycke 2")]),
        (_number, []),
        (_join, [("two_actions", "Förslag till beslut, stycke 2")]),
        (_drop_heading, [("missing_heading", "Hela dokumentet")]),
        (_retype, [("typed_heading", "Hela dokumentet")]),
        (_move, [("heading_order", "Hela dokumentet")]),
        (_add_heading, [("unknown_heading", "Hela dokumentet")]),
        (_add_subheading, []),
        (_date, [("unknown_date", "Ärendet, stycke 5"), ("weekday", "Ärendet, stycke 5")]),
        (_claim, [("legal_claim", "Ärendet, stycke 5")]),
        (_empty, [("no_points", "Hela dokumentet")]),
    ],
)
def test_what_a_clerk_does_is_seen(edit: Edit, found: list[tuple[str, str]], tmp_path: Path) -> None:
    """Each edit is told once, where it stands; harmless ones are not told."""
    told = [(finding.rule, finding.where) for finding in after("sweden", edit, tmp_path)]

    assert sorted(told) == sorted(found)


def test_a_file_without_data_is_checked_by_its_house(tmp_path: Path) -> None:
    """Points, headings and claims are checked; that dates could not be is said."""
    heading = [paragraph(text, "Otsikko2") for text in ("Esittelijä", "Päätös", "Muutoksenhaku")]
    path = save(
        tmp_path / "made.docx",
        paragraph("Valmistelu", "Otsikko2"),
        heading[0],
        paragraph("Päätösehdotus", "Otsikko2"),
        paragraph("Kunnanhallitus hyväksyy ohjelman ja varaa 4 000 euroa."),
        heading[1],
        heading[2],
    )

    found = checked(path, None, own_house("finland-fi"))

    assert [(finding.rule, finding.where) for finding in found] == [
        ("no_data", "Koko asiakirja"),
        ("two_actions", "Päätösehdotus, kappale 1"),
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        pytest.param(
            ("Kunnanhallitus päättää", "hyväksyä ohjelman.", "varata 4 000 euroa."), [], id="plain paragraphs"
        ),
        pytest.param(
            ("Kunnanhallitus päättää", "1. hyväksyä ohjelman", "2. varata 4 000 euroa."),
            [],
            id="typed numbers",
        ),
        pytest.param(
            ("Kunnanhallitus päättää, että kokoukset pidetään seuraavasti:", "> 3.9.", "> 8.10."),
            [],
            id="a list",
        ),
        pytest.param(
            ("Kunnanhallitus päättää:", "1. nimetä edustajat:", "> Aino", "2. varata 40 euroa."),
            [],
            id="within",
        ),
        pytest.param(
            ("Kunnanhallitus päättää", "1. hyväksyä ohjelman:"), ["unfinished"], id="a colon before nothing"
        ),
        pytest.param(("Kunnanhallitus päättää hyväksyä ohjelman.",), [], id="one sentence"),
        pytest.param(("päättää hyväksyä ohjelman.",), ["no_subject"], id="nobody decides"),
    ],
)
def test_proposals_are_read_however_they_are_typed(
    lines: tuple[str, ...], found: list[str], tmp_path: Path
) -> None:
    """Points may be paragraphs, numbered by hand, or hold lists (">") of their own."""
    within = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
    told = [
        paragraph(line.removeprefix("> "), properties=within if line.startswith(">") else "")
        for line in lines
    ]
    path = save(tmp_path / "made.docx", paragraph("Päätösehdotus", "Otsikko2"), *told)

    rules = [
        finding.rule for finding in checked(path, None, own_house("finland-fi")) if "kappale" in finding.where
    ]

    assert rules == found


def test_tracked_changes_are_told(tmp_path: Path) -> None:
    """They are neither accepted nor rejected, and the text counts as it would read."""
    path = save(tmp_path / "made.docx", paragraph(runs=["<w:ins>", run("uusi"), "</w:ins>"]))

    assert "changes_left" in {finding.rule for finding in checked(path, None, own_house("finland-fi"))}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_findings_are_told_in_the_houses_language(layout: str, tmp_path: Path) -> None:
    """No slot is left unfilled, and no two languages say it alike."""
    draft, house = made_draft(layout)
    path = tmp_path / "made.docx"
    path.write_bytes(render_draft(draft, words_of(house)))

    messages = [finding.message for finding in checked(path, draft, house)]

    assert words_of(house).checks.findings["cover_left"] in messages
    assert not any("{" in message for message in messages)
