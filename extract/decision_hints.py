"""Knows what a source can tell beside an item's text, and how it helps to read that text."""

import re
from dataclasses import replace

from extract.decision_shapes import DAY, day_of
from extract.decision_sheet import Sheet
from extract.decision_sure import found_as
from extract.decision_types import SourceHints
from extract.head import Head
from records.base import Span
from records.evidence import Found

_FRONT = 3000
_SHORTEST_TITLE = 6
_LONGEST_NAME = 3
_BLANKS = r"\s+"


def with_feed(sheet: Sheet, head: Head, hints: SourceHints) -> Head:
    """Return the head with the feed's body and day where the text has them but its head was not read."""
    body = head.body or (_words_in(sheet, hints.feed_body, "body of the feed") if hints.feed_body else None)
    day = head.day
    if day is None and hints.feed_date:
        for match in DAY.finditer(sheet.text, 0, _FRONT):
            if day_of(match) == hints.feed_date:
                day = found_as(hints.feed_date, (match.span(),), "day of the feed", "guessed")
                break
    return replace(head, body=body, day=day)


def known_title(sheet: Sheet, span: Span, names: tuple[str | None, ...]) -> Found[str] | None:
    """Return where one of the titles that a feed or page head gives stands in the text."""
    for name in names:
        for title in (name, name.partition(" / ")[2]) if name else ():
            found = _words_in(sheet, title, "title of the source", span[0])
            if found and len(found.value) >= _SHORTEST_TITLE and not _letterhead(sheet, found.value):
                return found
    return None


def _letterhead(sheet: Sheet, title: str) -> bool:
    """Whether a page's heading only names the council or department that publishes it."""
    parts = title.lower().split()
    return len(parts) <= _LONGEST_NAME and parts[-1] in sheet.words.head.publishers


def _words_in(sheet: Sheet, words: str, rule: str, start: int = 0) -> Found[str] | None:
    """Where words stand early in the text, whatever white space parts them."""
    parts = words.lower().split()
    if not parts:
        return None
    spaced = _BLANKS.join(map(re.escape, parts))
    match = re.compile(rf"(?<!\w){spaced}(?!\w)").search(sheet.folded, start, start + _FRONT)
    return sheet.found(match.span(), rule, "labelled") if match else None
