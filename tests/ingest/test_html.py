"""HTML as clean text with blocks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import CleanText
from ingest.html import clean_element, clean_html, parse_html
from records.errors import ReadError


def told(markup: str) -> list[tuple[str, str]]:
    """Return kind and words of each block of a page."""
    clean = clean_html(markup.encode())
    return [(block.kind, clean.text[block.start : block.end]) for block in clean.blocks]


BLOCKS = [
    ("<p>En</p><p>To</p>", [("paragraph", "En"), ("paragraph", "To")], "paragraphs"),
    ("<h2>En</h2>To", [("heading", "En"), ("paragraph", "To")], "a heading and bare text below it"),
    ("En<p>To</p>Tre", [("paragraph", "En"), ("paragraph", "To"), ("paragraph", "Tre")], "text around one"),
    ("<ul><li>En<li><p>To</p></ul>", [("list_item", "En"), ("list_item", "To")], "items, one never closed"),
    ("<p>En<br>To<br/>Tre</p>", [("paragraph", "En\nTo\nTre")], "line ends"),
    ("<p>En<br><br>To</p>", [("paragraph", "En"), ("paragraph", "To")], "two line ends part paragraphs"),
    ("<p>&nbsp;</p><p> En\n  &nbsp; to </p>", [("paragraph", "En to")], "blanks are squeezed"),
    ("<p>vara\u00adjäsen\u200b</p>", [("paragraph", "varajäsen")], "soft hyphens and invisible characters"),
    ("<p>a\u0308</p>", [("paragraph", "ä")], "letters are composed"),
    ("<p>1&#150;2&#x80;</p>", [("paragraph", "1–2€")], "numbers that mean cp1252"),
    ("<p>En</p><script>x()</script><style>p{}</style><nav>Meny</nav>", [("paragraph", "En")], "no text"),
    ("<p>En</p><p hidden>To</p><p style='display: none'>Tre</p>", [("paragraph", "En")], "hidden elements"),
    ("<pre>En\nTo</pre>", [("paragraph", "En\nTo")], "preformatted lines"),
    ("<p>-<span>&nbsp;&nbsp; </span>En</p>", [("list_item", "- En")], "a bullet that Word wrote as text"),
    ("<p>1. En</p><p>2. To</p>", [("list_item", "1. En"), ("list_item", "2. To")], "numbers that Word wrote"),
    ("<p>12. mars</p><p>To</p>", [("paragraph", "12. mars"), ("paragraph", "To")], "a date alone is no item"),
    ("En<title>Muistio</title><meta name=x>", [("paragraph", "En")], "a document inside the page"),
    ("<dl><dt>En</dt><dd>To</dd></dl>", [("paragraph", "En"), ("paragraph", "To")], "terms"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "blocks", "reason"), BLOCKS)
def test_blocks(markup: str, blocks: list[tuple[str, str]], reason: str) -> None:
    """Elements become blocks of their kind."""
    assert told(markup) == blocks, reason


SEAMS = [
    ("<span>Valmistelija</span><span>Hallintojohtaja</span>", "Valmistelija Hallintojohtaja", "two words"),
    ("<b>Päätös</b>Hyväksyttiin.", "Päätös Hyväksyttiin.", "a label and its text"),
    ("<b>Päätös:</b>Hyväksyttiin.", "Päätös: Hyväksyttiin.", "behind punctuation"),
    ("<span>Kuusi</span><span>rannan</span>", "Kuusirannan", "one word that Word cut"),
    ("<span>3700/11.01.00</span><span>/2011</span>", "3700/11.01.00/2011", "one number that Word cut"),
    ("<span>24.</span><span>2.2025</span>", "24.2.2025", "one date that Word cut"),
    ("m<sup>2</sup>", "m2", "a raised sign belongs to its word"),
    ("<span>vuosi</span><span>2025</span>", "vuosi 2025", "a number behind a word"),
    ("<i>etu</i>.<i>suku</i>@a.example", "etu.suku@a.example", "an address in pieces"),
    ("§ 12<b>Rubrik</b>", "§ 12 Rubrik", "a title behind a number"),
    ("<span>En</span> <span>to</span>", "En to", "a blank that stands there"),
]


@pytest.mark.parametrize(("markup", "text", "reason"), SEAMS)
def test_seams(markup: str, text: str, reason: str) -> None:
    """Words at the edge of inline elements are parted where two meet, joined where one was cut."""
    assert clean_html(f"<p>{markup}</p>".encode()).text == text, reason


def test_labelled_seam() -> None:
    """On pages with labelled spans the first edge parts label and text, the next ones as ever."""
    tree = parse_html(b"<p><span>Valmistelija</span><span>joh</span><span>taja Aino</span></p>")

    assert clean_element(tree, labelled=True).text == "Valmistelija johtaja Aino"


def test_bold() -> None:
    """A block is bold when its first words are, by tag, by style or in a head cell."""
    markup = (
        "<p><b>Päätös</b> Kyllä</p><p>Ei <b>tämä</b></p><p><span style='font-weight:bold'>Otsikko</span></p>"
        "<b><div>Koko</div></b><p><b> </b>Tyhjä</p><table><tr><th>Aika</th><td>Nyt</td></tr></table>"
        "<p><span style='font-weight:normal'>Ei</span></p>"
    )

    blocks = clean_html(markup.encode()).blocks

    assert [block.bold for block in blocks] == [True, False, True, True, False, True, False, False]


def test_levels() -> None:
    """Headings and lists know their depth, Word's list paragraphs too."""
    markup = (
        "<h1>A</h1><h3>B</h3><ul><li>c<ul><li>d</li></ul>e</li></ul><ol><li>f</li></ol>"
        "<p style='mso-list:l0 level2 lfo1'>g</p>"
    )

    assert [block.level for block in clean_html(markup.encode()).blocks] == [1, 3, 1, 2, 1, 1, 2]


