"""Knows the links of a web page that lists documents, and what stands around each of them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree, html

from ingest.addresses import absolute_url, host_of, path_of
from ingest.charset import decode
from ingest.formats import sniff
from records.errors import LayoutChanged, ReadError, Silent
from records.page import Page

_BOXES = frozenset({"li", "tr", "p", "dd", "article"})
_LEVELS = {**{f"h{n}": n for n in range(1, 7)}, "caption": 7, "legend": 7, "summary": 7, "dt": 7, "button": 8}
"""What may head a list of links, and how deep it lies: panels that scripts open have a summary or button."""
_APART = frozenset({*_BOXES, *_LEVELS, "a", "td", "th", "div", "br", "span", "ul", "ol", "table", "body"})
_UNREAD = frozenset({"script", "style", "template", "svg"})
_LONGEST = 400
"""A row, list item or paragraph with more characters tells nothing of a link in it; links are cut there."""
_CROWD = 12
"""Nor does one with more links."""
_NEAREST = 3
_LARGEST = 20_000_000


class Span(NamedTuple):
    """Half-open range of the page's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ListedLink:
    """A link of a page; `url` is canonical, `relation` the link's own `rel`.

    `column` is the head of the table column that it stands in, `boxes` the row, list item or
    paragraph around it, `headings` what stands above it; both nearest first.
    """

    url: str
    text: str
    relation: str = ""
    column: str = ""
    boxes: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """The last part of the address's path, as it is written there."""
        return path_of(self.url).rstrip("/").rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class ListPage:
    """The links of a page in its order."""

    url: str
    title: str
    links: tuple[ListedLink, ...]


def read_list(page: Page) -> ListPage:
    """Return the links of a page that lists documents.

    Raises Silent for an empty answer, LayoutChanged for one that is no web page.
    """
    if not page.content.strip():
        raise Silent(page.url, expected="a list of minutes", found="an empty page")
    kind = sniff(page.content, page.final_url, page.media_type)
    if kind != "html":
        advice = "Give the address of the page that links the minutes"
        raise LayoutChanged(page.url, expected="a web page that lists minutes", found=kind, advice=advice)
    return read_links(page)


def read_links(page: Page) -> ListPage:
    """Return the links of an HTML page, those in folded panels too; broken markup is read as browsers do.

    Raises ReadError for a page without any element.
    """
    markup = decode(page.content[:_LARGEST], page.charset).replace("\x00", "")
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    reader = _Reader()
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise ReadError(page.url, expected="an HTML page", found="no element in it") from error
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            reader.start(str(element.tag), dict(element.attrib))
            reader.data(element.text or "")
        else:
            if event == "end":
                reader.end(str(element.tag))
            reader.data(element.tail or "")
    return reader.page(page.final_url)


@dataclass(slots=True)
class _Link:
    href: str
    label: str
    relation: str
    start: int
    headings: tuple[str, ...]
    column: str = ""
    end: int = -1
    boxes: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class _Box:
    tag: str
    start: int
    first_link: int


@dataclass(slots=True)
class _Table:
    heads: list[str] = field(default_factory=list)
    column: int = -1
    cell: int = 0


