"""Knows pages that stand before the content or in its stead: logins, puzzles, walls of consent, errors.

They come as an ordinary page, so only their markup tells them. A page of a council may have a login in
its corner, a puzzle on its contact form and a box on cookies: what counts is that little else is there.
"""

import re
from http import HTTPStatus
from typing import TYPE_CHECKING

from ingest.answers import GONE
from ingest.charset import decode
from records.errors import ReadError
from records.page import Page

if TYPE_CHECKING:
    from lxml import html

_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.I)
_HEAD = 4000
_LOGIN = re.compile(rb"""type\s{0,9}=\s{0,9}["']?password\b""", re.I)
_PUZZLE = re.compile(
    rb"cf-challenge|cf-browser-verification|cf_chl_opt|/cdn-cgi/challenge-platform|cf-turnstile|g-recaptcha"
    rb"|h-captcha|hcaptcha\.com|captcha-delivery\.com|px-captcha|_Incapsula_Resource|sucuri_cloudproxy"
    rb"|awswafintegration|friendlycaptcha|frc-captcha",
    re.I,
)
_CONSENT = re.compile(
    rb"CybotCookiebotDialog|onetrust-(?:consent-sdk|banner-sdk)|didomi-(?:host|notice)|usercentrics-root"
    rb"|qc-cmp2|sp_message_container|cookiehub-dialog|consent\.(?:google|youtube)\.com",
    re.I,
)
_CRASH = re.compile(rb"\s{0,99}(?:<br\s*/?>\s{0,9})?<b>(?:Fatal|Parse) error</b>:", re.I)
_TITLE = re.compile(rb"<(?:title|h1)\b[^>]{0,300}>\s{0,99}([^<]{3,200})", re.I)
_CODE = re.compile(r"((?:http|error|status)\W{1,3}){0,2}[45]\d\d\b\W{0,5}(.{0,80})", re.I)
_PHRASES = {status.phrase.lower() for status in HTTPStatus if status >= HTTPStatus.BAD_REQUEST}
_OF_PHRASES = {word for phrase in _PHRASES for word in phrase.split() if len(word) > 4}
_ITEM = re.compile(r"§|\b\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,6}/\d{2,4}\b")
"""What minutes have and a wall has not: a section, a date, a case number."""
_DOCUMENT = re.compile(r"\.(?:pdf|docx?)(?:$|[?#])", re.I)
_LISTED = 2
"""So many links to documents, or to what has a date, make a list of them."""
_ASIDE = (
    "//head|//script|//style|//noscript|//nav|//header|//footer|//label|//button|//select|//legend|//a"
    "|//*[contains(@id, 'Cookiebot') or contains(@id, 'onetrust') or contains(@id, 'didomi')]"
    "|//*[contains(@id, 'usercentrics') or contains(@class, 'qc-cmp2') or contains(@id, 'sp_message')]"
    "|//*[contains(@id, 'cookiehub')]"
)
_FEW, _MANY = 10, 120
"""Words that make content: so few where a date or a case number tells of an item, else so many."""


def find_wall(page: Page) -> str | None:
    """Return in words what wall a page is, None for content, for what is gone, and for what is no HTML."""
    content, head = page.content, page.content[:_HEAD]
    if page.status in GONE or not _PAGE.search(head):
        return "a program's error sent as a page" if _CRASH.match(head) else None
    kinds = (
        ("a login page", _LOGIN.search(content)),
        ("a puzzle that tells people from programs", _PUZZLE.search(content)),
        ("a wall that asks for consent", _CONSENT.search(content)),
        ("an error sent as a page", _error(head)),
    )
    kind = next((name for name, mark in kinds if mark), None)
    if kind is None or _has_content(page):
        return None
    title = _TITLE.search(head)
    told = " ".join(decode(title[1], page.charset).split()) if title else ""
    return f"{kind} titled {told!r}" if told else kind


def _error(head: bytes) -> bool:
    """Tell whether a page's title or first heading is an HTTP status of an error, as servers word it."""
    for match in _TITLE.finditer(head):
        told = " ".join(decode(match[1]).lower().split()).rstrip(".!")
        if told in _PHRASES and " " in told:
            return True
        code = _CODE.match(told)
        if code and (code[1] or not code[2] or _OF_PHRASES & set(re.findall(r"\w+", code[2]))):
            return True
    return False


def _has_content(page: Page) -> bool:
    from ingest.html import parse_html  # few pages come this far: no other needs the parser here

    try:
        tree = parse_html(page.content, page.charset, page.url)
    except ReadError:
        return False
    if _links_documents(tree):
        return True
    words = _words(tree)
    return len(words.split()) >= (_FEW if _ITEM.search(words) else _MANY) or "§" in words


def _links_documents(tree: "html.HtmlElement") -> bool:
    """Tell whether a page is a list of documents or meetings: a wall links neither."""
    links = (link for link in tree.iter("a") if link.get("href"))
    told = (_DOCUMENT.search(link.get("href", "")) or _ITEM.search(link.text_content()) for link in links)
    return sum(map(bool, told)) >= _LISTED


def _words(tree: "html.HtmlElement") -> str:
    """Return the words of a page without its frame and its forms' own."""
    for element in tree.xpath(_ASIDE):
        if element.getparent() is not None:
            element.drop_tree()
    return " ".join(tree.xpath("//text()"))