def cells(markup: str) -> list[tuple[int, int, str]]:
    """Return row, column and words of each cell."""
    clean = clean_html(markup.encode())
    return [(b.row, b.column, clean.text[b.start : b.end]) for b in clean.blocks if b.kind == "cell"]


def test_cells() -> None:
    """Cells know row and column, merged cells and holes counted; a cell's paragraphs are its lines."""
    markup = (
        "<table><tr><th>Aika<th>Aihe<th>Kenelle</tr><tr><td rowspan=2>Kevät<td><p>Laki</p><p>Jäävi</p>"
        "<td>Kaikki</tr><tr><td></td><td>Uudet</td></tr>"
        "<tr><td colspan='2'>Syksy</td><td>Kaikki</td></tr></table>"
    )

    assert cells(markup) == [
        (0, 0, "Aika"), (0, 1, "Aihe"), (0, 2, "Kenelle"),
        (1, 0, "Kevät"), (1, 1, "Laki\nJäävi"), (1, 2, "Kaikki"),
        (2, 2, "Uudet"),
        (3, 0, "Syksy"), (3, 2, "Kaikki"),
    ]  # fmt: skip


LAYOUTS = [
    ("<table><tr><td>Teksti</td></tr></table>", "a single cell"),
    ("<table><tr><td>A</td><td><table><tr><td>B</td></tr></table></td></tr></table>", "a table in a table"),
    ("<table><tr><td><h2>A</h2>B</td><td>C</td></tr></table>", "a heading in a table"),
    ("<table><tr><td>" + "<p>A</p>" * 13 + "</td><td>B</td></tr></table>", "a page in a cell"),
    ("<td>A</td><td>B</td>", "cells without a table"),
]


@pytest.mark.parametrize(("markup", "reason"), LAYOUTS)
def test_layout_tables(markup: str, reason: str) -> None:
    """A table that only places things has no cells."""
    assert cells(markup) == [], reason


def test_list_in_a_cell() -> None:
    """A list item inside a table knows its cell."""
    markup = "<table><tr><td>Ohjelma</td><td><ul><li>Laki</li><li>Jäävi</li></ul></td></tr></table>"

    blocks = clean_html(markup.encode()).blocks

    assert [(b.kind, b.row, b.column) for b in blocks] == [
        ("cell", 0, 0), ("list_item", 0, 1), ("list_item", 0, 1),
    ]  # fmt: skip


