"""Knows the slots of a phrase in a wording file, and holds phrases to what drafts fill in."""

import re
from typing import Annotated, Any, Literal, get_args

from babel import Locale, UnknownLocaleError
from babel.dates import parse_pattern
from pydantic import AfterValidator, Field

from config.words import Words

PlaceholderKey = Literal[
    "council",
    "administration",
    "body",
    "meeting",
    "section",
    "case_number",
    "date",
    "preparer",
    "presenter",
    "publisher",
    "programme_title",
    "sessions",
    "when",
    "content",
    "period",
    "amount",
    "funding",
    "responsible",
    "participants",
    "need",
    "summary",
    "assessment",
    "economy",
    "children",
    "equality",
    "environment",
    "health",
    "personnel",
    "business",
    "legal",
    "recipient",
    "decision",
    "appeal",
    "documents",
    "attachments",
    "distribution",
    "signature",
    "signatory",
]
"""What a person may have to fill in; phrases may ask for any of it in {braces}."""

_SLOT = re.compile(r"\{(\w+)\}")


def slots(*needed: str, also: tuple[str, ...] = get_args(PlaceholderKey)) -> AfterValidator:
    """Hold a phrase to its slots: those needed stand in it, and no others but `also`."""

    def check(phrase: str) -> str:
        used = set(_SLOT.findall(phrase))
        whole = used.issuperset(needed) and used.issubset((*needed, *also))
        if not whole or re.search(r"[{}]", _SLOT.sub("", phrase)):
            wanted = ", ".join(f"{{{slot}}}" for slot in needed) or "none but placeholders"
            raise ValueError(f"a phrase with the slots: {wanted}")
        return phrase

    return AfterValidator(check)


def exactly(*needed: str) -> AfterValidator:
    """Hold a phrase to these slots alone: it is part of a value, where no placeholder can stand."""
    return slots(*needed, also=())


def _is_pattern(pattern: str) -> str:
    parse_pattern(pattern)
    return pattern


def _is_locale(name: str) -> str:
    try:
        Locale.parse(name)
    except UnknownLocaleError as error:
        raise ValueError("a locale that Babel knows, like fi_FI") from error
    return name


def each_of(*kinds: object) -> AfterValidator:
    """Hold a table to have a phrase for every key of its kinds."""
    keys = [key for kind in kinds for key in get_args(kind) if key != "impacts"]

    def check(table: dict[str, Any]) -> dict[str, Any]:
        missing = [key for key in keys if key not in table]
        if missing:
            raise ValueError(f"a phrase for each of {', '.join(missing)}")
        return table

    return AfterValidator(check)


class PlaceholderPhrase(Words):
    """A gap: `text` stands in square brackets in the document, `hint` in the list at its end."""

    text: str
    hint: str


Phrase = Annotated[str, slots()]
"""Wording in which any placeholder may stand."""
Point = Annotated[str, slots(also=("title", "reference", *get_args(PlaceholderKey)))]
"""A point of a proposal, which may name the source."""
Titled = Annotated[str, slots("title", "reference")]
Listed = Annotated[str, slots("list")]
Quoted = Annotated[str, slots("quote")]
Valued = Annotated[str, slots("value")]
Value = Annotated[str, exactly("value")]
Pattern = Annotated[str, AfterValidator(_is_pattern)]
"""A pattern of CLDR for a date or a time."""
LocaleName = Annotated[str, AfterValidator(_is_locale)]
Months = Annotated[tuple[str, ...], Field(min_length=12, max_length=12)]
