"""Knows HTML as text with blocks; the sheet html.xsl knows which element is which kind of block."""

import re
import threading
from importlib.resources import files

from lxml import etree, html

from ingest.charset import decode
from ingest.clean import CleanText, Piece, lay_out
from ingest.marks import read_pieces
from records.errors import ReadError

TEXT_VERSION = "html-1"
_SHEET = etree.XSLT(etree.fromstring(files("ingest").joinpath("html.xsl").read_bytes()))
_THREAD = threading.local()
_INVISIBLE = ("\u00ad", "\u200b", "\u2060", "\ufeff")
_CONTROL_BYTES = bytes({*range(9), *range(0x0E, 0x20), 0x7F})
_BLANKS = bytes.maketrans(b"\x0b\x0c", b"  ")
"""White space of HTML that lxml's own tree refuses."""
_ODD_REFERENCE = re.compile(
    rb"&#(?:0*(?:[0-8]|1[1-9]|2\d|3[01]|12[789]|649(?:7[6-9]|8\d|9[01])|6553[45])"
    rb"|[xX]0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]|7[fF]|[fF][dD][dD][0-9a-fA-F]|[fF]{3}[eEfF]))(?:;|(?![0-9a-fA-F]))"
)
_ODD_BYTES = re.compile(rb"\xef\xb7[\x90-\x9f]|\xef\xbf[\xbe\xbf]")
_HIDDEN = re.compile(rb"hidden(?<=\shidden)[\s=>/]")
_LEVEL = re.compile(r"level(\d)")
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")


def clean_html(content: bytes, charset: str | None = None, where: str = "the page") -> CleanText:
    """Return the clean text of an HTML document; `charset` is what HTTP declared, `where` names it in errors.

    Headings, paragraphs, list items and table cells become blocks; white space is squeezed, lines end
    where <br> says, the text is NFC without soft hyphens. Scripts, styles and <nav> are left out.
    Raises ReadError for a page without any element, or nested deeper than the parser goes (2 048).
    """
    return clean_element(parse_html(content, charset, where))


def parse_html(content: bytes, charset: str | None = None, where: str = "the page") -> html.HtmlElement:
    """Return the page's tree, with hidden elements gone and what style attributes mean told by tags.

    Raises ReadError as `clean_html` does.
    """
    return parse_markup(decode(content, charset), where)


def parse_markup(markup: str, where: str = "the page") -> html.HtmlElement:
    """Return the tree of a page, or a part of one, that is decoded already; else as `parse_html`."""
    source = _without_controls(markup)
    parser = _parser()
    try:
        tree = html.document_fromstring(source, parser=parser)
    except etree.ParserError as error:
        raise ReadError(where, expected="an HTML page", found="no element in it") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise ReadError(where, expected="an HTML page", found="elements nested without end")
    _settle_styles(tree, source)
    return tree


def words_of(element: html.HtmlElement | None) -> str:
    """Return the words of an element and all within it, a blank between; none for no element."""
    return "" if element is None else " ".join(element.text_content().split())


def clean_element(element: html.HtmlElement, *, labelled: bool = False) -> CleanText:
    """Return the clean text of one element of a parsed page.

    With `labelled`, the first inline element of a block is a label: a blank stands behind it even
    where the letters that meet could be one word.
    """
    return lay_out(pieces_of(element, labelled=labelled))


def pieces_of(element: html.HtmlElement, *, labelled: bool = False) -> list[Piece]:
    """Return the blocks of one element of a parsed page, not yet laid out; `labelled` as above."""
    text = str(_SHEET(element))
    for char in _INVISIBLE:
        if char in text:
            text = text.replace(char, "")
    return [piece for piece in read_pieces(text, labelled=labelled) if piece.text]


def _parser() -> html.HTMLParser:
    """Return this thread's parser; making one costs as much as parsing a short page."""
    if not hasattr(_THREAD, "parser"):
        _THREAD.parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    parser: html.HTMLParser = _THREAD.parser
    return parser


def _without_controls(text: str) -> bytes:
    """Return `text` as utf-8 without control characters and noncharacters, spelled out or by number."""
    source = text.encode("utf-8", "replace").translate(_BLANKS, _CONTROL_BYTES)
    if b"\xef" in source:
        source = _ODD_BYTES.sub(b"", source)
    return _ODD_REFERENCE.sub(b"", source) if b"&#" in source else source


def _settle_styles(tree: html.HtmlElement, source: bytes) -> None:
    """Tell by tags what only attributes tell: hidden elements, Word's list paragraphs, bold spans."""
    if _HIDDEN.search(source):
        _drop(tree.xpath("//*[@hidden]"))
    if b"display:" in source:
        _drop(tree.xpath("//*[contains(@style, 'display:none') or contains(@style, 'display: none')]"))
    if b"mso-list" in source:
        for element in tree.xpath("//p[contains(@style, 'mso-list')]"):
            level = _LEVEL.search(element.get("style", ""))
            element.tag = "word-item"
            element.set("level", level[1] if level else "1")
    if b"font-weight" in source:
        for element in tree.xpath("//span[contains(@style, 'font-weight')]"):
            if _HEAVY.search(element.get("style", "")):
                element.tag = "b"


def _drop(elements: list[html.HtmlElement]) -> None:
    for element in elements:
        if element.getparent() is not None:
            element.drop_tree()
