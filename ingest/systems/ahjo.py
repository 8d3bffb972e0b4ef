"""Knows Ahjo, Helsinki's case management system, as a whole: its REST interface and its pages."""

import datetime as dt
import mimetypes
from collections.abc import Iterator

from ingest.addresses import host_of
from ingest.charset import decode
from ingest.clean import Piece, lay_out
from ingest.systems.ahjo_answers import Record, read_answer
from ingest.systems.ahjo_lists import Lists, point_id
from ingest.systems.ahjo_page import Decision, has_landmarks, read_decision
from ingest.systems.base import Discovery, Fetch, Horizon
from records.council import Source
from records.errors import ConfigError, ReadError, Silent
from records.item import Attachment, Item
from records.page import FeedEntry, Page

name = "ahjo"
TEXT_VERSION = "ahjo-1"


def discover(source: Source, fetch: Fetch, horizon: Horizon) -> Discovery:
    """Return the decisions handled since the horizon, and the agenda items of meetings lately and soon.

    A source that names feeds has these lists read instead. Weeks are asked for from tonight back to one
    with a known decision. Raises FetchError or ReadError when nothing could be read, ConfigError
    when the source names no base.
    """
    if not source.bases:
        raise ConfigError(source.id, expected="bases in sources.toml", found="none")
    lists = Lists(source, source.bases[0], fetch, horizon)
    return lists.read_addresses(source.feeds) if source.feeds else lists.read_all()


def read(page: Page, source: Source, entry: FeedEntry | None = None) -> tuple[Item, ...]:
    """Return the decision or agenda item of an answer, or of its HTML alone, with its head as first lines.

    An answer without text names the document that holds it. Raises Silent for an empty answer,
    LayoutChanged for HTML without Ahjo's landmarks, ReadError for JSON of another shape.
    """
    content = page.content.strip()
    if not content:
        raise Silent(page.url, expected="a decision", found="nothing", advice="It may have been taken off")
    if content[:1] in (b"{", b"["):
        record = read_answer(page, Record, "AgendaItem", "agendaItem", "decisions", "records")
    else:
        record = Record(Content=decode(page.content, page.charset))
    return (_item(record, page, source, entry),)


def recognises(text: str) -> bool:
    """Tell from the markup of a page whether Ahjo made it."""
    return has_landmarks(text)


def _item(record: Record, page: Page, source: Source, entry: FeedEntry | None) -> Item:
    language = record.language or source.language or "fi"
    has_text = bool(record.content or record.motion)
    attachments = tuple(_attachments(record, has_text, page))
    body, day = _meeting(record, entry)
    if has_text:
        own = read_decision(record.content or "", record.motion or "", page.url, language)
    else:
        own = Decision(list(_named(record, page)), record.title)
    text = lay_out([*_head(body, day, own.kind), *own.pieces])
    near = [base.id for base in source.bases if host_of(base.url) == host_of(page.url)]
    return Item(
        source_id=source.id,
        base_id=entry.base_id if entry else next(iter([*near, *(base.id for base in source.bases)]), ""),
        native_id=entry.native_id if entry else _native_id(record, page),
        url=page.url,
        text=text.text,
        blocks=text.blocks,
        text_version=TEXT_VERSION,
        language=source.language,
        title=own.title or record.title or (entry.subject if entry else None),
        attachments=attachments,
    )


def _head(body: str | None, day: dt.date | None, kind: str | None) -> Iterator[Piece]:
    """Yield who decided and when; an officer's decision names its kind on the line of the day."""
    told = f"{day.day}.{day.month}.{day.year}" if day else ""
    words = f"{body or ''}\n{kind} {told}" if kind else f"{body} {told}" if body and told else ""
    if words.strip():
        yield Piece("heading", words.strip(), 1)


def _meeting(record: Record, entry: FeedEntry | None) -> tuple[str | None, dt.date | None]:
    """Return who decided and when, told by the answer, else by the list that led to it."""
    organization = record.organization.name if record.organization else None
    meeting = record.meeting
    body = organization or (meeting.maker if meeting else None) or (entry.body if entry else None)
    day = record.day or (meeting.day if meeting else None) or (entry.meeting_date if entry else None)
    return body, day


def _named(record: Record, page: Page) -> Iterator[Piece]:
    """Yield what an answer without text tells; raises ReadError if that is no item."""
    if not record.title or not (record.file or (record.printed and record.printed.file)):
        found = "an answer with neither text nor document"
        raise ReadError(page.url, expected="a decision", found=found, advice="Open the address")
    if record.section:
        yield Piece("paragraph", f"§ {record.section.strip('§ ')}")
    yield Piece("heading", record.title, 2)
    if record.case:
        yield Piece("paragraph", record.case)


def _attachments(record: Record, has_text: bool, page: Page) -> Iterator[Attachment]:
    """Yield the documents with an address; without a text of its own the item's printed form is it."""
    printed = record.file or (record.printed.file if record.printed else None)
    if printed and not has_text:
        yield _attachment(record.title or page.url, printed, holds_text=True)
    for one in record.attachments or ():
        if one.file and one.title:
            yield _attachment(one.title, one.file)


def _attachment(title: str, url: str, *, holds_text: bool = False) -> Attachment:
    kind = mimetypes.guess_type(url)[0]
    return Attachment(title=" ".join(title.split()), url=url, media_type=kind, holds_text=holds_text)


def _native_id(record: Record, page: Page) -> str:
    meeting_id = record.meeting_id or (record.meeting.id if record.meeting else None)
    return point_id(meeting_id, record.point) or (record.native_id or page.url).strip("{}")
