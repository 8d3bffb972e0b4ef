"""Values of earlier decisions in a Word file: shown where they must be changed, marked where carried over."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from export.template import open_template
from export.word import render_draft
from records.draft import Draft, Plain
from tests.export.houses import LAYOUTS, own_house, words_of
from tests.export.made_drafts import draft_of, gap_with, old, with_line
from tests.export.templates import write_template


def _runs(content: bytes) -> list[tuple[str, str | None]]:
    """Return the text and the highlight of each run of the body."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    told = []
    for run in body.iter(qn("w:r")):
        mark = run.find(f"{qn('w:rPr')}/{qn('w:highlight')}")
        text = "".join(each.text or "" for each in run.iter(qn("w:t")))
        told.append((text, mark.get(qn("w:val")) if mark is not None else None))
    return told


def _comments(content: bytes) -> list[str]:
    return [comment.text for comment in docx.Document(io.BytesIO(content)).comments]


def _render(draft: Draft, layout: str = "finland-fi") -> bytes:
    return render_draft(draft, words_of(own_house(layout)))


def test_an_old_value_has_a_colour_of_its_own() -> None:
    """The brackets are yellow as of all placeholders; the old value in them is not, so that it is seen."""
    runs = _runs(_render(with_line(draft_of("finland-fi"), Plain(text="Varataan "), gap_with("120 euroa"))))
    start = runs.index(("Varataan ", None))

    assert [run for run in runs[start:] if run[0]][1:4] == [
        ("[summa; lähteessä ", "yellow"),
        ("120 euroa", "cyan"),
        ("]", "yellow"),
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_comment_of_an_old_value_says_that_it_must_go(layout: str) -> None:
    """Quote and source, and that the value may not stay, in the clerk's language."""
    words = words_of(own_house(layout))
    (comment, *_) = [
        each
        for each in _comments(_render(with_line(draft_of(layout), gap_with("120 euroa")), layout))
        if "vanha 120 euroa" in each
    ]

    assert "Kuusirannan kaupunki" in comment
    assert comment.endswith(words.marks.old_note)
    assert words.marks.carried not in comment


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_comment_of_a_carried_value_says_so(layout: str) -> None:
    """A precedent's words in the house's own text are told as such."""
    words = words_of(own_house(layout))
    told = [
        each
        for each in _comments(_render(with_line(draft_of(layout), old("peruskoulutus")), layout))
        if "vanha peruskoulutus" in each
    ]

    assert [each.endswith(words.marks.carried) for each in told] == [True]


def test_each_of_several_old_values_has_its_comments() -> None:
    """Three precedents with two amounts: two values, three comments."""
    content = _render(with_line(draft_of("finland-fi"), gap_with("1 €", "2 €", "1 €")))

    assert [text for text, mark in _runs(content) if mark == "cyan"] == ["1 €", "2 €"]
    assert len([each for each in _comments(content) if "vanha" in each]) == 3


def test_an_old_value_keeps_its_language() -> None:
    """A Norwegian sum in a Finnish draft is read as Norwegian."""
    content = _render(with_line(draft_of("finland-fi"), gap_with("tolv kroner", language="nb-NO")))
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    tags = [
        lang.get(qn("w:val"))
        for run in body.iter(qn("w:r"))
        if "".join(run.itertext()) == "tolv kroner"
        for lang in run.iter(qn("w:lang"))
    ]

    assert tags == ["nb-NO"]


def test_a_template_s_head_shows_old_values_too(tmp_path: Path) -> None:
    """A title whose year is an earlier decision's: seen in the head, without a comment in the header."""

    def change(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ title }}"

    path = write_template(tmp_path / "a.docx", "{{ title }}", "{{ content }}", change=change)
    draft = draft_of("finland-fi").model_copy(update={"heading": (Plain(text="Koulutus "), gap_with("2021"))})
    content = render_draft(draft, words_of(own_house("finland-fi")), open_template(path))
    document = docx.Document(io.BytesIO(content))

    assert ("2021", "cyan") in _runs(content)
    assert document.sections[-1].header.paragraphs[0].text == "Koulutus [summa; lähteessä 2021]"
    assert len([each for each in _comments(content) if "vanha 2021" in each]) == 1


def test_a_carried_sentence_has_one_comment() -> None:
    """Its pieces share a comment that quotes it whole; the next sentence has its own, whatever is in it."""
    blank, stop = Plain(text=" "), Plain(text=".")
    first = (old("illat ovat"), blank, gap_with("keväällä"), blank, old("ja"), blank, gap_with("2021"), stop)
    draft = with_line(draft_of("finland-fi"), *first, blank, old("ohjelma on avoin."))

    whole, other = [each for each in _comments(_render(draft)) if "vanha" in each]

    assert "”vanha illat ovat vanha keväällä vanha ja vanha 2021”" in whole
    assert whole.endswith(words_of(own_house("finland-fi")).marks.sentence_note)
    assert "”vanha ohjelma on avoin.”" in other


def test_a_carried_sentence_is_marked_from_its_first_word_to_its_last() -> None:
    """The comment's range holds all of its runs, and nothing of the house's words before it."""
    line = (Plain(text="Siis: "), old("illat ovat"), Plain(text=" "), gap_with("2021"), Plain(text=" loput"))
    content = _render(with_line(draft_of("finland-fi"), *line))
    (paragraph,) = [each for each in docx.Document(io.BytesIO(content)).paragraphs if "loput" in each.text]
    told, inside = "", False
    for element in paragraph._p:
        if element.tag in (qn("w:commentRangeStart"), qn("w:commentRangeEnd")):
            inside = not inside
        told += "".join(each.text or "" for each in element.iter(qn("w:t"))) if inside else ""

    assert told.replace("\u00a0", " ") == "illat ovat [summa; lähteessä 2021]"
