"""Knows which part of an ordinary web page is its text: landmarks first, then names, then shares of links."""

import mimetypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from ingest.addresses import absolute_url, path_of
from ingest.clean import CleanText, Piece, join_texts, lay_out
from ingest.html import clean_element, parse_markup
from records.item import Attachment

_DROPPED = [
    "nav", "aside", "footer", "form", "dialog", "script", "style", "noscript", "template", "svg", "iframe",
]  # fmt: skip
_DROPPED_ROLES = ["navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog"]
_CHROME = re.compile(
    r"(?:^|[-_\s])(?:cookies?|consent|gdpr|breadcrumbs?|skip-?links?|share|sharing|social|sidebar|site-?header"
    r"|site-?footer|footer|menu|navbar|navigation|pagination|newsletter|related)(?:$|[-_\s])",
    re.I,
)
_LARGEST = 4_000_000
"""Longer pages are read whole: a tree of them would fill the memory."""
_ENOUGH = 200
"""A landmark with fewer characters than this does not hold the page's text."""
_MENU_WORDS = 30
"""Links of a menu are shorter than this on average."""
_DOCUMENTS = re.compile(r"\.(?:pdf|docx?|rtf|odt|xlsx?|pptx?)$", re.I)


@dataclass(frozen=True, slots=True)
class WebText:
    """The text of a web page, its title and the documents that its text links."""

    text: CleanText
    title: str | None = None
    attachments: tuple[Attachment, ...] = ()


def read_web_text(markup: str, url: str) -> WebText:
    """Return the text of a page without navigation, cookie banners and footers.

    Kept is <main> or the one <article> (a Word document whole), else the body without what is named
    or built like a menu. A heading of first rank outside it is put first. Raises ReadError for a page
    nested without end.
    """
    tree = parse_markup(markup, url)
    if len(markup) > _LARGEST:
        return WebText(clean_element(tree))
    soup = BeautifulSoup(markup, "lxml")
    title = _title(soup)
    top = soup.find("h1")
    heading = _words(top) if top else ""
    _drop(soup.find_all(_DROPPED))
    _drop(soup.find_all(role=_DROPPED_ROLES))
    main = _main(soup)
    _unhide(main)
    text = clean_element(parse_markup(str(main) or "<p></p>", url))
    if heading and not main.find("h1") and heading not in text.text.split("\n"):
        text = join_texts((lay_out([Piece("heading", heading, 1)]), text))
    return WebText(text, heading or title, tuple(_attachments(main, url)))


def _main(soup: BeautifulSoup) -> Tag:
    word = soup.find("div", class_=re.compile(r"^(?:Word)?Section1$"))
    if word:
        return soup.body or soup
    for landmarks in (soup.find_all("main"), soup.find_all(role="main"), soup.find_all("article")):
        outer = [tag for tag in landmarks if not tag.find_parent(tag.name)]
        if len(outer) == 1 and len(_words(outer[0])) >= _ENOUGH:
            _drop_named(outer[0])
            return outer[0]
    body = soup.body or soup
    _drop_named(body)
    _drop([box for box in body.find_all(["ul", "ol", "table", "header"]) if _is_menu(box)])
    return body


def _drop_named(root: Tag) -> None:
    """Drop what its id or class calls chrome, unless the page's heading or half of its text is in it."""
    half = len(_words(root)) / 2
    for tag in root.find_all(_is_named_chrome):
        if not tag.decomposed and not tag.find("h1") and len(_words(tag)) < half:
            tag.decompose()


def _is_named_chrome(tag: Tag) -> bool:
    classes = tag.get("class") or ""
    names = classes if isinstance(classes, str) else " ".join(classes)
    return _CHROME.search(f"{tag.get('id', '')} {names}") is not None


def _is_menu(box: Tag) -> bool:
    if box.name == "header":
        return box.find("h1") is None
    links = [_words(link) for link in box.find_all("a")]
    told = sum(map(len, links))
    return len(links) > 2 and told >= 0.8 * len(_words(box)) and told < _MENU_WORDS * len(links)


def _unhide(root: Tag) -> None:
    """Show what scripts would: the panels of an accordion are text like any other."""
    for tag in root.find_all(hidden=True):
        del tag["hidden"]
    for tag in root.find_all(style=re.compile(r"display\s*:\s*none")):
        del tag["style"]


def _attachments(root: Tag, url: str) -> Iterator[Attachment]:
    seen: set[str] = set()
    for link in root.find_all("a", href=True):
        address = absolute_url(url, str(link["href"]))
        words = _words(link)
        if words and address not in seen and _DOCUMENTS.search(path_of(address)):
            seen.add(address)
            yield Attachment(title=words, url=address, media_type=mimetypes.guess_type(path_of(address))[0])


def _title(soup: BeautifulSoup) -> str | None:
    return (_words(soup.title) or None) if soup.title else None


def _drop(tags: Iterable[Tag]) -> None:
    for tag in tags:
        if not tag.decomposed:
            tag.decompose()


def _words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())
