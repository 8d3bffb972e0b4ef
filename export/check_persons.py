"""Checks that no address, telephone number or personal number stands in an item unnoticed."""

import re
from collections.abc import Iterator

from export.check_findings import Finding, tell
from export.check_sheet import Sheet
from export.check_words import any_of

_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_ABROAD = re.compile(r"(?<![\w+])\+\d{2,3}[\s\d()-]{6,20}\d")
_DIGITS = re.compile(r"[.:]?\s*\(?\d[\d\s()-]{4,18}\d")
_IDENTITIES = (
    re.compile(r"(?<!\w)(?P<day>\d\d)(?P<month>\d\d)\d\d[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y](?!\w)"),
    re.compile(r"(?<!\w)(?:19|20)?\d\d(?P<month>\d\d)(?P<day>\d\d)[-+]\d{4}(?!\w)"),
    re.compile(r"(?<!\w)(?P<day>\d\d)(?P<month>\d\d)\d\d ?\d{5}(?!\w)"),
)
"""Personal numbers of Finland, Sweden and Norway; their first digits are a day of birth."""


def check_persons(sheet: Sheet) -> Iterator[Finding]:
    """Yield addresses, telephone numbers and personal numbers that stand in the item."""
    words = sheet.wording.checks
    label = any_of(words.phone_labels)
    for passage in sheet.own():
        for found in _contacts(passage.text, label):
            yield tell(words, "address", "warning", passage, found=found)
        if any(_is_birthday(match) for shape in _IDENTITIES for match in shape.finditer(passage.text)):
            yield tell(words, "identity", "error", passage)


def _contacts(text: str, label: re.Pattern[str]) -> Iterator[str]:
    for shape in (_MAIL, _ABROAD):
        yield from (match[0] for match in shape.finditer(text))
    for named in label.finditer(text):
        if number := _DIGITS.match(text, named.end()):
            yield text[named.start() : number.end()]


def _is_birthday(match: re.Match[str]) -> bool:
    return 1 <= int(match["day"]) <= 31 and 1 <= int(match["month"]) <= 12
