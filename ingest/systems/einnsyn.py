"""Knows eInnsyn, the record portal of Norway's public bodies, by its API: meeting cases of one publisher."""

import re

from ingest.addresses import host_of
from ingest.clean import Piece, lay_out
from ingest.systems.base import Discovery, Fetch, Horizon
from ingest.systems.einnsyn_search import Search, find_cases
from ingest.systems.einnsyn_shapes import Moetesak, read_object
from ingest.systems.einnsyn_text import find_documents, head_pieces, text_pieces, unexpanded
from records.council import Source
from records.errors import ConfigError, Gone, LayoutChanged, ReadError, Silent, WrongItem
from records.item import Item
from records.page import FeedEntry, Page

name = "einnsyn"
TEXT_VERSION = "einnsyn-1"
ADDRESS = "https://api.einnsyn.no"
_CASE = re.compile(r'\A\s*\{.{0,4000}?"entity"\s*:\s*"Moetesak"', re.S)
_CAPTION = "Dokumenter"
_LISTED = "Saksliste"
"""A case without a text is a line of the list that calls the meeting, whatever else may come of it."""


def discover(source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return the meeting cases of the source's unit, those published last first.

    One request shows a hundred. Raises FetchError or ReadError when the first page of the search cannot
    be read, ConfigError when the source names no unit.
    """
    if not source.unit:
        raise ConfigError(source.id, expected='unit = "enh_..." in sources.toml', found="none")
    base = (source.bases[0].id, source.bases[0].url) if source.bases else ("", ADDRESS)
    return find_cases(Search(*base, source.unit, horizon.oldest), fetch, horizon)


def read(page: Page, source: Source, entry: FeedEntry | None = None) -> tuple[Item, ...]:
    """Return a meeting case as one item: head, case, recommendation, treatment, decision, documents.

    Where the API has no text, a document on a host of the source is marked as the one that holds it.
    Raises Silent for an empty answer, Gone for a case marked as deleted, WrongItem for another case than
    was asked, ReadError for no case at all, and LayoutChanged when the API sent ids in place of what they
    stand for.
    """
    if not page.content.strip():
        raise Silent(page.url, expected="a meeting case", found="an empty answer")
    case = read_object(page, Moetesak, "a meeting case of eInnsyn")
    _check(case, page, entry)
    text = text_pieces(case)
    hosts = {host_of(url) for url in (ADDRESS, *(base.url for base in source.bases))}
    documents = find_documents(case, set() if text else hosts)
    names = [Piece("list_item", document.title, 1) for document in documents]
    caption = [Piece("heading", _CAPTION, 2)] if names else []
    told = text or any(document.holds_text for document in documents)
    listed = [] if told else [Piece("paragraph", _LISTED)]
    clean = lay_out((*listed, *head_pieces(case), *text, *caption, *names))
    item = Item(
        source_id=source.id,
        base_id=entry.base_id if entry else source.bases[0].id if source.bases else "",
        native_id=case.id,
        url=page.url,
        text=clean.text,
        blocks=clean.blocks,
        text_version=TEXT_VERSION,
        language=source.language,
        title=case.offentlig_tittel or None,
        attachments=documents,
    )
    return (item,)


def recognises(text: str) -> bool:
    """Tell whether a text is the API's own account of a meeting case."""
    return _CASE.search(text) is not None


def _check(case: Moetesak, page: Page, entry: FeedEntry | None) -> None:
    if case.entity != "Moetesak":
        raise ReadError(page.url, expected="a meeting case (Moetesak)", found=f"{case.entity} {case.id}")
    if case.deleted:
        raise Gone(page.url, expected="a meeting case", found="one that is marked as deleted")
    if entry and case.id != entry.native_id:
        raise WrongItem(page.url, expected=f"case {entry.native_id}", found=f"case {case.id}")
    if missing := unexpanded(case):
        raise LayoutChanged(
            page.url,
            expected="the fields that `expand` asks for",
            found=f"bare ids for {', '.join(missing)}",
            advice="Ask with the `expand` of docs/systems/einnsyn.md; if it is there, the API has changed",
        )