class _Reader:
    """Takes the elements as they begin and end; positions count the characters of all text so far."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.place = 0
        self.unread = 0
        self.links: list[_Link] = []
        self.open_link: _Link | None = None
        self.boxes: list[_Box] = []
        self.tables: list[_Table] = []
        self.headings: list[tuple[int, str]] = []
        self.heading_starts: dict[str, int] = {}
        self.base = self.title = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Note that an element begins."""
        if tag in _UNREAD:
            self.unread += 1
        if tag in _APART:
            self.data(" ")
        if tag in ("a", "link", "base"):
            self._start_link(tag, attributes)
        if tag in _BOXES:
            self.boxes.append(_Box(tag, self.place, len(self.links)))
        if tag in _LEVELS or tag == "title":
            self.heading_starts[tag] = self.place
        self._start_table(tag)

    def end(self, tag: str) -> None:
        """Note that an element ends."""
        if tag in _UNREAD:
            self.unread = max(self.unread - 1, 0)
        if tag == "a" and self.open_link:
            self.open_link.end = self.place
            self.open_link = None
        if tag in _BOXES:
            self._end_box(tag)
        if tag in ("th", "td") and self.tables:
            self._end_cell(tag)
        if tag == "table" and self.tables:
            self.tables.pop()
        if tag in self.heading_starts:
            self._end_heading(tag)
        if tag in _APART:
            self.data(" ")

    def data(self, text: str) -> None:
        """Note text."""
        if not self.unread:
            self.parts.append(text)
            self.place += len(text)

    def page(self, url: str) -> ListPage:
        """Return what was read of the page at `url`."""
        text, base = "".join(self.parts), absolute_url(url, self.base)
        links = (self._listed(link, text, base) for link in self.links)
        kept = tuple(link for link in links if _is_address(link.url))
        return ListPage(url, self.title, kept)

    def _start_link(self, tag: str, attributes: dict[str, str]) -> None:
        href = attributes.get("href", "").strip()
        if tag == "base":
            self.base = self.base or href
        elif (
            href and not href.startswith("#") and (tag == "a" or "next" in attributes.get("rel", "").split())
        ):
            label = attributes.get("aria-label") or attributes.get("title") or ""
            above = tuple(words for _, words in reversed(self.headings))
            link = _Link(href, label, attributes.get("rel", ""), self.place, above, self._column())
            self.links.append(link)
            self.open_link = link if tag == "a" else None

    def _start_table(self, tag: str) -> None:
        if tag == "table":
            self.tables.append(_Table())
        elif self.tables and tag == "tr":
            self.tables[-1].column = -1
        elif self.tables and tag in ("td", "th"):
            self.tables[-1].column += 1
            self.tables[-1].cell = self.place

    def _end_cell(self, tag: str) -> None:
        table = self.tables[-1]
        if tag == "th" and table.column == len(table.heads) and self.place - table.cell < _LONGEST:
            table.heads.append(self._words(table.cell))

    def _column(self) -> str:
        table = self.tables[-1] if self.tables else _Table()
        return table.heads[table.column] if 0 <= table.column < len(table.heads) else ""

    def _end_box(self, tag: str) -> None:
        if not self.boxes or self.boxes[-1].tag != tag:
            return
        box = self.boxes.pop()
        inside = self.links[box.first_link :] if len(self.links) - box.first_link <= _CROWD else []
        if self.place - box.start <= _LONGEST:
            for link in inside:
                if len(link.boxes) < _NEAREST:
                    link.boxes.append(Span(box.start, self.place))

    def _end_heading(self, tag: str) -> None:
        start = self.heading_starts.pop(tag)
        if self.place - start > _LONGEST:
            return
        words = self._words(start)
        if tag == "title":
            self.title = self.title or words
            return
        level = _LEVELS[tag]
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        if words:
            self.headings.append((level, words))

    def _words(self, start: int) -> str:
        """Return the last words read, from `start` on."""
        wanted, parts = self.place - start, []
        for part in reversed(self.parts):
            if wanted <= 0:
                break
            parts.append(part[-wanted:])
            wanted -= len(part)
        return " ".join("".join(reversed(parts)).split())

    def _listed(self, link: _Link, text: str, base: str) -> ListedLink:
        end = min(link.end, link.start + _LONGEST)
        words = " ".join(text[link.start : end].split()) if end > link.start else ""
        return ListedLink(
            url=absolute_url(base, link.href),
            text=words or " ".join(link.label[:_LONGEST].split()),
            relation=link.relation.lower(),
            column=link.column,
            boxes=tuple(" ".join(text[slice(*box)].split()) for box in link.boxes),
            headings=link.headings,
        )


def _is_address(url: str) -> bool:
    return url.startswith(("http://", "https://")) and host_of(url) != ""