def test_charset_of_http() -> None:
    """The charset that HTTP declared reads the page."""
    assert clean_html("<p>Päätös</p>".encode("cp1252"), "iso-8859-1").text == "Päätös"


def test_deep_nesting() -> None:
    """A page may nest two thousand elements; one that nests without end is refused with its address."""
    assert clean_html(b"<div>" * 1900 + b"Teksti").text == "Teksti"
    with pytest.raises(ReadError, match=r"https://a\.example/.*without end"):
        clean_html(b"<div>" * 100_000 + b"Teksti", None, "https://a.example/")


@pytest.mark.parametrize("tag", ["b", "li", "table><tr><td", "font", "ul", "h1"])
def test_unclosed_tags(tag: str) -> None:
    """A hundred thousand tags of any kind give a text or a clear refusal."""
    try:
        text = clean_html(f"<{tag}>x".encode() * 100_000).text
    except ReadError as error:
        text = error.found

    assert text


def test_large_page() -> None:
    """A page of several megabytes is read whole."""
    clean = clean_html(b"<p>Teksti on t\xc3\xa4ss\xc3\xa4.</p>" * 100_000)

    assert len(clean.blocks) == 100_000


def test_a_form_feed_is_a_blank() -> None:
    """Parts may be taken out of the tree beside it."""
    tree = parse_html(b"<p>En<b>to</b>\x0ctre</p>")
    for bold in tree.iter("b"):
        bold.drop_tree()

    assert clean_element(tree).text == "En tre"


def test_marks_in_the_page_are_dropped() -> None:
    """Characters that mean something inside the cleaner mean nothing when a page holds them."""
    assert told("<p>A\ufdd0tB&#xFDD0;1C&#64977;D&#0;&#1;\x02</p>") == [("paragraph", "AtB1CD")]


@pytest.mark.parametrize("content", [b"", b"   ", b"<!-- x -->"])
def test_nothing(content: bytes) -> None:
    """A page without any element is refused."""
    with pytest.raises(ReadError):
        clean_html(content)


ELEMENTS = "<p> </p> <b> </b> <table> <tr> <td> </td> </table> <ul> <li> </ul> <h2> </h2> <br> <pre> <!-- -->"
SIGNS = "<span> </span> &nbsp; a Ä \u0308 1 \u00ad &#xFDD0; < \u0338 \ufdd2"
PIECES = st.sampled_from([*ELEMENTS.split(), *SIGNS.split(" "), "<td rowspan=3 colspan=2>", "- ", " ", "\n"])
PAGES = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=100)


def check(clean: CleanText) -> None:
    """Assert what holds of every clean text."""
    assert unicodedata.is_normalized("NFC", clean.text)
    end = 0
    for block in clean.blocks:
        assert end <= block.start < block.end <= len(clean.text)
        assert not clean.text[end : block.start].strip()
        assert clean.text[block.start : block.end] == clean.text[block.start : block.end].strip()
        end = block.end
    assert end == len(clean.text)
    assert not set(clean.text) & set("\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\u00a0\u00ad")


@given(PAGES)
def test_any_page_is_covered_by_its_blocks(markup: str) -> None:
    """Of any page, blocks are in order, hold all but blanks, and the text is NFC without marks."""
    check(clean_html(f"<html><body>{markup}</body></html>".encode()))


@given(PAGES)
def test_any_labelled_page(markup: str) -> None:
    """The same holds where spans are labels."""
    check(clean_element(parse_html(f"<html><body>{markup}</body></html>".encode()), labelled=True))


def test_entities_of_its_own() -> None:
    """Entities that a page declares are not unfolded, nor are files named by them read."""
    steps = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 10))
    head = f"<!DOCTYPE html [<!ENTITY l0 'lol'>{steps}<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"

    text = clean_html(f"{head}<html><body><p>a &l9; &f; b</p></body></html>".encode()).text

    assert len(text) < 2000
    assert "root:" not in text
