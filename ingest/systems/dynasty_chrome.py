"""Knows what stands around an item on a Dynasty page: links to neighbours, printed forms, attachments."""

import mimetypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree, html

from ingest.addresses import absolute_url
from ingest.html import words_of
from ingest.systems.dynasty_ids import attached_to, document_item, is_inner, item_id
from records.item import Attachment

_CAPTION = 25
"""How many characters a box of links may hold beside them; more is text that happens to link."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the page to another page or document of the system; `url` is canonical."""

    element: html.HtmlElement
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Chrome:
    """What the links of a page tell.

    `attachments` stand under `caption`; `forms` are the addresses of printed forms by the items that are
    printed there, `items` those that are linked as pages.
    """

    attachments: tuple[Attachment, ...]
    caption: str | None
    forms: Mapping[str, str]
    items: frozenset[str]

    @property
    def printed(self) -> frozenset[str]:
        """The items whose printed form is offered."""
        return frozenset(self.forms)


def find_links(tree: html.HtmlElement, url: str) -> "Links":
    """Return the links of `tree` that lead into the same record system; `url` resolves them."""
    links = (
        Link(element, absolute_url(url, href), words_of(element))
        for element in tree.iter("a")
        if (href := element.get("href", "")) and not href.startswith("#")
    )
    return Links(tuple(link for link in links if is_inner(link.url)))


def read_chrome(links: "Links") -> Chrome:
    """Return what `links` tell; attached is what hangs on an item whose printed form the page offers."""
    forms = {item: link.url for link in links if (item := document_item(link.url))}
    attached: dict[str, Link] = {}
    for link in links:
        owner = attached_to(link.url)
        if owner and link.text and (owner in forms or not forms):
            attached.setdefault(link.url, link)
    attachments = [
        Attachment(title=link.text, url=link.url, media_type=mimetypes.guess_type(link.url)[0])
        for link in attached.values()
    ]
    captions = (links.caption(link) for link in attached.values())
    return Chrome(
        attachments=tuple(attachments),
        caption=next(filter(None, captions), None),
        forms=forms,
        items=frozenset(item for link in links if (item := item_id(link.url))),
    )


def drop_boxes(root: html.HtmlElement, links: "Links") -> None:
    """Take the boxes that hold nothing but `links` and a caption out of `root`."""
    for link in links:
        box = links.largest(link, root)
        if box is not None and box.getparent() is not None:
            box.drop_tree()


class Links:
    """The links of a page, and the boxes around them that hold nothing else."""

    def __init__(self, links: tuple[Link, ...]) -> None:
        self.all = links
        self.elements = {link.element for link in links}
        self.known: dict[html.HtmlElement, str | None] = {}
        self.tops: dict[html.HtmlElement | None, html.HtmlElement | None] = {}

    def __iter__(self) -> Iterator[Link]:
        return iter(self.all)

    def beside(self, box: html.HtmlElement) -> str | None:
        """Return the words in `box` beside the links, None if they are too many."""
        if box not in self.known:
            self.known[box] = self._read(box)
        return self.known[box]

    def caption(self, link: Link) -> str | None:
        """Return the words in the smallest box around `link` that holds any beside links."""
        for box in link.element.iterancestors():
            words = self.beside(box)
            if words is None or any(map(str.isalpha, words)):
                return words
        return None

    def largest(self, link: Link, root: html.HtmlElement) -> html.HtmlElement | None:
        """Return the largest box around `link` inside `root`, the link itself if no words touch it."""
        parent = link.element.getparent()
        if parent not in self.tops:
            self.tops[parent] = None
            for box in link.element.iterancestors():
                if box is root or self.beside(box) is None:
                    break
                self.tops[parent] = box
        top = self.tops[parent]
        return link.element if top is None and _stands_alone(link.element) else top

    def _read(self, box: html.HtmlElement) -> str | None:
        words = ""
        for text in self._texts(box):
            words = " ".join(f"{words} {text}".split())
            if len(words) > _CAPTION:
                return None
        return words

    def _texts(self, box: html.HtmlElement) -> Iterator[str]:
        walker = etree.iterwalk(box, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start" and element in self.elements:
                walker.skip_subtree()
            elif event == "start":
                yield element.text or ""
            elif element is not box:
                yield element.tail or ""


def _stands_alone(element: html.HtmlElement) -> bool:
    before, parent = element.getprevious(), element.getparent()
    above = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    return not any(map(str.isalpha, above + (element.tail or "")))
