"""When personal data are overwritten, what finds them in an item, and how a page is written without them."""

import datetime as dt
import json
import re
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from html import unescape

from config.languages import load_language
from config.settings import Settings
from extract.country import words_code
from extract.named import NameReader
from extract.personal import Find, personal_finder
from ingest.charset import declared_inside, decode
from paragraf.names import name_reader
from records.document import DocumentRecord
from records.page import Page
from store.database import Store
from store.persons import list_persons
from store.redact import Finder
from store.redacted import overwrite
from store.redacted_record import overwrite_words

_MONTHS = 12
_LETTER = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
_WRITTEN = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml"})


def oldest_kept(settings: Settings, now: dt.datetime) -> dt.datetime | None:
    """Return before which moment an item was last changed whose personal data go; None: they stay."""
    months = settings.retention.months
    if not months:
        return None
    whole = now.year * _MONTHS + now.month - 1 - months
    return now.replace(year=whole // _MONTHS, month=whole % _MONTHS + 1, day=min(now.day, 28))


def finder_for(store: Store, settings: Settings) -> Finder:
    """Return what makes an item's finder of personal data.

    Persons are those that any record of the item's source names (whoever prepares one item is mentioned
    in another), and those that a trained pipeline sees in the item, where the settings name one.
    """
    known = cache(partial(list_persons, store))

    def finder(source_id: str, records: Sequence[DocumentRecord]) -> Find:
        newest = records[-1]
        names = known(source_id) | _seen_names(records, name_reader(settings, newest.language))
        return _finder(frozenset(names), words_code(newest.language, newest.source.country))

    return finder


def overwritten_page(page: Page, find: Find) -> bytes:
    """Return a page's bytes with personal data overwritten; none when its kind cannot be overwritten.

    Markup, bare text and JSON are written over letter by letter; a PDF or Word document holds its words
    packed, so nothing of it is kept.
    """
    kind = page.media_type
    if kind.endswith("json"):
        return _overwritten_json(page.content, find)
    if kind not in _WRITTEN or b"\0" in page.content:
        return b""
    charset = page.charset or declared_inside(page.content) or "utf-8"
    text = _LETTER.sub(_as_letter, decode(page.content, page.charset))
    return _encoded(overwrite(text, find(text)), charset)


@lru_cache(maxsize=16)
def _finder(names: frozenset[str], language: str) -> Find:
    """Return a finder; the items of a source share one, since making it takes longer than using it."""
    return personal_finder(sorted(names), load_language(language))


def _seen_names(records: Sequence[DocumentRecord], read: NameReader | None) -> set[str]:
    if read is None:
        return set()
    return {
        record.text[slice(*seen.span)]
        for record in records
        for seen in read(record.text)
        if seen.kind == "person"
    }


def _as_letter(reference: re.Match[str]) -> str:
    """Return the letter that a reference stands for; what means something to markup stays a reference."""
    letter = unescape(reference.group())
    return letter if len(letter) == 1 and (letter.isalnum() or letter == "@") else reference.group()


def _encoded(text: str, charset: str) -> bytes:
    try:
        return text.encode(charset, "xmlcharrefreplace")
    except LookupError:
        return text.encode("utf-8")


def _overwritten_json(content: bytes, find: Find) -> bytes:
    try:
        value = json.loads(content)
    except ValueError:
        return b""
    return json.dumps(overwrite_words(value, find), ensure_ascii=False).encode()
