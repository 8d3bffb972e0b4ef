"""Knows what frames a page: paths to it, menus, and names of companies; no word there is taught."""

import re
from collections.abc import Iterator, Sequence

from config.languages import Language
from extract.mentions import Mention
from extract.once import once_per_language
from records.base import Span
from records.item import Block

_FIRST = 8
_LAST = 6
_LONGEST_PART = 40
_PARTED = re.compile(r"\s[/|›»>·]\s|\s{3,}|\t")


def chrome_spans(text: str, blocks: Sequence[Block]) -> Iterator[Span]:
    """Yield the lines near a page's ends that are a path or a menu: "Start / Politics / Courses".

    Such a line has two parts at least, all short and without digits.
    """
    last = max(_FIRST, len(blocks) - _LAST)
    for block in (*blocks[:_FIRST], *blocks[last:]):
        parts = _PARTED.split(text[block.start : block.end])
        if len(parts) > 1 and all(_is_name(part) for part in parts):
            yield block.span


def _is_name(part: str) -> bool:
    return len(part) <= _LONGEST_PART and not any(sign.isdigit() or sign in ",;:.?!" for sign in part)


def is_company(text: str, mention: Mention, language: Language) -> bool:
    """Tell whether a topic is part of a company's name: "Nordvik Energi AB"."""
    forms = _companies(language)
    return mention.kind == "topic" and forms is not None and forms.match(text, mention.span[1]) is not None


@once_per_language
def _companies(language: Language) -> re.Pattern[str] | None:
    """Return the pattern for a legal form, with the capital letters of a name that may lie before it."""
    forms = "|".join(re.escape(form) for form in language.vocabulary.companies)
    return re.compile(rf"(?:[ \u00a0-][A-ZÅÄÖÆØ][\w-]*){{0,2}}[ \u00a0](?:{forms})(?!\w)") if forms else None
